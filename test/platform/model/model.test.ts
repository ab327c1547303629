import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEmbedder, embedderOf } from '../../../src/platform/model/model.ts'
import { Secret } from '../../../src/platform/secret.ts'

const mock = new LLMock({ port: 0 })
beforeAll(async () => {
  await mock.start()
})
afterAll(async () => {
  await mock.stop()
})

const never = new AbortController().signal
const settings = () => ({
  baseUrl: `${mock.url}/v1`,
  apiKey: new Secret('sk-tajna'),
  embedding: 'text-embedding-3-small',
})

test('each text gets its own vector, all of one length, from a server that speaks OpenAI’s protocol', async () => {
  mock.onEmbedding('Ко усваја план?', { embedding: [0.25, -0.5, 0.125] })
  mock.onEmbedding('Колико траје?', { embedding: [0.5, 0.5, 0.5] })
  const embedder = createEmbedder(settings(), (text) => text)
  expect(await embedder.embed(['Ко усваја план?'], never)).toEqual([[0.25, -0.5, 0.125]])
  expect(await embedder.embed(['Колико траје?'], never)).toEqual([[0.5, 0.5, 0.5]])
  const two = await embedder.embed(['Нешто треће', 'и четврто'], never)
  expect(new Set(two.map((vector) => vector.length)).size).toBe(1)
})

test('only what the mask leaves goes out, under the model’s name, with numbers asked for as numbers', async () => {
  mock.clearRequests()
  const embedder = createEmbedder(settings(), (text) => text.replace(/\d+/, '[број]')).withModel('bge-m3')
  await embedder.embed(['ЈМБГ 0101990710006'], never)
  expect(mock.getRequests().at(-1)?.body).toMatchObject({
    model: 'bge-m3',
    embeddingInput: 'ЈМБГ [број]',
  })
})

test('without a provider, or with embeddings off, there is no embedder', () => {
  expect(embedderOf(null)).toBeUndefined()
  const off = { ...settings(), chat: 'openai:x', embedding: null, transcription: null }
  expect(embedderOf(off)).toBeUndefined()
  expect(embedderOf({ ...off, embedding: 'bge-m3' })?.model).toBe('bge-m3')
})

test('waiting ends when nobody waits any longer', async () => {
  const embedder = createEmbedder(settings(), (text) => text)
  await expect(embedder.embed(['Ко усваја план?'], AbortSignal.abort())).rejects.toMatchObject({
    name: 'EmbeddingFailed',
    ofTexts: false,
  })
})
