import type { ModelSettings } from './model.ts'
import { failureOf, noClient, type Usage, WritingFailed } from './writing-failure.ts'

export type ChatMessage = { role: 'system' | 'user'; text: string }

/** How a text ended: by itself, because `signal` fired, or because it was longer than we read. */
export type Written = { text: string; usage: Usage; end: 'whole' | 'stopped' | 'too-long' }

export type ChatModel = {
  /** Provider and name, as configured. */
  name: string
  /** Loads the client, so that the first who asks does not wait for that too. */
  load(): Promise<void>
  /**
   * Has the model write an answer to `messages`. `onText` gets all of the text so far, each time more of it comes.
   * One request, tried once. Throws `WritingFailed`.
   */
  write(
    messages: readonly ChatMessage[],
    options: { signal: AbortSignal; mostTokens: number; onText?: (soFar: string) => void },
  ): Promise<Written>
}

export type ModelTimeouts = { firstWordMs: number; wholeMs: number }

/** Characters after which we stop reading whatever still comes. */
const LONGEST_TEXT = 16_000
/** Serbian in Cyrillic has two to three characters a token with the tokenizers of today. */
const CHARACTERS_PER_TOKEN = 2.5

/** The provider's chat model through LangChain, loaded with the first call since it takes 300 ms and 95 MB. */
export function createChatModel(
  settings: Pick<ModelSettings, 'baseUrl' | 'apiKey' | 'chat'>,
  timeouts: ModelTimeouts,
): ChatModel {
  return {
    name: settings.chat,
    load: async () => void (await makeClient(settings, 1)),
    write: async (messages, { signal, mostTokens, onText }) => {
      const client = await makeClient(settings, mostTokens).catch(() => {
        throw noClient()
      })
      const limits = limitsOf(signal, timeouts)
      const reading = { text: '', usage: null as Usage | null, refused: false, tooLong: false }
      try {
        const asked = messages.map(({ role, text }) => ({ role, content: text }))
        const chunks = (await client.stream(asked, { signal: limits.signal })) as AsyncIterable<Chunk>
        await read(chunks, reading, (text) => {
          limits.wordCame()
          onText?.(text)
        })
      } catch (error) {
        if (!signal.aborted && !reading.tooLong) throw failureOf(error, limits.timedOut(), usageOf(reading, messages))
      } finally {
        limits.end()
      }
      const usage = usageOf(reading, messages)
      if (signal.aborted) return { text: reading.text, usage, end: 'stopped' }
      if (reading.refused) throw new WritingFailed('refused', 'The model refused to write.', { usage })
      if (reading.text.trim() === '') throw new WritingFailed('cut-off', 'The model wrote nothing.', { usage })
      return { text: reading.text, usage, end: reading.tooLong ? 'too-long' : 'whole' }
    },
  }
}

type Chunk = {
  text: string
  usage_metadata?: { input_tokens: number; output_tokens: number }
  response_metadata?: Record<string, unknown>
  additional_kwargs?: Record<string, unknown>
}

/** The client would print what it cannot read, and that may be somebody's words. */
export const QUIET = { logLevel: 'off' } as const

type Provider = Pick<ModelSettings, 'baseUrl' | 'apiKey' | 'chat'>

async function makeClient({ baseUrl, apiKey, chat }: Provider, maxTokens: number) {
  const { initChatModel } = await import('langchain/chat_models/universal')
  return initChatModel(chat, {
    maxTokens,
    temperature: 0.2,
    // Whoever asks waits for a person: a second try would come too late for them.
    maxRetries: 0,
    // The client insists on a key even where the server wants none.
    apiKey: apiKey?.reveal() ?? 'none',
    ...(chat.startsWith('openai:') ? { configuration: { baseURL: baseUrl, ...QUIET } } : {}),
  })
}

async function read(
  chunks: AsyncIterable<Chunk>,
  reading: { text: string; usage: Usage | null; refused: boolean; tooLong: boolean },
  came: (text: string) => void,
): Promise<void> {
  for await (const chunk of chunks) {
    const used = chunk.usage_metadata
    if (used) reading.usage = { input: used.input_tokens, output: used.output_tokens }
    const reason = chunk.response_metadata?.finish_reason
    if (reason === 'content_filter' || chunk.additional_kwargs?.refusal) reading.refused = true
    if (chunk.text === '') continue
    reading.text += chunk.text
    came(reading.text)
    if (reading.text.length > LONGEST_TEXT) {
      reading.tooLong = true
      return
    }
  }
}

function usageOf(reading: { text: string; usage: Usage | null }, messages: readonly ChatMessage[]): Usage {
  if (reading.usage) return reading.usage
  const tokens = (characters: number) => Math.ceil(characters / CHARACTERS_PER_TOKEN)
  return {
    input: tokens(messages.reduce((sum, message) => sum + message.text.length, 0)),
    output: tokens(reading.text.length),
  }
}

/** A signal that fires with `outer`, when the first word is too long in coming, or the whole takes too long. */
function limitsOf(outer: AbortSignal, { firstWordMs, wholeMs }: ModelTimeouts) {
  const slow = new AbortController()
  const first = setTimeout(() => slow.abort(), firstWordMs)
  const whole = setTimeout(() => slow.abort(), wholeMs)
  return {
    signal: AbortSignal.any([outer, slow.signal]),
    timedOut: () => slow.signal.aborted,
    wordCame: () => clearTimeout(first),
    end: () => {
      clearTimeout(first)
      clearTimeout(whole)
    },
  }
}
