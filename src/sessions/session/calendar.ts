import ical, { ICalAlarmType, type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { OutgoingFile } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { Stretch } from './days.ts'
import { type Session, stretchesIn } from './session.ts'

/** `bot` is whom links lead to; `withdrawn`: the reader gave their place back, so the days go from their calendar. */
export type CalendarOptions = { bot?: string | null | undefined; withdrawn?: boolean }

/**
 * The session as a calendar file, an entry a day. The UID of each day stays and the sequence grows with every file, so that a
 * calendar replaces what it had before; days that are no more, a cancelled session and a place given back are taken out, by
 * calendars that know how. Times are instants, right whatever rules for clocks a calendar knows.
 */
export function calendarFile(
  session: Session,
  locale: Locale,
  now: Temporal.Instant,
  { bot = null, withdrawn = false }: CalendarOptions = {},
): OutgoingFile {
  const isOff = withdrawn || session.state === 'cancelled'
  const calendar = ical({
    prodId: { company: 'LAP Savetnik', product: 'sessions', language: locale },
    method: isOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  const days = stretchesIn(session)
  const told = { session, locale, now, bot }
  for (const [i, day] of days.entries()) addDay(calendar, told, { i, day, isOff, of: days.length })
  for (let i = days.length; i < session.mostDays; i++)
    addDay(calendar, told, { i, day: days.at(-1)!, isOff: true, of: days.length })
  return { name: `obuka-${session.id}.ics`, base64: Buffer.from(calendar.toString()).toString('base64') }
}

type Told = { session: Session; locale: Locale; now: Temporal.Instant; bot: string | null }

function addDay(
  calendar: ICalCalendar,
  { session, locale, now, bot }: Told,
  { i, day, isOff, of }: { i: number; day: Stretch; isOff: boolean; of: number },
): void {
  const zone = session.starts.timeZoneId
  const title = shownTo(locale, session.title)
  const event = calendar.createEvent({
    id: i === 0 ? session.calendarUid : `${i + 1}-${session.calendarUid}`,
    sequence: sequenceOf(session, now),
    stamp: dateOf(now),
    start: dateOf(day.from.toZonedDateTime(zone).toInstant()),
    end: dateOf(day.to.toZonedDateTime(zone).toInstant()),
    summary: printable(of > 1 && !isOff ? `${title} (${i + 1}/${of})` : title),
    description: printable(shownTo(locale, session.description)),
    location: printable(shownTo(locale, session.place)),
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: locale === 'en' ? 'LAP Savetnik' : shownTo(locale, 'ЛАП Саветник'), email: NOBODY },
    ...(bot === null ? {} : { url: `https://t.me/${bot}` }),
  })
  if (isOff) return
  for (const seconds of i === 0 ? [DAY_BEFORE, HOUR_BEFORE] : [HOUR_BEFORE])
    event.createAlarm({ type: ICalAlarmType.display, trigger: seconds, description: printable(title) })
}

/** Calendars want an address of whoever organises; nobody writes to this one. */
const NOBODY = 'obuke@lap-savetnik.invalid'

const HOUR_BEFORE = 3_600
const DAY_BEFORE = 24 * HOUR_BEFORE

/** Sequences before were counted by changes; minutes since then are more, and grow however often somebody comes and goes. */
const SEQUENCES_BEGIN = Temporal.Instant.from('2026-01-01T00:00:00Z')

function sequenceOf({ calendarSequence }: Session, now: Temporal.Instant): number {
  return calendarSequence + Math.max(0, Math.floor(SEQUENCES_BEGIN.until(now).total('minutes')))
}

function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}

/** Control characters would break the lines of the file. */
function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/[^\P{Cc}\n\t]/gu, ' ')
}
