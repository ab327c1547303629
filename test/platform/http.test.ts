import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { LARGEST_UPDATE_BYTES, webhookServer } from '../../src/bot/receive/webhook-server.ts'
import { listen } from '../../src/platform/http.ts'

const HERE = { host: '127.0.0.1', port: 0 }

async function aServer(app: Pick<Hono, 'fetch'>, limits?: Parameters<typeof listen>[2]) {
  const server = await listen(app, HERE, limits)
  onTestFinished(() => server.stop())
  return server
}

/** What a server says to bytes that come over a bare connection, until it closes it. */
async function said(url: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  let answer = ''
  socket.on('data', (data) => {
    answer += data
  })
  socket.write(bytes)
  await once(socket, 'close')
  return answer
}

const HASTY = { requestTimeout: 200, headersTimeout: 200, connectionsCheckingInterval: 50, maxHeaderSize: 16_384 }

test.each([
  ['headers', 'POST /hook HTTP/1.1\r\nHost: x\r\nContent-'],
  ['a body', 'POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{'],
])('whoever sends %s without end is cut off', async (_, bytes) => {
  const server = await aServer(
    webhookServer(
      '/hook',
      async (request) => new Response(await request.text()),
      async () => [],
    ),
    HASTY,
  )
  expect(await said(server.url, bytes)).toContain('408 Request Timeout')
})

test('headers larger than any real one are refused', async () => {
  const server = await aServer(
    webhookServer(
      '/hook',
      async () => new Response(),
      async () => [],
    ),
  )
  const bytes = `POST /hook HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`
  expect(await said(server.url, bytes)).toContain('431')
})

test('a body larger than any update is refused before the webhook sees it', async () => {
  let seen = 0
  const server = await aServer(
    webhookServer(
      '/hook',
      async () => new Response(String(++seen)),
      async () => [],
    ),
  )
  const post = (length: number) => fetch(`${server.url}/hook`, { method: 'POST', body: 'x'.repeat(length) })
  expect((await post(LARGEST_UPDATE_BYTES + 1)).status).toBe(413)
  expect(seen).toBe(0)
  expect((await post(LARGEST_UPDATE_BYTES)).status).toBe(200)
})

test('where the public comes in there are no figures', async () => {
  const server = await aServer(
    webhookServer(
      '/hook',
      async () => new Response(),
      async () => [],
    ),
  )
  expect((await fetch(`${server.url}/metrics`)).status).toBe(404)
  expect((await fetch(`${server.url}/hook`)).status).toBe(404)
  expect((await fetch(`${server.url}/health`)).status).toBe(200)
})

test('a stop lets a request in work finish', async () => {
  const begun = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  const app = new Hono().get('/', async (c) => {
    begun.resolve()
    await finish.promise
    return c.text('done')
  })
  const server = await listen(app, HERE)
  const asked = fetch(server.url)
  await begun.promise
  const stopping = server.stop()
  finish.resolve()
  expect(await (await asked).text()).toBe('done')
  await stopping
  await expect(fetch(server.url)).rejects.toThrow()
})
