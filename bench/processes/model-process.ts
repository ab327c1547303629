import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * The program that `startModelProcess` runs: speaks OpenAI's protocol, waits a fixed time, and writes sentences of the
 * passages it was given, cited, at a steady pace. It keeps the moments, since a timer of some milliseconds is never exact.
 */

/** Before the first piece, between pieces, how many characters a piece has, and how many an answer. */
export type Pace = { firstMs: number; everyMs: number; size: number; length: number }
/** One answer, in Unix ms: when it was asked for, when its first piece left, when its last did. */
export type Told = { askedAtMs: number; firstAtMs: number; lastAtMs: number; question: string }

let pace: Pace = { firstMs: 0, everyMs: 0, size: 20, length: 600 }
const told: Told[] = []
let running = 0

const server = createServer((request, response) => {
  running++
  answer(request, response)
    .catch(() => response.destroy())
    .finally(() => running--)
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const askedAtMs = nowMs()
  const user = userMessage(await bodyOf(request))
  const { firstMs, everyMs, size, length } = pace
  await wait(firstMs)
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const pieces = textFor(user, length).match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? []
  const firstAtMs = nowMs()
  for (const [i, piece] of pieces.entries()) {
    // By the clock, not by the sum of waits, so that fifty at once keep their pace.
    const dueMs = firstAtMs + i * everyMs - nowMs()
    if (dueMs > 0) await wait(dueMs)
    response.write(event([{ index: 0, delta: { role: 'assistant', content: piece }, finish_reason: null }]))
  }
  response.write(event([{ index: 0, delta: {}, finish_reason: 'stop' }]))
  response.end('data: [DONE]\n\n')
  told.push({ askedAtMs, firstAtMs, lastAtMs: nowMs(), question: user.split(FENCE).at(-2)?.trim() ?? '' })
}

function nowMs(): number {
  return performance.timeOrigin + performance.now()
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

function userMessage(body: string): string {
  const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] }
  return messages.find((message) => message.role === 'user')?.content ?? ''
}

const FENCE = /=== \w+ ===/

/** Sentences of the passages in turn until the answer is long enough; a message without passages is repeated. */
function textFor(user: string, length: number): string {
  const data = user.split(FENCE)[1] ?? ''
  const passages = [...data.matchAll(/^\[(\d+)\] .*\n([\s\S]*?)(?=\n\n\[\d+\] |$(?![\s\S]))/gm)]
  const sentences = passages.flatMap(([, n, text]) =>
    (text!.match(/\p{Lu}[^.!?\n|]{20,300}[.!?](?=\s|$)/gu) ?? []).map((sentence) => `${sentence} [${n}]`),
  )
  let text = ''
  for (const sentence of sentences) if (text.length < length) text += `${sentence} `
  return text || 'Шта је ЛАП?'
}

function event(choices: object[]): string {
  return `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 1, model: 'bench', choices })}\n\n`
}

export type ModelOrder = { kind: 'pace'; pace: Pace } | { kind: 'tell' }
/** `running`: answers that are being written now. */
export type ModelReport = { kind: 'listening'; url: string } | { kind: 'told'; told: Told[]; running: number }

process.on('message', (order: ModelOrder) => {
  if (order.kind === 'pace') pace = order.pace
  else process.send?.({ kind: 'told', told: told.splice(0), running } satisfies ModelReport)
})
process.on('disconnect', () => process.exit())
process.on('SIGTERM', () => process.exit())
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.send?.({ kind: 'listening', url: `http://127.0.0.1:${port}/v1` } satisfies ModelReport)
})
