import { readWhen } from '../../language/dates/read.ts'
import { ZONE } from '../../platform/clock.ts'

/** When a message should go out, as somebody wrote it. */
export type SendTime =
  | { kind: 'at'; at: Temporal.Instant }
  | { kind: 'past'; at: Temporal.Instant }
  | { kind: 'no-such-day' }
  | { kind: 'not-understood' }

/** A day and an hour in Belgrade; an hour alone is today's, or tomorrow's when it has passed. */
export function readSendTime(text: string, now: Temporal.Instant): SendTime {
  const here = now.toZonedDateTimeISO(ZONE)
  const when = readWhen(text, here.toPlainDate())
  if (when.kind === 'no-such-day' || when.kind === 'no-such-month') return { kind: 'no-such-day' }
  if (when.kind !== 'read') return { kind: 'not-understood' }
  const [day] = when.days
  const [time] = when.times
  if (!time) return { kind: 'not-understood' }
  const today = here.withPlainTime(time)
  const passed = Temporal.ZonedDateTime.compare(today, here) <= 0
  const at = day ? day.toZonedDateTime({ timeZone: ZONE, plainTime: time }) : passed ? today.add({ days: 1 }) : today
  const isPast = Temporal.ZonedDateTime.compare(at, here) <= 0
  return { kind: isPast ? 'past' : 'at', at: at.toInstant() }
}
