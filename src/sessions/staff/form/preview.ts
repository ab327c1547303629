import type { Block } from '../../../bot/message/rich.ts'
import type { Locale } from '../../../language/locale.ts'
import { ZONE } from '../../../platform/clock.ts'
import { sessionMessage } from '../../line/card-texts.ts'
import type { Session, SessionPlan, WallTime } from '../../session/session.ts'

/** A plan as the session it would be, open for sign-up. */
function sessionOfPlan(plan: SessionPlan): Session {
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
    mostDays: 1,
    questions: [],
    programme: null,
    createdBy: null,
  }
}

/** A plan as participants would see it, with so many places taken. */
export function planCard(locale: Locale, plan: SessionPlan, taken: number, now: Temporal.Instant): Block[] {
  const session = sessionOfPlan(plan)
  const card = { session, places: { taken, free: Math.max(0, plan.capacity - taken) }, waiting: 0, own: null }
  return sessionMessage({ chatId: 0, locale }, card, now).content
}
