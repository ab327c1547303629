import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { listEntries } from '../../../src/sessions/staff/reads.ts'
import { aComingSession } from '../../sessions/coming-session.ts'
import { aBot, type Bot } from '../../support/bot.ts'
import { aVisitor } from '../visitor.ts'
import { aFullSession, once } from './full-session.ts'

let bot: Bot
let trainer: Awaited<ReturnType<Bot['person']>>
let page: Awaited<ReturnType<typeof aVisitor>>
beforeAll(async () => {
  bot = await aBot()
  trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
  await trainer.ask('/start')
})
beforeEach(async () => {
  page = await aVisitor(bot, trainer)
})

describe('the page of a session', () => {
  test('shows who has a place by municipality, and the line in its order', async () => {
    const { id } = await aFullSession(bot, 'Ко је где')
    const { text } = await page.get(`/sessions/${id}`)
    expect(text).toContain('Потврђено 2 од 2, понуђено 0, на чекању 2')
    expect(text).toMatch(/Имају место: 2.*Ниш 1 Ана Анић.*Чачак 1 Бранко Бабић/)
    expect(text).toMatch(/На листи чекања: 2.*1\. Весна Вуковић.*2\. Горан Гајић/)
  })

  test('finds people by the beginning of a name or municipality, in any script, and by where they stand', async () => {
    const { id } = await aFullSession(bot, 'Тражење')
    const names = async (query: string) =>
      [...(await page.get(`/sessions/${id}?${query}`)).text.matchAll(/(Ана|Бранко|Весна|Горан) \p{L}+ić?/gu)].map(
        ([, one]) => one,
      )
    const found = async (query: string) => {
      const { text } = await page.get(`/sessions/${id}?${query}`)
      return ['Ана Анић', 'Бранко Бабић', 'Весна Вуковић', 'Горан Гајић'].filter((name) => text.includes(name))
    }
    expect(await names('q=')).toEqual([])
    expect(await found('q=vesn')).toEqual(['Весна Вуковић'])
    expect(await found(`q=${encodeURIComponent('чачак')}`)).toEqual(['Бранко Бабић'])
    expect(await found('show=line')).toEqual(['Весна Вуковић', 'Горан Гајић'])
    expect(await found('q=nepoznat')).toEqual([])
  })
})

describe('a page that is open', () => {
  test('hears within two seconds of what happens elsewhere, and of nothing else', async () => {
    const { id, numberOf } = await aFullSession(bot, 'Уживо')
    const { html } = await page.get(`/sessions/${id}`)
    const address = /data-live="([^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&')
    const stop = new AbortController()
    const response = await fetch(`${bot.url}${address}`, {
      headers: { authorization: `tma ${page.launch}` },
      signal: stop.signal,
    })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    let heard = ''
    const listening = (async () => {
      for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) heard += piece
    })().catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    expect(heard).not.toContain('changed')
    const at = performance.now()
    await page.post(`/sessions/${id}/people`, {
      ...once(),
      act: 'remove',
      words: 'разлог',
      person: numberOf('Ана Анић'),
    })
    await vi.waitFor(() => expect(heard).toContain('event: changed'), { timeout: 10_000, interval: 20 })
    expect(performance.now() - at).toBeLessThan(4_000)
    stop.abort()
    await listening
  })

  test('is not heard by those who may not see it', async () => {
    const { id } = await aFullSession(bot, 'Само за тренере')
    const member = await bot.person({ name: 'Милан' })
    await member.ask('/start')
    const headers = { authorization: `tma ${(await aVisitor(bot, member)).launch}` }
    expect((await fetch(`${bot.url}/app/sessions/${id}/live`, { headers })).status).toBe(403)
    expect((await fetch(`${bot.url}/app/sessions/${id}/live`, { headers: { authorization: 'tma x' } })).status).toBe(
      401,
    )
  })
})

describe('one person', () => {
  test('has a page with what is known of them, why they stand there and what can be done', async () => {
    const { id, numberOf } = await aFullSession(bot, 'О особи')
    const number = numberOf('Горан Гајић')
    const { text } = await page.get(`/sessions/${id}/people/${number}`)
    expect(text).toMatch(/Горан Гајић.*Место у реду: 2/)
    expect(text).toContain('тренутно сте 2. у реду')
    expect(text).not.toContain('Одобри')
    const moved = await page.post(`/sessions/${id}/people`, {
      ...once(),
      act: 'first',
      words: 'Договорено',
      person: number,
      alone: number,
    })
    expect(moved.text).toMatch(/сада 1\. у реду.*Место у реду: 1/)
    expect(moved.headers.get('hx-replace-url')).toBe(`/app/sessions/${id}/people/${number}`)
  })

  test('who is not there has none', async () => {
    const { id } = await aFullSession(bot, 'Нема га')
    expect((await page.get(`/sessions/${id}/people/999999`)).status).toBe(404)
    expect((await page.get('/sessions/999999')).status).toBe(404)
    expect((await page.get('/sessions/99999999999999')).status).toBe(404)
  })
})

describe('somebody without Telegram', () => {
  const ANA = { name: 'Ана Анић', municipality: 'Пландиште', phone: '064 123 4567', email: '' }

  test('is written down on the page, once, and marked in the list', async () => {
    const { id } = await aComingSession(bot, { title: 'Уписани на страни' })
    expect((await page.get(`/sessions/${id}/add`)).text).toContain('Особа без Телеграма')
    const refused = await page.post(`/sessions/${id}/enter`, { ...once(), ...ANA, municipality: 'Пландишпе' })
    expect(refused.text).toContain('Можда: Општина Пландиште')
    expect((await page.post(`/sessions/${id}/enter`, { ...once(), ...ANA, phone: '' })).text).toContain(
      'Недостаје телефон или мејл',
    )
    const { text } = await page.post(`/sessions/${id}/enter`, { ...once(), ...ANA })
    expect(text).toContain('Уписано: Ана Анић има место.')
    expect(text).toContain('нема Телеграм: 064 123 4567')
    const again = await page.post(`/sessions/${id}/enter`, { ...once(), ...ANA, name: 'Anić Ana' })
    expect(again.text).toContain('Anić Ana је већ на овом списку.')
    const another = await page.post(`/sessions/${id}/enter`, { ...once(), ...ANA, another: 'yes' })
    expect(another.text).toContain('Потврђено 2 од 2')
  })

  test('answers an offer by the mouth of staff, and is not written to', async () => {
    const { id, people } = await aFullSession(bot, 'Одговор на страни')
    await page.post(`/sessions/${id}/enter`, { ...once(), ...ANA, name: 'Дара Дарић', municipality: 'Врање' })
    const entry = (await listEntries(bot.database.pool, id)).find(({ name }) => name === 'Дара Дарић')!
    const at = `/sessions/${id}/people/${entry.signUp.id}`
    expect((await page.get(at)).text).not.toContain('Долази')
    // Whoever is the first of their municipality goes before those of Niš, who have a place.
    await people[1]!.goes(
      ['says', '/moje', 'Одговор на страни'],
      ['presses', 'Одговор на страни', 'Место Вам је потврђено'],
      ['presses', 'Откажи долазак', 'Отказујете долазак'],
      ['presses', 'Да', 'Отказано'],
    )
    const offered = await page.get(at)
    expect(offered.text).toMatch(/Нема Телеграм, позовите\s*:\s*064 123 4567/)
    const { text } = await page.post(`${at}/answer`, { ...once(), answer: 'accepted' })
    expect(text).toContain('Записано: Дара Дарић долази.')
  })
})
