import { isBefore } from '../session/session.ts'
import { holdsPlace, isInLine, type Roll, type SignUp } from './sign-up.ts'

/** Why somebody cannot take a place now: none is free, their municipality has its most, or the rest is reserved. */
export type Obstacle = 'full' | 'quota' | 'reserved'

/** Places taken, confirmed or kept for an answer: of each municipality, and all. */
export function countPlaces(roll: Roll): { of: ReadonlyMap<string, number>; taken: number; free: number } {
  const of = new Map<string, number>()
  let taken = 0
  for (const signUp of roll.signUps) {
    if (!holdsPlace(signUp)) continue
    of.set(signUp.municipality, (of.get(signUp.municipality) ?? 0) + 1)
    taken++
  }
  return { of, taken, free: Math.max(0, roll.session.capacity - taken) }
}

/**
 * Everybody who waits, in the order in which places are offered: whom staff put first, then the earliest request of each
 * municipality that has no place, then all other requests by time, and whom staff put last. A place kept for an answer
 * counts, or two places freed at once would go to one municipality.
 */
export function lineOf(roll: Roll): SignUp[] {
  const waiting = roll.signUps.filter(isInLine)
  const served = new Set(countPlaces(roll).of.keys())
  const first = waiting.filter((one) => one.moved?.to === 'first').sort((a, b) => b.moved!.number - a.moved!.number)
  const last = waiting.filter((one) => one.moved?.to === 'last').sort((a, b) => a.moved!.number - b.moved!.number)
  const byTime = waiting.filter((one) => one.moved === null).sort(byRequest)
  for (const one of first) served.add(one.municipality)
  const ahead: SignUp[] = []
  const behind: SignUp[] = []
  for (const one of byTime) {
    ;(served.has(one.municipality) ? behind : ahead).push(one)
    served.add(one.municipality)
  }
  return [...first, ...ahead, ...behind, ...last]
}

function byRequest(a: SignUp, b: SignUp): number {
  // Takes a tenth of the time that comparing instants does; those are compared only within the same millisecond.
  const byMs = a.requestedAt.epochMilliseconds - b.requestedAt.epochMilliseconds
  return byMs || Temporal.Instant.compare(a.requestedAt, b.requestedAt) || a.requestNumber - b.requestNumber
}

/** Place in line, the first is 1; `null` when not in line. */
export function positionOf(roll: Roll, signUpId: number): number | null {
  const at = lineOf(roll).findIndex((signUp) => signUp.id === signUpId)
  return at === -1 ? null : at + 1
}

/** What keeps a municipality's people from a place now; `null`: nothing. */
export function obstacleFor(roll: Roll, municipality: string, now: Temporal.Instant): Obstacle | null {
  return obstacle(roll, countPlaces(roll), municipality, now)
}

export function obstacle(
  { session }: Roll,
  places: ReturnType<typeof countPlaces>,
  municipality: string,
  now: Temporal.Instant,
): Obstacle | null {
  const own = places.of.get(municipality) ?? 0
  // Before «full», since it still holds when the next place frees.
  if (session.municipalityQuota !== null && own >= session.municipalityQuota) return 'quota'
  if (places.free === 0) return 'full'
  const reserved = session.reservedUntil !== null && isBefore(now, session.reservedUntil) ? session.reservedPlaces : 0
  return own > 0 && places.free <= reserved ? 'reserved' : null
}

/** Those in line who could take a place now, in order. People who blocked us are passed over. */
export function eligible(roll: Roll, now: Temporal.Instant): SignUp[] {
  const places = countPlaces(roll)
  if (places.free === 0) return []
  return lineOf(roll).filter(
    (one) =>
      one.personId !== null &&
      !roll.unreachable.has(one.personId) &&
      obstacle(roll, places, one.municipality, now) === null,
  )
}
