import { type Block, heading, list, paragraph } from '../bot/rich.ts'
import { spanFor } from '../language/dates.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { ZONE } from '../platform/clock.ts'
import type { Session, SessionPlan, WallTime } from './session-rules.ts'

/** A plan as the session it would be, open for sign-up. */
export function sessionOfPlan(plan: SessionPlan): Session {
  const time = (wall: WallTime) => Temporal.PlainDateTime.from(wall).toZonedDateTime(ZONE)
  return {
    ...plan,
    starts: time(plan.starts),
    ends: time(plan.ends),
    signUpUntil: time(plan.signUpUntil),
    cancelUntil: time(plan.cancelUntil),
    reservedUntil: plan.reservedUntil === null ? null : time(plan.reservedUntil),
    id: 0,
    state: 'open',
    calendarUid: '',
    calendarSequence: 0,
    createdBy: null,
  }
}

/** A plan as participants would see it. */
export function planCard(locale: Locale, plan: SessionPlan, _now: Temporal.Instant): Block[] {
  const session = sessionOfPlan(plan)
  return [
    heading(shownTo(locale, plan.title), 4),
    paragraph(shownTo(locale, plan.description)),
    list([
      spanFor(locale, session.starts.toPlainDateTime(), session.ends.toPlainDateTime()),
      shownTo(locale, plan.place),
    ]),
  ]
}
