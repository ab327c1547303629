import { codeOf } from '../errors.ts'
import type { Secret } from '../secret.ts'

/** How to reach a model provider: OpenAI, or any server that speaks its protocol. */
export type ModelSettings = {
  baseUrl: string
  /** `null`: the server asks for none. */
  apiKey: Secret | null
  /** Provider and model, as LangChain's `initChatModel` reads them: «openai:gpt-4.1-mini». */
  chat: string
  /** `null`: search has its lexical lane only. */
  embedding: string | null
  /** `null`: voice messages are not heard. */
  transcription: string | null
}

/** Turns texts into vectors that lie near each other when the texts mean nearly the same. */
export type Embedder = {
  /** Name of the model: vectors of different models cannot be compared. */
  model: string
  /**
   * A vector for each text, in their order, all of one length. One request, tried once; `signal` ends it. Throws
   * `EmbeddingFailed`.
   */
  embed(texts: readonly string[], signal: AbortSignal): Promise<number[][]>
  /** The same provider with another model: an older one, say, that the material is still embedded with. */
  withModel(model: string): Embedder
}

/** No vectors. The message never quotes the provider, since some repeat the text they were sent. */
export class EmbeddingFailed extends Error {
  override name = 'EmbeddingFailed'
  /** Whether these very texts are the reason, so that others may do. */
  readonly ofTexts: boolean
  /** How long the provider asked us to wait; `null` when it did not. */
  readonly retryAfterSeconds: number | null

  constructor(message: string, about: { ofTexts?: boolean; retryAfterSeconds?: number | null } = {}) {
    super(message)
    this.ofTexts = about.ofTexts ?? false
    this.retryAfterSeconds = about.retryAfterSeconds ?? null
  }
}

/** What leaves the process instead of a text: with personal numbers covered, say. */
export type Mask = (text: string) => string

type EmbeddingSettings = Pick<ModelSettings, 'baseUrl' | 'apiKey'> & { embedding: string }

/**
 * The provider's embeddings through LangChain's client, loaded with the first call since it takes 300 ms and 95 MB.
 * Texts go through `mask` before they leave.
 */
export function createEmbedder(settings: EmbeddingSettings, mask: Mask): Embedder {
  return {
    model: settings.embedding,
    embed: async (texts, signal) => checked(await request(settings, texts.map(mask), signal), texts.length),
    withModel: (embedding) => createEmbedder({ ...settings, embedding }, mask),
  }
}

/** The embedder that is configured, or `undefined`. */
export function embedderOf(settings: ModelSettings | null, mask: Mask = (text) => text): Embedder | undefined {
  if (!settings || settings.embedding === null) return undefined
  return createEmbedder({ ...settings, embedding: settings.embedding }, mask)
}

async function request(settings: EmbeddingSettings, texts: string[], signal: AbortSignal): Promise<unknown[]> {
  const { OpenAIEmbeddings } = await import('@langchain/openai')
  const { APIConnectionError } = await import('openai')
  const client = new OpenAIEmbeddings({
    model: settings.embedding,
    // The client insists on a key even where the server wants none.
    apiKey: settings.apiKey?.reveal() ?? 'none',
    encodingFormat: 'float',
    batchSize: texts.length,
    stripNewLines: false,
    // Whoever asks knows whether waiting is worth it: for a question it is not, for the material it is.
    maxRetries: 0,
    configuration: {
      baseURL: settings.baseUrl,
      fetch: (url, init) =>
        fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([signal, init.signal]) : signal }),
    },
  })
  return client.embedDocuments(texts).catch((error: unknown) => {
    // LangChain makes another error, so named, of a timeout.
    const isUnreachable =
      error instanceof APIConnectionError || (error instanceof Error && error.name === 'TimeoutError')
    throw failureOf(error, signal, isUnreachable)
  })
}

/** Statuses that say something about the texts sent, not about the provider or the key. */
const OF_TEXTS = [400, 413, 422]

function failureOf(error: unknown, signal: AbortSignal, isUnreachable: boolean): EmbeddingFailed {
  if (signal.aborted) return new EmbeddingFailed('The model provider was not waited for any longer.')
  if (!(error instanceof Error)) return new EmbeddingFailed('The model provider gave no embeddings.')
  // LangChain takes the status away from this one.
  if (error.name === 'ContextOverflowError')
    return new EmbeddingFailed('The text is too long for the embedding model.', { ofTexts: true })
  if (!('status' in error) || typeof error.status !== 'number')
    return new EmbeddingFailed(withoutStatus(error, isUnreachable))
  const { status } = error
  return new EmbeddingFailed(`The model provider answered ${status} to a request for embeddings.${adviceFor(status)}`, {
    ofTexts: OF_TEXTS.includes(status),
    retryAfterSeconds: retryAfter(error),
  })
}

function withoutStatus(error: Error, isUnreachable: boolean): string {
  const code = codeOf(error)
  if (code === null && !isUnreachable)
    return 'The model provider answered with something else than embeddings. Check OPENAI_BASE_URL.'
  return `The model provider cannot be reached (${code ?? error.name}). Check OPENAI_BASE_URL.`
}

function adviceFor(status: number): string {
  if (status === 401 || status === 403) return ' Check OPENAI_API_KEY.'
  if (status === 404) return ' Check EMBEDDING_MODEL and OPENAI_BASE_URL.'
  return ''
}

function retryAfter(error: Error): number | null {
  if (!('headers' in error) || !(error.headers instanceof Headers)) return null
  const seconds = Number(error.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null
}

/** `vectors`, when there are `count` of them, all of one length and of numbers only. */
function checked(vectors: unknown[], count: number): number[][] {
  const length = Array.isArray(vectors[0]) ? vectors[0].length : 0
  const isVector = (vector: unknown): vector is number[] =>
    Array.isArray(vector) && vector.length === length && vector.every((value) => Number.isFinite(value))
  if (vectors.length !== count || length === 0 || !vectors.every(isVector))
    throw new EmbeddingFailed(`The model provider did not answer with ${count} vectors of one length.`)
  return vectors
}
