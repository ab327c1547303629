import type { Session } from '../session/session.ts'
import { type Applicant, type Decision, isOver, type Over, signUpOf } from './decision.ts'
import { offerFreePlaces } from './free-places.ts'
import { type Recorded, record, unchanged } from './recorded.ts'
import { find, type Roll, type SignUp } from './sign-up.ts'

export type SubstituteResult =
  /** `gave` is the person whose place it was. */
  | { kind: 'took-over'; session: Session; signUp: SignUp; gave: number | null }
  /** The place is not theirs to give any more. */
  | { kind: 'place-gone'; session: Session }
  | { kind: 'own-link'; session: Session }
  | { kind: 'already-has-place'; session: Session }
  | { kind: 'other-municipality'; session: Session; municipality: string }
  | { kind: 'refused'; session: Session; reason: 'profile-incomplete' | 'no-consent' }
  | { kind: 'unknown' }
  | Over

/** A colleague of the same municipality comes instead: the place stays, so nobody moves. */
export function decideSubstitute(
  roll: Roll,
  signUpId: number,
  colleague: Applicant,
  at: { now: Temporal.Instant; newId: number },
): Decision<SubstituteResult> {
  const { session } = roll
  const without = (result: SubstituteResult) => ({ ...unchanged(roll), result })
  const gives = find(roll, signUpId)
  if (!gives) return without({ kind: 'unknown' })
  const over = isOver(session, at.now)
  if (over) return without(over)
  if (gives.personId === colleague.personId) return without({ kind: 'own-link', session })
  if (gives.status !== 'confirmed') return without({ kind: 'place-gone', session })
  const { municipality, personId } = colleague
  if (municipality === null) return without({ kind: 'refused', session, reason: 'profile-incomplete' })
  if (!colleague.consented) return without({ kind: 'refused', session, reason: 'no-consent' })
  if (municipality !== gives.municipality) {
    return without({ kind: 'other-municipality', session, municipality: gives.municipality })
  }
  const had = signUpOf(roll, personId)
  if (had?.status === 'confirmed') return without({ kind: 'already-has-place', session })
  const id = had?.id ?? at.newId
  const done = handOver(roll, gives, { id, personId }, at.now)
  return { ...done, result: { kind: 'took-over', session, signUp: find(done.roll, id)!, gave: gives.personId } }
}

function handOver(roll: Roll, gives: SignUp, to: { id: number; personId: number }, now: Temporal.Instant): Recorded {
  const given = { at: now, actorId: to.personId, reason: null }
  const { municipality, requestedAt } = gives
  const left = record(unchanged(roll), { ...given, signUpId: gives.id, change: { kind: 'substituted', by: to.id } })
  const took = record(left, {
    ...given,
    signUpId: to.id,
    change: { kind: 'took-over', from: gives.id, personId: to.personId, municipality, requestedAt },
  })
  return offerFreePlaces(took, 'other', now)
}
