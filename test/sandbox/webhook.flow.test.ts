import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { Bot, webhookCallback } from 'grammy'
import { describe, expect, onTestFinished, test } from 'vitest'
import { waitAfter } from '../../src/sandbox/bot/webhook.ts'
import { listen } from '../support/processes/listen.ts'
import { aFile, aSandbox, TOKEN } from './support.ts'

interface Delivery {
  update: { update_id: number; message?: { text?: string } }
  secret: string | string[] | undefined
  at: number
}

/** A webhook that answers with the given statuses, then with 200, and tells what came. */
async function aWebhook(statuses: number[] = [], reply: object = {}) {
  const deliveries: Delivery[] = []
  let wake: () => void = () => undefined
  const server = createServer(async (request: IncomingMessage, response) => {
    const update = JSON.parse(await text(request)) as Delivery['update']
    deliveries.push({ update, secret: request.headers['x-telegram-bot-api-secret-token'], at: performance.now() })
    response.writeHead(statuses.shift() ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
    wake()
  })
  const port = await listen(server)
  onTestFinished(() => void server.close())
  async function came(count: number): Promise<Delivery[]> {
    while (deliveries.length < count) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    return deliveries
  }
  return { url: `http://127.0.0.1:${port}/hook`, came }
}

const texts = (deliveries: Delivery[]) => deliveries.map(({ update }) => update.message?.text)

describe('webhook', () => {
  test('gets updates in order, with the secret', async () => {
    const { api, person, write } = await aSandbox()
    const hook = await aWebhook()
    const id = await person()
    await api.setWebhook(hook.url, { secret_token: 'tajna_1-2' })
    await write(id, 'а')
    await write(id, 'б')
    const deliveries = await hook.came(3)
    expect(texts(deliveries)).toEqual(['/start', 'а', 'б'])
    expect(deliveries.map(({ secret }) => secret)).toEqual(['tajna_1-2', 'tajna_1-2', 'tajna_1-2'])
  })

  test('gets updates of several chats at once, up to as many as it takes, and those of one chat in order', async () => {
    const { api, person, write } = await aSandbox()
    const ids = [await person(), await person(), await person()]
    const seen: string[] = []
    const held: (() => unknown)[] = []
    const server = createServer(async (request, response) => {
      const { message } = JSON.parse(await text(request)) as { message: { text: string; chat: { id: number } } }
      seen.push(`${ids.indexOf(message.chat.id)} ${message.text}`)
      held.push(() => response.writableEnded || response.writeHead(200).end())
    })
    const port = await listen(server)
    onTestFinished(() => {
      for (const end of held) end()
      server.closeAllConnections()
      server.close()
    })
    for (const id of ids) await write(id, 'а')
    await api.setWebhook(`http://127.0.0.1:${port}/hook`, { max_connections: 2 })
    await expect.poll(() => seen).toEqual(['0 /start', '1 /start'])
    held[0]!()
    await expect.poll(() => seen.slice(2)).toEqual([expect.stringMatching(/^(?:0 а|2 \/start)$/)])
    for (let n = 1; n < 6; n++) {
      await expect.poll(() => held.length).toBeGreaterThan(n)
      held[n]!()
    }
    await expect.poll(() => [...seen].sort()).toEqual(['0 /start', '0 а', '1 /start', '1 а', '2 /start', '2 а'])
    for (const n of [0, 1, 2]) expect(seen.indexOf(`${n} /start`)).toBeLessThan(seen.indexOf(`${n} а`))
  })

  test('gets the same update again, after growing waits, until it says 2xx', async () => {
    const { api, person, write } = await aSandbox()
    const hook = await aWebhook([500, 404, 302])
    const id = await person()
    await api.setWebhook(hook.url)
    await write(id, 'а')
    const deliveries = await hook.came(5)
    expect(texts(deliveries)).toEqual(['/start', '/start', '/start', '/start', 'а'])
    const [first, second, third, fourth] = deliveries.map(({ at }) => at)
    expect(second! - first!).toBeGreaterThan(90)
    expect(third! - second!).toBeGreaterThan(190)
    expect(fourth! - third!).toBeGreaterThan(390)
    expect(await api.getWebhookInfo()).toMatchObject({
      url: hook.url,
      last_error_message: 'Wrong response from the webhook: 302 Found',
      last_error_date: 1772438400,
    })
  })

  test('waits grow up to ten seconds', () => {
    expect([1, 2, 3, 7, 8, 50].map(waitAfter)).toEqual([100, 200, 400, 6400, 10_000, 10_000])
  })

  test('is remembered by a restarted sandbox, with what was not delivered', async () => {
    const file = aFile()
    const hook = await aWebhook()
    const before = await aSandbox({ file })
    const id = await before.person({ started: false })
    await before.api.setWebhook('http://127.0.0.1:9/nobody', { secret_token: 'x' })
    await before.write(id, 'а')
    await before.stop()
    const after = await aSandbox({ file })
    expect(await after.api.getWebhookInfo()).toMatchObject({
      url: 'http://127.0.0.1:9/nobody',
      pending_update_count: 1,
    })
    await after.api.setWebhook(hook.url)
    expect(texts(await hook.came(1))).toEqual(['а'])
  })

  test('pending updates can be dropped', async () => {
    const { api, person, write } = await aSandbox()
    const hook = await aWebhook()
    const id = await person()
    await api.setWebhook(hook.url, { drop_pending_updates: true })
    await write(id, 'а')
    expect(texts(await hook.came(1))).toEqual(['а'])
    await api.deleteWebhook()
    expect(await api.getWebhookInfo()).toEqual({ url: '', has_custom_certificate: false, pending_update_count: 0 })
  })

  test('may answer with a call', async () => {
    const { api, person, messages } = await aSandbox()
    const id = await person()
    const hook = await aWebhook([], { method: 'sendMessage', chat_id: id, text: 'одговор' })
    await api.setWebhook(hook.url)
    expect((await messages(id, 1, 10)).map((message) => message.text)).toEqual(['одговор'])
  })

  test("grammY's webhookCallback takes it", async () => {
    const { apiRoot, api, person, messages } = await aSandbox()
    const bot = new Bot(TOKEN, { client: { apiRoot } })
    bot.command('start', (ctx) => ctx.reply('Здраво'))
    const server = createServer(webhookCallback(bot, 'http', { secretToken: 'tajna' }))
    const port = await listen(server)
    onTestFinished(() => void server.close())
    await api.setWebhook(`http://127.0.0.1:${port}`, { secret_token: 'tajna' })
    const id = await person()
    expect((await messages(id, 1, 10)).map((message) => message.text)).toEqual(['Здраво'])
  })

  test.each([
    [{ url: 'https://example.com/hook' }, 'bad webhook: the sandbox delivers to 127.0.0.1, localhost and [::1] only'],
    [{ url: 'hook' }, 'bad webhook: invalid URL'],
    [{ url: 'http://127.0.0.1/', secret_token: 'a b' }, 'secret token contains unallowed characters'],
  ])('%j is refused', async (payload, reason) => {
    const { call } = await aSandbox()
    expect(await call('setWebhook', payload)).toMatchObject({ error_code: 400, description: `Bad Request: ${reason}` })
  })
})
