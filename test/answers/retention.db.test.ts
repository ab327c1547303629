import { expect, test } from 'vitest'
import { answersData } from '../../src/answers/retention.ts'
import { forget } from '../../src/platform/database/retention.ts'
import { aClock, aDatabase } from '../support/database/database.ts'

const database = await aDatabase()
const { pool } = database
const clock = aClock()
const ago = (days: number) => clock.now().subtract({ hours: days * 24 })

/** A passage, in use or withdrawn so many days ago. */
async function aPassage(body: string, withdrawnDaysAgo: number | null) {
  const { rows } = await pool.query<{ id: number }>(
    `insert into chunk (source_id, position, headings, titles, asked_as, facts, blocks, body, hash, withdrawn_at)
     values (1, 0, '{}', '{}', '{}', '{}', '[]', $1, $1, $2) returning id`,
    [body, withdrawnDaysAgo === null ? null : ago(withdrawnDaysAgo).toString()],
  )
  return rows[0]!.id
}

async function cite(chunkId: number, askedDaysAgo: number) {
  const { rows } = await pool.query<{ id: number }>(
    `insert into question (asked_at, text, locale, outcome, mode, evidence, ms)
     values ($1, 'питање', 'sr-Cyrl', 'answered', 'extractive', '{}', 1) returning id`,
    [ago(askedDaysAgo).toString()],
  )
  await pool.query('insert into citation (question_id, n, chunk_id, quote) values ($1, 1, $2, $3)', [
    rows[0]!.id,
    chunkId,
    'цитат',
  ])
}

test('a passage out of use is kept for as long as a kept question cites it', async () => {
  await pool.query(`insert into source (path, title, hash, ingested_at) values ('a.md', 'А', 'h', now())`)
  await aPassage('у употреби', null)
  await aPassage('повучен малочас', 0.5)
  await aPassage('повучен, нигде цитиран', 2)
  await cite(await aPassage('повучен, цитиран у питању које се чува', 2), 89)
  await cite(await aPassage('повучен, цитиран у питању које се више не чува', 2), 91)

  await forget(pool, answersData(90), clock.now())

  const { rows } = await pool.query<{ body: string }>('select body from chunk order by id')
  expect(rows.map((row) => row.body)).toEqual([
    'у употреби',
    'повучен малочас',
    'повучен, цитиран у питању које се чува',
  ])
})
