import { forkProgram } from './processes.ts'
import type { Order, Report } from './sandbox-process.ts'

/** A sandbox in a process of its own, so that it does not share a thread with the bot. */
export type SandboxProcess = {
  url: string
  apiRoot: string
  /** Counts what the bot says from now on, or in how many chats; returns once it counts. */
  watch(expected: number, of?: 'messages' | 'chats'): Promise<Watch>
  stop(): Promise<void>
}

type Watch = {
  /** The moment, in Unix ms, when everything expected had been said. Throws when nothing comes any more. */
  done(): Promise<number>
}

export async function startSandboxProcess(): Promise<SandboxProcess> {
  const program = forkProgram<Report>('./sandbox-process.ts')
  const next = async <Kind extends Report['kind']>(kind: Kind) => {
    const report = await program.next()
    if (report.kind !== kind) throw new Error(`The sandbox's process said '${report.kind}', expected '${kind}'`)
    return report as Extract<Report, { kind: Kind }>
  }
  const { url, apiRoot } = await next('listening')
  return {
    url,
    apiRoot,
    watch: async (expected, of = 'messages') => {
      program.send({ expected, of } satisfies Order)
      await next('counting')
      const counted = next('counted')
      // Whoever asks for it is told; nobody may, when the work failed before.
      counted.catch(() => {})
      return {
        done: async () => {
          const { count, lastAtMs } = await counted
          if (count < expected) throw new Error(`Only ${count} of ${expected} ${of} had an answer`)
          return lastAtMs
        },
      }
    },
    stop: program.stop,
  }
}

/** Stopped when the work is done. */
export async function withSandbox<T>(work: (sandbox: SandboxProcess) => Promise<T>): Promise<T> {
  const sandbox = await startSandboxProcess()
  try {
    return await work(sandbox)
  } finally {
    await sandbox.stop()
  }
}
