import { html } from 'hono/html'
import { listPeople } from '../../people/directory-store.ts'
import { isOver } from '../../sessions/line/decision.ts'
import { readEvents, readRoll } from '../../sessions/line/store.ts'
import { explain } from '../../sessions/line/why.ts'
import { whyMessage } from '../../sessions/participants/why-texts.ts'
import { listEntries } from '../../sessions/staff/reads.ts'
import { personMessage } from '../../sessions/staff/roll/person-texts.ts'
import { entryName } from '../../sessions/staff/roll/status-texts.ts'
import { blocksHtml } from '../blocks.ts'
import { once, onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { noPage } from '../refusals.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { ACTS, type Act, askedIn, carryOut } from './acts.ts'
import { actButton, wordsField } from './acts-bar.ts'
import { answerForm } from './enter-form.ts'
import { standingOf } from './filter.ts'
import { type After, sessionView } from './session.ts'
import { say } from './texts.ts'
import { undoForm, undoPage } from './undo.ts'
import { exchangedHtml } from './words.ts'

/** What is done about people who were chosen in the list, or about the one whose page is open. */
export const peopleActs: Page = {
  method: 'POST',
  path: '/sessions/:id{[0-9]+}/people',
  who: 'trainer',
  show: async (visit, [id]) => {
    const { db, form, locale, person, now } = visit
    const sessionId = id!
    const asked = askedIn(locale, form)
    if ('fault' in asked) {
      const chosen = form.getAll('person').map(Number)
      return shown(visit, sessionId, { fault: asked.fault, chosen, words: form.get('words') ?? '' })
    }
    const by = { sessionId, staffId: person.id, locale }
    const note = await once(visit, () => carryOut(db, asked, by, now))
    const back = aloneIn(visit) === null ? await undoForm(visit, sessionId, asked.signUpIds) : undefined
    return shown(visit, sessionId, { note: note ?? say(locale)('done-before'), ...(back ? { undo: back } : {}) })
  },
}

/** What was done last is taken back, from the list or from the page of one person. */
export const undoActs: Page = undoPage((visit, sessionId, note) => shown(visit, sessionId, { note }))

/** The page from which the form came. */
function shown(visit: Visit, sessionId: number, after: After): Promise<View> {
  const alone = aloneIn(visit)
  return alone === null ? sessionView(visit, sessionId, after) : personView(visit, sessionId, alone, after)
}

/** The sign-up whose page the form stands on; `null`: it stands on the list. */
function aloneIn({ form }: Visit): number | null {
  const alone = Number(form.get('alone'))
  return Number.isSafeInteger(alone) && alone > 0 && alone < 2 ** 31 ? alone : null
}

/** One person in a session: what is known of them, why they stand where they stand, what can be done. */
export const personPage: Page = {
  method: 'GET',
  path: '/sessions/:id{[0-9]+}/people/:person{[0-9]+}',
  who: 'trainer',
  show: (visit, [sessionId, signUpId]) => personView(visit, sessionId!, signUpId!, {}),
}

export async function personView(visit: Visit, sessionId: number, signUpId: number, after: After): Promise<View> {
  const { db, locale, now } = visit
  const roll = await readRoll(db, sessionId)
  const entry = roll && (await listEntries(db, sessionId)).find(({ signUp }) => signUp.id === signUpId)
  if (!roll || !entry) return noPage(locale)
  const { session } = roll
  const t = say(locale)
  const { personId } = entry.signUp
  const known = personId === null ? undefined : (await listPeople(db, [personId])).get(personId)
  const reader = { chatId: 0, locale }
  const about = personMessage(reader, { session, entry, person: known }, now).content
  const why = whyMessage(reader, explain(roll, entry.signUp, await readEvents(db, sessionId), now)).content
  const all = actsFor(isOver(session, now) !== null ? 'out' : standingOf(entry.signUp))
  const acts = all.filter((act) => act !== 'message' || !entry.call)
  return inRoom(visit, 'sessions', {
    title: entryName(locale, entry),
    back: { at: `/sessions/${sessionId}`, name: t('to-session') },
    at: `/sessions/${sessionId}/people/${signUpId}`,
    ...(after.fault === undefined ? {} : { status: 422 }),
    body: html`${noteOf(after.note)}${noteOf(after.fault, 'fault')}
      <section class="card">${blocksHtml(about.filter(({ type }) => type !== 'heading'))}</section>
      ${entry.call && entry.signUp.offer ? answerForm(locale, { sessionId, signUpId }) : ''}
      ${await undoForm(visit, sessionId, [signUpId], signUpId)}
      ${personId === null ? '' : await exchangedHtml(visit, signUpId)}
      ${personId === null ? '' : actsForm(visit, { sessionId, signUpId, acts, words: after.words ?? '' })}
      <details class="card"><summary>${t('why-read')}</summary><div class="stack">${blocksHtml(why)}</div></details>`,
  })
}

/** Once a session has begun, its people can only be written to. */
function actsFor(standing: ReturnType<typeof standingOf>): Act[] {
  return (Object.keys(ACTS) as Act[]).filter((act) => (ACTS[act].for as readonly string[]).includes(standing))
}

function actsForm(
  { locale }: Visit,
  { sessionId, signUpId, acts, words }: { sessionId: number; signUpId: number; acts: Act[]; words: string },
): Html {
  return html`<form class="card" method="post" action="/app/sessions/${sessionId}/people" hx-disabled-elt="find button">
    ${onceField()}<input type="hidden" name="person" value="${signUpId}"><input type="hidden" name="alone" value="${signUpId}">
    ${wordsField(locale, words)}
    <div class="row">${acts.map((act) => actButton(locale, act))}</div>
  </form>`
}
