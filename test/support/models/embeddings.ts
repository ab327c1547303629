import { Hono } from 'hono'
import { fold, grams } from '../../../src/language/fold.ts'
import { listen } from '../../../src/platform/http.ts'
import { createEmbedder, type Mask } from '../../../src/platform/model/model.ts'
import { afterwards } from '../afterwards.ts'

/** What the next request gets instead of embeddings. */
type Fault =
  | { status: number; headers?: Record<string, string> }
  /** The answer as it stands, with status 200. */
  | { body: unknown }
  /** No answer at all. */
  | 'silence'

const NO_ANSWER = new Promise<never>(() => {})

type Request = { model: string; input: string | string[]; encoding_format?: string }

/**
 * A server that speaks OpenAI's protocol for embeddings, stopped after the test file. Texts that share 4-grams of folded
 * text lie near each other; `meaning` may put others there, as a model of many languages would.
 */
export async function anEmbeddingServer(options: { meaning?: (text: string) => string } = {}) {
  const server = {
    /** All texts that were sent, in order, with the model that was asked. */
    sent: [] as { model: string; text: string }[],
    requests: 0,
    faults: [] as Fault[],
    /** From which request on there is no answer. */
    silentFrom: Number.POSITIVE_INFINITY,
    /**
     * Texts that are never answered, nor counted: whoever asked has left, maybe before the request was read. It may come as
     * late as in the next test, and must not take what that one ordered.
     */
    silentAbout: (_text: string) => false,
    /** Texts that are refused by themselves. */
    refuses: (_text: string) => false,
    dimensions: 256,
    forget: () => {
      server.sent = []
      server.requests = 0
    },
  }
  const app = new Hono()
  app.post('/v1/embeddings', async (c) => {
    const { model, input, encoding_format } = await c.req.json<Request>()
    const texts = [input].flat()
    if (texts.some((text) => server.silentAbout(text))) return NO_ANSWER
    server.requests += 1
    server.sent.push(...texts.map((text) => ({ model, text })))
    const fault = server.requests >= server.silentFrom ? 'silence' : server.faults.shift()
    if (fault === 'silence') await new Promise((resolve) => c.req.raw.signal.addEventListener('abort', resolve))
    else if (fault && 'body' in fault) return c.json(fault.body as object)
    else if (fault) return c.json({ error: { message: `quoted: ${texts[0]}` } }, fault.status as 500, fault.headers)
    if (texts.some((text) => server.refuses(text))) return c.json({ error: { message: 'too odd' } }, 400)
    if (encoding_format !== 'float') return c.json({ error: { message: 'only float' } }, 500)
    const data = texts.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: hashed(`${model} ${options.meaning?.(text) ?? text}`, server.dimensions),
    }))
    return c.json({ object: 'list', model, data, usage: { prompt_tokens: 1, total_tokens: 1 } })
  })
  const { url, stop } = await listen(app, { host: '127.0.0.1', port: 0 })
  afterwards(stop)
  return Object.assign(server, {
    url: `${url}/v1`,
    /** The real client, pointed at this server. */
    embedder: (embedding = 'test-small', mask: Mask = (text) => text) =>
      createEmbedder({ baseUrl: `${url}/v1`, apiKey: null, embedding }, mask),
  })
}

/** The 4-grams of `text` counted in `dimensions` buckets, as a vector of length one. */
function hashed(text: string, dimensions: number): number[] {
  const counts = new Array<number>(dimensions).fill(0)
  for (const gram of grams(fold(text))) counts[bucketOf(gram, dimensions)]! += 1
  const length = Math.hypot(...counts) || 1
  return counts.map((count) => count / length)
}

/** FNV-1a. */
function bucketOf(gram: string, buckets: number): number {
  let hash = 0x811c9dc5
  for (const char of gram) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193)
  return (hash >>> 0) % buckets
}
