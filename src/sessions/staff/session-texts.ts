import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, details, footer, heading, list, paragraph, tappable } from '../../bot/message/rich.ts'
import { placed, type To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { daysFor } from '../../language/dates/write.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { say as sayAttendance } from '../attendance/texts.ts'
import { type Closed, whyClosed } from '../line/enter.ts'
import { isActive, type Roll, type Status } from '../line/sign-up.ts'
import { hasEnded, hasStarted, planOf, type Session } from '../session/session.ts'
import { timeOf } from '../session/texts.ts'
import {
  ATTENDANCE,
  BROADCAST_FOR,
  BROADCAST_TO_CONFIRMED,
  CERTIFICATES_OF,
  CHOOSE_QUESTIONS,
  EVALUATION_OF,
  LIST,
  ON_SESSION,
  PROGRAMME_OF,
  QUIZ_OF,
  REMINDERS_OF,
  ROLL,
} from './buttons.ts'
import { COPY, EDIT } from './form/buttons.ts'
import { settingsList } from './form/field-texts.ts'
import { importButton } from './import/card.ts'
import { shortened } from './message.ts'
import type { StaffCard } from './reads.ts'
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
export function stateOf(locale: Locale, session: Session, now: Temporal.Instant): string {
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
    ...(ahead ? [[importButton(locale, session.id)]] : []),
    ...(session.state === 'open' || session.state === 'closed'
      ? [[ATTENDANCE.labelled(sayAttendance(locale)('button-attendance'), session.id)]]
      : []),
    ...(ahead ? [[edit, copy]] : [[copy]]),
    ...(whyClosed(session, now) === null ? [[act('link'), act('close')]] : []),
    [
      PROGRAMME_OF.labelled(t('button-programme'), session.id),
      REMINDERS_OF.labelled(t('button-reminders'), session.id),
      BROADCAST_FOR.labelled(t('button-broadcast'), session.id),
    ],
    ...(signUps.some(({ status }) => status === 'confirmed')
      ? [[BROADCAST_TO_CONFIRMED.labelled(t('button-write-confirmed'), session.id)]]
      : []),
    [
      CHOOSE_QUESTIONS.labelled(t('button-questions'), session.id),
      ...(session.state === 'cancelled'
        ? []
        : [EVALUATION_OF.labelled(t('button-evaluation'), session.id), QUIZ_OF.labelled(t('button-quiz'), session.id)]),
    ],
    ...(session.state !== 'draft' && hasStarted(session, now)
      ? [[CERTIFICATES_OF.labelled(t('button-certificates'), session.id)]]
      : []),
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
