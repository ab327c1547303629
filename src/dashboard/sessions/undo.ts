import { html } from 'hono/html'
import type { Roll, SignUp } from '../../sessions/line/sign-up.ts'
import { readRoll } from '../../sessions/line/store.ts'
import type { Undoable } from '../../sessions/line/undo.ts'
import { actedText } from '../../sessions/staff/act-texts.ts'
import { undo } from '../../sessions/staff/actions.ts'
import { listEntries } from '../../sessions/staff/reads.ts'
import { entryName } from '../../sessions/staff/roll/status-texts.ts'
import { say as sayOfStaff } from '../../sessions/staff/texts.ts'
import { lastAct, undoLabel } from '../../sessions/staff/undo/button.ts'
import { once, onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { say } from './texts.ts'

/** Takes back what was done last to one person or to several, as in the chat; `shown` is the page it is done on. */
export function undoPage(shown: (visit: Visit, sessionId: number, note: string) => Promise<View>): Page {
  return {
    method: 'POST',
    path: '/sessions/:id{[0-9]+}/undo',
    who: 'trainer',
    show: async (visit, [sessionId]) => {
      const acts = visit.form.getAll('undo').flatMap(readAct)
      const note = await once(visit, () => undoAll(visit, sessionId!, acts))
      return shown(visit, sessionId!, note ?? say(visit.locale)('done-before'))
    },
  }
}

/** «12:7»: the seventh event of the session, which was on sign-up 12. */
function readAct(text: string): { signUpId: number; number: number }[] {
  const [, signUpId, number] = /^(\d{1,9}):(\d{1,9})$/.exec(text) ?? []
  return number === undefined ? [] : [{ signUpId: Number(signUpId), number: Number(number) }]
}

async function undoAll(
  { db, locale, person, now }: Visit,
  sessionId: number,
  acts: readonly { signUpId: number; number: number }[],
): Promise<string> {
  const entries = new Map((await listEntries(db, sessionId)).map((entry) => [entry.signUp.id, entry]))
  // Kept in Cyrillic, which every reader gets in their own script.
  const passedOnReason = sayOfStaff('sr-Cyrl')('undo-reason')
  const told: string[] = []
  // What was done last is taken back first, so that several moves leave the line as it was.
  for (const act of acts.toSorted((a, b) => b.number - a.number)) {
    const entry = entries.get(act.signUpId)
    if (!entry) continue
    const result = await undo(db, { ...act, staffId: person.id, passedOnReason }, now)
    told.push(actedText(locale, { name: entryName(locale, entry), call: entry.call }, { act: 'undo', result }, now))
  }
  return told.length > 0 ? told.join(' ') : say(locale)('nothing-done')
}

/** What can be taken back of what was done last to these people, as one button; nothing where there is nothing. */
export async function undoForm(
  { db, locale, now }: Visit,
  sessionId: number,
  signUpIds: readonly number[],
  alone?: number,
): Promise<Html> {
  const roll = await readRoll(db, sessionId)
  if (!roll) return html``
  const acts: { signUp: SignUp; act: Undoable }[] = []
  for (const signUp of peopleIn(roll, signUpIds)) {
    const act = await lastAct(db, { session: roll.session, signUp }, now)
    if (act) acts.push({ signUp, act })
  }
  const [first] = acts
  if (!first) return html``
  const label = acts.length === 1 ? undoLabel(locale, first.act) : say(locale)('undo-several', { count: acts.length })
  return html`<form class="row" method="post" action="/app/sessions/${sessionId}/undo" hx-disabled-elt="find button">
    ${onceField()}${alone === undefined ? '' : html`<input type="hidden" name="alone" value="${alone}">`}
    ${acts.map(({ signUp, act }) => html`<input type="hidden" name="undo" value="${signUp.id}:${act.number}">`)}
    <button>${label}</button></form>`
}

function peopleIn({ signUps }: Roll, ids: readonly number[]): SignUp[] {
  const wanted = new Set(ids)
  return signUps.filter(({ id }) => wanted.has(id))
}
