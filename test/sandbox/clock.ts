/** A clock that stands still until somebody moves it. */
export function aClock(start = '2026-03-02T08:00:00Z') {
  let now = Temporal.Instant.from(start)
  return {
    now: () => now,
    advance(duration: Temporal.Duration) {
      now = now.add(duration)
    },
  }
}
