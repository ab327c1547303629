import { parentPort, workerData } from 'node:worker_threads'
import type { Limits } from './limits.ts'
import { readFile } from './read-file.ts'

// The thread that reads one file: see `readInWorker`. No reader loads anything; without this none can.
Reflect.deleteProperty(globalThis, 'fetch')
Reflect.deleteProperty(globalThis, 'WebSocket')

const { bytes, name, limits } = workerData as { bytes: Uint8Array; name: string; limits: Limits }
parentPort?.postMessage(await readFile(bytes, name, limits))
