/** What Telegram lets pass in one chat: a burst, then so many a second. Source: core.telegram.org/bots/faq, «My bot is hitting limits». */
const PRIVATE = { burst: 3, perSecond: 1 }
const GROUP = { burst: 20, perSecond: 20 / 60 }
/** How far replies may go beyond it: who taps quickly is answered quickly, since Telegram itself is not so strict for a while. */
const REPLIES_BEYOND = 20

type Bucket = { tokens: number; atMs: number }

/** Counts what goes to each chat against what Telegram lets pass there. In memory, for the one process that sends; times are of the machine. */
export class ChatPace {
  readonly #buckets = new Map<number, Bucket>()

  passed(chatId: number, nowMs: number = performance.now()): void {
    this.#buckets.set(chatId, { tokens: this.#tokens(chatId, nowMs) - 1, atMs: nowMs })
  }

  /** What was counted did not pass after all. */
  tookNothing(chatId: number, nowMs: number = performance.now()): void {
    this.#buckets.set(chatId, { tokens: this.#tokens(chatId, nowMs) + 1, atMs: nowMs })
  }

  /** Whether a chat had more than Telegram lets pass there: a request to slow down is then about that chat alone. */
  isOver(chatId: number, nowMs: number = performance.now()): boolean {
    return this.#tokens(chatId, nowMs) < 0
  }

  /** Chats that get nothing in this lane for now. Forgets those that had their rest. */
  resting(lane: 'reply' | 'bulk', nowMs: number = performance.now()): number[] {
    const least = lane === 'bulk' ? 1 : 1 - REPLIES_BEYOND
    const resting: number[] = []
    for (const chatId of this.#buckets.keys()) {
      const tokens = this.#tokens(chatId, nowMs)
      if (tokens < least) resting.push(chatId)
      else if (tokens === rateOf(chatId).burst) this.#buckets.delete(chatId)
    }
    return resting
  }

  #tokens(chatId: number, nowMs: number): number {
    const { burst, perSecond } = rateOf(chatId)
    const bucket = this.#buckets.get(chatId)
    if (!bucket) return burst
    return Math.min(burst, bucket.tokens + ((nowMs - bucket.atMs) / 1000) * perSecond)
  }
}

/** Ids of groups are negative. */
function rateOf(chatId: number): { burst: number; perSecond: number } {
  return chatId < 0 ? GROUP : PRIVATE
}
