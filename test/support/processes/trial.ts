import { join } from 'node:path'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { aSandbox } from '../../sandbox/support.ts'
import { personSide, SMALL_KNOWLEDGE, TOKEN } from '../bot.ts'
import { addressOf, aName, onServer } from '../database/global-setup.ts'
import { aBalancer } from './balancer.ts'
import { aFolder, startMain } from './program.ts'

/** The server of several processes; without one they are not tried. */
export const server = process.env.TEST_DATABASE_URL
const PATH = '/hook'

/** An empty database on the server, gone with the test, with a look into it. */
export async function anEmptyDatabase() {
  const name = aName()
  await onServer(server!, `create database ${name}`)
  onTestFinished(() => onServer(server!, `drop database ${name} with (force)`))
  const url = addressOf(server!, name)
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => {})
  onTestFinished(() => pool.end())
  const ask = async <T>(query: string) => (await pool.query(query)).rows as T[]
  return { url, ask, pool }
}

export type TrialDatabase = Awaited<ReturnType<typeof anEmptyDatabase>>

/** Telegram, a balancer before the processes, and a way to start one. */
export async function aTrial(database: TrialDatabase) {
  const { url, apiRoot } = await aSandbox({ token: TOKEN })
  const balancer = await aBalancer()
  const start = (settings: Record<string, string> = {}) =>
    startMain({
      DATA_DIR: join(aFolder(), 'data'),
      DATABASE_URL: database.url,
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: apiRoot,
      WEBHOOK_URL: `${balancer.url}${PATH}`,
      KNOWLEDGE_DIR: SMALL_KNOWLEDGE,
      LOG_LEVEL: 'error',
      ...settings,
    })
  /** Starts a process and sends it its share of the updates once it is ready. */
  const join_ = async (settings: Record<string, string> = {}) => {
    const one = start(settings)
    const port = Number(/:(\d+)\/hook/.exec(await one.ready)![1])
    balancer.add(port)
    return { ...one, port, ops: /http:\S+(?=\/health)/.exec(one.printed.out.join('\n'))![0] }
  }
  return { ...personSide(url), apiRoot, balancer, start, join: join_ }
}

export type Trial = Awaited<ReturnType<typeof aTrial>>

/** The figure of a process, as Prometheus reads it. */
export async function figure(ops: string, name: string): Promise<number> {
  const text = await (await fetch(`${ops}/metrics`)).text()
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1),
  )
}
