/** A bucket that holds `burst` messages and refills at `perSecond`. */
interface Rate {
  burst: number
  perSecond: number
}

/** Source: core.telegram.org/bots/faq, «My bot is hitting limits»; the private burst is what is seen to pass. */
const RATES = {
  overall: { burst: 30, perSecond: 30 },
  private: { burst: 3, perSecond: 1 },
  group: { burst: 20, perSecond: 20 / 60 },
  /** Of a draft that grows; nobody writes down how many, so twice what we send. */
  draft: { burst: 6, perSecond: 4 },
} as const satisfies Record<string, Rate>

interface Bucket {
  tokens: number
  at: number
}

/** What is in the bucket at `nowMs`. Pure. */
function refilled(bucket: Bucket | undefined, rate: Rate, nowMs: number): number {
  if (!bucket) return rate.burst
  return Math.min(rate.burst, bucket.tokens + ((nowMs - bucket.at) / 1000) * rate.perSecond)
}

const WRITES = /^(send(?!chataction)|copymessage|forwardmessage)/

/** Telegram's limits on new messages and on drafts; edits and chat actions are not counted. Off until `enabled`. */
export class Flood {
  enabled = false
  #buckets = new Map<string, Bucket>()

  /**
   * Counts one message. Returns whole seconds to wait when it is too many (and counts nothing), else 0.
   * `nowMs` is real time, not the app's clock: the bot really waits.
   */
  count(method: string, chatId: number | undefined, nowMs: number): number {
    if (!this.enabled || chatId === undefined || !WRITES.test(method.toLowerCase())) return 0
    const isDraft = /draft$/i.test(method)
    const limits: [string, Rate][] = [
      ['overall', RATES.overall],
      isDraft ? [`draft ${chatId}`, RATES.draft] : [`chat ${chatId}`, chatId < 0 ? RATES.group : RATES.private],
    ]
    const levels = limits.map(([key, rate]) => refilled(this.#buckets.get(key), rate, nowMs))
    const waits = levels.map((tokens, index) => (tokens >= 1 ? 0 : (1 - tokens) / limits[index]![1].perSecond))
    const wait = Math.max(...waits)
    if (wait > 0) return Math.ceil(wait)
    for (const [index, [key]] of limits.entries()) this.#buckets.set(key, { tokens: levels[index]! - 1, at: nowMs })
    return 0
  }

  /** Switching on or off starts from full buckets. */
  switch(enabled: boolean): void {
    this.enabled = enabled
    this.#buckets = new Map()
  }
}
