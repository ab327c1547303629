import { backOff } from '../backoff.ts'

/** What we know of a provider that failed: how often in a row, and until when we leave it alone. */
export type BreakerState = { failures: number; openUntil: Temporal.Instant | null }

export const CLOSED: BreakerState = { failures: 0, openUntil: null }

/** Failures in a row after which we leave the provider alone. */
const FAILURES = 3
const PAUSE_SECONDS = { first: 30, longest: 600 }
/** A provider may ask for a longer wait than we choose ourselves; not for ever. */
const LONGEST_ASKED_SECONDS = 3_600

/** Whether the provider may be asked now. */
export function mayAsk(state: BreakerState, now: Temporal.Instant): boolean {
  return state.openUntil === null || Temporal.Instant.compare(state.openUntil, now) <= 0
}

/**
 * The state while one call is under way after a pause: nobody else asks until it is known how that one ended. `null` when
 * no pause is behind us, so that calls may go side by side.
 */
export function probing(state: BreakerState, now: Temporal.Instant): BreakerState | null {
  return state.openUntil === null ? null : { ...state, openUntil: now.add({ seconds: PAUSE_SECONDS.first }) }
}

/** The state after a call failed. `askedSeconds` is how long the provider asked us to wait, or `null`. */
export function afterFailure(state: BreakerState, askedSeconds: number | null, now: Temporal.Instant): BreakerState {
  const failures = state.failures + 1
  const own = failures < FAILURES ? 0 : backOff(failures - FAILURES + 1, PAUSE_SECONDS)
  const seconds = Math.max(own, Math.min(askedSeconds ?? 0, LONGEST_ASKED_SECONDS))
  const openUntil = seconds > 0 ? now.add({ seconds: Math.ceil(seconds) }) : null
  return { failures, openUntil: later(state.openUntil, openUntil) }
}

function later(a: Temporal.Instant | null, b: Temporal.Instant | null): Temporal.Instant | null {
  if (a === null || b === null) return a ?? b
  return Temporal.Instant.compare(a, b) > 0 ? a : b
}
