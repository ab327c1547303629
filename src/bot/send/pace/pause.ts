import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import { keepPause, type Pause, pauseLeftMs, readPause } from '../sender-store.ts'

/** The pause that Telegram asked of everybody, if any. Known here because only the process that holds the lock ever sets it. */
export class SendPause {
  readonly #db: Db
  readonly #clock: Clock
  #pause: Pause | null = null

  constructor(db: Db, clock: Clock) {
    this.#db = db
    this.#clock = clock
  }

  /** Learns what the process before us was asked for. */
  async load(): Promise<void> {
    this.#pause = await readPause(this.#db)
  }

  leftMs(): number {
    return this.#pause ? pauseLeftMs(this.#pause, this.#clock.now()) : 0
  }

  /** Nobody sends for so many seconds from `now` on, or until the pause before ends when that is later. */
  async ask(seconds: number, now: Temporal.Instant): Promise<void> {
    this.#pause = longerPause(this.#pause, { since: now, until: now.add({ seconds }) })
    await keepPause(this.#db, this.#pause)
  }
}

/** Of two pauses the one that ends later; one that begins in the future is of a clock that was set back. */
export function longerPause(before: Pause | null, asked: Pause): Pause {
  const leftMs = before ? pauseLeftMs(before, asked.since) : 0
  return before && leftMs > pauseLeftMs(asked, asked.since) ? before : asked
}
