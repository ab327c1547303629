import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Wanted } from './written.ts'

/** A plan of 300 rows takes some 3 s of a crowded machine, and 200 MB. */
const LIMITS = { timeMs: 60_000, memoryMb: 600 }

/** As `write`, in a thread of its own, so that nobody waits for it meanwhile. Throws when it takes too long or too much. */
export async function writeInWorker(wanted: Wanted): Promise<Uint8Array> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: bare(wanted),
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMb },
    execArgv: [],
    env: {},
  })
  try {
    // What the thread throws comes as `error`, which rejects this.
    const [bytes] = await once(worker, 'message', { signal: AbortSignal.timeout(LIMITS.timeMs) })
    return bytes as Uint8Array
  } finally {
    await worker.terminate()
  }
}

/** The same with the entries' words alone: when and by whom they were made does not pass into a thread, and is not written. */
function bare(wanted: Wanted): Wanted {
  if (wanted.kind === 'report') return wanted
  const entries = wanted.draft.entries.map(({ id, part, cells }) => ({ id, part, cells }))
  return { ...wanted, draft: { ...wanted.draft, entries } }
}
