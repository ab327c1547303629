import { beforeEach, expect, test } from 'vitest'
import { chunksOf } from '../../../src/knowledge/ingest/chunk.ts'
import { addWays } from '../../../src/knowledge/ingest/point.ts'
import { readMarkdown } from '../../../src/knowledge/readers/markdown/markdown.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { aDatabase } from '../../support/database/database.ts'
import { readIn, removeMaterial } from '../../support/material.ts'

const database = await aDatabase()
beforeEach(async () => {
  await removeMaterial(database)
})

const HEADING = 'Образац записника'
const FORM = '<!-- obrazac: zapisnik -->\n<!-- pitanja 2: где се потписује -->\n\nЗаписник. Потпис: ____.'

test('a passage that is found by further ways stays the form that it is, and keeps what its pieces are asked of', async () => {
  await readIn(database, { 'a.md': { [HEADING]: FORM } })
  const { rows: before } = await database.pool.query<{ id: number }>('select id from chunk where withdrawn_at is null')
  const id = await database.transaction((db) => addWays(db, before[0]!.id, ['треба ми записник'], systemClock.now()))
  const { rows } = await database.pool.query(
    'select template, asked_as, answered_in, hash from chunk where id = $1::int and withdrawn_at is null',
    [id],
  )
  expect(rows).toEqual([
    {
      template: 'zapisnik',
      asked_as: ['где се потписује', 'треба ми записник'],
      answered_in: ['2'],
      hash: chunksOf(readMarkdown(`## ${HEADING}\n\n${FORM}`, 'a'))[0]!.hash,
    },
  ])
})
