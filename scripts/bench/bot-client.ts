import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BotKind, BotOrder, BotReport } from './bot-process.ts'
import type { Running } from './bots.ts'
import { endWithUs, stopChild } from './processes.ts'

/** A bot in a process of its own, as bots run, so that none is measured amid what another left behind. */
export type BotProcess = {
  start(): Promise<Running>
  /** Ends the process. */
  end(): Promise<void>
}

export async function forkBot(kind: BotKind, apiRoot: string, databaseUrl: string): Promise<BotProcess> {
  const child = fork(fileURLToPath(new URL('./bot-process.ts', import.meta.url)), [kind, apiRoot, databaseUrl])
  endWithUs(child)
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The process of ${kind} ended with status ${code}`)
  })
  ended.catch(() => {})
  const next = async (wanted: BotReport) => {
    const [report] = (await Promise.race([once(child, 'message'), ended])) as [BotReport]
    if (report !== wanted) throw new Error(`The process of ${kind} said '${report}', expected '${wanted}'`)
  }
  const order = async (what: BotOrder, answer: BotReport) => {
    const answered = next(answer)
    child.send(what)
    await answered
  }
  await next('ready')
  return {
    start: async () => {
      await order('start', 'started')
      return { stop: () => order('stop', 'stopped') }
    },
    end: () => stopChild(child),
  }
}
