import type { z } from 'zod'
import {
  addUsage,
  type ChatMessage,
  type Chunk,
  makeClient,
  type Provider,
  partsOfChat,
  toCheck,
  usageIn,
  usageOf,
} from './client.ts'
import { failureOf, type Usage, WritingFailed } from './writing-failure.ts'

/** An object that a model filled in; `null`: what came is not of the form asked for. */
type Structured<T> = { value: T | null; usage: Usage; end: 'whole' | 'stopped' }

/** What an object looks like: its form, and its name as the provider is told it (letters and «_»). */
type Form<T> = { name: string; schema: z.ZodType<T> }

/**
 * How a provider may be told the form of an object, in the order in which they are tried: as a schema that binds what is
 * written (OpenAI, vLLM, llama.cpp, Ollama); as «some JSON», which needs nothing of the server, since our prompts name
 * the keys; as arguments of a tool.
 */
export const METHODS = ['jsonSchema', 'jsonMode', 'functionCalling'] as const
export type Method = (typeof METHODS)[number]

/** What came of asking in one way: an object, something else, or a refusal of such a request. */
export type Came = 'object' | 'else' | 'refusal'

/** The ways that are left to ask in, the next one first, and whether an object has ever come of that. */
export type Choice = { methods: readonly Method[]; proven: boolean }

/** «Some JSON» is OpenAI's way and that of servers like it; other clients throw or complain. */
export function firstChoice(provider: string): Choice {
  return { methods: METHODS.filter((method) => provider === 'openai' || method !== 'jsonMode'), proven: false }
}

/**
 * The way to ask in next time. One that has worked is kept, whatever comes later: an object may be missing for the model's
 * own reasons. One that never has goes behind the others.
 */
export function afterAsking({ methods, proven }: Choice, came: Came): Choice {
  if (proven || came === 'object') return { methods, proven: true }
  return { methods: [...methods.slice(1), ...methods.slice(0, 1)], proven: false }
}

/** Fills in a form, as `ChatModel` says. */
export type Fill = <T>(
  messages: readonly ChatMessage[],
  form: Form<T>,
  options: { signal: AbortSignal; mostTokens: number },
) => Promise<Structured<T>>

/** Finds out which way the provider may be asked in, and remembers it. */
export function createFill(provider: Provider): Fill {
  let choice = firstChoice(partsOfChat(provider.chat).provider)
  return async (messages, form, options) => {
    for (let left = choice.methods.length; ; left--) {
      try {
        const filled = await fillOnce(provider, messages, form, { ...options, method: choice.methods[0]! })
        if (filled.end === 'whole') choice = afterAsking(choice, filled.value === null ? 'else' : 'object')
        return filled
      } catch (error) {
        if (!(error instanceof WritingFailed) || error.kind !== 'refused') throw error
        if (choice.proven || left === 1) throw error
        choice = afterAsking(choice, 'refusal')
      }
    }
  }
}

type Reading = { text: string; usage: Usage | null; parsed: unknown }

async function fillOnce<T>(
  provider: Provider,
  messages: readonly ChatMessage[],
  { schema, name }: Form<T>,
  { signal, mostTokens, method }: { signal: AbortSignal; mostTokens: number; method: Method },
): Promise<Structured<T>> {
  const client = await makeClient(provider, mostTokens)
  const reading: Reading = { text: '', usage: null, parsed: null }
  try {
    // Streamed, since LangChain reckons by a table from the network what an invoked stream cost; with what came beside what
    // was read of it, since an object that is not of the form costs the same.
    const filling = client.withStructuredOutput<Record<string, unknown>>(schema, { name, method, includeRaw: true })
    const asked = messages.map(({ role, text }) => ({ role, content: text }))
    for await (const piece of await filling.stream(asked, { signal })) readPiece(piece, reading)
  } catch (error) {
    if (!signal.aborted && !isOfOtherForm(error))
      throw failureOf(error, false, usageOf(reading, messages), toCheck(provider))
  }
  const usage = usageOf(reading, messages)
  if (signal.aborted) return { value: null, usage, end: 'stopped' }
  // Once more by us: not every client compares what came with the form.
  return { value: schema.safeParse(reading.parsed).data ?? null, usage, end: 'whole' }
}

function readPiece(piece: Record<string, unknown>, reading: Reading): void {
  const { raw, parsed } = piece as { raw?: Chunk; parsed?: unknown }
  if (raw) {
    reading.text += raw.text
    reading.usage = addUsage(reading.usage, usageIn(raw))
  }
  if (parsed !== undefined) reading.parsed = parsed
}

/** Whether LangChain could not read an object in what came. */
function isOfOtherForm(error: unknown): boolean {
  return error instanceof Error && 'lc_error_code' in error && error.lc_error_code === 'OUTPUT_PARSING_FAILURE'
}
