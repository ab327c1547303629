/** `burst`: the most that gathers. `mostOwed`: how far below nothing a bucket may go; without it as far as it is taken from. */
export type Rate = { burst: number; perSecond: number; mostOwed?: number }

/**
 * Tokens that come back evenly, up to a burst. Nobody waits here, and whoever takes more than there are owes them: what is
 * counted has often happened already. Times are of the machine.
 */
export class TokenBucket {
  readonly #rate: Rate
  #tokens: number
  #atMs: number

  constructor(rate: Rate, nowMs: number, tokens: number = rate.burst) {
    this.#rate = rate
    this.#tokens = tokens
    this.#atMs = nowMs
  }

  /** How many are there; below zero what is owed. */
  tokens(nowMs: number): number {
    const { burst, perSecond } = this.#rate
    return Math.min(burst, this.#tokens + ((nowMs - this.#atMs) / 1000) * perSecond)
  }

  isFull(nowMs: number): boolean {
    return this.tokens(nowMs) === this.#rate.burst
  }

  take(nowMs: number): void {
    const { mostOwed = Number.POSITIVE_INFINITY } = this.#rate
    this.#set(Math.max(-mostOwed, this.tokens(nowMs) - 1), nowMs)
  }

  giveBack(nowMs: number): void {
    this.#set(this.tokens(nowMs) + 1, nowMs)
  }

  msUntilOne(nowMs: number): number {
    const missing = 1 - this.tokens(nowMs)
    return missing <= 0 ? 0 : Math.ceil((missing / this.#rate.perSecond) * 1000)
  }

  #set(tokens: number, nowMs: number): void {
    this.#tokens = tokens
    this.#atMs = nowMs
  }
}
