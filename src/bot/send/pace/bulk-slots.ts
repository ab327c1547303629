import type { Database } from '../../../platform/database/database.ts'
import type { Lane } from '../outbox.ts'
import { bulkAtOnce, MeanTime } from './concurrency.ts'
import { Pace } from './pace.ts'

/**
 * Replies a second that may leave beside bulk messages before these slow down: with bulk at its usual 25, all together stay
 * below Telegram's 30. When every reply slowed bulk down, two questions a second held a broadcast to 90 % of its pace.
 */
const ROOM_FOR_REPLIES = 4

/** When the next bulk message may leave: `bulkRate` a second, slower while replies are many, and few on their way at once. */
export class BulkSlots {
  readonly #kind: Database['kind']
  readonly #bulkRate: number
  readonly #bulkPace: Pace
  readonly #wholePace: Pace
  readonly #times = new MeanTime()
  #taken = 0

  constructor(kind: Database['kind'], bulkRate: number) {
    this.#kind = kind
    this.#bulkRate = bulkRate
    this.#bulkPace = new Pace(bulkRate)
    this.#wholePace = new Pace(bulkRate + ROOM_FOR_REPLIES)
  }

  isFull(): boolean {
    return this.#taken >= bulkAtOnce(this.#kind, this.#bulkRate, this.#times.seconds)
  }

  /** How long the pace does not allow another one yet. */
  msUntilNext(): number {
    return Math.max(this.#bulkPace.msUntilFree(), this.#wholePace.msUntilFree())
  }

  /** Counts a message of either lane that leaves. */
  leaves(lane: Lane): void {
    this.#wholePace.passed()
    if (lane === 'bulk') this.#bulkPace.passed()
  }

  /** A message is on its way; the outbox was looked into for it at `lookedForMs`. Returns how to free its slot, to be called once its fate is written down. */
  take(lookedForMs: number): () => void {
    this.#taken += 1
    return () => {
      this.#taken -= 1
      this.#times.add((performance.now() - lookedForMs) / 1000)
    }
  }
}
