import { setImmediate as nextTurn } from 'node:timers/promises'
import type { HandlingSlots } from './handling-slots.ts'

/** Looks for stored updates whenever somebody wakes it and slots are free, with one statement at a time. */
export class ClaimLoop {
  readonly #slots: HandlingSlots
  readonly #claim: (limit: number) => Promise<number>
  /** Somebody woke us since the last claim began. */
  #asked = false
  /** More may wait in the table than there were free slots for. */
  #moreMayWait = false
  #stopped = false
  #loop: Promise<void> | undefined
  /** The claim that is under way, or the last one. */
  #latest: Promise<void> = Promise.resolve()

  /** `claim` takes up to `limit` updates, begins to handle them and returns how many; it never throws. */
  constructor(slots: HandlingSlots, claim: (limit: number) => Promise<number>) {
    this.#slots = slots
    this.#claim = claim
  }

  /** There may be something to do: looks at once, or as soon as a slot is free. */
  readonly wake = (): void => {
    if (this.#stopped) return
    this.#asked = true
    this.#loop ??= this.#claimWhileAsked().finally(() => {
      this.#loop = undefined
      if (this.#slots.free() > 0) this.resume()
    })
  }

  /** Slots were given back: looks if somebody asked for that meanwhile. */
  resume(): void {
    if (this.#asked) this.wake()
  }

  /** Resolves once the claim under way has taken what it found. */
  settled(): Promise<void> {
    return this.#latest
  }

  /** Whether the last claim left nothing in the table, so that what comes in now may be handled at once and overtakes nobody. */
  isUpToDate(): boolean {
    return !this.#moreMayWait && !this.#stopped
  }

  /** Takes nothing more; resolves once the claim under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#loop
  }

  async #claimWhileAsked(): Promise<void> {
    while (this.#asked && !this.#stopped && this.#slots.free() > 0) {
      this.#latest = this.#claimOnce()
      await this.#latest
    }
  }

  async #claimOnce(): Promise<void> {
    // All that end together free their slots before one of them is taken again.
    await nextTurn()
    const limit = this.#slots.free()
    this.#moreMayWait = limit <= 0
    if (limit <= 0) return
    this.#asked = false
    this.#moreMayWait = (await this.#claim(limit)) === limit
  }
}
