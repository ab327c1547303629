import { html } from 'hono/html'
import { queue } from '../../../bot/send/outbox.ts'
import type { Issuing } from '../../../certificates/paper.ts'
import {
  type Acted,
  type By,
  correct,
  giveBack,
  paperMessage,
  revoke,
  sendAgain,
} from '../../../certificates/staff/acts.ts'
import { actsOn, certificateMessage, nameOn } from '../../../certificates/staff/texts.ts'
import { type Certificate, readCertificate } from '../../../certificates/store.ts'
import { say as sayCertificates } from '../../../certificates/texts.ts'
import { blocksHtml } from '../../blocks.ts'
import { fieldHtml } from '../../fields.ts'
import { once, onceField } from '../../once.ts'
import type { Html, Page, View, Visit } from '../../page.ts'
import { noPage } from '../../refusals.ts'
import { inRoom, noteOf } from '../../rooms.ts'
import { say } from '../texts.ts'

type Parts = { issuing: Issuing }

/** One certificate with all that it states, and what may be done about it. */
export const certificatePage: Page = {
  method: 'GET',
  path: '/certificates/:id{[0-9]+}',
  who: 'trainer',
  show: (visit, [id]) => certificateView(visit, id!),
}

/** It is shown in the chat, sent again, or given anew with the right name. */
export function certificateActs({ issuing }: Parts): Page {
  return acting('/certificates/:id{[0-9]+}', 'trainer', async (visit, id) => {
    const { db, form, locale, person, now } = visit
    switch (form.get('act')) {
      case 'paper': {
        const to = { chatId: person.telegramId, locale }
        const message = await paperMessage(db, to, { certificateId: id, issuing }, now)
        if (!message) return { kind: 'done', certificateId: id, note: 'certificate-gone' }
        await queue(db, message, { key: `paper:${person.id}:${form.get('once')}`, lane: 'reply', now })
        return null
      }
      case 'send':
        return { kind: 'done', certificateId: id, note: await sendAgain(db, id) }
      case 'name':
        return correct(db, { certificateId: id, text: form.get('name') ?? '' }, byOf(visit))
      default:
        return null
    }
  })
}

/** It is taken back, or may be given again: for coordinators alone, as in the chat. */
export function certificateValidity({ issuing }: Parts): Page {
  return acting('/certificates/:id{[0-9]+}/validity', 'coordinator', async (visit, id) => {
    const { db, form } = visit
    switch (form.get('act')) {
      case 'revoke':
        return revoke(db, { certificateId: id, text: form.get('reason') ?? '' }, byOf(visit))
      case 'restore': {
        const given = { certificateId: id, issuer: issuing.issuer }
        return { kind: 'done', certificateId: id, note: await giveBack(db, given, byOf(visit)) }
      }
      default:
        return null
    }
  })
}

const byOf = ({ person, locale, now }: Visit): By => ({ staffId: person.id, locale, now })

/** `act` returns `null` where something came into the chat. */
function acting(
  path: string,
  who: 'trainer' | 'coordinator',
  act: (visit: Visit, id: number) => Promise<Acted | null>,
): Page {
  return {
    method: 'POST',
    path,
    who,
    show: async (visit, [id]) => {
      const t = say(visit.locale)
      const acted = await once(visit, async () => ({ came: await act(visit, id!) }))
      if (!acted) return certificateView(visit, id!, { note: t('done-before') })
      const { came } = acted
      if (came === null) return certificateView(visit, id!, { note: t('papers-sent') })
      if (came.kind === 'refused') return certificateView(visit, id!, { fault: came.says })
      return certificateView(visit, came.certificateId, { note: sayCertificates(visit.locale)(came.note) })
    },
  }
}

type After = { note?: string; fault?: string }

async function certificateView(visit: Visit, id: number, after: After = {}): Promise<View> {
  const { db, locale, person } = visit
  const certificate = await readCertificate(db, id)
  if (!certificate) return noPage(locale)
  const isCoordinator = person.role === 'coordinator'
  const { content } = certificateMessage({ chatId: 0, locale }, certificate, { isCoordinator })
  return inRoom(visit, 'sessions', {
    title: nameOn(locale, certificate),
    back: { at: `/sessions/${certificate.sessionId}/certificates`, name: say(locale)('to-certificates') },
    at: `/certificates/${id}`,
    ...(after.fault === undefined ? {} : { status: 422 }),
    body: html`${noteOf(after.note)}
      <section class="card stack">${blocksHtml(content.filter(({ type }) => type !== 'heading'))}${paperForm(visit, certificate)}</section>
      ${nameForm(visit, certificate, after.fault)}${validityForms(visit, certificate, after.fault)}`,
  })
}

function paperForm({ locale, person }: Visit, certificate: Certificate): Html {
  if (!actsOn(certificate, person.role === 'coordinator').named) return html``
  return html`<form class="row" method="post" action="/app/certificates/${certificate.id}" hx-disabled-elt="find button">${onceField()}
    <button name="act" value="paper" class="primary">${say(locale)('papers-to-me')}</button>
    <button name="act" value="send">${say(locale)('certificate-send-again')}</button></form>`
}

/** What was written stays beside what is wrong with it. */
function writtenIn({ form }: Visit, act: string, fault: string | undefined) {
  return fault !== undefined && form.get('act') === act ? { fault } : null
}

function nameForm(visit: Visit, certificate: Certificate, fault: string | undefined): Html {
  const { locale, person, form } = visit
  const { id } = certificate
  if (!actsOn(certificate, person.role === 'coordinator').named) return html``
  const t = sayCertificates(locale)
  const refused = writtenIn(visit, 'name', fault)
  // As it is stated, and not as this reader sees it: what is left alone changes nothing.
  const value = refused ? (form.get('name') ?? '') : (certificate.stated.name ?? '')
  return html`<details class="card"${refused ? html` open` : ''}><summary>${t('button-correct-name')}</summary>
    <form class="stack" method="post" action="/app/certificates/${id}" hx-disabled-elt="find button">${onceField()}
      ${fieldHtml({ name: 'name', label: t('ask-name', { name: nameOn(locale, certificate) }), kind: 'text', value, fault: refused?.fault })}
      <p><button name="act" value="name">${t('button-correct-name')}</button></p></form></details>`
}

function validityForms(visit: Visit, certificate: Certificate, fault: string | undefined): Html {
  const { locale, person, form } = visit
  const { id } = certificate
  const acts = actsOn(certificate, person.role === 'coordinator')
  const t = sayCertificates(locale)
  const action = `/app/certificates/${id}/validity`
  if (acts.restore)
    return html`<form class="card" method="post" action="${action}" hx-disabled-elt="find button">${onceField()}
      <button name="act" value="restore">${t('button-restore')}</button></form>`
  if (!acts.revoke) return html``
  const refused = writtenIn(visit, 'revoke', fault)
  const label = t('ask-revoke-reason', { name: nameOn(locale, certificate) })
  const value = refused ? (form.get('reason') ?? '') : ''
  return html`<details class="card"${refused ? html` open` : ''}><summary>${t('button-revoke')}</summary>
    <form class="stack" method="post" action="${action}" hx-disabled-elt="find button">${onceField()}
      ${fieldHtml({ name: 'reason', label, kind: 'area', value, fault: refused?.fault })}
      <p><button name="act" value="revoke" class="danger">${t('button-revoke')}</button></p></form></details>`
}
