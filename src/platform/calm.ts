import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'

/** How long this process is looked at, and the longest wait: what is put off must come some day under a load that never ends. */
const LOOK_MS = 50
const LONGEST_MS = 30_000
/** The share of that time in which it may be at work: beside a crowd it waits for the database and for Telegram most of the time. */
const CALM = 0.1

/** Resolves as soon as this process has little else to do, for work that nobody waits for; at once on a signal. */
export async function whenCalm(signal: AbortSignal): Promise<void> {
  const until = performance.now() + LONGEST_MS
  while (!signal.aborted && performance.now() < until) {
    const before = performance.eventLoopUtilization()
    await wait(LOOK_MS, undefined, { signal }).catch(() => {})
    if (performance.eventLoopUtilization(before).utilization <= CALM) return
  }
}
