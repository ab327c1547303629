import { Worker } from 'node:worker_threads'
import { codeOf } from '../../platform/errors.ts'
import { LIMITS, type Limits } from './limits.ts'
import type { ReadResult } from './result.ts'
import type { ReadingProgress } from './source.ts'
import type { WorkerMessage } from './worker.ts'

/** How often the memory of the thread is looked at; buffers are outside the heap limit that Node keeps itself. */
const LOOK_EVERY_MS = 50
/** The reader stops itself between steps; one that is stuck inside a step is ended this much later. */
const GRACE_MS = 250

/**
 * As `readFile`, in a thread of its own that ends with the file: one that takes too long or too much memory is refused,
 * and neither blocks nor ends this process. Never throws.
 */
export async function readInWorker(
  bytes: Uint8Array,
  name: string,
  limits: Limits = LIMITS,
  progress: ReadingProgress = () => {},
): Promise<ReadResult> {
  // Not even handed over; copying it would cost as much again.
  if (bytes.length > limits.fileBytes)
    return {
      kind: 'refused',
      reason: 'too-large',
      detail: `${bytes.length} bytes; at most ${limits.fileBytes} are read`,
    }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { bytes, name, limits },
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 64 },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  })
  const { promise, resolve } = Promise.withResolvers<ReadResult>()
  worker.on('message', (message: WorkerMessage) => {
    if (message.kind === 'result') resolve(message.result)
    else progress(message.done, message.all)
  })
  worker.once('error', (error) => resolve(refusalOf(error)))
  worker.once('exit', () =>
    resolve({ kind: 'refused', reason: 'damaged', detail: 'the reader ended without a result' }),
  )
  const timer = setTimeout(() => resolve({ kind: 'refused', reason: 'too-slow' }), limits.timeMs + GRACE_MS)
  const watch = setInterval(async () => {
    if ((await memoryMbOf(worker)) > limits.memoryMb) resolve({ kind: 'refused', reason: 'unpacks-too-large' })
  }, LOOK_EVERY_MS)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    await worker.terminate()
  }
}

async function memoryMbOf(worker: Worker): Promise<number> {
  try {
    const { used_heap_size: heap, external_memory: buffers } = await worker.getHeapStatistics()
    return (heap + buffers) / 1_000_000
  } catch {
    // Not yet running, or no longer.
    return 0
  }
}

function refusalOf(error: unknown): ReadResult {
  if (codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY') return { kind: 'refused', reason: 'unpacks-too-large' }
  return { kind: 'refused', reason: 'damaged', detail: error instanceof Error ? error.message : String(error) }
}
