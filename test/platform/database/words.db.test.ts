import { expect, test } from 'vitest'
import { WORDS } from '../../../src/data.ts'
import { mentionOf } from '../../../src/language/mention.ts'
import { blankWords, countWords } from '../../../src/platform/database/words.ts'
import { aDatabase } from '../../support/database/database.ts'

const database = await aDatabase()
const { pool } = database

const told = { names: ['Ђорђе Жикић'], exact: ['djordje@primer.rs', '50%_off'] }
const mention = mentionOf(told)

test.each(WORDS)('the words of $table can be looked through and written back', async (words) => {
  expect(await countWords(pool, words, mention)).toBe(0)
  expect(await database.transaction((db) => blankWords(db, words, mention))).toBe(0)
})

test('a row is found in whichever script it is written, and changed where it names somebody alone', async () => {
  await pool.query('create table note (id int, text text, json jsonb)')
  const notes = [
    ['Дође Ђорђу Жикићу', null],
    [null, { a: ['za Djordja Zikica', 5], b: { c: null, d: 'DJORDJE@primer.rs' } }],
    ['Ђорђе и Жика', { a: 'попуст 50%_off' }],
    ['Попуст 50X_off', { a: 'Ђорђевић' }],
  ]
  for (const [i, [text, json]] of notes.entries())
    await pool.query('insert into note values ($1, $2, $3)', [i, text, json === null ? null : JSON.stringify(json)])
  const words = { table: 'note', text: ['text'], json: ['json'] }
  expect(await countWords(pool, words, mention)).toBe(3)
  expect(await database.transaction((db) => blankWords(db, words, mention))).toBe(3)
  const { rows } = await pool.query('select text, json from note order by id')
  expect(rows).toEqual([
    { text: `Дође ${'.'.repeat(12)}`, json: null },
    { text: null, json: { a: [`za ${'.'.repeat(14)}`, 5], b: { c: null, d: '.'.repeat(17) } } },
    { text: 'Ђорђе и Жика', json: { a: `попуст ${'.'.repeat(7)}` } },
    { text: 'Попуст 50X_off', json: { a: 'Ђорђевић' } },
  ])
  await pool.query('drop table note')
})
