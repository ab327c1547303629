import type { Database } from '../../../platform/database/database.ts'
import { Quickest, repliesAtOnce } from './concurrency.ts'

/**
 * The least time between two looks into the outbox while many replies are on their way, and between two statements that write
 * down what was sent. So many replies share a statement, and a first one leaves at once all the same.
 */
export const GATHER_MS = 10

/** Counts how many more replies may be on their way, and says when to look for them. `wake` is called when a slot comes free while more replies may wait for one. */
export class ReplySlots {
  readonly #kind: Database['kind']
  readonly #wake: () => void
  readonly #calls = new Quickest()
  #taken = 0
  /** More replies may wait than there were free slots for. */
  #moreMayWait = false
  /** When replies were last looked for. */
  #lookedAtMs = Number.NEGATIVE_INFINITY

  constructor(kind: Database['kind'], wake: () => void) {
    this.#kind = kind
    this.#wake = wake
  }

  free(): number {
    return this.#limit() - this.#taken
  }

  /** How long replies are not looked for yet, so that more come together; 0 while half of the slots are free. Times are of the machine. */
  gatherMs(nowMs: number = performance.now()): number {
    return this.free() < this.#limit() / 2 ? Math.max(0, this.#lookedAtMs + GATHER_MS - nowMs) : 0
  }

  /** Has `claim` find as many replies as there are free slots. */
  async find<Reply>(claim: (limit: number) => Promise<Reply[]>, nowMs: number = performance.now()): Promise<Reply[]> {
    const limit = this.free()
    this.#lookedAtMs = nowMs
    const replies = await claim(limit)
    this.#moreMayWait = replies.length === limit
    return replies
  }

  /** A reply is on its way. Returns how to free its slot, which may be called again without effect. */
  take(): () => void {
    this.#taken += 1
    let isTaken = true
    return () => {
      if (!isTaken) return
      isTaken = false
      this.#taken -= 1
      if (this.#moreMayWait) this.#wake()
    }
  }

  /** How long a call to Telegram took. */
  answered(seconds: number): void {
    this.#calls.add(seconds)
  }

  #limit(): number {
    return repliesAtOnce(this.#kind, this.#calls.seconds)
  }
}
