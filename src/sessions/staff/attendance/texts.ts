import type { InlineKeyboardButton } from 'grammy/types'
import { bold, footer, heading, paragraph, tappable } from '../../../bot/message/rich.ts'
import { placed, type To } from '../../../bot/message/to.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { momentFor, timeFor, weekdayFor } from '../../../language/dates/write.ts'
import { type Locale, shownTo } from '../../../language/locale.ts'
import { nameOrder } from '../../../language/order.ts'
import type { Listed } from '../../../people/directory-store.ts'
import { municipalityOf, nameOf } from '../../../people/municipalities/municipalities.ts'
import type { NoteResult } from '../../attendance/actions.ts'
import { type Attended, type Sheet, STATES, type State } from '../../attendance/attendance.ts'
import { PAPER, SHOW_CODE } from '../../attendance/buttons.ts'
import { isShown } from '../../attendance/code.ts'
import { countDay, hasOpened, opensAt } from '../../attendance/mark.ts'
import { type PlainSentence, type Sentence, say } from '../../attendance/texts.ts'
import { dayNumber } from '../../session/days.ts'
import { titleOf } from '../../session/texts.ts'
import { ON_SESSION } from '../buttons.ts'
import { shortened } from '../message.ts'
import { say as sayStaff } from '../texts.ts'
import { DAY, PICK_WALK_IN, REST, TAP, UNDO, WALK_IN, WHY } from './buttons.ts'

/** What is looked at: a day, what a tap notes, and the page of names. */
export type View = { on: Temporal.PlainDate; mode: State; page: number }

/** Names of people by their ids; those who were erased are not in it. */
export type Names = ReadonlyMap<number, string>

/** `lastAct` is what whoever looks can take back. */
export type Shown = { sheet: Sheet; names: Names; view: View; lastAct: number | null }

const MODES: Record<State, PlainSentence> = {
  present: 'mode-present',
  late: 'mode-late',
  left: 'mode-left',
  absent: 'mode-absent',
}

export function modeName(locale: Locale, mode: State): string {
  return say(locale)(MODES[mode])
}

/** The names of a day, each to be tapped; `note` says what was done just now. */
export function sheetMessage(to: To, shown: Shown, now: Temporal.Instant, note?: string): Outgoing {
  const { locale } = to
  const { sheet, view } = shown
  const t = say(locale)
  const day = sheet.days.find(({ on }) => on.equals(view.on))!
  const opened = hasOpened(sheet.session, day, now)
  const { absent, unknown, ...there } = countDay(sheet, view.on)
  const counts = { there: there.present + there.late + there.left, absent, unknown }
  return {
    ...placed(to),
    content: [
      ...(note === undefined ? [] : [paragraph(tappable(note))]),
      heading(t('attendance-title', { title: titleOf(locale, sheet.session) }), 4),
      paragraph(bold(weekdayFor(locale, view.on))),
      ...(opened
        ? [
            paragraph(t('attendance-counts', counts)),
            footer(sheet.people.length > 0 ? t('attendance-how') : t('attendance-none')),
          ]
        : [paragraph(earlyText(locale, opensAt(sheet.session, day)))]),
    ],
    buttons: [
      ...dayButtons(locale, shown),
      ...(opened ? openButtons(locale, shown) : []),
      ...dayToolButtons(locale, shown, now),
      [ON_SESSION.session.labelled(sayStaff(locale)('button-back'), sheet.session.id)],
    ],
  }
}

/** From when it can be noted who is there. */
export function earlyText(locale: Locale, opens: Temporal.ZonedDateTime): string {
  return say(locale)('attendance-early', { from: momentFor(locale, opens.toPlainDateTime()) })
}

/** A row of buttons holds this many dates that a phone still shows whole. */
const DAYS_IN_A_ROW = 5

function dayButtons(locale: Locale, { sheet, view }: Shown): InlineKeyboardButton[][] {
  if (sheet.days.length === 1) return []
  const buttons = sheet.days.map(({ on }) => {
    const label = `${on.day}.${on.month}.`
    const shown = on.equals(view.on) ? say(locale)('mode-chosen', { mode: label }) : label
    return DAY.labelled(shown, sheet.session.id, dayNumber(on), view.mode, 0)
  })
  return inRows(buttons, DAYS_IN_A_ROW)
}

function inRows<T>(all: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / length) }, (_, i) => all.slice(i * length, (i + 1) * length))
}

function openButtons(locale: Locale, shown: Shown): InlineKeyboardButton[][] {
  const t = say(locale)
  const { sheet, view, lastAct } = shown
  const place = [dayNumber(view.on), view.mode] as const
  const unknown = countDay(sheet, view.on).unknown
  const rest = REST.labelled(
    t('button-all-rest', { mode: modeName(locale, view.mode) }),
    sheet.session.id,
    ...place,
    view.page,
  )
  const undo = (act: number) => UNDO.labelled(t('button-undo'), sheet.session.id, ...place, view.page, act)
  return [
    ...(sheet.people.length > 0
      ? inRows(
          STATES.map((mode) => modeButton(locale, shown, mode)),
          2,
        )
      : []),
    ...nameButtons(locale, shown),
    ...(unknown > 0 ? [[rest]] : []),
    ...(lastAct === null ? [] : [[undo(lastAct)]]),
    [WALK_IN.labelled(t('button-walk-in'), sheet.session.id, dayNumber(view.on))],
  ]
}

/** What a room needs before and while people come. */
function dayToolButtons(locale: Locale, { sheet, view }: Shown, now: Temporal.Instant): InlineKeyboardButton[][] {
  const t = say(locale)
  const day = sheet.days.find(({ on }) => on.equals(view.on))!
  const of = [sheet.session.id, dayNumber(view.on)] as const
  return [
    ...(isShown(sheet.session, day, now) ? [[SHOW_CODE.labelled(t('button-show-code'), ...of)]] : []),
    [PAPER.labelled(t('button-sheet'), ...of, 'sheet')],
    [PAPER.labelled(t('button-badges'), ...of, 'badges'), PAPER.labelled(t('button-signs'), ...of, 'signs')],
  ]
}

function modeButton(locale: Locale, { sheet, view }: Shown, mode: State): InlineKeyboardButton {
  const name = modeName(locale, mode)
  const label = mode === view.mode ? say(locale)('mode-chosen', { mode: name }) : name
  return DAY.labelled(label, sheet.session.id, dayNumber(view.on), mode, view.page)
}

/** Names on one page: with all else they stay below the hundred buttons of a message. */
const NAMES_ON_A_PAGE = 30

function nameButtons(locale: Locale, { sheet, names, view }: Shown): InlineKeyboardButton[][] {
  const t = say(locale)
  const people = byName(locale, sheet.people, names)
  const last = Math.max(0, Math.ceil(people.length / NAMES_ON_A_PAGE) - 1)
  const page = Math.min(view.page, last)
  const turn = (label: PlainSentence, to: number) =>
    DAY.labelled(t(label), sheet.session.id, dayNumber(view.on), view.mode, to)
  const turns = [
    ...(page > 0 ? [turn('button-before', page - 1)] : []),
    ...(page < last ? [turn('button-after', page + 1)] : []),
  ]
  return [
    ...people
      .slice(page * NAMES_ON_A_PAGE, (page + 1) * NAMES_ON_A_PAGE)
      .map(({ person, name }) => [
        TAP.labelled(personLabel(locale, person, view.on, name), person.signUpId, dayNumber(view.on), view.mode, page),
      ]),
    ...(turns.length > 0 ? [turns] : []),
  ]
}

/** In the order in which somebody looks for a name. */
export function byName(
  locale: Locale,
  people: readonly Attended[],
  names: Names,
): { person: Attended; name: string }[] {
  const order = nameOrder(locale)
  return people
    .map((person) => ({ person, name: shownName(locale, person, names) }))
    .sort((a, b) => order(a.name, b.name) || a.person.signUpId - b.person.signUpId)
}

export function shownName(locale: Locale, { personId }: Pick<Attended, 'personId'>, names: Names): string {
  const name = personId === null ? undefined : names.get(personId)
  return name === undefined ? say(locale)('erased-person') : shownTo(locale, name)
}

export function personLabel(locale: Locale, person: Attended, on: Temporal.PlainDate, name: string): string {
  const t = say(locale)
  const known = municipalityOf(person.municipality)
  const full = shortened(known ? `${name}, ${nameOf(locale, known)}` : name)
  const { state, from, to } = person.days.find((day) => day.on.equals(on))!
  if (state === 'late')
    return from ? t('person-late-from', { name: full, from: timeFor(from) }) : t('person-late', { name: full })
  if (state !== 'left') return t(PLAIN_LABELS[state ?? 'unknown'], { name: full })
  if (to === null) return t('person-left', { name: full })
  return from === null
    ? t('person-left-to', { name: full, to: timeFor(to) })
    : t('person-left-between', { name: full, from: timeFor(from), to: timeFor(to) })
}

const PLAIN_LABELS = {
  present: 'person-present',
  absent: 'person-absent',
  unknown: 'person-unknown',
} as const satisfies Record<string, Sentence>

export type Reason = Parameters<typeof WHY.data>[0]

const REASONS: Record<Reason, PlainSentence> = {
  signed: 'reason-signed',
  mistake: 'reason-mistake',
  instead: 'reason-instead',
  invited: 'reason-invited',
}

export function reasonText(locale: Locale, reason: Reason): string {
  return say(locale)(REASONS[reason])
}

/** Asks for words, with usual ones as buttons. */
export function reasonQuestion(to: To, question: string, reasons: readonly Reason[]): Outgoing {
  return {
    ...placed(to),
    content: [paragraph(bold(question))],
    buttons: reasons.map((reason) => [WHY.labelled(reasonText(to.locale, reason), reason)]),
  }
}

/** People whose name was looked for, each to be let in by a tap. */
export function foundMessage(
  to: To,
  { sessionId, on }: { sessionId: number; on: Temporal.PlainDate },
  found: readonly Listed[],
  more: boolean,
): Outgoing {
  const t = say(to.locale)
  return {
    ...placed(to),
    content: [paragraph(bold(t('found-title'))), ...(more ? [paragraph(t('found-many'))] : [])],
    buttons: found.map((one) => {
      const known = one.municipality === null ? undefined : municipalityOf(one.municipality)
      const name = shownTo(to.locale, one.name)
      const label = shortened(known ? `${name}, ${nameOf(to.locale, known)}` : name)
      return [PICK_WALK_IN.labelled(label, sessionId, dayNumber(on), one.personId)]
    }),
  }
}

/** What came of a tap, in a line over the chat, so that the list keeps its place under the finger. */
export function notedText(locale: Locale, result: NoteResult): string {
  const t = say(locale)
  switch (result.kind) {
    case 'noted':
      return t('attendance-all-done', { count: result.marks.length })
    case 'nothing-changes':
      return t('attendance-same')
    case 'not-in-it':
      return t('attendance-not-in-it')
    case 'no-such-day':
      return t('attendance-no-day')
    default:
      return ''
  }
}
