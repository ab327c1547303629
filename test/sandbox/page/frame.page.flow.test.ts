import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { aBot, type Bot } from '../../support/bot.ts'
import { aBrowser, fromBot, fromPerson, hasChromium, write } from '../../support/browser.ts'
import { asBot, openChat, PHONE, sideways } from './open.ts'

describe.skipIf(!hasChromium())('the page around chats', () => {
  let bot: Bot
  let browser: Browser
  beforeAll(async () => {
    bot = await aBot()
    browser = await aBrowser()
  })

  test('a trainer added in the dialog has the role and a chat of their own', async () => {
    const milica = await bot.person()
    await milica.ask('Ко усваја ЛАП?')
    const page = await openChat(browser, bot, milica.id)
    await fromBot(page).first().waitFor()
    await page.getByTestId('add-person').click()
    await page.getByTestId('person-name').fill('Петар Петровић')
    await page.getByTestId('person-role').selectOption('trainer')
    await page.getByTestId('person-save').click()
    await page.getByTestId('start-button').click()
    await fromBot(page).getByText('Ја сам ЛАП Саветник').waitFor()
    expect(await fromPerson(page).locator('.body').allTextContents()).toEqual(['/start'])

    const petar = Number(new URL(page.url()).hash.slice(1))
    expect(await page.getByTestId(`person-${petar}`).textContent()).toContain('тренер')
    const roles = await bot.database.pool.query('select role from person where telegram_id = $1', [petar])
    expect(roles.rows).toEqual([{ role: 'trainer' }])

    await page.getByTestId(`person-${milica.id}`).click()
    await fromPerson(page).getByText('Ко усваја ЛАП?').waitFor()
    expect(await fromPerson(page).count()).toBe(1)
  })

  test('the clock moves on by an hour and a day; the calls show what the bot sent', async () => {
    const milica = await bot.person()
    await milica.ask('Ко усваја ЛАП?')
    const page = await openChat(browser, bot, milica.id)
    await fromBot(page).first().waitFor()
    const before = await clockOf(bot)
    const movedOn = async () => Math.round((await clockOf(bot)).since(before).total('hours'))
    await page.getByTestId('clock-hour').click()
    await expect.poll(movedOn).toBe(1)
    await page.getByTestId('clock-day').click()
    await expect.poll(movedOn).toBe(25)
    await page.getByText(/испред правог времена: 1 дан \d/).waitFor()
    const shown = async () => (await page.locator('#clock-time').textContent())?.slice(0, 5)
    const meant = async () =>
      (await clockOf(bot)).toZonedDateTimeISO('Europe/Belgrade').toPlainTime().toString().slice(0, 5)
    await expect.poll(async () => (await shown()) === (await meant())).toBe(true)

    await page.getByTestId('tab-calls').click()
    await page.getByText('само овај разговор').click()
    const sent = page.getByTestId('calls').getByText('sendMessage')
    await sent.click()
    await page.getByTestId('calls').getByText('скупштина општине или града').waitFor()
    expect(await sent.count()).toBe(1)
  })

  test('on a phone: list, chat, back; nothing ever scrolls sideways, not even with tables', async () => {
    const { id } = await bot.person()
    const page = await openChat(browser, bot, undefined, PHONE)
    await page.getByTestId(`person-${id}`).tap()
    await page.getByTestId('person-list').waitFor({ state: 'hidden' })
    await write(page, 'На колико година се доноси ЛАП?')
    await fromBot(page).nth(0).getByText('пет година').first().waitFor()
    expect(await sideways(page)).toBe(0)

    const cell = (text: string) => ({ text, align: 'left', valign: 'top' })
    const row = Array.from({ length: 12 }, (_, i) => cell(`Пољопривредник${i}`))
    const blocks = [
      { type: 'paragraph', text: 'најнеприлагођенији'.repeat(20) },
      { type: 'table', cells: [row, row] },
    ]
    await asBot(bot, 'sendRichMessage', { chat_id: id, rich_message: { blocks } })
    const box = fromBot(page).nth(1).locator('.table-box')
    await box.waitFor()
    expect(await box.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(true)
    expect(await sideways(page)).toBe(0)

    await page.getByRole('button', { name: 'Назад на списак' }).tap()
    await page.getByTestId('person-list').waitFor()
    expect(await page.getByTestId('input').isVisible()).toBe(false)
    expect(await sideways(page)).toBe(0)
  })

  test('light or dark and the language of the page stay over a reload', async () => {
    await bot.person()
    const page = await openChat(browser, bot)
    const heading = page.locator('h1')
    await heading.getByText('ЛАП Саветник · проба').waitFor()
    const theme = () => page.locator('html').getAttribute('data-theme')
    expect(await theme()).toBe('light')
    await page.getByTestId('theme').click()
    expect(await theme()).toBe('dark')
    for (const [button, text, lang] of [
      ['LAT', 'LAP Savetnik · proba', 'sr-Latn'],
      ['EN', 'LAP Savetnik · sandbox', 'en'],
      ['ЋИР', 'ЛАП Саветник · проба', 'sr-Cyrl'],
    ] as const) {
      await page.getByTestId('chrome-language').getByText(button).click()
      expect(await heading.textContent()).toBe(text)
      await page.reload()
      await heading.getByText(text).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      expect(await theme()).toBe('dark')
    }
    await page.getByTestId('theme').click()
    await page.reload()
    expect(await theme()).toBe('light')
  })

  test('the keyboard alone is enough', async () => {
    const { id } = await bot.person()
    const page = await openChat(browser, bot)
    await page.getByTestId(`person-${id}`).waitFor()
    await tabTo(page, 'add-person')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await focusedTestId(page)).toBe('person-name')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expect(await focusedTestId(page)).toBe('add-person')

    await tabTo(page, `person-${id}`)
    await page.keyboard.press('Enter')
    await page.getByTestId('start-button').waitFor()
    await tabTo(page, 'chat-menu')
    await page.keyboard.press('Enter')
    await page.getByRole('menu').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('menu').waitFor({ state: 'hidden' })
    expect(await focusedTestId(page)).toBe('chat-menu')

    await tabTo(page, 'input')
    await page.keyboard.type('Ко усваја ЛАП?')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.press('Enter')
    await fromBot(page).getByText('скупштина општине или града').first().waitFor()
    expect(await fromPerson(page).locator('.body').textContent()).toBe('Ко усваја ЛАП?')
  })

  test('the bot is blocked and unblocked from the menu of the chat', async () => {
    const milica = await bot.person()
    await milica.ask('Ко усваја ЛАП?')
    const page = await openChat(browser, bot, milica.id)
    await page.getByTestId('chat-menu').click()
    await page.getByRole('menuitem', { name: 'Блокирај бота' }).click()
    await page.getByTestId('unblock-button').waitFor()
    expect(await page.getByTestId('input').isVisible()).toBe(false)
    await page.getByTestId(`person-${milica.id}`).getByRole('img', { name: 'бот је блокиран' }).waitFor()

    await page.getByTestId('chat-menu').click()
    await page.getByRole('menuitem', { name: 'Одблокирај бота' }).click()
    await page.getByTestId('unblock-button').waitFor({ state: 'hidden' })
    await write(page, 'Колико често се састаје савет?')
    await fromBot(page).nth(1).getByText('најмање два пута').first().waitFor()
  })

  test('people make a group with the bot and write there, each under their name', async () => {
    const ana = await bot.person({ name: 'Ана Јовић' })
    await bot.person({ name: 'Марко Илић' })
    const page = await openChat(browser, bot, ana.id, PHONE)
    await page.locator('#back').click()
    await page.getByTestId('add-group').click()
    await page.getByTestId('group-name').fill('Савет Пландиште')
    await page.getByTestId('group-save').click()
    await page.locator('#chat-title').getByText('Савет Пландиште').waitFor()
    await page.getByTestId('write-as').selectOption({ label: 'Марко Илић' })
    await write(page, 'Добар дан свима')
    await fromPerson(page).getByText('Марко Илић').waitFor()
    const id = Number(new URL(page.url()).hash.slice(1))
    await asBot(bot, 'sendMessage', { chat_id: id, text: 'Добар дан, Савете' })
    await fromBot(page).getByText('Добар дан, Савете').waitFor()
    expect(await sideways(page)).toBe(0)
  })
})

const focusedTestId = (page: Page) => page.evaluate<string | null>('document.activeElement.dataset.testid ?? null')

/** More stops than the page has with one open chat. */
const MOST_TABS = 40

async function tabTo(page: Page, testId: string): Promise<void> {
  for (let i = 0; i < MOST_TABS; i++) {
    await page.keyboard.press('Tab')
    if ((await focusedTestId(page)) === testId) return
  }
  throw new Error(`Tab does not reach ${testId}`)
}

async function clockOf(bot: Bot): Promise<Temporal.Instant> {
  const { now } = await bot.call<{ now: string }>('GET', '/clock')
  return Temporal.Instant.from(now)
}
