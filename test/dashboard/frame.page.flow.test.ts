import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { aComingSession } from '../sessions/coming-session.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { aBrowser, hasChromium, openPage } from '../support/browser.ts'
import { DARK, fits, LIGHT, launched, PHONE, seriousFaults, WIDE } from './in-browser.ts'

describe.skipIf(!hasChromium())('the page in a browser', () => {
  let bot: Bot
  let browser: Browser
  let trainer: Awaited<ReturnType<Bot['person']>>
  beforeAll(async () => {
    bot = await aBot()
    browser = await aBrowser()
    trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
    await trainer.ask('/start')
    await aComingSession(bot, { title: 'Први кораци' })
  })

  test('opens over the chat from the button beside the field, in its colours, and is closed', async () => {
    const page = await openPage(browser, `${bot.url}/chat/#${trainer.id}`)
    await page.getByTestId('app-button').click()
    const inside = page.frameLocator('[data-testid=app-frame]')
    await inside.getByRole('link', { name: 'Први кораци' }).waitFor()
    const colour = () => inside.locator('html').evaluate((html) => html.style.getPropertyValue('--ground'))
    expect(await colour()).toBe('#ffffff')
    await page.evaluate(`document.documentElement.dataset.theme = 'dark'`)
    await expect.poll(colour).toBe('#18211f')
    await page.getByTestId('app-close').click()
    await expect.poll(() => page.getByTestId('app-frame').count()).toBe(0)
  })

  test.each([
    ['a phone, light', PHONE, LIGHT],
    ['a phone, dark', PHONE, DARK],
    ['wide, light', WIDE, LIGHT],
    ['wide, dark', WIDE, DARK],
  ])('nobody is kept out: %s', async (_, device, theme) => {
    const page = await launched(bot, browser, trainer, '/sessions', { theme, ...device })
    expect(await seriousFaults(page)).toEqual([])
    expect(await fits(page)).toBe(true)
  })

  test('launch data stay neither in the address nor in the history, and a reload still knows them', async () => {
    const page = await launched(bot, browser, trainer, '/sessions')
    expect(page.url()).toBe(`${bot.url}/app/sessions`)
    await page.reload()
    await page.getByRole('link', { name: 'Први кораци' }).waitFor()
    await page.getByRole('link', { name: 'Моје' }).click()
    await page.getByRole('heading', { name: 'Моје обуке' }).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: 'Први кораци' }).waitFor()
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  })

  test('when the scripts do not come, it says so by itself', async () => {
    const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${bot.url}/app`)
    await page.getByText('Ако се страна не појави').waitFor({ timeout: 10_000 })
    await context.close()
  })

  test('when the connection is lost, it says so and goes on once there is one', async () => {
    const page = await launched(bot, browser, trainer, '/sessions', { faultsExpected: true })
    await page.context().setOffline(true)
    await page.getByRole('link', { name: 'Моје' }).click()
    await page.getByText('Веза је прекинута').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('link', { name: 'Моје' }).click()
    await page.getByRole('heading', { name: 'Моје обуке' }).waitFor()
    expect(await page.locator('#offline').isHidden()).toBe(true)
  })

  test('a keyboard alone opens what is listed', async () => {
    const page = await launched(bot, browser, trainer, '/sessions')
    for (let i = 0; i < 10; i++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate('document.activeElement?.textContent')) === 'Моје') break
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Моје обуке' }).waitFor()
  })
})
