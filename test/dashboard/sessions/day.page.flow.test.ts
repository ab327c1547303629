import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { readSheet } from '../../../src/sessions/attendance/reads.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aComingSession } from '../../sessions/coming-session.ts'
import { joins } from '../../sessions/joining.ts'
import { aBot, type Bot } from '../../support/bot.ts'
import { aBrowser, hasChromium } from '../../support/browser.ts'
import type { conversation } from '../../support/conversation.ts'
import { fits, launched, PHONE, seriousFaults } from '../in-browser.ts'

describe.skipIf(!hasChromium())('a session’s day, run from the dashboard on a phone without opening the chat', () => {
  let bot: Bot
  let browser: Browser
  beforeAll(async () => {
    bot = await aBot()
    browser = await aBrowser()
  })

  const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 15_000 })
  async function whole(page: Page) {
    expect(await fits(page)).toBe(true)
    expect(await seriousFaults(page)).toEqual([])
  }
  async function opens(page: Page, link: string, heading: string) {
    await page.getByRole('link', { name: link }).first().click()
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await whole(page)
  }

  test('people check in by code and by tap, one comes without a place, one writes that they are late, all are written to', async () => {
    const trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
    await trainer.ask('/start')
    const session = await aComingSession(bot, { title: 'Израда ЛАП-а', capacity: 5 }, 1)
    const people: Record<string, ReturnType<typeof conversation>> = {}
    for (const name of ['Ана Анић', 'Бранко Бабић', 'Весна Вуковић', 'Горан Гајић']) {
      people[name] = await aRegisteredPerson(bot, { name })
      await joins(bot, people[name], session.id, 'Место је Ваше')
    }
    const { Ана, Весна } = { Ана: people['Ана Анић']!, Весна: people['Весна Вуковић']! }
    const wait = bot.clock
      .now()
      .until(session.starts.subtract({ minutes: 5 }).toInstant())
      .total('seconds')
    await bot.call('POST', '/clock', { advance: `PT${Math.ceil(wait)}S` })
    const said = async () => (await trainer.messages()).filter(({ from }) => !from?.is_bot).length
    const before = await said()

    const page = await launched(bot, browser, trainer, '', PHONE)
    await opens(page, 'Израда ЛАП-а', 'Израда ЛАП-а')
    await opens(page, 'Присуство', 'Присуство')
    await opens(page, 'Код за учеснике', 'Израда ЛАП-а')
    const digits = (await page.locator('.digits').textContent())!.replace(/\D/g, '')
    await Ана.goes(['says', digits, 'Забележено'])
    await page.getByRole('link', { name: 'Присуство' }).click()
    await shows(page, 'Ту су: 1')

    const mark = (name: string, state: string) =>
      page.getByRole('group', { name }).getByRole('button', { name: state, exact: true })
    await mark('Бранко Бабић', 'Касни').click()
    await shows(page, 'Ту су: 2')
    await mark('Бранко Бабић', 'Ту је').click()
    await shows(page, 'Ту су: 2')

    await opens(page, 'Дошао је неко ко није на списку', 'Дошао је неко ко није на списку')
    await page.getByRole('textbox', { name: 'Име и презиме' }).fill('Дара Дарић')
    await page.getByRole('textbox', { name: 'Општина или град' }).fill('Пландиште')
    await page.getByRole('textbox', { name: 'Телефон' }).fill('064 123 4567')
    await page.getByRole('button', { name: 'Упиши' }).click()
    await shows(page, 'присуство данас је забележено')
    await shows(page, 'Ту су: 3')
    await page.locator('[data-back]').click()

    // What somebody writes is seen while the page is open, and answered there.
    await page.getByRole('heading', { level: 1, name: 'Израда ЛАП-а' }).waitFor()
    await Весна.goes(['says', 'Каснићу сат времена, аутобус се покварио', 'Проследио сам поруку'])
    await shows(page, 'Чекају одговор: 1')
    await whole(page)
    await page.locator('section', { hasText: 'Чекају одговор' }).getByRole('link', { name: 'Весна Вуковић' }).click()
    await page.getByRole('heading', { level: 1, name: 'Весна Вуковић' }).waitFor()
    await shows(page, 'аутобус се покварио')
    await whole(page)
    await page.getByRole('textbox', { name: 'Разлог или порука' }).fill('Чекамо Вас.')
    await page.getByRole('button', { name: 'Пошаљи поруку' }).click()
    await shows(page, 'Порука је послата')
    await Весна.reads('Чекамо Вас.')
    await page.locator('[data-back]').click()
    await page.getByRole('heading', { level: 1, name: 'Израда ЛАП-а' }).waitFor()
    expect(await page.getByText('Чекају одговор').count()).toBe(0)

    await page.locator('section', { hasText: 'Имају место' }).getByRole('button', { name: 'Изабери све' }).click()
    await page.getByRole('textbox', { name: 'Разлог или порука' }).fill('Ручак је у 13 часова.')
    await page.getByRole('button', { name: 'Пошаљи поруку' }).click()
    await shows(page, 'Порука је послата: Ана Анић')
    await Ана.reads('Ручак је у 13 часова.')

    await opens(page, 'Присуство', 'Присуство')
    await page.getByRole('button', { name: 'Сви неозначени: Није ту' }).click()
    await shows(page, 'Нису ту: 2')
    await mark('Весна Вуковић', 'Касни').click()
    await shows(page, 'Ту су: 4')
    await page.locator('[data-back]').click()
    await opens(page, 'Собе и оброци', 'Собе, оброци и одговори')
    await page.locator('[data-back]').click()
    await opens(page, 'Историја', 'Историја обуке')

    expect(await said()).toBe(before)
    const sheet = (await readSheet(bot.database.pool, session.id))!
    const noted = sheet.people.map(({ days }) => days[0]!.state).sort()
    expect(noted).toEqual(['absent', 'late', 'present', 'present', 'present'])
  }, 180_000)
})
