import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from './log.ts'

/** Does `work` at once and then every `ms` milliseconds, never twice at a time. A failure is logged and the next turn comes. */
export function interval(
  ms: number,
  name: string,
  log: Log,
  work: () => Promise<void>,
): { start(): void; stop(): Promise<void> } {
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  const run = async () => {
    while (!stopping.signal.aborted) {
      await work().catch((error: unknown) => log.error({ err: error }, `${name} failed; it is tried again`))
      await wait(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
    }
  }
  return {
    start: () => {
      running = run()
    },
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
