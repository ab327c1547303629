/** What time it is. The app never reads the machine's clock itself, so that tests and the sandbox can move it. */
export type Clock = { now(): Temporal.Instant }

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that runs with the machine's but can be set forward. */
export class AdvancingClock implements Clock {
  #aheadMs = 0

  now(): Temporal.Instant {
    const now = Temporal.Now.instant()
    return this.#aheadMs === 0 ? now : now.add({ milliseconds: this.#aheadMs })
  }

  /** `duration` may hold days, which count as 24 hours. */
  advance(duration: Temporal.Duration): void {
    this.#aheadMs = Math.round(this.#aheadMs + duration.total('milliseconds'))
  }
}

/** From one moment to another. Cheaper than the difference of two instants, since every message of a crowd is measured by it. */
export function secondsBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 1000
}

/** The zone in which people here read and write times. */
export const ZONE = 'Europe/Belgrade'

/** The day that it is here at an instant. */
export function dayAt(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(ZONE).toPlainDate()
}

/** What clocks show here at an instant. */
export function momentAt(at: Temporal.Instant): Temporal.PlainDateTime {
  return at.toZonedDateTimeISO(ZONE).toPlainDateTime()
}
