import { parentPort, workerData } from 'node:worker_threads'
import { type Wanted, write } from './written.ts'

// The thread that makes one file: see `writeInWorker`.
parentPort?.postMessage(await write(workerData as Wanted))
