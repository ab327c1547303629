import type { Clock } from '../../src/platform/clock.ts'

export type SettableClock = Clock & {
  set(instant: string): void
  advance(duration: Temporal.Duration | Temporal.DurationLike): void
}

/** A clock that stands still until somebody moves it. */
export function aClock(start = '2026-03-02T08:00:00Z'): SettableClock {
  let now = Temporal.Instant.from(start)
  return {
    now: () => now,
    set: (instant) => {
      now = Temporal.Instant.from(instant)
    },
    advance: (duration) => {
      now = now.add(duration)
    },
  }
}
