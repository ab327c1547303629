import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { meetPerson } from '../../../src/people/store.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { checkIndex } from '../../support/material.ts'
import { aPlace } from '../../support/processes/program.ts'

const PUBLISHER = fileURLToPath(new URL('./endless-publisher.ts', import.meta.url))
const KILLS = 3

test('a process killed while it publishes, loads the index or merges it leaves one version, whole, and an index that says so', async () => {
  const place = await aPlace()
  const settings = place.env.DATABASE_URL
    ? { kind: 'server', url: place.env.DATABASE_URL }
    : { kind: 'embedded', folder: place.env.DATA_DIR }
  const person = await look(place.open, (database) =>
    meetPerson(database.pool, {
      telegramId: 1,
      name: 'Јован',
      localeSeen: null,
      localeFirst: 'sr-Cyrl',
      now: systemClock.now(),
    }),
  )
  for (let kill = 1; kill <= KILLS; kill++) {
    const child = spawn(process.execPath, [PUBLISHER, JSON.stringify(settings), `${person.id}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    let published = 0
    for await (const _ of createInterface(child.stdout)) if (++published > kill) break
    // It loads what it published by now, or merges it, or publishes again.
    await wait((kill - 1) * 20)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await look(place.open, checkWhole)
  }
}, 120_000)

async function look<T>(open: () => Promise<Database>, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await open()
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** One version in use, all of its passages and no others in search, and every count as if read from scratch. */
async function checkWhole(database: Database): Promise<void> {
  const { pool } = database
  const { rows: used } = await pool.query<{ hash: string }>(`select hash from version where state = 'published'`)
  expect(used).toHaveLength(1)
  const { rows: bodies } = await pool.query<{ body: string }>('select body from chunk where withdrawn_at is null')
  expect(bodies).toHaveLength(20)
  expect(bodies.filter(({ body }) => !body.startsWith(`Издање број ${used[0]!.hash},`))).toEqual([])
  await checkIndex(database)
}
