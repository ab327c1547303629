/** How fast one chat may write to us: a burst, then a steady trickle. Far above what a person types. */
export const BURST = 30
export const PER_SECOND = 1

/** Counts each chat's messages against its allowance. In memory, for this process. */
export class Allowance {
  readonly #left = new Map<number, { tokens: number; atMs: number }>()

  /** Whether one more update of the chat may be handled now; if so, it is counted. */
  take(chatId: number, nowMs: number = performance.now()): boolean {
    const before = this.#left.get(chatId) ?? { tokens: BURST, atMs: nowMs }
    const tokens = Math.min(BURST, before.tokens + ((nowMs - before.atMs) / 1000) * PER_SECOND)
    const allowed = tokens >= 1
    this.#left.set(chatId, { tokens: allowed ? tokens - 1 : tokens, atMs: nowMs })
    if (this.#left.size > 10_000) this.#forgetQuiet(nowMs)
    return allowed
  }

  #forgetQuiet(nowMs: number): void {
    for (const [chatId, { tokens, atMs }] of this.#left) {
      if (tokens + ((nowMs - atMs) / 1000) * PER_SECOND >= BURST) this.#left.delete(chatId)
    }
  }
}
