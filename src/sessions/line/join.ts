import type { Session } from '../session/session.ts'
import { type Decision, isOver } from './decision.ts'
import { offerFreePlaces } from './free-places.ts'
import { type Recorded, record, unchanged } from './recorded.ts'
import { find, isActive, type Roll, type SignUp } from './sign-up.ts'

export type JoinResult = { kind: 'joined'; session: Session; signUpId: number } | { kind: 'unknown' }

/** Whose sign-up goes further; of two alike the earlier one. */
const RANK: Partial<Record<SignUp['status'], number>> = { confirmed: 4, offered: 3, waitlisted: 2, requested: 1 }

/**
 * The sign-up of somebody whom staff wrote down becomes that of the same person with Telegram: it keeps its place and its time, so that
 * nobody else moves. Had they signed up themselves as well, the sign-up that goes further stays, the other one is nobody's, and the place
 * it had is passed on.
 */
export function decideJoin(
  roll: Roll,
  by: { signUpId: number; personId: number; actorId: number | null; reason: string },
  now: Temporal.Instant,
): Decision<JoinResult> {
  const entered = find(roll, by.signUpId)
  if (!entered) return { ...unchanged(roll), result: { kind: 'unknown' } }
  const own = roll.signUps.find(({ personId }) => personId === by.personId)
  const stays = own && goesFurther(own, entered) ? own : entered
  const leaves = own && (stays === own ? entered : own)
  const event = { at: now, actorId: by.actorId, reason: by.reason }
  let done = unchanged(roll)
  if (leaves) done = letGo(done, leaves, event)
  if (stays === entered)
    done = record(done, { ...event, signUpId: entered.id, change: { kind: 'joined', personId: by.personId } })
  // An offer that becomes somebody's who blocked us is passed on as well.
  const passedOn = offerFreePlaces(done, leaves ? 'removed' : 'other', now)
  return { ...passedOn, result: { kind: 'joined', session: roll.session, signUpId: stays.id } }
}

function goesFurther(a: SignUp, b: SignUp): boolean {
  const [rankA = 0, rankB = 0] = [RANK[a.status], RANK[b.status]]
  return rankA > rankB || (rankA === rankB && a.requestNumber < b.requestNumber)
}

/** A second sign-up of one person: it ends where that still means something, and stays as a count. */
function letGo(
  done: Recorded,
  { id }: SignUp,
  event: { at: Temporal.Instant; actorId: number | null; reason: string },
): Recorded {
  const signUp = find(done.roll, id)!
  const ended =
    isActive(signUp) && isOver(done.roll.session, event.at) === null
      ? record(done, { ...event, signUpId: id, change: { kind: 'removed' } })
      : done
  return record(ended, { ...event, signUpId: id, change: { kind: 'joined', personId: null } })
}
