/** So many may wait outside at once without a slot; more keep theirs, so that a slow provider cannot pile them up for ever. */
const MOST_OUTSIDE = 100

/** Counts how many more chats may be handled. `free` is negative for a moment when some come back from outside while all slots are taken. */
export class HandlingSlots {
  readonly #concurrency: number
  readonly #waiting = new Set<{ wanted: number; resolve: () => void }>()
  #taken = 0
  #outside = 0
  /** Kept for updates that are being stored. */
  #reserved = 0

  constructor(concurrency: number) {
    this.#concurrency = concurrency
  }

  free(): number {
    return this.#concurrency + Math.min(this.#outside, MOST_OUTSIDE) - this.#taken - this.#reserved
  }

  /** An update is being handled. Returns how to free its slot. */
  take(): () => void {
    this.#taken += 1
    return () => {
      this.#taken -= 1
      for (const { wanted, resolve } of this.#waiting) if (this.free() >= wanted) resolve()
    }
  }

  /** Keeps as many of `wanted` slots as are free. Returns how many, and how to give them back. */
  reserve(wanted: number): { count: number; release(): void } {
    const count = Math.max(0, Math.min(wanted, this.free()))
    this.#reserved += count
    const release = () => {
      this.#reserved -= count
    }
    return { count, release }
  }

  /** Another chat may be handled while `work` waits for somebody outside. */
  async whileOutside<T>(work: () => Promise<T>): Promise<T> {
    this.#outside += 1
    try {
      return await work()
    } finally {
      this.#outside -= 1
    }
  }

  /** Resolves once so many slots are free (all there are, when more are wanted), after `withinMs`, or at `stopWaiting`. */
  async untilFree(wanted: number, withinMs: number): Promise<void> {
    const enough = Math.min(wanted, this.#concurrency)
    if (this.free() >= enough) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const one = { wanted: enough, resolve }
    this.#waiting.add(one)
    const timer = setTimeout(resolve, withinMs)
    await promise
    clearTimeout(timer)
    this.#waiting.delete(one)
  }

  stopWaiting(): void {
    for (const { resolve } of this.#waiting) resolve()
  }
}
