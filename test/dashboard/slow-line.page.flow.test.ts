import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { aComingSession } from '../sessions/coming-session.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { aBrowser, hasChromium, openPage } from '../support/browser.ts'
import { PHONE } from './in-browser.ts'

/** 400 ms there and back, 400 kbit/s. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
/** 0.6 and 1.1 s on a quiet machine; a crowded one draws slower, and each file more that the first words wait for costs 0.4 s. */
const PAINTED_MS = 2_000
const MOST_BYTES = 120_000

describe.skipIf(!hasChromium())('over a slow line', () => {
  let bot: Bot
  let browser: Browser
  let trainer: { id: number }
  beforeAll(async () => {
    bot = await aBot()
    browser = await aBrowser()
    const person = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
    await person.ask('/start')
    trainer = person
    await aComingSession(bot, { title: 'Први кораци' })
  })

  /** Opens an address anew over that line; what came over it, and when something was first drawn. */
  async function overSlowLine(address: string, isThere: (page: Page) => Promise<unknown>) {
    const page = await openPage(browser, 'about:blank', PHONE)
    const client = await page.context().newCDPSession(page)
    await client.send('Network.enable')
    let bytes = 0
    const asked: string[] = []
    client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await client.send('Network.emulateNetworkConditions', LINE)
    await page.goto(address, { waitUntil: 'commit' })
    await isThere(page)
    const paintedMs = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
    )
    return { page, bytes, asked, paintedMs }
  }

  const launchOf = async (path: string) =>
    (await bot.call<{ url: string }>('POST', `/people/${trainer.id}/launch`, { url: `${bot.url}/app${path}` })).url

  test('a page of staff says something at once, in at most 120 kB', async () => {
    const { bytes, paintedMs } = await overSlowLine(await launchOf('/sessions'), (page) =>
      page.getByRole('link', { name: 'Први кораци' }).waitFor(),
    )
    expect(paintedMs).toBeLessThan(PAINTED_MS)
    expect(bytes).toBeLessThan(MOST_BYTES)
  })

  test('so does the chat page, which says that it connects, and asks for no calls until they are looked at', async () => {
    const { page, bytes, asked, paintedMs } = await overSlowLine(`${bot.url}/chat/#${trainer.id}`, async (page) => {
      await page.getByText('Повезујем се…').waitFor()
      await page.getByTestId('input').waitFor({ timeout: 30_000 })
    })
    expect(paintedMs).toBeLessThan(PAINTED_MS)
    expect(bytes).toBeLessThan(MOST_BYTES)
    expect(asked.filter((path) => path.endsWith('/calls'))).toEqual([])
    await expect.poll(() => page.locator('#banner').isHidden(), { timeout: 10_000 }).toBe(true)
  })

  test('what was typed and not sent is still there after a reload', async () => {
    const page = await openPage(browser, `${bot.url}/chat/#${trainer.id}`, PHONE)
    await page.getByTestId('input').fill('још нисам послао')
    await page.reload()
    await expect.poll(() => page.getByTestId('input').inputValue()).toBe('још нисам послао')
  })
})
