import { beforeAll, describe, expect, test } from 'vitest'
import type { Issuing } from '../../src/certificates/paper.ts'
import { BASE } from '../../src/dashboard/dashboard.ts'
import { allPages } from '../../src/dashboard/pages.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'
import { answerOf, aVisitor, oneOfEach } from './visitor.ts'

let bot: Bot
let visitors: Awaited<ReturnType<typeof oneOfEach>>
beforeAll(async () => {
  bot = await aBot()
  visitors = await oneOfEach(bot)
})

const fetchPage = async (path: string, init: RequestInit = {}) =>
  answerOf(await fetch(`${bot.url}${BASE}${path}`, init))

/** An address of a page, its numbers those of nothing. */
const addressOf = (path: string) => path.replace(/:\w+\{[^}]*\}/g, '999999')

describe('before anything is known of who opens it', () => {
  test('the page says what to do by itself, in all languages, and names nobody', async () => {
    const { status, text, headers } = await fetchPage('/sessions')
    expect(status).toBe(200)
    expect(text).toContain('Ако се страна не појави, затворите је')
    expect(text).toContain('Ako se strana ne pojavi, zatvorite je')
    expect(text).toContain('If the page does not appear, close it')
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('it may run our scripts alone, and be shown by the client alone', async () => {
    const policy = (await fetchPage('')).headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/)
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).not.toMatch(/unsafe|https?:/)
  })

  test('a first page is at most 120 kB on the line', async () => {
    const shell = await fetchPage('', { headers: { 'accept-encoding': 'gzip' } })
    const script = /src="([^"]+)"/.exec(shell.html)![1]!
    const length = async (url: string) => {
      const response = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
      return Buffer.byteLength(await response.text())
    }
    const kept = await fetch(`${bot.url}${script}`)
    expect(kept.headers.get('cache-control')).toContain('immutable')
    expect(kept.headers.get('content-encoding')).toBe('gzip')
    // Uncompressed, which is more than goes over the line.
    expect((await length(`${bot.url}${BASE}`)) + Buffer.byteLength(await kept.text())).toBeLessThan(120_000)
  })
})

describe.each(
  allPages({
    searchIn: () => expect.unreachable('only listed'),
    issuing: {} as Issuing,
    upload: {} as never,
    deposit: async () => null,
  }).map((page) => [page.method, page.path, page.who] as const),
)('%s %s', (method, path, who) => {
  const ask = (headers: Record<string, string>) => fetchPage(addressOf(path), { method, headers })

  test('shows nothing without launch data, with those of another bot, or old ones', async () => {
    if (method === 'POST') expect((await ask({})).status).toBe(401)
    const { launch } = visitors.coordinator
    for (const data of [launch.replace(/hash=\w/, 'hash=_'), '', 'x'])
      expect(await ask({ authorization: `tma ${data}` })).toMatchObject({ status: 401 })
  })

  test('nothing to somebody who never wrote to the bot', async () => {
    const stranger = await aVisitor(bot, await bot.person({ name: 'Непознати' }))
    const { status, text } = await ask({ authorization: `tma ${stranger.launch}` })
    expect(status).toBe(403)
    expect(text).toContain('Прво напишите боту /start')
  })

  test.each(['member', 'trainer', 'coordinator'] as const)('as %s', async (role) => {
    const { status, text } = await ask({ authorization: `tma ${visitors[role].launch}` })
    const allowed = who === 'everyone' || role === 'coordinator' || role === who
    expect(text).not.toContain('Нешто је пошло наопако')
    if (allowed) expect(status).not.toBe(403)
    else expect({ status, text }).toMatchObject({ status: 403, text: expect.stringContaining('Ово је за ') })
  })
})

describe('who opens it', () => {
  test('is asked at each request: a role that was taken meanwhile opens nothing', async () => {
    const person = await bot.person({ name: 'Некад тренер', role: 'trainer' })
    await person.ask('/start')
    const visitor = await aVisitor(bot, person)
    expect((await visitor.get('/sessions')).status).toBe(200)
    await bot.database.pool.query(`update person set role = 'member' where telegram_id = $1::bigint`, [person.id])
    const { status, text } = await visitor.get('/sessions')
    expect(status).toBe(403)
    expect(text).toContain('Ако сте донедавно имали ту улогу')
  })

  test.each([
    ['en', 'My sessions'],
    ['hr', 'Moje obuke'],
    ['sr', 'Моје обуке'],
  ])('is written to in their own script and language: %s', async (languageCode, title) => {
    const person = await bot.person({ name: 'Jane', languageCode })
    await person.ask('/start')
    expect((await (await aVisitor(bot, person)).get('')).text).toContain(title)
  })

  test('after an hour they are told kindly to open it anew', async () => {
    const { trainer } = visitors
    bot.clock.advance(Temporal.Duration.from({ hours: 1, minutes: 1 }))
    const { status, text } = await trainer.get('/sessions')
    expect(status).toBe(401)
    expect(text).toContain('Затворите је и отворите поново')
    visitors = { ...visitors, trainer: await aVisitor(bot, trainer) }
    expect((await visitors.trainer.get('/sessions')).status).toBe(200)
  })

  test('nobody finds a page that is not there, and is told so', async () => {
    expect(await (await aVisitor(bot, visitors.member)).get('/nothing')).toMatchObject({ status: 404 })
  })
})

test('what people wrote is never markup', async () => {
  await aComingSession(bot, { title: '<img src=x onerror=alert(1)> "обука" &amp;' })
  const { html, text } = await (await aVisitor(bot, visitors.trainer)).get('/sessions')
  expect(html).not.toContain('<img')
  expect(text).toContain('<img src=x onerror=alert(1)> "обука" &amp;')
})

describe('from the chat', () => {
  test('staff have a button beside the field where they write, until they are staff no more', async () => {
    const menu = () => bot.call('GET', `/people/${visitors.trainer.id}/menu-button`)
    expect(await menu()).toEqual({ type: 'web_app', text: 'Преглед', web_app: { url: `${bot.url}/app` } })
    expect(await bot.call('GET', `/people/${visitors.member.id}/menu-button`)).toEqual({ type: 'commands' })
  })

  test('«/upravljanje» and «/moje» have a button that opens their page', async () => {
    const trainer = await bot.person({ name: 'Тренерка Весна', role: 'trainer' })
    const shown = await trainer.ask('/upravljanje')
    expect(shown.reply_markup?.inline_keyboard.flat().at(-1)).toEqual({
      text: 'Отвори преглед',
      web_app: { url: `${bot.url}/app/sessions` },
    })
    const member = conversation(await bot.person({ name: 'Милан' }))
    await member.goes(['says', '/start', 'ЛАП Саветник'])
    const mine = await member.says('/moje').then(() => member.reads('Моје'))
    expect(mine.reply_markup?.inline_keyboard.flat().at(-1)).toMatchObject({
      web_app: { url: `${bot.url}/app/mine` },
    })
  })
})
