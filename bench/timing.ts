import { quantile } from '../src/knowledge/evaluation/evaluate.ts'

export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const started = performance.now()
  const result = await work()
  return { result, ms: performance.now() - started }
}

/** Does `work` for every item, `atOnce` of them at a time, in their order. */
export async function forEachOf<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, i: number) => Promise<void>,
): Promise<void> {
  const queue = items.entries()
  const worker = async () => {
    for (const [i, item] of queue) await work(item, i)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
}

export function p50(values: readonly number[]): number {
  return quantile(sorted(values), 0.5)
}

export function p95(values: readonly number[]): number {
  return quantile(sorted(values), 0.95)
}

function sorted(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b)
}

/** What this process holds in memory, in MB (2²⁰ bytes). */
export function residentMb(): number {
  return process.memoryUsage.rss() / 2 ** 20
}
