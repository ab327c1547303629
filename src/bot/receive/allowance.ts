import { TokenBucket } from '../../platform/token-bucket.ts'

/** How fast one chat may write to us: a burst, then a steady trickle. Far above what a person types. */
export const BURST = 30
export const PER_SECOND = 1

const RATE = { burst: BURST, perSecond: PER_SECOND }
/** With more chats than this, those that have been quiet are forgotten. */
const MOST_CHATS = 10_000

/** Counts each chat's messages against its allowance. In memory, for this process. */
export class Allowance {
  readonly #buckets = new Map<number, TokenBucket>()

  /** Whether one more update of the chat may be handled now; if so, it is counted. */
  take(chatId: number, nowMs: number = performance.now()): boolean {
    const bucket = this.#bucketOf(chatId, nowMs)
    const allowed = bucket.tokens(nowMs) >= 1
    if (allowed) bucket.take(nowMs)
    return allowed
  }

  #bucketOf(chatId: number, nowMs: number): TokenBucket {
    const known = this.#buckets.get(chatId)
    if (known) return known
    if (this.#buckets.size >= MOST_CHATS) this.#forgetQuiet(nowMs)
    const bucket = new TokenBucket(RATE, nowMs)
    this.#buckets.set(chatId, bucket)
    return bucket
  }

  #forgetQuiet(nowMs: number): void {
    for (const [chatId, bucket] of this.#buckets) if (bucket.isFull(nowMs)) this.#buckets.delete(chatId)
  }
}
