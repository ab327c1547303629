import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, details, footer, heading, list, paragraph, tappable } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { daysFor, timeFor, weekdayFor } from '../../language/dates.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { ZONE } from '../../platform/clock.ts'
import { type Closed, whyClosed } from '../line/enter.ts'
import { type Change, isActive, type Roll, type Status } from '../line/sign-up.ts'
import { hasEnded, planOf, type Session } from '../session/session.ts'
import type { SessionEventKind } from '../session/store.ts'
import { timeOf } from '../session/texts.ts'
import {
  BROADCAST_FOR,
  BROADCAST_TO_CONFIRMED,
  CHOOSE_QUESTIONS,
  LIST,
  ON_SESSION,
  REMINDERS_OF,
  ROLL,
} from './buttons.ts'
import { COPY, EDIT } from './form/buttons.ts'
import { fieldName, settingsList } from './form/field-texts.ts'
import { placed, shortened, type To, untilInstant } from './message.ts'
import type { HistoryLine, StaffCard } from './reads.ts'
import { STATUSES } from './roll-texts.ts'
import { type PlainSentence, type Sentence, say } from './texts.ts'

const STATES: Record<Closed | 'open' | 'over', PlainSentence> = {
  unknown: 'state-draft',
  open: 'state-open',
  closed: 'state-closed',
  'deadline-passed': 'state-deadline-passed',
  started: 'state-started',
  cancelled: 'state-cancelled',
  over: 'state-over',
}

/** What people read of the session too: whether they can still sign up. */
function stateOf(locale: Locale, session: Session, now: Temporal.Instant): string {
  const over = session.state !== 'cancelled' && session.state !== 'draft' && hasEnded(session, now)
  return say(locale)(STATES[over ? 'over' : (whyClosed(session, now) ?? 'open')])
}

/** How many sessions one message shows. */
const PAGE = 12

const LISTS = {
  ahead: { title: 'manage-title-ahead', none: 'manage-none-ahead', button: 'button-ahead' },
  past: { title: 'manage-title-past', none: 'manage-none-past', button: 'button-past' },
} as const satisfies Record<string, { title: PlainSentence; none: PlainSentence; button: Sentence }>

/** A page of the sessions ahead, or of those past, each with a button that opens it; a page that is not there is the last. */
export function sessionsMessage(
  to: To,
  cards: StaffCard[],
  now: Temporal.Instant,
  { which, page }: { which: 'ahead' | 'past'; page: number },
): Outgoing {
  const t = say(to.locale)
  const listed = cards.filter(({ session }) => hasEnded(session, now) === (which === 'past'))
  const last = Math.max(0, Math.ceil(listed.length / PAGE) - 1)
  const at = Math.min(page, last)
  const shown = listed.slice(at * PAGE, (at + 1) * PAGE)
  const lines = shown.map(({ session, counts }) => [
    bold(shownTo(to.locale, session.title)),
    ` – ${lineOf(to.locale, session, counts, now)}`,
  ])
  const turn = (label: PlainSentence, to: number) => LIST.labelled(t(label), which, to)
  const turns = [
    ...(at > 0 ? [turn('button-before', at - 1)] : []),
    ...(at < last ? [turn('button-after', at + 1)] : []),
  ]
  const other = which === 'ahead' ? 'past' : 'ahead'
  const others = cards.length - listed.length
  return {
    ...placed(to),
    content: [
      heading(t(LISTS[which].title), 4),
      ...(which === 'ahead' ? decisionBlocks(to.locale, listed) : []),
      ...(shown.length > 0
        ? [list(lines), footer(tappable(t('manage-how')))]
        : [paragraph(tappable(t(LISTS[which].none)))]),
    ],
    buttons: [
      ...(which === 'ahead' ? decisionButtons(to.locale, listed) : []),
      ...shown.map(({ session }) => [ON_SESSION.session.labelled(labelOf(to.locale, session), session.id)]),
      ...(turns.length > 0 ? [turns] : []),
      ...(others > 0 ? [[LIST.labelled(t(LISTS[other].button, { count: others }), other, 0)]] : []),
    ],
  }
}

/** Sessions in which sign-ups wait for a decision. */
const undecided = (cards: readonly StaffCard[]) =>
  cards.filter(({ session, counts }) => session.state !== 'cancelled' && (counts.requested ?? 0) > 0)

function decisionBlocks(locale: Locale, cards: readonly StaffCard[]): Block[] {
  const count = undecided(cards).reduce((sum, { counts }) => sum + (counts.requested ?? 0), 0)
  return count === 0 ? [] : [paragraph(bold(say(locale)('decide-title', { count })))]
}

/** As many as leave room for the sessions themselves. */
const MOST_UNDECIDED = 10

function decisionButtons(locale: Locale, cards: readonly StaffCard[]): InlineKeyboardButton[][] {
  return undecided(cards)
    .slice(0, MOST_UNDECIDED)
    .map(({ session, counts }) => {
      const title = shownTo(locale, session.title)
      const label = say(locale)('button-decide', { count: counts.requested ?? 0, title })
      return [ROLL.labelled(shortened(label), session.id)]
    })
}

function lineOf(locale: Locale, session: Session, counts: StaffCard['counts'], now: Temporal.Instant): string {
  const days = daysFor(locale, session.starts.toPlainDate(), session.ends.toPlainDate())
  return say(locale)('manage-line', {
    days: days.replace(/\.$/, ''),
    state: stateOf(locale, session, now),
    taken: counts.confirmed ?? 0,
    capacity: session.capacity,
  })
}

function labelOf(locale: Locale, session: Session): string {
  const { day, month } = session.starts
  return shortened(`${day}.${month}. · ${shownTo(locale, session.title)}`)
}

/** A session as staff see it, with all that can be done; `note` says what was done just now. */
export function sessionMessage(to: To, roll: Roll, now: Temporal.Instant, note?: string): Outgoing {
  const { session } = roll
  const t = say(to.locale)
  return {
    ...placed(to),
    content: [
      ...(note === undefined ? [] : [paragraph(tappable(note))]),
      heading(shownTo(to.locale, session.title), 4),
      list([
        [bold(`${t('card-state')}: `), stateOf(to.locale, session, now)],
        [bold(`${t('field-when')}: `), timeOf(to.locale, session)],
        [bold(`${t('field-place')}: `), shownTo(to.locale, session.place)],
        ...countLines(to.locale, roll),
      ]),
      details(t('preview-settings'), settings(to.locale, session)),
    ],
    buttons: sessionButtons(to.locale, roll, now),
  }
}

function settings(locale: Locale, session: Session): Block[] {
  const description = session.description.split('\n').filter((line) => line !== '')
  return [settingsList(locale, planOf(session)), ...description.map((line) => paragraph(shownTo(locale, line)))]
}

function countOf(roll: Roll, status: Status): number {
  return roll.signUps.filter((signUp) => signUp.status === status).length
}

const COUNTED: readonly (readonly [Status, PlainSentence])[] = [
  ['offered', 'card-offered'],
  ['waitlisted', 'card-waitlisted'],
  ['requested', 'card-requested'],
]

function countLines(locale: Locale, roll: Roll) {
  const t = say(locale)
  const places = t('card-places-value', { confirmed: countOf(roll, 'confirmed'), capacity: roll.session.capacity })
  const others = COUNTED.filter(([status]) => countOf(roll, status) > 0)
  return [
    [bold(`${t('card-places')}: `), places],
    ...others.map(([status, sentence]) => [bold(`${t(sentence)}: `), String(countOf(roll, status))]),
  ]
}

const ACTS = {
  open: 'button-open',
  close: 'button-close',
  link: 'button-link',
  history: 'button-history',
  export: 'button-export',
  cancel: 'button-cancel-session',
} as const satisfies Partial<Record<keyof typeof ON_SESSION, PlainSentence>>

function sessionButtons(locale: Locale, { session, signUps }: Roll, now: Temporal.Instant): InlineKeyboardButton[][] {
  const t = say(locale)
  const act = (what: keyof typeof ACTS) => ON_SESSION[what].labelled(t(ACTS[what]), session.id)
  const edit = EDIT.labelled(t('button-edit'), session.id)
  const copy = COPY.labelled(t('button-copy'), session.id)
  const ahead = session.state !== 'cancelled' && !hasEnded(session, now)
  const people = signUps.filter(isActive).length
  return [
    ...(ahead && session.state !== 'open' ? [[act('open')]] : []),
    [ROLL.labelled(t('button-roll', { count: people }), session.id)],
    ...(ahead ? [[edit, copy]] : [[copy]]),
    ...(whyClosed(session, now) === null ? [[act('link'), act('close')]] : []),
    [
      REMINDERS_OF.labelled(t('button-reminders'), session.id),
      BROADCAST_FOR.labelled(t('button-broadcast'), session.id),
    ],
    ...(signUps.some(({ status }) => status === 'confirmed')
      ? [[BROADCAST_TO_CONFIRMED.labelled(t('button-write-confirmed'), session.id)]]
      : []),
    [CHOOSE_QUESTIONS.labelled(t('button-questions'), session.id)],
    [act('history'), act('export')],
    ...(ahead ? [[act('cancel')]] : []),
    [LIST.labelled(t('button-all'), 'ahead', 0)],
  ]
}

/** The link that opens the session, for passing on. */
export function linkMessage(to: To, session: Session, url: string): Outgoing {
  const content = [
    paragraph(say(to.locale)('link-text')),
    paragraph(bold(shownTo(to.locale, session.title)), '\n', { type: 'url', text: url, url }),
  ]
  return { chatId: to.chatId, content }
}

/** How a session is cancelled: whom it tells, and that it is for good. */
export function cancelMessage(to: To, session: Session, reason: string, count: number): Outgoing {
  const t = say(to.locale)
  return {
    ...placed(to),
    content: [
      paragraph(t('cancel-confirm', { title: shownTo(to.locale, session.title), count, reason })),
      paragraph(bold(t('cancel-final'))),
    ],
    buttons: [
      [ON_SESSION['cancel-yes'].labelled(t('button-cancel-yes'), session.id)],
      [ON_SESSION.session.labelled(t('button-cancel-no'), session.id)],
    ],
  }
}

/** Most lines of a history that still read well in a chat. */
export const HISTORY_LINES = 40

/** What happened in a session, the newest first. */
export function historyMessage(to: To, session: Session, lines: HistoryLine[]): Outgoing {
  const t = say(to.locale)
  const shown = lines.slice(0, HISTORY_LINES)
  return {
    ...placed(to),
    content: [
      heading(t('history-title', { title: shownTo(to.locale, session.title) }), 4),
      ...(shown.length > 0 ? historyDays(to.locale, shown) : [paragraph(t('history-none'))]),
      ...(lines.length > shown.length ? [footer(t('history-more', { count: shown.length }))] : []),
    ],
    buttons: [[ON_SESSION.session.labelled(t('button-back'), session.id)]],
  }
}

/** Under each day what happened on it. */
function historyDays(locale: Locale, lines: HistoryLine[]): Block[] {
  const days = Map.groupBy(lines, ({ at }) => at.toZonedDateTimeISO(ZONE).toPlainDate().toString())
  return [...days].flatMap(([day, onDay]) => [
    paragraph(bold(weekdayFor(locale, Temporal.PlainDate.from(day)))),
    list(onDay.map((line) => historyText(locale, line))),
  ])
}

function historyText(locale: Locale, line: HistoryLine): string {
  const t = say(locale)
  const at = timeFor(line.at.toZonedDateTimeISO(ZONE).toPlainTime())
  const own = line.kind === 'sign-up' && line.actor !== null && line.actor === line.subject
  const told = t(own ? 'history-own' : 'history-line', { at, actor: actorOf(locale, line), what: whatOf(locale, line) })
  return line.reason === null ? told : `${told}. ${t('history-reason', { reason: shownTo(locale, line.reason) })}`
}

/** Who did it: somebody, or the rule. */
export function actorOf(locale: Locale, { actor }: HistoryLine): string {
  if (actor === null) return say(locale)('history-nobody')
  return actor === '' ? say(locale)('history-erased') : shownTo(locale, actor)
}

const EVENTS = {
  created: 'event-created',
  changed: 'event-changed',
  opened: 'event-opened',
  closed: 'event-closed',
  cancelled: 'event-cancelled',
  message: 'event-message',
} as const satisfies Record<SessionEventKind, Sentence>

const ENTRIES = {
  'signed-up': 'change-signed-up',
  added: 'change-added',
  approved: 'change-approved',
} as const satisfies Partial<Record<Change['kind'], Sentence>>

const MOVES = {
  first: 'change-moved-first',
  last: 'change-moved-last',
  rule: 'change-moved-rule',
} as const satisfies Record<Extract<Change, { kind: 'moved' }>['to'], Sentence>

const CHANGES = {
  accepted: 'change-accepted',
  declined: 'change-declined',
  expired: 'change-expired',
  withdrawn: 'change-withdrawn',
  cancelled: 'change-cancelled',
  removed: 'change-removed',
  substituted: 'change-substituted',
  'took-over': 'change-took-over',
} as const satisfies Partial<Record<Change['kind'], Sentence>>

/** What happened, in a few words. */
export function whatOf(locale: Locale, line: HistoryLine): string {
  const t = say(locale)
  const subject = line.subject ? shownTo(locale, line.subject) : t('history-erased')
  if (line.kind === 'session') {
    const fields = [...new Set(line.changes.map(({ field }) => fieldName(locale, field)))].join(', ')
    return t(EVENTS[line.what], { fields, subject })
  }
  const { change } = line
  switch (change.kind) {
    case 'signed-up':
    case 'added':
    case 'approved':
      return t(ENTRIES[change.kind], { subject, status: t(STATUSES[change.status]) })
    case 'offered':
      return t('change-offered', { subject, until: untilInstant(locale, change.until) })
    case 'moved':
      return t(MOVES[change.to], { subject })
    default:
      return t(CHANGES[change.kind], { subject })
  }
}
