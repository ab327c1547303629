import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { OutgoingFile } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { Session } from './session.ts'

/**
 * The session as a calendar file. Its UID stays and its sequence grows, so that a calendar replaces what it had before; a
 * cancelled session is taken out. Times are instants, right whatever rules for clocks a calendar knows.
 */
export function calendarFile(session: Session, locale: Locale, now: Temporal.Instant): OutgoingFile {
  const cancelled = session.state === 'cancelled'
  const calendar = ical({
    prodId: { company: 'LAP Savetnik', product: 'sessions', language: locale },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: session.calendarUid,
    sequence: session.calendarSequence,
    stamp: dateOf(now),
    start: dateOf(session.starts.toInstant()),
    end: dateOf(session.ends.toInstant()),
    summary: printable(shownTo(locale, session.title)),
    description: printable(shownTo(locale, session.description)),
    location: printable(shownTo(locale, session.place)),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return { name: `obuka-${session.id}.ics`, base64: Buffer.from(calendar.toString()).toString('base64') }
}

function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}

/** Control characters would break the lines of the file. */
function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/[^\P{Cc}\n\t]/gu, ' ')
}
