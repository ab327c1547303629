import { beforeEach, expect, test } from 'vitest'
import { plainOfBlocks } from '../../src/bot/message/rich.ts'
import { readDigest, renderDigest, sendDigest } from '../../src/gaps/digest/digest.ts'
import { chooseDigest, medianSeconds } from '../../src/gaps/digest/digest-store.ts'
import { endAnswers } from '../../src/gaps/staff/stale.ts'
import { insertGap, insertQuestion } from '../../src/gaps/store.ts'
import { publishConfirmed } from '../../src/knowledge/ingest/confirmed.ts'
import { readConfirmed } from '../../src/knowledge/ingest/confirmed-store.ts'
import { MUNICIPALITIES } from '../../src/people/municipalities/municipalities.ts'
import { fillMunicipalities } from '../../src/people/municipalities/store.ts'
import { grantRole, meetPerson } from '../../src/people/store.ts'
import { aClock, aDatabase } from '../support/database/database.ts'

const database = await aDatabase()
const clock = aClock()
const MONDAY = Temporal.Instant.from('2026-03-02T07:00:00Z')
const { pool } = database
const send = (now = MONDAY) => sendDigest({ database, queued: () => {} }, now)

const aTrainer = async (telegramId: number) => {
  await grantRole(pool, { telegramId, name: `Тренер ${telegramId}`, role: 'trainer', now: MONDAY })
  const seen = { name: `Тренер ${telegramId}`, localeSeen: null, localeFirst: 'sr-Cyrl' as const, now: MONDAY }
  return (await meetPerson(pool, { ...seen, telegramId })).id
}

const sent = async () =>
  (await pool.query<{ chat_id: number; key: string }>('select chat_id, key from outbox order by chat_id, key')).rows

beforeEach(async () => {
  await pool.query(
    'truncate gap, gap_question, gap_answer, gap_digest, gap_digest_off, outbox, question, source restart identity cascade',
  )
  await fillMunicipalities(pool)
  clock.set(MONDAY.toString())
})

test('on Monday at eight each of staff gets it once, however many processes there are, but for whom does not want it', async () => {
  await aTrainer(500)
  const second = await aTrainer(501)
  await chooseDigest(pool, second, false)
  for (const hours of [-50, 50])
    await pool.query(
      `insert into question (chat_id, asked_at, text, locale, outcome, mode, evidence, ms)
       values (777001, $1, 'питање', 'sr-Cyrl', 'no-answer', 'extractive', '{}', 1)`,
      [MONDAY.add({ hours }).toString()],
    )
  await send(MONDAY.subtract({ minutes: 1 }))
  expect(await sent()).toEqual([])
  await Promise.all([send(), send(MONDAY.add({ minutes: 1 }))])
  await send(MONDAY.add({ hours: 3 }))
  expect((await sent()).map(({ chat_id }) => chat_id)).toEqual([500])
  await send(MONDAY.add({ hours: 24 * 7 }))
  expect(await sent()).toHaveLength(2)
  // Nobody asked anything in the week after that: there is nothing to tell.
  await send(MONDAY.add({ hours: 24 * 14 }))
  expect(await sent()).toHaveLength(2)
  expect(await renderDigest(pool, { weekOn: '2026-03-02', personId: second })).toBeNull()
})

test('it tells of questions, municipalities and reasons, and of nobody', async () => {
  const trainer = await aTrainer(500)
  const asker = await meetPerson(pool, {
    ...{ telegramId: 777_001, name: 'Милица Обележић', localeSeen: null, localeFirst: 'sr-Cyrl', now: MONDAY },
  })
  const at = MONDAY.subtract({ hours: 50 })
  const ask = async (outcome: string, evidence = '{}') => {
    const { rows } = await pool.query<{ id: number }>(
      `insert into question (person_id, chat_id, asked_at, text, locale, outcome, mode, evidence, ms)
       values ($1, 777001, $2, 'тајно питање', 'sr-Cyrl', $3, 'extractive', $4, 1) returning id`,
      [asker.id, at.toString(), outcome, evidence],
    )
    return rows[0]!.id
  }
  for (const outcome of ['answered', 'answered', 'near', 'no-answer']) await ask(outcome)
  await ask('no-answer', '{"outage": true}')
  const disliked = await ask('answered')
  await pool.query(
    `insert into feedback (question_id, given_by, helpful, reason, given_at) values ($1, 777001, false, 'incomplete', now())`,
    [disliked],
  )
  const [town] = MUNICIPALITIES
  const gapId = await insertGap(pool, at)
  const about = { questionId: disliked, personId: asker.id, municipalityCode: town!.code, locale: 'sr-Cyrl' as const }
  await insertQuestion(pool, { ...about, gapId, text: 'Ко плаћа превоз?', hits: [], phase: null, signed: true }, at)
  const digest = await readDigest(pool, Temporal.PlainDate.from('2026-03-02'))
  expect(Object.fromEntries(digest.outcomes)).toEqual({ answered: 3, near: 1, 'no-answer': 1, disliked: 1 })
  const payload = await renderDigest(pool, { weekOn: '2026-03-02', personId: trainer })
  const words = plainOfBlocks(payload!.content)
  expect(words).toContain('са одговором 3, само близу 1, без одговора 1; није помогло 1')
  expect(words).toContain(`${town!.nameCyrl}: 1`)
  expect(words).toContain('непотпуно: 1')
  expect(words).toContain('Ко плаћа превоз? (1 особа)')
  expect(words).not.toMatch(/Обележић|тајно|777001/)
})

test('the owner of an answer is asked before its last day, once, and it is withdrawn after it', async () => {
  const owner = await aTrainer(500)
  const answer = {
    question: 'Ко?',
    askedAs: [],
    text: 'Комесаријат плаћа.',
    origin: 'Позив',
    validUntil: '2026-03-06',
    ownerId: owner,
  }
  const sourceId = await database.transaction((db) => publishConfirmed(db, answer, owner, MONDAY))
  const look = (days: number) => endAnswers({ database, queued: () => {} }, MONDAY.add({ hours: 24 * days }))
  await look(-5)
  expect(await sent()).toEqual([])
  await Promise.all([look(0), look(0)])
  await look(1)
  expect((await sent()).map(({ key }) => key)).toEqual([`gap:ending:${sourceId}:2026-03-06:${owner}`])
  await look(4)
  expect(await readConfirmed(pool, sourceId)).toMatchObject({ withdrawn: false })
  await look(5)
  await look(6)
  expect(await readConfirmed(pool, sourceId)).toMatchObject({ withdrawn: true })
  expect(await sent()).toHaveLength(2)
})

test('the time to an answer is that of half of the questions', async () => {
  expect(await medianSeconds(pool, MONDAY)).toBeNull()
  const gapId = await insertGap(pool, MONDAY)
  await pool.query(
    `insert into gap_answer (gap_id, question, text, origin, state, made_at, published_at) values ($1, '', '', '', 'published', $2, $2)`,
    [gapId, MONDAY.add({ hours: 10 }).toString()],
  )
  for (const hours of [0, 8, 9])
    await pool.query(
      `insert into gap_question (gap_id, sent_at, text, locale, hits, signed, state, answer_id)
       select $1, $2, '', 'sr-Cyrl', '[]', false, 'answered', max(id) from gap_answer`,
      [gapId, MONDAY.add({ hours }).toString()],
    )
  expect(await medianSeconds(pool, MONDAY)).toBe(2 * 3600)
})
