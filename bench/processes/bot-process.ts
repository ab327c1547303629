import { openDatabase } from '../../src/platform/database/database.ts'
import { type Running, startApp, startEcho, startEchoRunner } from './bots.ts'

/**
 * The program that `forkBot` runs: a bot that starts and stops when told, in a process that stays as warm as the last run
 * left it. Arguments: which bot, where Telegram is, and our bot's database.
 */
export type BotKind = 'ours' | 'echo' | 'runner'
export type BotOrder = 'start' | 'stop'
export type BotReport = 'ready' | 'started' | 'stopped'

const [kind, apiRoot, databaseUrl] = process.argv.slice(2) as [BotKind, string, string]
const start = await starterOf(kind)
let running: Running | undefined
process.on('message', (order: BotOrder) => void obey(order))
process.on('disconnect', () => process.exit())
process.on('SIGTERM', () => process.exit())
report('ready')

async function starterOf(kind: BotKind): Promise<() => Promise<Running>> {
  if (kind === 'echo') return () => startEcho(apiRoot)
  if (kind === 'runner') return () => startEchoRunner(apiRoot)
  const database = await openDatabase({ kind: 'server', url: databaseUrl }, 'measuring')
  return () => startApp(database, apiRoot)
}

async function obey(order: BotOrder): Promise<void> {
  if (order === 'start') running = await start()
  else await running?.stop()
  report(order === 'start' ? 'started' : 'stopped')
}

function report(what: BotReport): void {
  process.send?.(what)
}
