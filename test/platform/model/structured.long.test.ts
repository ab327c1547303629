import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { createChatModel } from '../../../src/platform/model/chat-model.ts'
import { afterAsking, type Came, firstChoice, METHODS } from '../../../src/platform/model/structured.ts'
import { type Script, startModelServer } from '../../support/models/server.ts'

const FORM = { name: 'understood', schema: z.object({ word: z.string(), count: z.number() }) }
const RIGHT = JSON.stringify({ word: 'савет', count: 2 })
const QUESTION = [
  { role: 'system', text: 'Answer in JSON.' },
  { role: 'user', text: 'Колико?' },
] as const

/** A model behind a server with this script, and a way to have it fill in the form. */
async function aModel(script: Script) {
  const server = await startModelServer(script)
  onTestFinished(() => server.close())
  const model = createChatModel(
    { baseUrl: server.url, apiKey: null, chat: 'openai:scripted' },
    { firstWordMs: 10_000, wholeMs: 20_000 },
  )
  const fill = (signal = new AbortController().signal) => model.fill(QUESTION, FORM, { signal, mostTokens: 50 })
  return { fill, methods: () => server.requests.map((request) => request.method) }
}

describe('the way of asking', () => {
  test.each<[string, Came[], string, boolean]>([
    ['that works is kept', ['object'], METHODS[0], true],
    ['that works is kept whatever comes later', ['object', 'else', 'refusal'], METHODS[0], true],
    ['that is refused gives way', ['refusal'], METHODS[1], false],
    ['that gives something else gives way', ['else', 'refusal'], METHODS[2], false],
    ['comes round', ['refusal', 'refusal', 'refusal'], METHODS[0], false],
  ])('%s', (_, came, method, proven) => {
    const { methods, proven: isProven } = came.reduce(afterAsking, firstChoice('openai'))
    expect([methods[0], isProven]).toEqual([method, proven])
  })

  test('of other clients than OpenAI’s is never «some JSON»', () => {
    expect(firstChoice('anthropic').methods).toEqual(['jsonSchema', 'functionCalling'])
  })
})

describe('an object', () => {
  test.each(METHODS)('comes from a server that knows %s alone, found once', async (only) => {
    const model = await aModel(({ method }) => (method === only ? { say: RIGHT } : { status: 400 }))
    expect(await model.fill()).toMatchObject({ value: { word: 'савет', count: 2 }, end: 'whole' })
    await model.fill()
    expect(model.methods()).toEqual([...METHODS.slice(0, METHODS.indexOf(only) + 1), only])
  })

  test('costs what the provider says', async () => {
    const model = await aModel(() => ({ say: RIGHT, usage: { input: 300, output: 20 } }))
    expect((await model.fill()).usage).toEqual({ input: 300, output: 20 })
  })

  test.each([
    ['no JSON', 'Не знам.'],
    ['half of one', RIGHT.slice(0, -4)],
    ['wrong types', JSON.stringify({ word: 'савет', count: 'два' })],
    ['missing keys', '{}'],
    ['a list', '[]'],
    ['nothing', ''],
  ])('that is %s is none, and costs all the same', async (_, say) => {
    const model = await aModel(() => ({ say, usage: { input: 300, output: 20 } }))
    expect(await model.fill()).toEqual({ value: null, usage: { input: 300, output: 20 }, end: 'whole' })
  })

  test('that a server gives in no way at all is refused after each was tried', async () => {
    const model = await aModel(() => ({ status: 400 }))
    await expect(model.fill()).rejects.toMatchObject({ kind: 'refused' })
    expect(model.methods()).toEqual([...METHODS])
  })

  test.each([
    [{ status: 401 }, 'misconfigured'],
    [{ status: 503 }, 'unreachable'],
    [{ status: 429, retryAfter: 7 }, 'busy'],
  ] as const)('of a server that answers %o is asked for once', async (behaviour, kind) => {
    const model = await aModel(() => behaviour)
    await expect(model.fill()).rejects.toMatchObject({ kind })
    expect(model.methods()).toHaveLength(1)
  })

  test('that is not waited for any longer is none', async () => {
    const model = await aModel(() => 'silence')
    expect(await model.fill(AbortSignal.timeout(100))).toMatchObject({ value: null, end: 'stopped' })
  })
})
