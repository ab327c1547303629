import { beforeEach, expect, test } from 'vitest'
import { askAgain } from '../../src/gaps/again.ts'
import { judgeCases, listCases } from '../../src/gaps/cases.ts'
import { publishAnswer } from '../../src/gaps/staff/actions.ts'
import { insertAnswer } from '../../src/gaps/staff/answer-store.ts'
import { forgetQuestionsSent, insertGap, insertQuestion } from '../../src/gaps/store.ts'
import { withdrawSource } from '../../src/knowledge/ingest/publish.ts'
import { createSearch } from '../../src/knowledge/search/search.ts'
import { meetPerson } from '../../src/people/store.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { aClock, aDatabase } from '../support/database/database.ts'
import { readIn, removeMaterial } from '../support/material.ts'

// A process that dies leaves what its last transaction left: here each step dies before it commits, and another goes on.

const database = await aDatabase()
const clock = aClock()
const search = createSearch(database.pool)
const NOW = clock.now()

class Killed extends Error {}

/** The database of a process that is killed at the end of its `at`th transaction, before that takes effect. */
function dyingAt(at: number): Database {
  let left = at
  return {
    ...database,
    transaction: (work, options) =>
      database.transaction(async (db) => {
        const done = await work(db)
        left -= 1
        if (left === 0) throw new Killed()
        return done
      }, options),
  }
}

const again = (on: Database) => askAgain({ database: on, search, queued: () => {} }, NOW)

const aPerson = (telegramId: number) =>
  meetPerson(database.pool, {
    telegramId,
    name: `Особа ${telegramId}`,
    localeSeen: null,
    localeFirst: 'sr-Cyrl',
    now: NOW,
  })

const QUESTIONS = ['Ко плаћа превоз до обуке?', 'ko placa prevoz na obuku', 'Колико жирафа има у зоолошком врту?']

/** Three people asked, of whom the answer serves two. */
async function published(): Promise<number> {
  const author = await aPerson(900)
  const gapId = await insertGap(database.pool, NOW)
  for (const [i, text] of QUESTIONS.entries()) {
    const { id: personId } = await aPerson(901 + i)
    const { rows } = await database.pool.query<{ id: number }>(
      `insert into question (asked_at, text, locale, outcome, mode, evidence, ms)
       values (now(), $1, 'sr-Cyrl', 'no-answer', 'extractive', '{}', 1) returning id`,
      [text],
    )
    const about = { questionId: rows[0]!.id, personId, municipalityCode: null, locale: 'sr-Cyrl' as const }
    await insertQuestion(database.pool, { ...about, gapId, text, hits: [], phase: null, signed: false }, NOW)
  }
  const answer = {
    gapId,
    authorId: author.id,
    question: QUESTIONS[0]!,
    origin: 'Позив',
    validUntil: null,
    chunkId: null,
  }
  const text = 'Путне трошкове до обуке плаћа Комесаријат.'
  const id = await insertAnswer(database.pool, { ...answer, text }, NOW)
  // What nobody asks for by those words is not found by them.
  await database.pool.query(`update gap_question set text = '[' || text where text = $1`, [QUESTIONS[2]])
  const result = await database.transaction((db) => publishAnswer(db, id, author.id, NOW))
  expect(result).toMatchObject({ kind: 'published', questions: 3 })
  return id
}

const news = async () =>
  (await database.pool.query<{ key: string; chat_id: number }>(`select key, chat_id from outbox order by id`)).rows

beforeEach(async () => {
  await removeMaterial(database)
  await database.pool.query('truncate gap, gap_question, gap_answer, outbox restart identity cascade')
  await readIn(database, { 'lap.md': { 'Ко усваја ЛАП?': 'ЛАП усваја скупштина општине.' } })
})

const expectAllTold = async () => {
  const said = await news()
  expect(said.map(({ chat_id }) => chat_id).toSorted()).toEqual([900, 901, 902])
  expect(new Set(said.map(({ key }) => key)).size).toBe(3)
  const { rows } = await database.pool.query<{ state: string }>('select state from gap_question order by id')
  expect(rows.map(({ state }) => state)).toEqual(['answered', 'answered', 'waiting'])
  const { rows: left } = await database.pool.query(
    `select from gap_question join gap on gap.id = gap_id where gap.state = 'open' and gap_question.state = 'waiting'`,
  )
  expect(left).toHaveLength(1)
}

test('who asked is told once, what is not answered waits on, and the trainer hears of both', async () => {
  await published()
  await again(database)
  await expectAllTold()
  await again(database)
  await expectAllTold()
})

test.each([1, 2, 3, 4])('killed in step %i, nobody is told twice and nobody forgotten', async (step) => {
  await published()
  await expect(again(dyingAt(step))).rejects.toBeInstanceOf(Killed)
  await again(database)
  await expectAllTold()
})

test('what was answered is a case to be evaluated', async () => {
  await published()
  await again(database)
  const cases = await listCases(database.pool)
  expect(cases.map(({ text }) => text)).toEqual(QUESTIONS.slice(0, 2))
  expect(cases.every(({ relevant }) => relevant[0]?.startsWith('trainers/'))).toBe(true)
  expect((await judgeCases(search, cases)).map(({ answered }) => answered)).toEqual([true, true])
  await database.transaction(async (db) => {
    const { rows } = await db.query<{ id: number }>(`select id from source where kind = 'confirmed'`)
    await withdrawSource(db, rows[0]!.id, 'last day', NOW)
  })
  expect((await judgeCases(search, await listCases(database.pool))).length).toBe(0)
})

test('words that name who asked are not taken into the material', async () => {
  const author = await aPerson(900)
  const { id: personId } = await aPerson(950)
  await database.pool.query(`update person set name = 'Жигомира Обележић' where id = $1`, [personId])
  const gapId = await insertGap(database.pool, NOW)
  const texts = [
    'Ја сам Жигомира Обележић, ко плаћа превоз?',
    'ко плаћа пут на обуку',
    'зовите [телефон], ко плаћа пут',
  ]
  for (const text of texts)
    await database.pool.query(
      `insert into gap_question (gap_id, person_id, sent_at, text, locale, hits, signed) values ($1, $2, now(), $3, 'sr-Cyrl', '[]', false)`,
      [gapId, personId, text],
    )
  const about = {
    gapId,
    authorId: author.id,
    question: 'Ко плаћа превоз?',
    origin: 'Позив',
    validUntil: null,
    chunkId: null,
  }
  const id = await insertAnswer(database.pool, { ...about, text: 'Комесаријат плаћа превоз.' }, NOW)
  await database.transaction((db) => publishAnswer(db, id, author.id, NOW))
  const { rows } = await database.pool.query(
    `select asked_as from chunk join source on source.id = source_id where kind = 'confirmed'`,
  )
  expect(rows).toEqual([{ asked_as: ['ко плаћа пут на обуку'] }])
})

test('erasing deletes what was signed or names the person; of other questions the words stay, with nobody', async () => {
  const { id: personId } = await aPerson(951)
  const gapId = await insertGap(database.pool, NOW)
  const sent = [
    ['ко плаћа пут', false],
    ['ко плаћа хотел', true],
    ['ја сам Жигомира, ко плаћа ручак', false],
  ] as const
  for (const [text, signed] of sent)
    await database.pool.query(
      `insert into gap_question (gap_id, person_id, sent_at, text, locale, hits, signed) values ($1, $2, now(), $3, 'sr-Cyrl', '[]', $4)`,
      [gapId, personId, text, signed],
    )
  await forgetQuestionsSent(database.pool, personId, (text) => text.includes('Жигомира'))
  const { rows } = await database.pool.query('select text, person_id, wants_news from gap_question')
  expect(rows).toEqual([{ text: 'ко плаћа пут', person_id: null, wants_news: false }])
})

test('two processes at once tell each once', async () => {
  await published()
  await Promise.all([again(database), again(database)])
  await again(database)
  await expectAllTold()
})

test('an answer that is killed while it is published leaves the group as it was', async () => {
  const author = await aPerson(900)
  const gapId = await insertGap(database.pool, NOW)
  const about = { gapId, authorId: author.id, question: 'Ко?', origin: 'Позив', validUntil: null, chunkId: null }
  const id = await insertAnswer(database.pool, { ...about, text: 'Комесаријат плаћа превоз.' }, NOW)
  const publish = (on: Database) => on.transaction((db) => publishAnswer(db, id, author.id, NOW))
  await expect(publish(dyingAt(1))).rejects.toBeInstanceOf(Killed)
  const { rows } = await database.pool.query(
    `select gap.state, gap_answer.state as answer from gap join gap_answer on gap_id = gap.id`,
  )
  expect(rows).toEqual([{ state: 'open', answer: 'draft' }])
  expect((await database.pool.query(`select from source where kind = 'confirmed'`)).rows).toEqual([])
  expect(await publish(database)).toMatchObject({ kind: 'published' })
  expect(await publish(database)).toEqual({ kind: 'already-decided' })
})

test('whoever erased their data meanwhile is not told, and the others are', async () => {
  await published()
  await database.pool.query('update gap_question set person_id = null, wants_news = false where id = 1')
  await again(database)
  expect((await news()).map(({ chat_id }) => chat_id).toSorted()).toEqual([900, 902])
})

test('while a part of search is away nothing is decided', async () => {
  await published()
  const away = {
    ...search,
    find: async (...given: Parameters<typeof search.find>) => {
      const found = await search.find(...given)
      return { ...found, hits: found.hits.slice(0, 0), dense: 'failed' as const }
    },
  }
  await askAgain({ database, search: away, queued: () => {} }, NOW)
  expect(await news()).toEqual([])
  await again(database)
  await expectAllTold()
})
