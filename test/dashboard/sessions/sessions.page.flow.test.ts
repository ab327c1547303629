import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { meetPerson } from '../../../src/people/store.ts'
import { decideIn } from '../../../src/sessions/line/decide-under-lock.ts'
import { decideSignUp } from '../../../src/sessions/line/enter.ts'
import { aComingSession } from '../../sessions/coming-session.ts'
import { aBot, type Bot } from '../../support/bot.ts'
import { aBrowser, hasChromium } from '../../support/browser.ts'
import { DARK, fits, LIGHT, launched, PHONE, seriousFaults, WIDE } from '../in-browser.ts'

describe.skipIf(!hasChromium())('the page of a session in a browser', () => {
  let bot: Bot
  let browser: Browser
  let trainer: Awaited<ReturnType<Bot['person']>>
  beforeAll(async () => {
    bot = await aBot()
    browser = await aBrowser()
    trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
    await trainer.ask('/start')
  })

  /** A session with so many people, of whom two have a place. */
  async function aSession(title: string, people: number): Promise<number> {
    const { id } = await aComingSession(bot, { title })
    const now = bot.clock.now()
    for (let i = 0; i < people; i++) {
      const seen = {
        telegramId: 7_000_000 + id * 1_000 + i,
        name: `Особа ${i + 1}`,
        localeSeen: 'sr-Cyrl',
        localeFirst: 'sr-Cyrl',
        now,
      } as const
      const { id: personId } = await meetPerson(bot.database.pool, seen)
      const at = { requestedAt: now.add({ seconds: i }), now, newId: 50_000 + id * 1_000 + i }
      const applicant = { personId, municipality: i % 2 === 0 ? '79022' : '71242', consented: true }
      await bot.database.transaction((db) =>
        decideIn(db, id, (roll) => decideSignUp(roll, applicant, at), { presser: personId, now }),
      )
    }
    return id
  }

  const choose = (page: Page, name: string) => page.getByRole('checkbox', { name: new RegExp(`(^|\\s)${name}(\\s|$)`) })

  test.each([
    ['a phone, light', PHONE, LIGHT],
    ['wide, dark', WIDE, DARK],
  ])('nobody is kept out: %s', async (_, device, theme) => {
    const id = await aSession('Приступачна обука', 6)
    const page = await launched(bot, browser, trainer, `/sessions/${id}`, { theme, ...device })
    await choose(page, 'Особа 3').check()
    expect(await seriousFaults(page)).toEqual([])
    for (const path of ['/add?q=osoba', '/history', '/overview', '/edit', '/attendance']) {
      const other = await launched(bot, browser, trainer, `/sessions/${id}${path}`, { theme, ...device })
      expect(await seriousFaults(other)).toEqual([])
      expect(await fits(other)).toBe(true)
    }
  })

  test('people are chosen and moved with a reason, by keyboard alone; only what fits is offered', async () => {
    const id = await aSession('Тастатура', 5)
    const page = await launched(bot, browser, trainer, `/sessions/${id}`)
    await choose(page, 'Особа 5').focus()
    await page.keyboard.press('Space')
    expect(await page.getByText('Изабрано: 1').isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Одобри' }).count()).toBe(0)
    await page.getByRole('textbox', { name: 'Разлог или порука' }).focus()
    await page.keyboard.type('Договорено')
    await page.keyboard.press('Tab')
    while ((await page.evaluate('document.activeElement.textContent')) !== 'На почетак реда')
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('сада 1. у реду').waitFor()
    await page.getByText('1. Особа 5').waitFor()
    expect(page.url()).toBe(`${bot.url}/app/sessions/${id}`)
  })

  test('what the list still brings does not take the place of somebody opened meanwhile', async () => {
    const id = await aSession('Касни списак', 3)
    const page = await launched(bot, browser, trainer, `/sessions/${id}`, PHONE)
    const held = async (path: RegExp) => {
      const [asked, brought] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      await page.route(path, async (route) => {
        asked.resolve()
        await brought.promise
        await route.continue()
      })
      return { asked: asked.promise, bring: brought.resolve }
    }
    const list = new RegExp(`/app/sessions/${id}(\\?.*)?$`)
    const [refreshed, opened] = [await held(list), await held(/\/people\/\d+$/)]
    await page.evaluate("htmx.trigger(document.querySelector('[data-live]'), 'changed')")
    await refreshed.asked
    await page.locator('.person', { hasText: 'Особа 1' }).getByRole('link').click()
    await opened.asked
    const late = page.waitForResponse(list)
    refreshed.bring()
    await (await late).finished()
    opened.bring()
    await page.getByRole('heading', { level: 1, name: 'Особа 1' }).waitFor()
    await page.waitForURL(/\/people\/\d+$/)
  })

  test('somebody is opened by a tap on the list, also after something was done there, and one comes back to it', async () => {
    const id = await aSession('Отвара се', 3)
    const page = await launched(bot, browser, trainer, `/sessions/${id}`, PHONE)
    const opens = async (name: string) => {
      await page.locator('.person', { hasText: name }).getByRole('link').click()
      await page.getByRole('heading', { level: 1, name }).waitFor()
      await page.waitForURL(/\/people\/\d+$/)
    }
    await opens('Особа 1')
    await page.locator('[data-back]').click()
    await choose(page, 'Особа 3').check()
    await page.getByRole('textbox', { name: 'Разлог или порука' }).fill('Видимо се')
    await page.getByRole('button', { name: 'Пошаљи поруку' }).click()
    await page.getByText('Порука је послата').waitFor()
    await opens('Особа 2')
  })

  test('somebody in line is dragged to its front: chosen with the act, and moved once the reason is given', async () => {
    const id = await aSession('Обука са вучењем', 5)
    const page = await launched(bot, browser, trainer, `/sessions/${id}`, WIDE)
    const line = page.locator('.person', { has: choose(page, 'Особа 5') })
    const box = (await line.boundingBox())!
    await page.mouse.move(box.x + 120, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + 130, box.y + box.height / 2 - 20, { steps: 4 })
    const front = page.locator('[data-drop=first]')
    await front.waitFor()
    const to = (await front.boundingBox())!
    await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 6 })
    await page.mouse.up()
    await front.waitFor({ state: 'hidden' })
    expect(await choose(page, 'Особа 5').isChecked()).toBe(true)
    expect(await page.evaluate('document.activeElement.name')).toBe('words')
    await page.keyboard.type('договорено')
    await page.locator('button[value=first]').click()
    await page.locator('.person', { hasText: '1. Особа 5' }).waitFor()
  })

  test('a connection that is lost in the middle of dragging loses nothing, and moves nobody twice', async () => {
    const id = await aSession('Веза у прекиду', 5)
    const page = await launched(bot, browser, trainer, `/sessions/${id}`, { ...WIDE, faultsExpected: true })
    const other = await launched(bot, browser, trainer, `/sessions/${id}`, WIDE)
    const box = (await page.locator('.person', { has: choose(page, 'Особа 5') }).boundingBox())!
    await page.mouse.move(box.x + 120, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + 130, box.y + box.height / 2 - 20, { steps: 4 })
    const front = page.locator('[data-drop=first]')
    await front.waitFor()
    await page.context().setOffline(true)
    // Meanwhile another trainer moves the same person.
    await choose(other, 'Особа 5').check()
    await other.getByRole('textbox', { name: 'Разлог или порука' }).fill('хитно')
    await other.getByRole('button', { name: 'На почетак реда' }).click()
    await other.getByText('сада 1. у реду').waitFor()

    const to = (await front.boundingBox())!
    await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 6 })
    await page.mouse.up()
    await page.keyboard.type('договорено')
    await page.locator('button[value=first]').click()
    await page.getByText('Веза је прекинута').waitFor()
    expect(await choose(page, 'Особа 5').isChecked()).toBe(true)
    expect(await page.getByRole('textbox', { name: 'Разлог или порука' }).inputValue()).toBe('договорено')
    await page.context().setOffline(false)
    await page.locator('button[value=first]').click()
    await page.getByText('Ред је већ такав').waitFor()
    const moves = await bot.database.pool.query(
      `select from sign_up_event join sign_up on sign_up.id = sign_up_event.sign_up_id
       where sign_up.session_id = $1::int and change ->> 'kind' = 'moved'`,
      [id],
    )
    expect(moves.rowCount).toBe(1)
  })

  test('what happens elsewhere is seen within seconds, and keeps who is chosen, what is written and where one is', async () => {
    const id = await aSession('Уживо', 5)
    const page = await launched(bot, browser, trainer, `/sessions/${id}`)
    const other = await launched(bot, browser, trainer, `/sessions/${id}`)
    await choose(page, 'Особа 4').check()
    await page.getByRole('textbox', { name: 'Разлог или порука' }).fill('Пишем полако')
    await choose(other, 'Особа 1').check()
    await other.getByRole('textbox', { name: 'Разлог или порука' }).fill('Одустао је')
    await other.getByRole('button', { name: 'Уклони' }).click()
    await page.getByText('Нису више пријављени: 1').waitFor({ timeout: 4_000 })
    expect(await choose(page, 'Особа 4').isChecked()).toBe(true)
    expect(await page.getByRole('textbox', { name: 'Разлог или порука' }).inputValue()).toBe('Пишем полако')
    expect(await page.evaluate('document.activeElement.name')).toBe('words')
  })

  test('the list is searched while one writes', async () => {
    const id = await aSession('Тражи', 12)
    const page = await launched(bot, browser, trainer, `/sessions/${id}`)
    await page.getByRole('searchbox').fill('osoba 12')
    await expect.poll(() => page.getByRole('checkbox').count()).toBe(1)
    expect(await page.evaluate('document.activeElement.name')).toBe('q')
  })

  test('two hundred people are there at once and stay quick', async () => {
    const id = await aSession('Двеста људи', 200)
    const page = await launched(bot, browser, trainer, `/sessions/${id}`, PHONE)
    expect(await page.getByRole('checkbox').count()).toBe(200)
    const at = performance.now()
    await page.getByRole('button', { name: 'Изабери све' }).last().click()
    await page.getByText('Изабрано: 198').waitFor()
    expect(performance.now() - at).toBeLessThan(3_000)
  })
})
