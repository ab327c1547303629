import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { HttpError, InputFile } from 'grammy'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { connectTo } from '../../src/bot/telegram.ts'
import { codeOf } from '../../src/platform/errors.ts'
import { listen } from '../support/processes/listen.ts'

const calls: { path: string; type: string; body: string }[] = []
const server = createServer(async (request: IncomingMessage, response) => {
  const body = await text(request)
  calls.push({ path: request.url!, type: request.headers['content-type']!, body })
  if (request.url!.endsWith('/getChat')) return
  if (request.url!.endsWith('/getMyShortDescription')) return trickle(response)
  if (request.url!.endsWith('/getMyName')) return response.writeHead(502).end('<h1>Bad Gateway</h1>')
  if (request.url!.endsWith('/getMyDescription')) return response.writeHead(403).end(JSON.stringify(REFUSAL))
  response.end(JSON.stringify({ ok: true, result: { message_id: 5 } }))
})
function trickle(response: ServerResponse): void {
  const drops = setInterval(() => response.write(' '), 100)
  response.on('close', () => clearInterval(drops))
}

const REFUSAL = { ok: false, error_code: 403, description: 'Forbidden: bot was blocked by the user' }
let apiRoot: string
const api = () => connectTo({ token: '1:token', apiRoot }, { answerWithinS: 1 })

beforeAll(async () => {
  apiRoot = `http://127.0.0.1:${await listen(server)}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('carries calls as JSON and files as forms', async () => {
  const telegram = api()
  calls.length = 0
  await telegram.sendMessage(7, 'Добар дан')
  await telegram.sendDocument(7, new InputFile(Buffer.from('садржај'), 'spisak.xlsx'))
  expect(JSON.parse(calls[0]!.body)).toEqual({ chat_id: 7, text: 'Добар дан' })
  expect(calls[1]!.type).toContain('multipart/form-data')
  expect(calls[1]!.body).toContain('садржај')
})

test('a root with a path of its own keeps it', async () => {
  calls.length = 0
  await connectTo({ token: '1:token', apiRoot: `${apiRoot}/telegram` }).sendMessage(7, 'Добар дан')
  expect(calls[0]!.path).toBe('/telegram/bot1:token/sendMessage')
})

test('what Telegram refuses is told with its reason', async () => {
  await expect(api().getMyDescription()).rejects.toMatchObject({ name: 'GrammyError', ...REFUSAL })
})

test('an answer that is none of Telegram’s is an error of the network, and says nothing of the token', async () => {
  const error = (await api()
    .getMyName()
    .catch((error: unknown) => error)) as HttpError
  expect(error).toBeInstanceOf(HttpError)
  expect(error.error).toMatchObject({ name: 'NoApiAnswer', status: 502, reached: true })
  expect(`${error.message} ${error.error}`).not.toContain('1:token')
})

test('a call that is stopped ends at once', async () => {
  const stopping = new AbortController()
  const call = connectTo({ token: '1:token', apiRoot }).getChat(7, stopping.signal as never)
  setTimeout(() => stopping.abort(), 50)
  await expect(call).rejects.toBeInstanceOf(HttpError)
  await expect(api().getChat(7, AbortSignal.abort() as never)).rejects.toBeInstanceOf(HttpError)
})

test('a call that is stopped while nobody takes its connection ends at once too', async () => {
  const silent = createTcpServer(() => {})
  const port = await listen(silent)
  onTestFinished(() => void silent.close())
  const away = connectTo({ token: '1:token', apiRoot: `https://127.0.0.1:${port}` })
  const started = performance.now()
  await expect(away.getChat(7, AbortSignal.timeout(50) as never)).rejects.toBeInstanceOf(HttpError)
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('an answer that trickles ends in time', async () => {
  await expect(api().getMyShortDescription()).rejects.toBeInstanceOf(HttpError)
})

test('calls one after another share a connection', async () => {
  const telegram = api()
  let connections = 0
  server.on('connection', () => connections++)
  for (let n = 0; n < 20; n++) await telegram.sendMessage(7, 'Добар дан')
  expect(connections).toBeLessThanOrEqual(2)
})

test('a connection that was closed meanwhile is not used again', async () => {
  const telegram = api()
  await telegram.sendMessage(7, 'прва')
  server.closeIdleConnections()
  await wait(50)
  await expect(telegram.sendMessage(7, 'друга')).resolves.toMatchObject({ message_id: 5 })
})

test('a call without an answer ends in time', async () => {
  await expect(api().getChat(7)).rejects.toBeInstanceOf(HttpError)
})

test('nobody listening is told apart from a lost answer', async () => {
  const nobody = connectTo({ token: '1:token', apiRoot: 'http://127.0.0.1:9' })
  const error = await nobody.getMe().catch((error: unknown) => error)
  expect(codeOf((error as HttpError).error)).toBe('ECONNREFUSED')
})
