import { html } from 'hono/html'
import { MOST_OWN } from '../../certificates/own/handlers.ts'
import { IN } from '../../certificates/own/texts.ts'
import { type Certificate, listOwn } from '../../certificates/store.ts'
import { say as sayCertificates } from '../../certificates/texts.ts'
import { LOCALES, type Locale, shownTo } from '../../language/locale.ts'
import { mySessions, type SessionCard } from '../../sessions/line/reads.ts'
import { isInLine } from '../../sessions/line/sign-up.ts'
import { mine as ownSessions } from '../../sessions/participants/handlers.ts'
import { titleOf } from '../../sessions/session/texts.ts'
import { blocksHtml } from '../blocks.ts'
import { onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { say as sayFrame } from '../texts.ts'
import { type Given, questionForms } from './questions.ts'
import { say } from './texts.ts'

/** What «/moje» says, as a page: one's places ahead and behind, what sessions ask, and one's certificates. */
export const mine: Page = { method: 'GET', path: '/mine', who: 'everyone', show: (visit) => mineView(visit) }

export async function mineView(visit: Visit, after: { note?: string; given?: Given } = {}): Promise<View> {
  const { db, person, locale, now } = visit
  const { content } = await ownSessions(db, person.id, { chatId: person.telegramId, locale }, now)
  const cards = await mySessions(db, person.id, now)
  const certificates = (await listOwn(db, person.id, MOST_OWN)).filter(({ state }) => state === 'valid')
  return inRoom(visit, 'mine', {
    title: sayFrame(locale)('to-mine'),
    at: '/mine',
    ...(after.given && after.given.faults.size > 0 ? { status: 422 } : {}),
    // The page has the title already.
    body: html`${noteOf(after.note)}
      <div class="card">${blocksHtml(content.filter(({ type }) => type !== 'heading'))}${whyLinks(locale, cards)}</div>
      ${await questionForms(visit, cards, after.given)}
      ${certificatesHtml(locale, certificates)}`,
  })
}

function whyLinks(locale: Locale, cards: readonly SessionCard[]): Html {
  const waiting = cards.flatMap(({ session, own }) =>
    own && isInLine(own.signUp) ? [{ session, id: own.signUp.id }] : [],
  )
  return html`${waiting.map(
    ({ session, id }) =>
      html`<p><a href="/app/mine/${id}/why">${say(locale)('why', { title: titleOf(locale, session) })}</a></p>`,
  )}`
}

function certificatesHtml(locale: Locale, certificates: readonly Certificate[]): Html {
  if (certificates.length === 0) return html``
  const t = say(locale)
  return html`<section class="card"><h2>${t('certificates')}</h2>${certificates.map(
    ({
      id,
      stated,
    }) => html`<form class="stack passage" method="post" action="/app/mine/certificates/${id}" hx-disabled-elt="find button">${onceField()}
      <h3 id="c${id}">${shownTo(locale, stated.title)}</h3>
      <div class="row" role="group" aria-labelledby="c${id}"><span class="quiet small">${t('send')}:</span>${LOCALES.map(
        (one) => html`<button name="in" value="${one}">${sayCertificates(locale)(IN[one])}</button>`,
      )}</div></form>`,
  )}</section>`
}
