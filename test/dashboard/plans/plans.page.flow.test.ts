import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { begun, registered } from '../../plans/planning.ts'
import { aBot, type Bot } from '../../support/bot.ts'
import { aBrowser, hasChromium } from '../../support/browser.ts'
import { DARK, fits, launched, PHONE, seriousFaults, WIDE } from '../in-browser.ts'

describe.skipIf(!hasChromium())('a plan in a browser', () => {
  let bot: Bot
  let browser: Browser
  let at: string
  let ana: { id: number }
  let petar: { id: number }
  beforeAll(async () => {
    bot = await aBot()
    browser = await aBrowser()
    const first = await registered(bot, 'Ана', 'Ана Анић', '80012')
    await begun(first)
    const second = await registered(bot, 'Петар', 'Петар Перић', '80012')
    const { rows } = await bot.database.pool.query<{ id: number }>('select id from plan')
    at = `/plans/${rows[0]!.id}/steps/5`
    await bot.database.pool.query(
      `insert into plan_member (plan_id, person_id, role, since)
       select $1::int, id, 'editor', now() from person where telegram_id = $2::bigint`,
      [rows[0]!.id, second.person.id],
    )
    ana = first.person
    petar = second.person
  })

  const cells = async () =>
    (
      await bot.database.pool.query<{ cells: object }>(`select cells from plan_entry where part = 'needs' order by id`)
    ).rows.map((row) => row.cells)
  const openAs = (person: { id: number }, options = {}) => launched(bot, browser, person, at, { ...WIDE, ...options })
  const needs = (page: Page) => page.locator('[data-sheet=needs]')

  test('a row is filled in by the keyboard alone, cell after cell, and the keyboard stays where it was', async () => {
    const page = await openAs(ana)
    await needs(page).getByLabel('Категорија, ред 1').focus()
    for (const words of ['избеглице', 'стан', '12']) {
      await page.keyboard.type(words)
      await page.keyboard.press('Tab')
    }
    await expect.poll(cells).toEqual([{ category: 'избеглице', need: 'стан', persons: '12' }])
    // The list was brought up to date meanwhile, and a new empty row stands below.
    await needs(page).getByLabel('Категорија, ред 2').waitFor()
    await page.keyboard.type('повереник')
    await page.keyboard.press('Enter')
    await expect.poll(cells).toMatchObject([{ source: 'повереник' }])
  })

  test('what another writes is seen within seconds, and what one is writing stays', async () => {
    const [page, other] = [await openAs(ana), await openAs(petar)]
    await needs(page).getByLabel('Како утврђено, ред 1').fill('интервјуи, још не', { noWaitAfter: true })
    const theirs = needs(other).getByLabel('Број лица, ред 1')
    await theirs.fill('15')
    await theirs.blur()
    await expect.poll(cells).toMatchObject([{ persons: '15' }])
    const mine = needs(page).getByLabel('Како утврђено, ред 1')
    // Longer than a change takes to be heard of.
    await page.waitForTimeout(2_500)
    expect(await mine.inputValue()).toBe('интервјуи, још не')
    await mine.blur()
    await expect.poll(() => needs(page).getByLabel('Број лица, ред 1').inputValue()).toBe('15')
    await expect.poll(cells).toMatchObject([{ persons: '15', method: 'интервјуи, још не' }])
  })

  test('what is refused stays with the reason beside it, and Escape takes it back', async () => {
    const page = await openAs(ana, { faultsExpected: true })
    const cell = needs(page).getByLabel('Број лица, ред 1')
    await cell.fill('много')
    await cell.blur()
    await needs(page).getByRole('alert').getByText('Ово не може да буде').waitFor()
    expect(await cell.inputValue()).toBe('много')
    await cell.press('Escape')
    expect(await cell.inputValue()).toBe('15')
    expect(await needs(page).getByRole('alert').count()).toBe(0)
  })

  test('what was written without a connection is saved once there is one', async () => {
    const page = await openAs(ana, { faultsExpected: true })
    await page.context().setOffline(true)
    const cell = needs(page).getByLabel('Извор, ред 1')
    await cell.fill('служба')
    await cell.blur()
    await page.getByText('Веза је прекинута').waitFor()
    await page.context().setOffline(false)
    await expect.poll(cells).toMatchObject([{ source: 'служба' }])
    await expect.poll(() => page.locator('#offline').isHidden()).toBe(true)
  })

  test.each([
    ['a phone', PHONE, {}],
    ['wide and dark', WIDE, { theme: DARK }],
    ['at 200 %', { viewport: { width: 640, height: 430 }, deviceScaleFactor: 2 }, { reducedMotion: 'reduce' }],
  ])('keeps nobody out: %s', async (_, device, more) => {
    for (const path of [
      at,
      at.replace('steps/5', 'steps/2'),
      at.replace('steps/5', 'review'),
      at.replace('steps/5', 'versions'),
    ]) {
      const page = await launched(bot, browser, ana, path, { ...device, ...more } as object)
      await page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
      expect(await seriousFaults(page)).toEqual([])
      expect(await fits(page)).toBe(true)
      await page.close()
    }
  })
})
