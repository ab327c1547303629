import { setTimeout as wait } from 'node:timers/promises'
import { isPassing } from './connection.ts'

/** So many are done together at most: few enough that a failed round is soon done again one by one. */
const MOST_TOGETHER = 100

/**
 * Does many small pieces of work together: those asked for while a round is under way make up the next one. A round starts
 * at once when none is under way, so that nobody waits for company, and `apartMs` after the start of the one before. `work`
 * returns a result for each item, in their order. When a round of several fails for what it holds, each is done by itself,
 * so that one bad item harms nobody else's.
 */
export function batched<Item, Result>(
  work: (items: Item[]) => Promise<Result[]>,
  { most = MOST_TOGETHER, apartMs = 0 } = {},
): (item: Item) => Promise<Result> {
  const waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = []
  let running = false

  const run = async () => {
    while (waiting.length > 0) {
      const begunAt = performance.now()
      await round(waiting.splice(0, most))
      const earlyMs = apartMs - (performance.now() - begunAt)
      if (earlyMs > 0) await wait(earlyMs)
    }
    running = false
  }

  const round = async (asked: typeof waiting): Promise<void> => {
    try {
      const results = await work(asked.map(({ item }) => item))
      for (const [i, { resolve }] of asked.entries()) resolve(results[i]!)
    } catch (error) {
      if (asked.length > 1 && !isPassing(error)) for (const one of asked) await round([one])
      else for (const { reject } of asked) reject(error)
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (running) return
      running = true
      // After what is ready now, so that it takes part in this round.
      setImmediate(() => void run())
    })
}
