import {
  addUsage,
  type ChatMessage,
  type Chunk,
  makeClient,
  type Provider,
  toCheck,
  usageIn,
  usageOf,
} from './client.ts'
import { createFill, type Fill } from './structured.ts'
import { failureOf, type Usage, WritingFailed } from './writing-failure.ts'

/** How a text ended: by itself, because `signal` fired, or because it was longer than we read. */
type Written = { text: string; usage: Usage; end: 'whole' | 'stopped' | 'too-long' }

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
  /**
   * Has the model fill in a form. Tried once in each way that a provider may be asked in, and only until it takes one; from
   * then on it is one request. Throws `WritingFailed`.
   */
  fill: Fill
}

export type ModelTimeouts = { firstWordMs: number; wholeMs: number }

/** Characters after which we stop reading whatever still comes. */
const LONGEST_TEXT = 16_000

/** The provider's chat model through LangChain, loaded with the first call. */
export function createChatModel(settings: Provider, timeouts: ModelTimeouts): ChatModel {
  return {
    name: settings.chat,
    load: async () => void (await makeClient(settings, 1)),
    fill: createFill(settings),
    write: async (messages, { signal, mostTokens, onText }) => {
      const client = await makeClient(settings, mostTokens)
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
        if (!signal.aborted && !reading.tooLong)
          throw failureOf(error, limits.timedOut(), usageOf(reading, messages), toCheck(settings))
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

async function read(
  chunks: AsyncIterable<Chunk>,
  reading: { text: string; usage: Usage | null; refused: boolean; tooLong: boolean },
  came: (text: string) => void,
): Promise<void> {
  for await (const chunk of chunks) {
    reading.usage = addUsage(reading.usage, usageIn(chunk))
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
