import { TokenBucket } from '../../../platform/token-bucket.ts'

/**
 * Lets `perSecond` things pass each second, evenly, with a start of at most one second's worth. What passes without
 * having asked is owed, up to a second's worth. Times are of the machine, not of the app's clock.
 */
export class Pace {
  readonly #bucket: TokenBucket

  constructor(perSecond: number, nowMs: number = performance.now()) {
    this.#bucket = new TokenBucket({ burst: perSecond, perSecond, mostOwed: perSecond }, nowMs, 1)
  }

  passed(nowMs: number = performance.now()): void {
    this.#bucket.take(nowMs)
  }

  msUntilFree(nowMs: number = performance.now()): number {
    return this.#bucket.msUntilOne(nowMs)
  }
}
