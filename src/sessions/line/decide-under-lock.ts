import type { Db } from '../../platform/database/database.ts'
import { tellInCharge } from '../desk/tell.ts'
import { updateProgress } from '../session/store.ts'
import { dueAt } from './answer-or-cancel.ts'
import type { Decision } from './decision.ts'
import { noticesOf } from './notices/notice.ts'
import { queueNotices } from './notices/notify.ts'
import { settleUnheard } from './notices/unheard.ts'
import type { Recorded } from './recorded.ts'
import type { Roll } from './sign-up.ts'
import { mattersOf } from './staff-matters.ts'
import { insertEvents, lockRoll, saveSignUps, sessionIdOf } from './store.ts'

/**
 * Decides under the lock of a session, and keeps and tells what follows, in the caller's transaction: so two who want the
 * last place get one answer each, whatever process they reach. `null`: there is no such session. `presser` is told by the
 * reply.
 */
export async function decideIn<Result>(
  db: Db,
  sessionId: number,
  decide: (roll: Roll) => Decision<Result>,
  by: Deciding,
): Promise<Result | null> {
  const roll = await lockRoll(db, sessionId)
  if (!roll) return null
  const decision = decide(roll)
  await keep(db, roll, decision, by)
  return decision.result
}

/** The same for the session of a sign-up. */
export async function decideOf<Result>(
  db: Db,
  signUpId: number,
  decide: (roll: Roll) => Decision<Result>,
  by: Deciding,
): Promise<Result | null> {
  const sessionId = await sessionIdOf(db, signUpId)
  return sessionId === null ? null : decideIn(db, sessionId, decide, by)
}

/** `presser` is told by the reply. `undoes`: the decision takes back what staff did, of which perhaps nobody has heard yet. */
type Deciding = { presser: number | null; now: Temporal.Instant; undoes?: true }

/** Keeps what a decision changed and tells whom it concerns. Returns the numbers of the events of which nothing was said. */
export async function keep(
  db: Db,
  before: Roll,
  decision: Recorded,
  by: Deciding,
): Promise<{ unsaid: ReadonlySet<number> }> {
  const { roll, events } = decision
  const known = new Set(before.signUps)
  const changed = roll.signUps.filter((signUp) => !known.has(signUp))
  if (events.length > 0) {
    await saveSignUps(db, roll.session.id, changed)
    await insertEvents(db, roll.session.id, events)
  }
  await updateProgress(db, roll.session.id, roll.nextNumber, dueAt(roll, by.now))
  const unsaid = by.undoes && events.length > 0 ? await settleUnheard(db, decision) : new Set<number>()
  const said = { roll, events: events.filter(({ number }) => !unsaid.has(number)) }
  await queueNotices(db, noticesOf(said, by.presser), by.now)
  for (const { actorId, ...told } of mattersOf(before, decision, by.now))
    await tellInCharge(db, roll.session, { ...told, except: actorId }, by.now)
  return { unsaid }
}
