import { type Rate, TokenBucket } from '../../platform/token-bucket.ts'

/** Numbers that do not exist, by whoever asks: people mistype a few; whoever guesses gets one a minute. */
const RATE: Rate = { burst: 10, perSecond: 1 / 60 }
/** With more askers than this, a tenth of them are forgotten: those who missed longest ago. */
const MOST_ASKERS = 10_000

/** Slows those who guess numbers. In memory, for this process; times are of the machine. */
export class Guesses {
  readonly #buckets = new Map<string, TokenBucket>()

  /** Whether `asker` may ask for a number now. */
  mayAsk(asker: string, nowMs: number = performance.now()): boolean {
    return (this.#buckets.get(asker)?.tokens(nowMs) ?? 1) >= 1
  }

  /** They asked for one that does not exist. */
  missed(asker: string, nowMs: number = performance.now()): void {
    const bucket = this.#buckets.get(asker) ?? new TokenBucket(RATE, nowMs)
    bucket.take(nowMs)
    // Whoever missed last stands last.
    this.#buckets.delete(asker)
    this.#buckets.set(asker, bucket)
    if (this.#buckets.size > MOST_ASKERS) this.#forget()
  }

  #forget(): void {
    for (const asker of this.#buckets.keys()) {
      if (this.#buckets.size <= MOST_ASKERS * 0.9) return
      this.#buckets.delete(asker)
    }
  }
}
