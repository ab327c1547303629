import { ZONE } from '../../platform/clock.ts'

/** Kinds of messages the bot sends on its own accord that a person chooses to get or not. */
export const NOTICE_KINDS = ['reminders', 'news', 'deadlines'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What holds for whoever has not chosen: what one signed up for comes, what advertises does not. */
export const WANTED_BY_DEFAULT: Readonly<Record<NoticeKind, boolean>> = {
  reminders: true,
  news: true,
  deadlines: false,
}

/** Nothing goes to many people at night; hours of the wall clock in Belgrade. */
const QUIET_FROM = 21
const QUIET_UNTIL = 8

export function isQuiet(now: Temporal.Instant): boolean {
  const { hour } = now.toZonedDateTimeISO(ZONE)
  return hour >= QUIET_FROM || hour < QUIET_UNTIL
}

/** How something leaves that wakes nobody: by day, also after an outage. */
export function byDay(now: Temporal.Instant): { byDay: true; notBefore: Temporal.Instant } {
  return { byDay: true, notBefore: afterQuiet(now) }
}

/** When the quiet hours that `now` lies in are over; `now` itself outside of them. */
export function afterQuiet(now: Temporal.Instant): Temporal.Instant {
  if (!isQuiet(now)) return now
  const here = now.toZonedDateTimeISO(ZONE)
  const morning = here.hour < QUIET_UNTIL ? here : here.add({ days: 1 })
  return morning.withPlainTime({ hour: QUIET_UNTIL }).toInstant()
}
