import { type Block, bold, footer, heading, list, paragraph } from '../../bot/message/rich.ts'
import { placed, type To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { dayFor, deadlineFor, timeFor, weekdayFor } from '../../language/dates/write.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { dayAt, momentAt, ZONE } from '../../platform/clock.ts'
import type { Change } from '../line/sign-up.ts'
import type { Session } from '../session/session.ts'
import type { SessionEventKind } from '../session/store.ts'
import { ON_SESSION } from './buttons.ts'
import { fieldName } from './form/field-texts.ts'
import type { HistoryLine, Noted } from './reads.ts'
import { STATUSES } from './roll/status-texts.ts'
import { type Sentence, say } from './texts.ts'

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
export function historyDays(locale: Locale, lines: HistoryLine[]): Block[] {
  const days = Map.groupBy(lines, ({ at }) => dayAt(at).toString())
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
  programme: 'event-programme',
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
  joined: 'change-joined',
} as const satisfies Partial<Record<Change['kind'], Sentence>>

/** What happened, in a few words. */
export function whatOf(locale: Locale, line: HistoryLine): string {
  const t = say(locale)
  const subject = line.subject ? shownTo(locale, line.subject) : t('history-erased')
  if (line.kind === 'session') {
    const fields = [...new Set(line.changes.map(({ field }) => fieldName(locale, field)))].join(', ')
    return t(EVENTS[line.what], { fields, subject })
  }
  if (line.kind === 'attendance') return notedText(locale, line.noted, line.subject)
  const { change } = line
  switch (change.kind) {
    case 'signed-up':
    case 'added':
    case 'approved':
      return t(ENTRIES[change.kind], { subject, status: t(STATUSES[change.status]) })
    case 'offered':
      return t('change-offered', { subject, until: deadlineFor(locale, momentAt(change.until)) })
    case 'moved':
      return t(MOVES[change.to], { subject })
    case 'undone':
      return t('change-undone', { subject, status: t(STATUSES[change.status]) })
    default:
      return t(CHANGES[change.kind], { subject })
  }
}

const NOTED = {
  tapped: 'noted-tapped',
  code: 'noted-code',
  'walk-in': 'noted-walk-in',
  corrected: 'noted-corrected',
} as const satisfies Record<Noted['how'], Sentence>

/** «присуство за 12. децембар: унето за 14 особа» */
function notedText(locale: Locale, { on, people, how, undone }: Noted, subject: string | null): string {
  const t = say(locale)
  const told = t(NOTED[how], {
    day: dayFor(locale, Temporal.PlainDate.from(on)).replace(/\.$/, ''),
    people,
    subject: subject === null || subject === '' ? '' : shownTo(locale, subject),
  })
  return undone === people ? `${told}, ${t('noted-undone')}` : told
}
