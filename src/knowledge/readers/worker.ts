import { parentPort, workerData } from 'node:worker_threads'
import type { Limits } from './limits.ts'
import { readFile } from './read-file.ts'
import type { ReadResult } from './result.ts'

// The thread that reads one file: see `readInWorker`. No reader loads anything; without this none can.
Reflect.deleteProperty(globalThis, 'fetch')
Reflect.deleteProperty(globalThis, 'WebSocket')

/** What the thread tells whoever started it. */
export type WorkerMessage = { kind: 'progress'; done: number; all: number } | { kind: 'result'; result: ReadResult }

const { bytes, name, limits } = workerData as { bytes: Uint8Array; name: string; limits: Limits }
const say = (message: WorkerMessage) => parentPort?.postMessage(message)
const result = await readFile(bytes, name, limits, (done, all) => say({ kind: 'progress', done, all }))
say({ kind: 'result', result })
