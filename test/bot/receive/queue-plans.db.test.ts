import { beforeAll, expect, test } from 'vitest'
import { claimUpdates, storeUpdates } from '../../../src/bot/receive/inbox.ts'
import { claimRows } from '../../../src/bot/send/sender-store.ts'
import { planByIndexes } from '../../../src/platform/database/connection.ts'
import type { Db } from '../../../src/platform/database/database.ts'
import { aClock, aDatabase } from '../../support/database/database.ts'
import { aMessageUpdate } from './updates.ts'

/** What waits when a crowd has come: many messages of each chat, some of them in work. */
const CHATS = 300
const WAITING = 6_000
const IN_WORK = 100
const LEASE = '11111111-1111-4111-8111-111111111111'

const database = await aDatabase()
const db = database.pool
const clock = aClock()

type Explained = { 'QUERY PLAN': { Plan: Record<string, number> }[] }

/** How many pages the statements of `work` looked at, planned as prepared ones are. */
async function pagesOf(work: (db: Db) => Promise<unknown>): Promise<number> {
  let pages = 0
  await database.session(async (session) => {
    await planByIndexes(session)
    const explaining = {
      query: async (text: string, values?: unknown[]) => {
        const { rows } = await session.query<Explained>(`explain (analyze, buffers, format json) ${text}`, values)
        const { Plan } = rows[0]!['QUERY PLAN'][0]!
        pages += Plan['Shared Hit Blocks']! + Plan['Shared Read Blocks']!
        return { rows: [], rowCount: 0 }
      },
    } as Db
    await work(explaining)
  })
  return pages
}

beforeAll(async () => {
  // The planner has looked while nothing waited.
  await db.query('analyze inbox, outbox')
  const updates = Array.from({ length: WAITING }, (_, i) => aMessageUpdate(i + 1, (i % CHATS) + 1))
  await storeUpdates(db, updates, clock.now(), { lease: LEASE, limit: IN_WORK })
  await db.query(
    `insert into outbox (key, chat_id, lane, method, payload, state, queued_at)
     select n::text, n % $1::int, 'reply', 'sendRichMessage', '{}', case when n <= $2::int then 'sending' else 'waiting' end, now()
     from generate_series(1, $3::int) as n`,
    [CHATS, IN_WORK, WAITING],
  )
})

// Of each claimed row: its pages and those of two indexes. Compared with all that waited, as it once was, 100 and more.
const PAGES_A_ROW = 25

test('a claim of updates looks at what it takes, not at all that waits', async () => {
  const claim = (db: Db) => claimUpdates(db, { limit: 50, suspected: 1, lease: LEASE, now: clock.now() })
  expect(await pagesOf(claim)).toBeLessThan((50 + IN_WORK) * PAGES_A_ROW)
})

test('so does a claim of replies', async () => {
  const claim = (db: Db) => claimRows(db, 'reply', { limit: 50, resting: [], now: clock.now() })
  expect(await pagesOf(claim)).toBeLessThan((50 + IN_WORK) * PAGES_A_ROW)
})
