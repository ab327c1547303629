import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Method } from '../../../src/platform/model/structured.ts'
import { listen } from '../processes/listen.ts'

/** What a chat model was asked: its orders, and the message with the data. */
export type ModelRequest = {
  system: string
  user: string
  passages: { n: number; title: string; text: string }[]
  /** The last piece of data: the question, or the message to be rewritten. */
  message: string
  /** How an object was asked for; `null`: a text was. */
  method: Method | null
}

/** How the server behaves to one request. Times in ms. */
export type Behaviour =
  | {
      say: string
      /** Before the first piece. */
      first?: number
      /** Between pieces of `size` characters. */
      every?: number
      size?: number
      /** Breaks the connection after so many pieces. */
      cutAfter?: number
      /** Bytes that are no UTF-8, before the rest. */
      broken?: boolean
      usage?: { input: number; output: number } | null
      /** Waits here, after so many pieces, until the test lets it go on. */
      holdAfter?: { pieces: number; until: Promise<void> }
      finish?: 'stop' | 'content_filter'
    }
  | { status: number; retryAfter?: number; body?: string }
  | 'silence'
  | 'endless'

/** Decides the behaviour for each request; may be changed at any time. */
export type Script = (request: ModelRequest) => Behaviour

/**
 * A small server that speaks OpenAI's protocol and does what a test tells it to: answers, obeys what stands in its data,
 * lies, says nothing, stumbles. Close it after use.
 */
export async function startModelServer(script: Script) {
  const requests: ModelRequest[] = []
  const heard: { bytes: number; prompt: string }[] = []
  const state = { script, hears: 'ко усваја ЛАП' as Hears }
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request)
    if (request.url?.endsWith('/audio/transcriptions')) return hear(body, response)
    if (!request.url?.endsWith('/chat/completions')) return refuse(response, { status: 404 })
    const asked = readRequest(body.toString())
    requests.push(asked)
    await behave(state.script(asked), response, asked.method === 'functionCalling' ? toolCall : content)
  }

  const hear = (body: Buffer, response: ServerResponse) => {
    heard.push({ bytes: body.length, prompt: body.toString('latin1') })
    if (state.hears === null) return
    if (typeof state.hears !== 'string') return refuse(response, state.hears)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ text: state.hears }))
  }

  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}/v1`,
    /** All that was asked, oldest first. */
    requests,
    heard,
    /** From now on it behaves so. */
    behave: (next: Script) => {
      state.script = next
    },
    hears: (next: Hears) => {
      state.hears = next
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What it hears in any speech; `null`: it never says. */
type Hears = string | { status: number } | null

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function readRequest(body: string): ModelRequest {
  const { messages, response_format, tools } = JSON.parse(body) as {
    messages: { role: string; content: string }[]
    response_format?: { type: string }
    tools?: unknown[]
  }
  const system = messages.find((message) => message.role === 'system')?.content ?? ''
  const user = messages.find((message) => message.role === 'user')?.content ?? ''
  const [fence] = /=== \w+ ===/.exec(user) ?? []
  const data = fence === undefined ? [] : user.split(fence)
  return {
    system,
    user,
    passages: passagesIn(data[1] ?? ''),
    message: (data.at(-2) ?? '').trim(),
    method: methodOf(response_format?.type, tools),
  }
}

function methodOf(format: string | undefined, tools: unknown[] | undefined): Method | null {
  if (format === 'json_schema') return 'jsonSchema'
  if (format === 'json_object') return 'jsonMode'
  return tools ? 'functionCalling' : null
}

/** The numbered passages in a piece of data; none in one that holds something else. */
function passagesIn(data: string): ModelRequest['passages'] {
  return [...data.matchAll(/^\[(\d+)\] (.*)\n([\s\S]*?)(?=\n\n\[\d+\] |\n*$(?![\s\S]))/gm)].map(
    ([, n, title, text]) => ({
      n: Number(n),
      title: title!,
      text: text!.trim(),
    }),
  )
}

/** An honest model: the first sentence of each of the first `count` passages, cited. */
export function quoting(count = 2): Script {
  return ({ passages }) => ({ say: quoted(passages, count) })
}

/** An honest model that understands follow-ups: what each message means, by the message. Others it repeats. */
export function understanding(meanings: Record<string, string>, count = 1): Script {
  return ({ passages, message }) =>
    passages.length > 0 ? { say: quoted(passages, count) } : { say: understood([meanings[message] ?? message]) }
}

/** What a model says that was asked what a message means. */
export function understood(questions: string[], about: { intent?: string; followsUp?: boolean } = {}): string {
  return JSON.stringify({ intent: 'question', followsUp: true, ...about, questions })
}

export function quoted(passages: ModelRequest['passages'], count: number): string {
  return passages
    .slice(0, count)
    .map(({ n, text }) => `${firstSentence(text)} [${n}]`)
    .join(' ')
}

export function firstSentence(text: string): string {
  return /^[\s\S]*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text
}

/** A piece of what is said, as a text or as the arguments of a tool. */
type Piece = (text: string) => object
const content: Piece = (text) => ({ content: text })
const toolCall: Piece = (text) => ({
  tool_calls: [{ index: 0, id: 'call', type: 'function', function: { name: 'understood', arguments: text } }],
})

async function behave(behaviour: Behaviour, response: ServerResponse, pieceOf: Piece): Promise<void> {
  if (behaviour === 'silence') return
  if (behaviour === 'endless') return endless(response)
  if ('status' in behaviour) return refuse(response, behaviour)
  const { say, first = 0, every = 0, size = 12, cutAfter, holdAfter, broken, usage, finish = 'stop' } = behaviour
  await wait(first)
  open(response)
  if (broken) response.write(Buffer.from([0x64, 0x61, 0x74, 0x61, 0x3a, 0x20, 0xff, 0xfe, 0x0a, 0x0a]))
  const pieces = say.match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? []
  for (const [i, piece] of pieces.entries()) {
    if (i === cutAfter) return void response.destroy()
    if (i === holdAfter?.pieces) await holdAfter.until
    if (response.destroyed) return
    await new Promise((resolve) => response.write(event(pieceOf(piece)), resolve))
    if (every > 0) await wait(every)
  }
  response.write(event({}, finish))
  if (usage !== null) response.write(usageEvent(usage ?? { input: 1_000, output: 100 }))
  response.end('data: [DONE]\n\n')
}

async function endless(response: ServerResponse): Promise<void> {
  open(response)
  while (!response.destroyed) {
    response.write(event({ content: 'и тако даље без краја и конца ' }))
    await wait(0)
  }
}

function open(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
}

function event(delta: object, finish: string | null = null): string {
  const choices = [{ index: 0, delta: { role: 'assistant', ...delta }, finish_reason: finish }]
  return `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'scripted', choices })}\n\n`
}

function usageEvent({ input, output }: { input: number; output: number }): string {
  const usage = { prompt_tokens: input, completion_tokens: output, total_tokens: input + output }
  return `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'scripted', choices: [], usage })}\n\n`
}

function refuse(
  response: ServerResponse,
  { status, retryAfter, body }: { status: number; retryAfter?: number; body?: string },
): void {
  const headers = {
    'content-type': 'application/json',
    ...(retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` }),
  }
  response.writeHead(status, headers).end(body ?? JSON.stringify({ error: { message: 'scripted', type: 'scripted' } }))
}
