/**
 * Lets `perSecond` things pass each second, evenly, with a start of at most one second's worth. What passes without
 * having asked is owed, up to a second's worth. Times are of the machine, not of the app's clock.
 */
export class Pace {
  readonly #perSecond: number
  #free: number
  #at: number

  constructor(perSecond: number, nowMs: number = performance.now()) {
    this.#perSecond = perSecond
    this.#free = 1
    this.#at = nowMs
  }

  mayPass(nowMs: number = performance.now()): boolean {
    this.#refill(nowMs)
    return this.#free >= 1
  }

  passed(): void {
    this.#free = Math.max(-this.#perSecond, this.#free - 1)
  }

  msUntilFree(nowMs: number = performance.now()): number {
    this.#refill(nowMs)
    return this.#free >= 1 ? 0 : Math.ceil(((1 - this.#free) / this.#perSecond) * 1000)
  }

  #refill(nowMs: number): void {
    this.#free = Math.min(this.#perSecond, this.#free + ((nowMs - this.#at) / 1000) * this.#perSecond)
    this.#at = nowMs
  }
}
