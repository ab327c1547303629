import { expect, test } from 'vitest'
import type { Db } from '../../../src/platform/database/database.ts'
import { forget, listHoldings } from '../../../src/platform/database/retention.ts'
import { answer, plan } from '../../../src/sessions/evaluation/actions.ts'
import { EVALUATION_DATA } from '../../../src/sessions/evaluation/retention.ts'
import {
  addAnswers,
  claimStep,
  insertInvites,
  listAnswers,
  markAnswered,
  readEvaluations,
} from '../../../src/sessions/evaluation/store.ts'
import { aSessionWithPeople } from '../../certificates/with-people.ts'
import { atOnce } from '../../support/database/at-once.ts'
import { aDatabase } from '../../support/database/database.ts'

const database = await aDatabase()
const db = database.pool
const { session, signUpIds } = await aSessionWithPeople(database, ['Ана Анић', 'Вера Верић'])
const ASKED = session.ends.toInstant().add({ hours: 3 })
const ANSWERS = { ratings: [5, null], text: 'Краће паузе.' }

test('what is asked changes until people are asked, which happens once', async () => {
  expect(await plan(db, session.id, { isOn: true, questions: ['Корисно?', 'Јасно?'] })).toBe(true)
  expect(await claimStep(db, session.id, 'ask', ASKED)).toBe(true)
  expect(await claimStep(db, session.id, 'ask', ASKED)).toBe(false)
  expect(await plan(db, session.id, { isOn: false, questions: null })).toBe(false)
  expect((await readEvaluations(db, [session.id])).get(session.id)).toMatchObject({ isOn: true, askedAt: ASKED })
})

test('of two answers of one person at once one is kept', async () => {
  await insertInvites(db, session.id, signUpIds)
  const { rows } = await db.query<{ person_id: number }>('select person_id from sign_up where id = $1', [signUpIds[0]])
  const by = { signUpId: signUpIds[0]!, personId: rows[0]!.person_id, answers: ANSWERS }
  const ended: string[] = []
  const press = async (tx: Db) => void ended.push(await answer(tx, by, ASKED))
  await atOnce(database, press, press)
  expect(ended).toEqual(['done', 'already'])
  expect(await listAnswers(db, session.id)).toEqual([ANSWERS])
})

test('all is forgotten in its time, those who were asked before what was answered', async () => {
  await markAnswered(db, signUpIds[1]!)
  await database.transaction((tx) => addAnswers(tx, session.id, { ratings: [1, 1], text: null }))
  const held = async () => (await listHoldings(db, EVALUATION_DATA)).map(({ rows }) => rows)
  expect(await held()).toEqual([2, 2])
  await forget(db, EVALUATION_DATA, session.ends.toInstant().add({ hours: 24 * 31 }))
  expect(await held()).toEqual([0, 2])
  await forget(db, EVALUATION_DATA, session.ends.toInstant().add({ hours: 24 * 731 }))
  expect(await held()).toEqual([0, 0])
  expect((await readEvaluations(db, [session.id])).get(session.id)!.questions).toBeNull()
})
