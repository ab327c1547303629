import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { aComingSession } from '../sessions/coming-session.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { aBrowser, hasChromium, openPage } from '../support/browser.ts'
import { PHONE } from './in-browser.ts'

/** 400 ms there and back, 400 kbit/s. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
/** As many as Chromium opens connections to one host: what the first words wait for comes in one round of the line, then. */
const MOST_FILES = 6
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

  /**
   * Opens an address anew over that line; what came over it, what its first words waited for, and what of that was asked for only
   * when something else had come. Not by the time: that was 0.6 and 1.1 s on a quiet machine, and 3 s on a crowded one.
   */
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
    const { waitedFor, inASecondRound } = await page.evaluate(() => {
      type Timing = PerformanceResourceTiming & { renderBlockingStatus: string }
      const files = performance.getEntriesByType('resource') as Timing[]
      const blocking = files.filter((file) => file.renderBlockingStatus === 'blocking')
      const firstCame = Math.min(...blocking.map((file) => file.responseEnd))
      const nameOf = (file: Timing) => new URL(file.name).pathname
      return {
        waitedFor: blocking.map(nameOf),
        inASecondRound: blocking.filter((file) => file.startTime > firstCame).map(nameOf),
      }
    })
    return { page, bytes, asked, waitedFor, inASecondRound }
  }

  const launchOf = async (path: string) =>
    (await bot.call<{ url: string }>('POST', `/people/${trainer.id}/launch`, { url: `${bot.url}/app${path}` })).url

  test('a page of staff waits for nothing before it says something, in at most 120 kB', async () => {
    const { bytes, waitedFor } = await overSlowLine(await launchOf('/sessions'), (page) =>
      page.getByRole('link', { name: 'Први кораци' }).waitFor(),
    )
    expect(waitedFor).toEqual([])
    expect(bytes).toBeLessThan(MOST_BYTES)
  })

  test('the chat page waits for one round of the line, says that it connects, and asks for no calls until they are looked at', async () => {
    const { page, bytes, asked, waitedFor, inASecondRound } = await overSlowLine(
      `${bot.url}/chat/#${trainer.id}`,
      async (page) => {
        await page.getByText('Повезујем се…').waitFor()
        await page.getByTestId('input').waitFor({ timeout: 30_000 })
      },
    )
    expect(waitedFor).not.toEqual([])
    expect(waitedFor.length).toBeLessThanOrEqual(MOST_FILES)
    expect(inASecondRound).toEqual([])
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
