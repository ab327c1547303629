import { spawn } from 'node:child_process'

export type ProgramLimits = {
  timeMs: number
  memoryMb: number
  /** Of every file it writes. */
  fileBytes: number
}

/** How a program came to its end: by itself, because it had had its time or was called off, or it never began. */
export type ProgramEnd = { kind: 'ended' } | { kind: 'stopped' } | { kind: 'not-started'; why: string }

/**
 * Runs a program in `folder` until it ends or has had its time, with nothing of our environment. What comes of it is what it
 * wrote there: whether it says that it failed is not asked. `signal` ends it and all that it started.
 */
export async function runProgram(
  command: string[],
  folder: string,
  { timeMs, memoryMb, fileBytes }: ProgramLimits,
  signal?: AbortSignal,
): Promise<ProgramEnd> {
  const seconds = Math.ceil(timeMs / 1_000)
  const limits = `ulimit -c 0; ulimit -t ${seconds}; ulimit -v ${memoryMb * 1_000}; ulimit -f ${Math.ceil(fileBytes / 512)}`
  const child = spawn('sh', ['-c', `${limits}; exec "$@"`, 'sh', ...command], {
    cwd: folder,
    // A group of its own, so that all that it starts ends with it.
    detached: true,
    stdio: 'ignore',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', OMP_THREAD_LIMIT: '1' },
  })
  const { promise, resolve } = Promise.withResolvers<ProgramEnd>()
  const kill = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
  const stop = () => {
    kill()
    resolve({ kind: 'stopped' })
  }
  const timer = setTimeout(stop, timeMs)
  child.once('error', (error) => resolve({ kind: 'not-started', why: error.message }))
  child.once('exit', () => resolve({ kind: 'ended' }))
  signal?.addEventListener('abort', stop, { once: true })
  process.once('exit', kill)
  if (signal?.aborted) stop()
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
    process.removeListener('exit', kill)
    kill()
  }
}
