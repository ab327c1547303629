import { expect, test } from 'vitest'
import { evaluate, readQuestions } from '../../../src/knowledge/evaluation/evaluate.ts'
import { SMALL_KNOWLEDGE } from '../../support/bot.ts'
import { aDatabase } from '../../support/database/database.ts'
import { anEmbeddingServer } from '../../support/models/embeddings.ts'

const server = await anEmbeddingServer()

const QUESTIONS = readQuestions(
  [
    { id: 'a', text: 'Ко усваја ЛАП?', relevant: ['01-lap.md'] },
    { id: 'b', text: 'Who adopts the plan?', relevant: ['01-lap.md'] },
  ]
    .map((question) => JSON.stringify(question))
    .join('\n'),
)

test('without a model: words alone, by language', async () => {
  const report = await evaluate(await aDatabase(), SMALL_KNOWLEDGE, QUESTIONS)
  expect(report).toMatchObject({ lanes: 'lexical', embedding: null, unembedded: 0, questions: 2 })
  expect(report.shares.map(({ lanes, language, questions }) => [lanes, language, questions])).toEqual([
    ['lexical', 'sr', 1],
    ['lexical', 'en', 1],
  ])
})

test('with a model: what each lane brings, and how many questions got no embedding', async () => {
  const database = await aDatabase()
  const report = await evaluate(database, SMALL_KNOWLEDGE, QUESTIONS, { embedder: server.embedder() })
  expect(report).toMatchObject({ lanes: 'both', embedding: { model: 'test-small', dimensions: 256 }, unembedded: 0 })
  expect(report.shares.map(({ lanes, language }) => `${lanes} ${language}`)).toEqual([
    'lexical sr',
    'lexical en',
    'dense sr',
    'dense en',
    'both sr',
    'both en',
  ])
  const words = await evaluate(database, SMALL_KNOWLEDGE, QUESTIONS, { embedder: server.embedder(), lanes: 'lexical' })
  const lexical = words.shares.filter((share) => share.lanes === 'lexical')
  expect(words.recall1).toBeGreaterThan(0)
  expect(words.recall1).toBe((lexical[0]!.recall1 + lexical[1]!.recall1) / 2)
})

test('a provider that fails is said, not taken for a lane that finds nothing', async () => {
  server.faults.push({ status: 401 })
  await expect(
    evaluate(await aDatabase(), SMALL_KNOWLEDGE, QUESTIONS, { embedder: server.embedder() }),
  ).rejects.toThrow('The material could not be embedded. The model provider answered 401')
})
