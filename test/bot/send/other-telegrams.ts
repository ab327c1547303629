import { createServer, type Server } from 'node:http'
import { json, text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { StartedSandbox } from '../../sandbox/support.ts'
import { listen } from '../../support/processes/listen.ts'

/** The address of a server that ends with the test. */
async function addressOf(server: Server): Promise<string> {
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${await listen(server)}`
}

/** The address of something between us and a sandbox that refuses a text with these words, or cuts its connection. */
export async function refusing(
  telegram: StartedSandbox,
  words: string,
  how: 'refuse' | 'cut' | 'fail' = 'refuse',
): Promise<string> {
  const server = createServer(async (request, response) => {
    const body = await text(request)
    if (request.url!.endsWith('/sendMessage') && body.includes(words)) {
      const error_code = how === 'fail' ? 500 : 400
      if (how === 'cut') request.socket.destroy()
      else response.writeHead(error_code).end(JSON.stringify({ ok: false, error_code, description: 'no' }))
      return
    }
    const headers = { 'content-type': request.headers['content-type'] ?? 'application/json' }
    const answer = await fetch(new URL(request.url!, telegram.url), { method: 'POST', headers, body })
    response.writeHead(answer.status).end(await answer.text())
  })
  return addressOf(server)
}

/** A Bot API that takes messages and answers when told to. `chats` are those written to, in order. */
export async function aSlowTelegram() {
  const chats: number[] = []
  const waiting: (() => void)[] = []
  let slow = true
  const server = createServer(async (request, response) => {
    const { chat_id } = (await json(request)) as { chat_id: number }
    chats.push(chat_id)
    const answer = () => void response.end(JSON.stringify({ ok: true, result: { message_id: chats.length } }))
    if (slow) waiting.push(answer)
    else answer()
  })
  return {
    apiRoot: await addressOf(server),
    chats,
    answerOne: () => waiting.shift()!(),
    answerAll: () => {
      slow = false
      for (const answer of waiting.splice(0)) answer()
    },
  }
}
