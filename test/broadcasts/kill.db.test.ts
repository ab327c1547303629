import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, inject, onTestFinished, test, vi } from 'vitest'
import { readBroadcast } from '../../src/broadcasts/store.ts'
import { TOKEN } from '../sandbox/support.ts'
import { aDatabase } from '../support/database/database.ts'
import { seeded } from '../support/random.ts'
import { aTown, copies, order, SEE_YOU, type Town } from './town.ts'

/** Another seed, other moments. The full figures are in `npm run bench`. */
const random = seeded(Number(process.env.KILL_SEED ?? 20_261_125))
const PEOPLE = 150
const KILLS = 6
const RATE = 40
/** So many may be on their way at once when Telegram answers slowly; beside the sandbox it is one or two. */
const MOST_ON_THEIR_WAY = 4
const timeout = { timeout: 60_000, interval: 25 }

const database = await aDatabase()
const { pool } = database

/** The name of a database on the server, and its address. */
async function addressOfDatabase(): Promise<string> {
  const template = inject('template')
  if (template.kind !== 'server') throw new Error('Only on a server')
  const { rows } = await pool.query<{ name: string }>('select current_database() as name')
  const url = new URL(template.url)
  url.pathname = rows[0]!.name
  return url.href
}

async function startSender(url: string, { telegram }: Town): Promise<ChildProcess> {
  const file = fileURLToPath(new URL('../../bench/processes/sender-process.ts', import.meta.url))
  const child = fork(file, [url, telegram.apiRoot, TOKEN, String(RATE)])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'message')
  return child
}

const sentSoFar = async () =>
  (
    await pool.query<{ n: number }>(
      `select count(*) as n from outbox where key like 'broadcast:%' and state <> 'waiting'`,
    )
  ).rows[0]!.n

test.runIf(database.kind === 'server')(
  'two processes, killed six times between them: the other takes over, nobody gets it twice, nobody is forgotten',
  async () => {
    const url = await addressOfDatabase()
    const town = await aTown(database, PEOPLE)
    // The processes go by the machine's clock, which may say that it is night.
    const id = await order(database, town, { insists: true })
    const running = [await startSender(url, town), await startSender(url, town)]
    for (let kill = 1; kill <= KILLS; kill++) {
      const goal = (kill * PEOPLE) / (KILLS + 1) + random.whole(0, 8)
      await vi.waitFor(async () => expect(await sentSoFar()).toBeGreaterThanOrEqual(goal), timeout)
      const victim = running.shift()!
      victim.kill('SIGKILL')
      await once(victim, 'exit')
      running.push(await startSender(url, town))
    }
    await vi.waitFor(async () => expect((await readBroadcast(pool, id))?.result).not.toBeNull(), timeout)
    const { rows } = await pool.query<{ telegram_id: number; state: string }>(
      'select telegram_id, state from broadcast_recipient join person on person.id = person_id where broadcast_id = $1',
      [id],
    )
    expect(rows).toHaveLength(PEOPLE + 1)
    const unknown = rows.filter(({ state }) => state === 'unknown').length
    for (const { telegram_id, state } of rows) {
      if (telegram_id === town.author.telegramId) continue
      const has = await copies(town.telegram, telegram_id, SEE_YOU)
      if (state === 'unknown') expect(has).toBeLessThanOrEqual(1)
      else expect([state, has]).toEqual(['sent', 1])
    }
    expect(unknown).toBeLessThanOrEqual(KILLS * MOST_ON_THEIR_WAY)
    const { result } = (await readBroadcast(pool, id))!
    expect(result).toEqual({ waiting: 0, sent: PEOPLE + 1 - unknown, unknown, failed: [] })
  },
  240_000,
)
