import { loadTexts, type Plain } from '../../bot/message/texts.ts'
import type { OutgoingFile } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { Calendar, Mail } from '../../mail/mail.ts'
import { calendarFile } from '../session/calendar.ts'
import type { Session } from '../session/session.ts'
import { deadlineOf, placeOf, timeOf, titleOf } from '../session/texts.ts'
import type { Texts } from './texts.types.ts'

const say = loadTexts<Texts>(import.meta.url)

/** What somebody without Telegram is written. */
export type Told =
  | { kind: 'place' }
  | { kind: 'line'; position: number }
  | { kind: 'offer'; until: Temporal.ZonedDateTime }
  | { kind: 'offer-expired' }
  /** `confirmed`: they have a place, and the event in their calendar changes too. */
  | { kind: 'changed'; confirmed: boolean }
  | { kind: 'cancelled'; reason: string; confirmed: boolean }
  | { kind: 'removed'; reason: string }
  | { kind: 'reminder'; note: string }

export type Addressee = { name: string; email: string; link: string | null; trainers: readonly string[] }

const SUBJECTS = {
  place: 'subject-place',
  line: 'subject-line',
  offer: 'subject-offer',
  'offer-expired': 'subject-offer-expired',
  changed: 'subject-changed',
  cancelled: 'subject-cancelled',
  removed: 'subject-removed',
  reminder: 'subject-reminder',
} as const satisfies Record<Told['kind'], keyof Texts>

/** The e-mail that says it: what, when and where, whom to tell, and the way to the bot. */
export function mailOf(
  locale: Locale,
  { session, told }: { session: Session; told: Told },
  to: Addressee,
  now: Temporal.Instant,
): Mail {
  const t = say(locale)
  const title = titleOf(locale, session)
  const paragraphs = [
    t('hello', { name: shownTo(locale, to.name) }),
    openingOf(locale, session, told),
    ...factsOf(locale, session, told),
    ...(COMES.has(told.kind) ? [t('not-coming')] : []),
    trainersOf(locale, to.trainers),
    ...(to.link === null || told.kind === 'cancelled' ? [] : [t('link', { link: to.link })]),
    t('automatic'),
  ]
  return {
    to: to.email,
    subject: t(SUBJECTS[told.kind], { title }),
    text: `${paragraphs.join('\n\n')}\n`,
    calendar: calendarOf(locale, session, told, now),
  }
}

/** Whoever is told this has a place. */
const COMES: ReadonlySet<Told['kind']> = new Set(['place', 'reminder'] as const)

function openingOf(locale: Locale, session: Session, told: Told): string {
  const t = say(locale)
  const title = titleOf(locale, session)
  switch (told.kind) {
    case 'line':
      return t('line', { title, position: told.position })
    case 'offer':
      return t('offer', { title, until: deadlineOf(locale, told.until) })
    default:
      return t(OPENINGS[told.kind], { title })
  }
}

const OPENINGS = {
  place: 'place',
  'offer-expired': 'offer-expired',
  changed: 'changed',
  cancelled: 'cancelled',
  removed: 'removed',
  reminder: 'reminder',
} as const satisfies Record<Exclude<Told['kind'], 'line' | 'offer'>, keyof Texts>

function factsOf(locale: Locale, session: Session, told: Told): string[] {
  const t = say(locale)
  const when = t('when', { when: timeOf(locale, session) })
  const where = t('where', { place: placeOf(locale, session) })
  const reason = 'reason' in told && told.reason !== '' ? [t('reason', { reason: shownTo(locale, told.reason) })] : []
  const note = told.kind === 'reminder' && told.note !== '' ? [t('bring', { note: shownTo(locale, told.note) })] : []
  return [
    `${when}\n${where}`,
    ...reason,
    ...note,
    ...(told.kind === 'changed' && told.confirmed ? [t('changed-calendar' satisfies Plain<Texts>)] : []),
  ]
}

function trainersOf(locale: Locale, trainers: readonly string[]): string {
  if (trainers.length === 0) return say(locale)('trainers-unknown')
  return say(locale)('trainers', { names: trainers.map((name) => shownTo(locale, name)).join(', ') })
}

function calendarOf(locale: Locale, session: Session, told: Told, now: Temporal.Instant): Calendar | null {
  const isOff = told.kind === 'removed' || (told.kind === 'cancelled' && told.confirmed)
  const isOn = told.kind === 'place' || (told.kind === 'changed' && told.confirmed)
  if (!isOff && !isOn) return null
  const file = calendarFile(session, locale, now, { withdrawn: isOff }) as Extract<OutgoingFile, { base64: string }>
  return { name: file.name, method: isOff ? 'CANCEL' : 'PUBLISH', base64: file.base64 }
}
