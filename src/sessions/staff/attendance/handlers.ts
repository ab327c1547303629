import { z } from 'zod'
import { paragraph } from '../../../bot/message/rich.ts'
import { inPlaceFor, lineOf, placed, readerOf } from '../../../bot/message/to.ts'
import { dialogue } from '../../../bot/registry/dialogue.ts'
import type { Handled } from '../../../bot/registry/handle.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { weekdayFor } from '../../../language/dates/write.ts'
import { type Locale, shownTo } from '../../../language/locale.ts'
import type { BotContext } from '../../../people/context.ts'
import { findPeopleByName, listPeople, readNames } from '../../../people/directory-store.ts'
import { converse, handle } from '../../../people/roles/handle.ts'
import { stoppable } from '../../../people/stop.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import { type AdmitResult, admit, noteAttendance, undoAttendance } from '../../attendance/actions.ts'
import { type Sheet, STATES, type State } from '../../attendance/attendance.ts'
import { dayAt } from '../../attendance/mark.ts'
import { readSheet } from '../../attendance/reads.ts'
import { lastAct } from '../../attendance/store.ts'
import { say } from '../../attendance/texts.ts'
import { sessionIdOf } from '../../line/store.ts'
import { dateOf } from '../../session/days.ts'
import { ATTENDANCE } from '../buttons.ts'
import { newEntryButton } from '../entered/card.ts'
import { LONGEST_REASON, readWords } from '../form/dialogue.ts'
import { gone } from '../form/shown.ts'
import { sentenceMessage } from '../message.ts'
import { DAY, PICK_WALK_IN, REST, TAP, UNDO, WALK_IN, WHY } from './buttons.ts'
import {
  foundMessage,
  modeName,
  notedText,
  type Reason,
  reasonQuestion,
  reasonText,
  sheetMessage,
  shownName,
  type View,
} from './texts.ts'

const id = z.int().positive()
const onDay = z.object({ sessionId: id, on: z.iso.date() })

/** What was begun about the attendance of a day and waits for words: a reason, or a name. */
const ATTENDANCE_DIALOGUE = dialogue(
  'attendance',
  z.discriminatedUnion('act', [
    onDay.extend({ act: z.literal('correct'), signUpId: id, state: z.enum(STATES), page: z.int().min(0) }),
    onDay.extend({ act: z.literal('find') }),
    onDay.extend({ act: z.literal('walk-in'), personId: id }),
  ]),
  { who: 'trainer', accepts: ['text'] },
)
type Waiting = NonNullable<ReturnType<typeof ATTENDANCE_DIALOGUE.open>>

/** Who is there: staff tap names, all at once, take a press back, let somebody in, and correct a day that is past. */
export function staffAttendance({ clock }: { clock: Clock }): Handled<BotContext>[] {
  const at = (ctx: BotContext): Press => ({ ctx, now: clock.now() })
  const view = (day: number, mode: State, page: number): View => ({ on: dateOf(day), mode, page })
  return [
    handle(ATTENDANCE, (db, ctx, [sessionId]) => openSheet(db, at(ctx), sessionId)),
    handle(DAY, (db, ctx, [sessionId, day, mode, page]) => show(db, at(ctx), sessionId, view(day, mode, page))),
    handle(TAP, (db, ctx, [signUpId, day, mode, page]) => tap(db, at(ctx), signUpId, view(day, mode, page))),
    handle(REST, (db, ctx, [sessionId, day, mode, page]) => noteRest(db, at(ctx), sessionId, view(day, mode, page))),
    handle(UNDO, (db, ctx, [sessionId, day, mode, page, act]) =>
      undo(db, at(ctx), { sessionId, act }, view(day, mode, page)),
    ),
    handle(WALK_IN, (db, ctx, [sessionId, day]) => askForName(db, at(ctx), sessionId, dateOf(day))),
    handle(PICK_WALK_IN, (db, ctx, [sessionId, day, personId]) =>
      askWhyIn(db, at(ctx), { act: 'walk-in', sessionId, on: `${dateOf(day)}`, personId }),
    ),
    handle(WHY, async (db, ctx, [reason]) => {
      const waiting = ATTENDANCE_DIALOGUE.open(ctx)
      // Kept in Cyrillic, which every reader gets in their own script.
      return waiting && waiting.act !== 'find'
        ? carryOut(db, at(ctx), waiting, reasonText('sr-Cyrl', reason))
        : gone(ctx)
    }),
    converse(
      ATTENDANCE_DIALOGUE,
      (ctx, waiting, { text }) =>
        (db) =>
          takeWords(db, at(ctx), waiting, readWords(text)),
    ),
  ]
}

type Press = { ctx: BotContext; now: Temporal.Instant }

async function openSheet(db: Db, press: Press, sessionId: number): Promise<Outgoing[]> {
  const sheet = await readSheet(db, sessionId)
  if (!sheet) return [sentenceMessage(inPlaceFor(press.ctx), 'card-unknown')]
  const { on } = dayAt(sheet.session, sheet.days, press.now)
  return show(db, press, sessionId, { on, mode: 'present', page: 0 })
}

/** The sheet as it is now; where the session is not held on that day, the day that is meant. */
async function show(db: Db, press: Press, sessionId: number, view: View, note?: string): Promise<Outgoing[]> {
  const { ctx, now } = press
  const sheet = await readSheet(db, sessionId)
  if (!sheet) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
  if (sheet.session.state === 'cancelled')
    return [{ ...placed(inPlaceFor(ctx)), content: [paragraph(say(ctx.locale)('attendance-cancelled'))] }]
  const isHeld = sheet.days.some(({ on }) => on.equals(view.on))
  if (!isHeld) return openSheet(db, press, sessionId)
  const names = await namesIn(db, sheet)
  const act = await lastAct(db, { sessionId, on: view.on, staffId: ctx.person.id })
  return [sheetMessage(inPlaceFor(ctx), { sheet, names, view, lastAct: act }, now, note)]
}

function namesIn(db: Db, { people }: Sheet) {
  return readNames(
    db,
    people.map(({ personId }) => personId),
  )
}

async function tap(db: Db, press: Press, signUpId: number, view: View): Promise<Outgoing[]> {
  const sessionId = await sessionIdOf(db, signUpId)
  if (sessionId === null) return [sentenceMessage(inPlaceFor(press.ctx), 'sign-up-unknown')]
  const by = { sessionId, on: view.on, state: view.mode, who: signUpId, staffId: press.ctx.person.id, reason: null }
  const result = await noteAttendance(db, by, press.now)
  if (result.kind === 'needs-reason') {
    const { on, mode: state, page } = view
    return askWhyOtherwise(db, press, { act: 'correct', sessionId, on: `${on}`, signUpId, state, page })
  }
  press.ctx.toast(notedText(press.ctx.locale, result))
  return result.kind === 'nothing-changes' ? [] : show(db, press, sessionId, view)
}

async function noteRest(db: Db, press: Press, sessionId: number, view: View): Promise<Outgoing[]> {
  const staffId = press.ctx.person.id
  const by = { sessionId, on: view.on, state: view.mode, who: 'the-rest', staffId, reason: null } as const
  const result = await noteAttendance(db, by, press.now)
  const isFull = result.kind === 'nothing-changes'
  const { locale } = press.ctx
  press.ctx.toast(isFull ? say(locale)('attendance-all-noted') : notedText(locale, result))
  return show(db, press, sessionId, view)
}

async function undo(
  db: Db,
  press: Press,
  { sessionId, act }: { sessionId: number; act: number },
  view: View,
): Promise<Outgoing[]> {
  const count = await undoAttendance(db, { sessionId, act, staffId: press.ctx.person.id }, press.now)
  press.ctx.toast(say(press.ctx.locale)('attendance-undone', { count }))
  return show(db, press, sessionId, view)
}

async function askWhyOtherwise(
  db: Db,
  { ctx, now }: Press,
  waiting: Extract<Waiting, { act: 'correct' }>,
): Promise<Outgoing[]> {
  const sheet = (await readSheet(db, waiting.sessionId))!
  const person = sheet.people.find(({ signUpId }) => signUpId === waiting.signUpId)!
  await ATTENDANCE_DIALOGUE.keep(db, ctx.turn.chatId, waiting, now)
  const question = say(ctx.locale)('ask-correction', {
    name: shownName(ctx.locale, person, await namesIn(db, sheet)),
    day: weekdayFor(ctx.locale, Temporal.PlainDate.from(waiting.on)).replace(/\.$/, ''),
    mode: modeName(ctx.locale, waiting.state),
  })
  return [stoppable(ctx.locale, ATTENDANCE_DIALOGUE, reasonQuestion(readerOf(ctx), question, ['signed', 'mistake']))]
}

async function askForName(db: Db, { ctx, now }: Press, sessionId: number, on: Temporal.PlainDate): Promise<Outgoing[]> {
  await ATTENDANCE_DIALOGUE.keep(db, ctx.turn.chatId, { act: 'find', sessionId, on: `${on}` }, now)
  return [stoppable(ctx.locale, ATTENDANCE_DIALOGUE, lineMessage(readerOf(ctx), 'ask-walk-in'))]
}

const lineMessage = lineOf(say)

async function askWhyIn(
  db: Db,
  { ctx, now }: Press,
  waiting: Extract<Waiting, { act: 'walk-in' }>,
): Promise<Outgoing[]> {
  const person = (await listPeople(db, [waiting.personId])).get(waiting.personId)
  if (!person) return gone(ctx)
  await ATTENDANCE_DIALOGUE.keep(db, ctx.turn.chatId, waiting, now)
  const question = say(ctx.locale)('ask-walk-in-reason', { name: shownTo(ctx.locale, person.name) })
  const asked = reasonQuestion(readerOf(ctx), question, ['instead', 'invited'] satisfies Reason[])
  return [stoppable(ctx.locale, ATTENDANCE_DIALOGUE, asked)]
}

/** The words that were waited for; those that cannot be taken leave everything as it was. */
async function takeWords(db: Db, press: Press, waiting: Waiting, words: string): Promise<Outgoing[]> {
  const to = readerOf(press.ctx)
  if (!/[\p{L}\p{N}]{2}/u.test(words)) return [lineMessage(to, 'reason-empty')]
  if (words.length > LONGEST_REASON)
    return [lineMessage(to, 'reason-long', { most: LONGEST_REASON, length: words.length })]
  return waiting.act === 'find' ? lookFor(db, press, waiting, words) : carryOut(db, press, waiting, words)
}

/** As many people as fit under a message and can still be told apart. */
const MOST_FOUND = 8

async function lookFor(
  db: Db,
  { ctx }: Press,
  { sessionId, on }: Extract<Waiting, { act: 'find' }>,
  text: string,
): Promise<Outgoing[]> {
  const found = await findPeopleByName(db, text, MOST_FOUND + 1)
  const enter = [newEntryButton(ctx.locale, sessionId)]
  if (found.length === 0) return [{ ...lineMessage(readerOf(ctx), 'found-none', { text }), buttons: [enter] }]
  const where = { sessionId, on: Temporal.PlainDate.from(on) }
  const shown = foundMessage(readerOf(ctx), where, found.slice(0, MOST_FOUND), found.length > MOST_FOUND)
  return [{ ...shown, buttons: [...(shown.buttons ?? []), enter] }]
}

async function carryOut(
  db: Db,
  press: Press,
  waiting: Exclude<Waiting, { act: 'find' }>,
  reason: string,
): Promise<Outgoing[]> {
  await ATTENDANCE_DIALOGUE.end(db, press.ctx.turn.chatId)
  const on = Temporal.PlainDate.from(waiting.on)
  if (waiting.act === 'walk-in') return letIn(db, press, waiting, reason)
  const { sessionId, state, signUpId: who, page } = waiting
  const result = await noteAttendance(
    db,
    { sessionId, on, state, who, staffId: press.ctx.person.id, reason },
    press.now,
  )
  press.ctx.toast(notedText(press.ctx.locale, result))
  return show(db, press, sessionId, { on, mode: state, page })
}

async function letIn(
  db: Db,
  press: Press,
  { sessionId, on, personId }: Extract<Waiting, { act: 'walk-in' }>,
  reason: string,
): Promise<Outgoing[]> {
  const person = (await listPeople(db, [personId])).get(personId)
  if (!person) return gone(press.ctx)
  const applicant = { personId, municipality: person.municipality, consented: person.consented }
  const day = Temporal.PlainDate.from(on)
  const by = { sessionId, on: day, applicant, staffId: press.ctx.person.id, reason }
  const note = admittedText(press.ctx.locale, shownTo(press.ctx.locale, person.name), await admit(db, by, press.now))
  return show(db, press, sessionId, { on: day, mode: 'present', page: 0 }, note)
}

/** What came of letting somebody in who had no place. */
export function admittedText(locale: Locale, name: string, result: AdmitResult): string | undefined {
  const t = say(locale)
  switch (result.kind) {
    case 'noted':
      return t('walk-in-done', { name })
    case 'already-there':
      return t('walk-in-there', { name })
    case 'profile-incomplete':
      return t('walk-in-incomplete', { name })
    case 'no-such-day':
      return t('attendance-no-day')
    default:
      return undefined
  }
}
