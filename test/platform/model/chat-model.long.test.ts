import { LLMock } from '@copilotkit/aimock'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createChatModel, type ModelTimeouts } from '../../../src/platform/model/chat-model.ts'
import { createTranscriber } from '../../../src/platform/model/transcriber.ts'
import { WritingFailed } from '../../../src/platform/model/writing-failure.ts'
import { Secret } from '../../../src/platform/secret.ts'
import { type Behaviour, startModelServer } from '../../support/models/server.ts'

const WITHOUT_TIMEOUT = { firstWordMs: 10_000, wholeMs: 20_000 }
const never = new AbortController().signal
const QUESTION = [
  { role: 'system', text: 'Write.' },
  { role: 'user', text: 'Ко усваја ЛАП?' },
] as const

describe('against another stand-in for OpenAI', () => {
  const mock = new LLMock({ port: 0 })
  beforeAll(() => mock.start())
  afterAll(() => mock.stop())

  test('a text comes piece by piece, with what it cost', async () => {
    mock.onMessage(/ЛАП/, { content: 'Локални акциони план усваја скупштина општине.' })
    const model = createChatModel(
      { baseUrl: `${mock.url}/v1`, apiKey: new Secret('kljuc'), chat: 'openai:gpt-4.1-mini' },
      WITHOUT_TIMEOUT,
    )
    const seen: string[] = []
    const written = await model.write(QUESTION, { signal: never, mostTokens: 50, onText: (text) => seen.push(text) })
    expect(written).toMatchObject({ text: 'Локални акциони план усваја скупштина општине.', end: 'whole' })
    expect(written.usage.output).toBeGreaterThan(0)
    expect(seen.length).toBeGreaterThan(1)
    expect(seen.at(-1)).toBe(written.text)
  })
})

/** A model behind a server that behaves so. */
async function modelThat(behaviour: Behaviour, timeouts: ModelTimeouts = WITHOUT_TIMEOUT) {
  const server = await startModelServer(() => behaviour)
  onTestFinished(() => server.close())
  return createChatModel({ baseUrl: server.url, apiKey: null, chat: 'openai:scripted' }, timeouts)
}

async function failureOf(work: Promise<unknown>): Promise<WritingFailed> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(WritingFailed)
  return error as WritingFailed
}

describe('a failure says what kind it is, and never what was sent', () => {
  test.each([
    ['a wrong key', { status: 401 }, 'misconfigured', 'OPENAI_API_KEY'],
    ['an unknown model', { status: 404 }, 'misconfigured', 'OPENAI_BASE_URL'],
    ['too many requests', { status: 429, retryAfter: 90 }, 'busy', '429'],
    ['a server in trouble', { status: 502 }, 'unreachable', '502'],
    ['a request that is not taken', { status: 400, body: '{"error":{"message":"Ко усваја ЛАП?"}}' }, 'refused', '400'],
    ['a filter', { say: 'х', finish: 'content_filter' }, 'refused', 'refused'],
    ['a page that is no API', { status: 200, body: '<html>' }, 'cut-off', 'nothing'],
    ['a text that breaks off', { say: 'Локални акциони план', size: 8, cutAfter: 1 }, 'cut-off', 'broke off'],
  ] as const)('%s', async (_, behaviour, kind, words) => {
    const model = await modelThat(behaviour)
    const failure = await failureOf(model.write(QUESTION, { signal: never, mostTokens: 50 }))
    expect(failure.kind).toBe(kind)
    expect(failure.message).toContain(words)
    expect(failure.message).not.toContain('ЛАП')
    expect(failure.retryAfterSeconds).toBe('retryAfter' in behaviour ? behaviour.retryAfter : null)
  })

  test('an address where nobody is', async () => {
    const model = createChatModel({ baseUrl: 'http://127.0.0.1:1/v1', apiKey: null, chat: 'openai:x' }, WITHOUT_TIMEOUT)
    const failure = await failureOf(model.write(QUESTION, { signal: never, mostTokens: 50 }))
    expect(failure.kind).toBe('unreachable')
    expect(failure.message).toContain('OPENAI_BASE_URL')
  })

  test('a provider whose package is not there', async () => {
    const said = async (chat: string) => {
      const model = createChatModel({ baseUrl: 'http://127.0.0.1:1/v1', apiKey: null, chat }, WITHOUT_TIMEOUT)
      const failures = [
        await failureOf(model.load()),
        await failureOf(model.write(QUESTION, { signal: never, mostTokens: 50 })),
      ]
      expect(failures.map(({ kind }) => kind)).toEqual(['misconfigured', 'misconfigured'])
      expect(failures[0]!.message).toBe(failures[1]!.message)
      return failures[0]!.message
    }
    expect(await said('anthropic:claude')).toBe(
      'CHAT_MODEL names anthropic, whose package is not installed yet: run «npm install @langchain/anthropic» and start again.',
    )
    expect(await said('ollama:gemma3:4b')).toContain('npm install @langchain/ollama')
    expect(await said('nobody:x')).toContain('«nobody», which is not known. Known are openai, anthropic')
    expect(await said('azure_openai:x')).toMatch(/^The client of azure_openai \(CHAT_MODEL\) cannot be used: Azure/)
  })

  test('a first word that does not come, and a text that does not end', async () => {
    const silent = await modelThat('silence', { firstWordMs: 50, wholeMs: 10_000 })
    expect((await failureOf(silent.write(QUESTION, { signal: never, mostTokens: 50 }))).kind).toBe('slow')
    const slow = await modelThat({ say: 'а'.repeat(400), size: 1, every: 20 }, { firstWordMs: 5_000, wholeMs: 300 })
    const failure = await failureOf(slow.write(QUESTION, { signal: never, mostTokens: 50 }))
    expect(failure.kind).toBe('slow')
    expect(failure.usage.output).toBeGreaterThan(0)
  })
})

describe('a text', () => {
  test('that is stopped is what was there', async () => {
    const gate = Promise.withResolvers<void>()
    const stop = new AbortController()
    const model = await modelThat({ say: 'Један два', size: 5, holdAfter: { pieces: 1, until: gate.promise } })
    const written = await model.write(QUESTION, { signal: stop.signal, mostTokens: 50, onText: () => stop.abort() })
    gate.resolve()
    expect(written).toMatchObject({ text: 'Један', end: 'stopped' })
  })

  test('without end is read so far and no further', async () => {
    const written = await (await modelThat('endless')).write(QUESTION, { signal: never, mostTokens: 50 })
    expect(written.end).toBe('too-long')
    expect(written.text.length).toBeLessThan(20_000)
  })

  test('whose cost the provider does not tell is reckoned by its length', async () => {
    const model = await modelThat({ say: 'Локални акциони план.', usage: null })
    const { usage } = await model.write(QUESTION, { signal: never, mostTokens: 50 })
    expect(usage.input).toBeGreaterThan(5)
    expect(usage.output).toBeGreaterThan(5)
  })
})

describe('speech', () => {
  const hear = async (hears: string | { status: number } | null, timeoutMs = 10_000) => {
    const server = await startModelServer(() => 'silence')
    onTestFinished(() => server.close())
    server.hears(hears)
    const ears = createTranscriber({ baseUrl: server.url, apiKey: null, transcription: 'scripted' }, timeoutMs)
    return ears.hear({ bytes: Buffer.alloc(100), fileName: 'glas.ogg' }, never)
  }

  test('becomes text', async () => {
    expect(await hear(' Ко усваја ЛАП? ')).toBe('Ко усваја ЛАП?')
  })

  test('that is not heard fails like a text', async () => {
    expect((await failureOf(hear({ status: 401 }))).kind).toBe('misconfigured')
    expect((await failureOf(hear(null, 100))).kind).toBe('slow')
  })
})
