import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../src/answers/answer.ts'
import { isRight, judge, type Labelled, LEAST_RIGHT, rightPercent } from '../../src/answers/evaluation/judge.ts'
import { answer } from '../../src/answers/quoting/answer.ts'
import { ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { createSearch, type Search } from '../../src/knowledge/search/search.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { SHIPPED_KNOWLEDGE } from '../support/bot.ts'
import { aDatabase } from '../support/database/database.ts'
import { labelled } from '../support/questions.ts'

let search: Search
beforeAll(async () => {
  const database = await aDatabase()
  await ingestFolder({ database, clock: systemClock, folder: SHIPPED_KNOWLEDGE })
  search = createSearch(database.pool)
})

test('all questions of the brief, in all spellings, come to what their labels say', async () => {
  const questions = labelled('brief')
  expect(questions).toHaveLength(65)
  const judgement = await judge(search, questions)
  expect(judgement.asked).toBe(4 * 65)
  expect(rightPercent(judgement), JSON.stringify(judgement.wrong, null, 1)).toBeGreaterThanOrEqual(LEAST_RIGHT)
})

test('who adopts a plan is told before how long it lasts, also to whoever asks for both', async () => {
  const sections = ['Ко усваја ЛАП, Савет за миграције или скупштина?']
  const asked = ['Ко усваја ЛАП?', 'Ко усваја локални акциони план?', 'Ко усваја ЛАП и колико траје?']
  const judgement = await judge(
    search,
    asked.map((text) => ({ id: text, text, expect: 'answered', sections })),
  )
  expect(judgement.wrong).toEqual([])
})

/** The share of `questions` for which `is` holds, in percent. */
async function percent(questions: Labelled[], is: (found: Answer, question: Labelled) => boolean): Promise<number> {
  let count = 0
  for (const question of questions) if (is(await answer(search, question.text), question)) count++
  return (100 * count) / questions.length
}

describe('the evidence gate, on questions it was calibrated with', () => {
  const answerable = ['paraphrases', 'declined', 'sessions', 'trafficking']
    .flatMap(labelled)
    .filter((one) => one.expect === 'answered')
  const unanswerable = labelled('unanswerable')
  const answers = (found: Answer) => found.kind === 'quoted' || found.kind === 'term'

  test('questions that the material answers are answered', async () => {
    expect(await percent(answerable, answers)).toBeGreaterThanOrEqual(90)
  })

  test('and mostly with the right passage first', async () => {
    expect(await percent(answerable, (found, question) => isRight(question, found))).toBeGreaterThanOrEqual(74)
  })

  test('questions about other matters are not', async () => {
    const elsewhere = unanswerable.filter((one) => one.kind === 'elsewhere')
    expect(await percent(elsewhere, (found) => !answers(found))).toBeGreaterThanOrEqual(85)
  })

  test('nor most of those that come near the material without being covered', async () => {
    expect(await percent(unanswerable, (found) => !answers(found))).toBeGreaterThanOrEqual(78)
  })
})
