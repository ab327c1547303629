/** Lets whoever has nothing to do be woken before their time. For one waiter at a time. */
export class WakeSignal {
  #woken = false
  #end: (() => void) | undefined

  /** There may be something to do: ends the wait, or the next one when nobody waits. */
  readonly wake = (): void => {
    this.#woken = true
    this.#end?.()
  }

  /** Whoever calls this looks for what there is to do from here on: what woke them before is seen to by that. */
  clear(): void {
    this.#woken = false
  }

  /** Resolves after `ms`, or as soon as somebody wakes; at once when that was after `clear`. */
  async wait(ms: number): Promise<void> {
    if (this.#woken) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#end = resolve
    const timer = setTimeout(resolve, ms)
    await promise
    clearTimeout(timer)
    this.#end = undefined
  }
}
