import { html } from 'hono/html'
import { type Locale, shownTo } from '../../language/locale.ts'
import { findPeopleByName, type Listed, listPeople } from '../../people/directory-store.ts'
import { readSession } from '../../sessions/session/store.ts'
import { actedText } from '../../sessions/staff/act-texts.ts'
import { addPerson } from '../../sessions/staff/actions.ts'
import { once, onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { noPage } from '../refusals.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { readReason } from './acts.ts'
import { enterForm } from './enter-form.ts'
import { placeName } from './roll.ts'
import { type After, sessionView } from './session.ts'
import { say } from './texts.ts'

const MOST_FOUND = 20

/** Registered people by name, each to be added with a reason. */
export const addPage: Page = {
  method: 'GET',
  path: '/sessions/:id{[0-9]+}/add',
  who: 'trainer',
  show: (visit, [sessionId]) => addView(visit, sessionId!, {}),
}

/** Signs somebody up on staff's word, as the chat does. */
export const addAct: Page = {
  method: 'POST',
  path: '/sessions/:id{[0-9]+}/add',
  who: 'trainer',
  show: async (visit, [id]) => {
    const sessionId = id!
    const { db, form, locale, person, now } = visit
    const reason = readReason(locale, form)
    if ('fault' in reason) return addView(visit, sessionId, { ...reason, words: form.get('words') ?? '' })
    const personId = Number(form.get('person'))
    const known = Number.isSafeInteger(personId) ? (await listPeople(db, [personId])).get(personId) : undefined
    if (!known) return addView(visit, sessionId, { fault: say(locale)('fault-nobody') })
    const applicant = { personId, municipality: known.municipality, consented: known.consented }
    const note = await once(visit, async () => {
      const result = await addPerson(db, { sessionId, applicant, staffId: person.id, reason: reason.words }, now)
      const call = known.isEntered ? { phone: known.phone, email: known.email } : null
      return actedText(locale, shownTo(locale, known.name), { act: 'add', result }, call)
    })
    return sessionView(visit, sessionId, { note: note ?? say(locale)('done-before') })
  },
}

export async function addView(visit: Visit, sessionId: number, after: After, search = ''): Promise<View> {
  const { db, locale, query, form } = visit
  const session = await readSession(db, sessionId)
  if (!session) return noPage(locale)
  const t = say(locale)
  const words = query.get('q') ?? form.get('q') ?? search
  const found = await findPeopleByName(db, words, MOST_FOUND)
  return inRoom(visit, 'sessions', {
    title: t('to-add'),
    back: { at: `/sessions/${sessionId}`, name: shownTo(locale, session.title) },
    at: `/sessions/${sessionId}/add`,
    ...(after.fault === undefined ? {} : { status: 422 }),
    body: html`${noteOf(after.fault, 'fault')}
      <form class="row" role="search" action="/app/sessions/${sessionId}/add" hx-get="/app/sessions/${sessionId}/add"
        hx-trigger="input changed delay:250ms, submit" hx-target="#found" hx-select="#found" hx-swap="outerHTML">
        <label class="grow">${t('add-name')}<input type="search" name="q" value="${words}" autocomplete="off"></label></form>
      <div id="found">${foundHtml(locale, sessionId, found, { words, reason: after.words ?? '' })}</div>
      ${enterForm(visit, sessionId)}`,
  })
}

function foundHtml(
  locale: Locale,
  sessionId: number,
  found: readonly Listed[],
  { words, reason }: { words: string; reason: string },
): Html {
  const t = say(locale)
  if (words.trim() === '') return html`<p class="card">${t('add-how')}</p>`
  if (found.length === 0) return html`<p class="card" role="status">${t('add-none')}</p>`
  return html`<form class="card" method="post" action="/app/sessions/${sessionId}/add" hx-disabled-elt="find button">
    ${onceField()}<input type="hidden" name="q" value="${words}">
    <fieldset><legend class="quiet small">${t('add-choose')}</legend>${found.map((one) => choice(locale, one))}</fieldset>
    <label>${t('add-reason')}<textarea name="words" rows="2" maxlength="300" required>${reason}</textarea></label>
    <p><button class="primary">${t('add-yes')}</button></p></form>`
}

function choice(locale: Locale, { personId, name, municipality }: Listed): Html {
  const from = municipality === null ? '' : ` · ${placeName(locale, municipality)}`
  return html`<label class="check"><input type="radio" name="person" value="${personId}" required>
    <span>${shownTo(locale, name)}<span class="quiet small">${from}</span></span></label>`
}
