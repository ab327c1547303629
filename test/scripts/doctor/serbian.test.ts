import { expect, onTestFinished, test } from 'vitest'
import {
  checkEmbeddedSerbian,
  checkReadSerbian,
  MESSAGE,
  serbianFinding,
  TRIPLES,
} from '../../../scripts/doctor/serbian.ts'
import { toLatin } from '../../../src/language/script.ts'
import { createChatModel } from '../../../src/platform/model/chat-model.ts'
import { anEmbeddingServer } from '../../support/models/embeddings.ts'
import { type Behaviour, startModelServer, understood } from '../../support/models/server.ts'

const spelled = TRIPLES.flatMap(([said, meant]) =>
  [(text: string) => text, toLatin].map((as) => [as(meant), as(said)] as const),
)
/** A model that knows what sentences mean, as far as they are ours. */
const knowing = await anEmbeddingServer({ meaning: (text) => spelled.find(([meant]) => meant === text)?.[1] ?? text })
/** One that only sees letters. */
const unknowing = await anEmbeddingServer()

test('a model that knows Serbian passes in both scripts', async () => {
  expect(await checkEmbeddedSerbian(knowing.embedder(), AbortSignal.timeout(10_000))).toEqual({
    verdict: 'ok',
    about: 'Serbian by meaning',
    detail: '5 of 5 pairs that mean the same lie nearer than others in Cyrillic, 5 in Latin',
  })
  expect(knowing.requests).toBe(1)
})

test('a model that compares letters does not, and the operator reads what to do', async () => {
  const found = await checkEmbeddedSerbian(unknowing.embedder(), AbortSignal.timeout(10_000))
  expect(found.verdict).toBe('wrong')
  expect(found.detail).toMatch(/^0 of 5 .*, 0 in Latin; the model .*bge-m3.*EMBEDDING_MODEL=off/)
})

test.each([
  [5, 5, 'ok'],
  [4, 5, 'wrong'],
  [5, 4, 'wrong'],
])('%d pairs in Cyrillic and %d in Latin are %s', (cyrillic, latin, verdict) => {
  expect(serbianFinding(cyrillic, latin).verdict).toBe(verdict)
})

const QUESTIONS = ['Ко усваја локални акциони план?', 'Колико година траје локални акциони план?']

test.each<[string, Behaviour, string, string]>([
  ['finds both questions', { say: understood(QUESTIONS) }, 'ok', 'found the two questions'],
  ['finds them in one', { say: understood([MESSAGE]) }, 'ok', 'found'],
  ['finds one of them', { say: understood(QUESTIONS.slice(1)) }, 'wrong', 'did not find the two'],
  ['writes Latin', { say: understood(QUESTIONS.map(toLatin)) }, 'wrong', 'in Cyrillic'],
  ['writes English', { say: understood(['Who adopts the plan and how long does it last?']) }, 'wrong', 'did not find'],
  ['sees danger', { say: understood(QUESTIONS, { intent: 'danger' }) }, 'wrong', 'takes an ordinary question for'],
  ['only talks', { say: 'План усваја скупштина.' }, 'wrong', 'no object'],
  ['takes no such request', { status: 400 }, 'note', 'answered 400. Messages are read without it'],
])('a chat model that %s', async (_, behaviour, verdict, said) => {
  const server = await startModelServer(() => behaviour)
  onTestFinished(() => server.close())
  const model = createChatModel(
    { baseUrl: server.url, apiKey: null, chat: 'openai:scripted' },
    { firstWordMs: 10_000, wholeMs: 20_000 },
  )
  expect(await checkReadSerbian(model)).toMatchObject({ verdict, detail: expect.stringContaining(said) })
})
