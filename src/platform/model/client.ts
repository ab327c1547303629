import type { ModelSettings } from './model.ts'
import { OPENAI, type ToCheck, type Usage, WritingFailed } from './writing-failure.ts'

/** Where a chat model is, and what it is called. */
export type Provider = Pick<ModelSettings, 'baseUrl' | 'apiKey' | 'chat'>

export type ChatMessage = { role: 'system' | 'user'; text: string }

/** A piece of what a model says, as far as we read it. */
export type Chunk = {
  text: string
  usage_metadata?: { input_tokens: number; output_tokens: number }
  response_metadata?: Record<string, unknown>
  additional_kwargs?: Record<string, unknown>
}

/** The client would print what it cannot read, and that may be somebody's words. */
export const QUIET = { logLevel: 'off' } as const

/** What comes before the first colon of CHAT_MODEL, and after it. */
export function partsOfChat(chat: string): { provider: string; model: string } {
  const at = chat.indexOf(':')
  return { provider: chat.slice(0, at), model: chat.slice(at + 1) }
}

/**
 * LangChain's client of the provider, loaded with the first call since it takes 300 ms and 95 MB. Any provider that
 * `initChatModel` knows: OpenAI's client is here, others' packages are installed by whoever wants them. Throws `WritingFailed`
 * that says what is missing.
 */
export async function makeClient({ baseUrl, apiKey, chat }: Provider, maxTokens: number) {
  const { initChatModel, MODEL_PROVIDER_CONFIG } = await import('langchain/chat_models/universal')
  const { provider, model } = partsOfChat(chat)
  const known: Record<string, { package: string } | undefined> = MODEL_PROVIDER_CONFIG
  const ours = known[provider]
  if (!ours) throw misconfigured(unknownProvider(provider, Object.keys(known)))
  try {
    return await initChatModel(model, {
      modelProvider: provider,
      ...limitedTo(provider, maxTokens),
      temperature: 0.2,
      // Whoever asks waits for a person: a second try would come too late for them.
      maxRetries: 0,
      // The client insists on a key even where the server wants none. Others read the variables of their provider.
      ...(provider === 'openai'
        ? { apiKey: apiKey?.reveal() ?? 'none', configuration: { baseURL: baseUrl, ...QUIET } }
        : {}),
    })
  } catch (error) {
    throw misconfigured(whyNoClient(error, provider, ours.package))
  }
}

/** How each client calls the most tokens that are written. */
function limitedTo(provider: string, maxTokens: number): Record<string, number> {
  if (provider === 'ollama') return { numPredict: maxTokens }
  return provider.startsWith('google') ? { maxOutputTokens: maxTokens } : { maxTokens }
}

function unknownProvider(provider: string, known: readonly string[]): string {
  return `CHAT_MODEL names the provider «${provider}», which is not known. Known are ${known.join(', ')}.`
}

/** LangChain tells in words alone whether the package is missing; all else is said by the provider's client, before anything is sent. */
function whyNoClient(error: unknown, provider: string, name: string): string {
  const [said = ''] = (error instanceof Error ? error.message : '').split('\n')
  if (said.startsWith('Unable to import'))
    return `CHAT_MODEL names ${provider}, whose package is not installed yet: run «npm install ${name}» and start again.`
  return `The client of ${provider} (CHAT_MODEL) cannot be used: ${said.replace(/\.$/, '')}. See docs/settings.md.`
}

function misconfigured(message: string): WritingFailed {
  return new WritingFailed('misconfigured', message)
}

/** The settings of a provider: ours for OpenAI, for others those that its own client reads. */
export function toCheck({ chat }: Provider): ToCheck {
  const { provider } = partsOfChat(chat)
  return provider === 'openai' ? OPENAI : { key: `the key of ${provider}`, address: `the address of ${provider}` }
}

/** What the provider says a piece cost; `null` when it does not. */
export function usageIn({ usage_metadata: used }: Chunk): Usage | null {
  return used ? { input: used.input_tokens, output: used.output_tokens } : null
}

/** Some providers count what was read with the first piece and what was written with the last. */
export function addUsage(a: Usage | null, b: Usage | null): Usage | null {
  return a && b ? { input: a.input + b.input, output: a.output + b.output } : (a ?? b)
}

/** Serbian in Cyrillic has two to three characters a token with the tokenizers of today. */
const CHARACTERS_PER_TOKEN = 2.5

/** What was used: as the provider counted, or else by the length of what was sent and came. */
export function usageOf(reading: { text: string; usage: Usage | null }, messages: readonly { text: string }[]): Usage {
  if (reading.usage) return reading.usage
  const tokens = (characters: number) => Math.ceil(characters / CHARACTERS_PER_TOKEN)
  return {
    input: tokens(messages.reduce((sum, message) => sum + message.text.length, 0)),
    output: tokens(reading.text.length),
  }
}
