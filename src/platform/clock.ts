/** What time it is. The app never reads the machine's clock itself, so that tests and the sandbox can move it. */
export type Clock = { now(): Temporal.Instant }

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that runs with the machine's but can be set forward. */
export class AdvancingClock implements Clock {
  #offset = new Temporal.Duration()

  now(): Temporal.Instant {
    return Temporal.Now.instant().add(this.#offset)
  }

  /** `duration` may hold days, which count as 24 hours. */
  advance(duration: Temporal.Duration): void {
    this.#offset = Temporal.Duration.from({
      milliseconds: Math.round(this.#offset.total('milliseconds') + duration.total('milliseconds')),
    })
  }
}

/** The zone in which people here read and write times. */
export const ZONE = 'Europe/Belgrade'
