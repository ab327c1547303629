import type { BotKind, BotOrder, BotReport } from './bot-process.ts'
import type { Running } from './bots.ts'
import { forkProgram } from './processes.ts'

/** A bot in a process of its own, as bots run, so that none is measured amid what another left behind. */
export type BotProcess = {
  start(): Promise<Running>
  /** Ends the process. */
  end(): Promise<void>
}

export async function forkBot(kind: BotKind, apiRoot: string, databaseUrl: string): Promise<BotProcess> {
  const program = forkProgram<BotReport>('./bot-process.ts', [kind, apiRoot, databaseUrl])
  const next = async (wanted: BotReport) => {
    const report = await program.next()
    if (report !== wanted) throw new Error(`The process of ${kind} said '${report}', expected '${wanted}'`)
  }
  const order = async (what: BotOrder, answer: BotReport) => {
    const answered = next(answer)
    program.send(what)
    await answered
  }
  await next('ready')
  return {
    start: async () => {
      await order('start', 'started')
      return { stop: () => order('stop', 'stopped') }
    },
    end: program.stop,
  }
}
