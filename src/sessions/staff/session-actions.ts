import { randomUUID } from 'node:crypto'
import { ZONE } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { decideChange } from '../line/by-staff.ts'
import { keep } from '../line/decide-under-lock.ts'
import { asOne, keyOfSessionEvent, takeBackChanges } from '../line/notices/changed.ts'
import { noticesToAll } from '../line/notices/notice.ts'
import { queueNotices } from '../line/notices/notify.ts'
import { countPlaces } from '../line/order.ts'
import { isActive, type Roll, type SignUp } from '../line/sign-up.ts'
import { lockRoll } from '../line/store.ts'
import { checkPlan, type Fault, tidied } from '../session/plan.ts'
import {
  changesBetween,
  hasEnded,
  isTold,
  type PlanChange,
  planOf,
  type Session,
  type SessionPlan,
} from '../session/session.ts'
import { insertSession, insertSessionEvent, updateSession, updateState } from '../session/store.ts'

export type CreateResult = { kind: 'created'; session: Session } | { kind: 'faulty'; faults: Fault[] }

/** Keeps a new session, not open yet: nobody but staff sees it before it is opened. */
export async function createSession(
  db: Db,
  made: { plan: SessionPlan; staffId: number },
  now: Temporal.Instant,
): Promise<CreateResult> {
  const plan = tidied(made.plan)
  const faults = checkPlan(plan, { now, zone: ZONE, kept: null })
  if (faults.length > 0) return { kind: 'faulty', faults }
  const calendarUid = `${randomUUID()}@lap-savetnik`
  const session = await insertSession(db, plan, { zone: ZONE, calendarUid, by: made.staffId, now })
  await insertSessionEvent(db, { sessionId: session.id, at: now, actorId: made.staffId, kind: 'created' })
  return { kind: 'created', session }
}

/** Why staff can do nothing with a session. */
export type Closed =
  | { kind: 'unknown' }
  | { kind: 'session-cancelled'; session: Session }
  | { kind: 'over'; session: Session }

export type ChangeResult =
  /** `told` people hear of it; `offered` places came free by it. */
  | { kind: 'changed'; session: Session; changes: PlanChange[]; told: number; offered: number }
  | { kind: 'nothing-changed'; session: Session }
  | { kind: 'faulty'; session: Session; faults: Fault[] }
  | Closed

/**
 * Changes a session. `change` gets its plan as it is once nobody else can change it. Places that come free are offered;
 * nobody loses one; a new time or place is told to everybody in it.
 */
export async function changeSession(
  db: Db,
  by: { sessionId: number; change: (plan: SessionPlan) => SessionPlan; staffId: number },
  now: Temporal.Instant,
): Promise<ChangeResult> {
  const roll = await lockAhead(db, by.sessionId, now)
  if ('kind' in roll) return roll
  const { session: before } = roll
  const plan = tidied(by.change(planOf(before)))
  const changes = changesBetween(planOf(before), plan)
  if (changes.length === 0) return { kind: 'nothing-changed', session: before }
  const { taken } = countPlaces(roll)
  const faults = checkPlan(plan, { now, zone: ZONE, kept: { plan: planOf(before), taken } })
  if (faults.length > 0) return { kind: 'faulty', session: before, faults }
  const told = before.state === 'draft' ? [] : changes.filter(isTold)
  const sequence = before.calendarSequence + (told.length > 0 ? 1 : 0)
  const session = await updateSession(db, before.id, plan, sequence)
  const event = { sessionId: session.id, at: now, actorId: by.staffId, kind: 'changed', changes } as const
  const eventId = await insertSessionEvent(db, event)
  const decision = decideChange(roll, session, now)
  const to = told.length > 0 ? decision.roll.signUps.filter(isActive) : []
  const unheard = await takeBackChanges(db, { sessionId: session.id, personIds: idsOf(to), before: eventId }, now)
  const changesFor = ({ personId }: SignUp) => asOne([...(unheard.get(personId ?? -1) ?? []), ...told].filter(isTold))
  const hear = to.filter((one) => changesFor(one).length > 0)
  await queueNotices(
    db,
    noticesToAll(hear, keyOfSessionEvent(eventId), (one) => {
      const { id: signUpId, status } = one
      return { kind: 'session-changed', session, signUpId, status, changes: changesFor(one) }
    }),
    now,
  )
  await keep(db, roll, decision, { presser: null, now })
  const offered = decision.events.filter(({ change }) => change.kind === 'offered').length
  return { kind: 'changed', session, changes, told: hear.length, offered }
}

const idsOf = (signUps: readonly SignUp[]) => signUps.flatMap(({ personId }) => personId ?? [])

export type OpenResult =
  | { kind: 'done'; session: Session }
  | { kind: 'already'; session: Session }
  /** Its times have passed meanwhile: change them first. */
  | { kind: 'faulty'; session: Session; faults: Fault[] }
  | Closed

/** Lets people sign up: for the first time, or again. */
export async function openSession(
  db: Db,
  by: { sessionId: number; staffId: number },
  now: Temporal.Instant,
): Promise<OpenResult> {
  const roll = await lockAhead(db, by.sessionId, now)
  if ('kind' in roll) return roll
  if (roll.session.state === 'open') return { kind: 'already', session: roll.session }
  const faults = checkPlan(planOf(roll.session), { now, zone: ZONE, kept: null })
  if (faults.length > 0) return { kind: 'faulty', session: roll.session, faults }
  return { kind: 'done', session: await putState(db, roll, 'opened', by.staffId, now) }
}

/** Takes no more sign-ups. Those in line still get what comes free. */
export async function closeSession(
  db: Db,
  by: { sessionId: number; staffId: number },
  now: Temporal.Instant,
): Promise<Exclude<OpenResult, { kind: 'faulty' }> | { kind: 'not-open'; session: Session }> {
  const roll = await lockAhead(db, by.sessionId, now)
  if ('kind' in roll) return roll
  if (roll.session.state === 'closed') return { kind: 'already', session: roll.session }
  if (roll.session.state === 'draft') return { kind: 'not-open', session: roll.session }
  return { kind: 'done', session: await putState(db, roll, 'closed', by.staffId, now) }
}

/** Calls a session off, for good, and tells everybody in it. */
export async function cancelSession(
  db: Db,
  by: { sessionId: number; staffId: number; reason: string },
  now: Temporal.Instant,
): Promise<{ kind: 'done'; session: Session; told: number } | Closed> {
  const roll = await lockAhead(db, by.sessionId, now)
  if ('kind' in roll) return roll
  const to = roll.signUps.filter(isActive)
  const session = await putState(db, roll, 'cancelled', by.staffId, now, by.reason)
  // Who has not heard yet that it changed hears only that it is not held.
  await takeBackChanges(db, { sessionId: session.id, personIds: idsOf(to), before: null }, now)
  await queueNotices(
    db,
    noticesToAll(to, `session-cancelled:${session.id}`, ({ id: signUpId, status }) => {
      return { kind: 'session-cancelled', session, signUpId, status, reason: by.reason }
    }),
    now,
  )
  return { kind: 'done', session, told: to.length }
}

async function putState(
  db: Db,
  roll: Roll,
  kind: 'opened' | 'closed' | 'cancelled',
  actorId: number,
  now: Temporal.Instant,
  reason?: string,
): Promise<Session> {
  const state = kind === 'opened' ? 'open' : kind
  const calendarSequence = roll.session.calendarSequence + (kind === 'cancelled' ? 1 : 0)
  const session: Session = { ...roll.session, state, calendarSequence }
  await updateState(db, session.id, state, calendarSequence)
  const event = { sessionId: session.id, at: now, actorId, kind } as const
  await insertSessionEvent(db, reason === undefined ? event : { ...event, reason })
  await keep(db, roll, decideChange(roll, session, now), { presser: null, now })
  return session
}

async function lockAhead(db: Db, sessionId: number, now: Temporal.Instant): Promise<Roll | Closed> {
  const roll = await lockRoll(db, sessionId)
  if (!roll) return { kind: 'unknown' }
  const { session } = roll
  if (session.state === 'cancelled') return { kind: 'session-cancelled', session }
  return hasEnded(session, now) ? { kind: 'over', session } : roll
}
