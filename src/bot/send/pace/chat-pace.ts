import { type Rate, TokenBucket } from '../../../platform/token-bucket.ts'

/** What Telegram lets pass in one chat: a burst, then so many a second. Source: core.telegram.org/bots/faq, «My bot is hitting limits». */
const PRIVATE = { burst: 3, perSecond: 1 }
const GROUP = { burst: 20, perSecond: 20 / 60 }
/** How far replies may go beyond it: who taps quickly is answered quickly, since Telegram itself is not so strict for a while. */
const REPLIES_BEYOND = 20

/** Counts what goes to each chat against what Telegram lets pass there. In memory, for the one process that sends; times are of the machine. */
export class ChatPace {
  /** A chat without one had its rest. */
  readonly #buckets = new Map<number, TokenBucket>()

  passed(chatId: number, nowMs: number = performance.now()): void {
    const bucket = this.#buckets.get(chatId) ?? new TokenBucket(rateOf(chatId), nowMs)
    this.#buckets.set(chatId, bucket)
    bucket.take(nowMs)
  }

  /** What was counted did not pass after all. */
  tookNothing(chatId: number, nowMs: number = performance.now()): void {
    this.#buckets.get(chatId)?.giveBack(nowMs)
  }

  /** Whether a chat had more than Telegram lets pass there: a request to slow down is then about that chat alone. */
  isOver(chatId: number, nowMs: number = performance.now()): boolean {
    return (this.#buckets.get(chatId)?.tokens(nowMs) ?? 0) < 0
  }

  /** Chats that get nothing in this lane for now. Forgets those that had their rest. */
  resting(lane: 'reply' | 'bulk', nowMs: number = performance.now()): number[] {
    const least = lane === 'bulk' ? 1 : 1 - REPLIES_BEYOND
    const resting: number[] = []
    for (const [chatId, bucket] of this.#buckets) {
      if (bucket.tokens(nowMs) < least) resting.push(chatId)
      else if (bucket.isFull(nowMs)) this.#buckets.delete(chatId)
    }
    return resting
  }
}

/** Ids of groups are negative. */
function rateOf(chatId: number): Rate {
  return chatId < 0 ? GROUP : PRIVATE
}
