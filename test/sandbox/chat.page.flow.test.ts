import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { aBot, type Bot, TOKEN } from '../support/bot.ts'
import { aBrowser, fromBot, fromPerson, hasChromium, openPage as open, write } from '../support/browser.ts'

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

describe.skipIf(!hasChromium())('the chat page', () => {
  let bot: Bot
  let browser: Browser
  beforeAll(async () => {
    bot = await aBot()
    browser = await aBrowser()
  })

  const openPage = (personId?: number, options: BrowserContextOptions = {}): Promise<Page> =>
    open(browser, `${bot.url}/chat/${personId === undefined ? '' : `#${personId}`}`, options)

  /** Sends a call as the bot would, for messages that the bot itself has no reason to send. */
  async function asBot(method: string, body: object): Promise<void> {
    const response = await fetch(`${bot.url}/bot${TOKEN}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(await response.json()).toMatchObject({ ok: true })
  }

  // The first test, since the starters are offered only while there is nobody.
  test('a newcomer picks who to be, presses «Покрени», taps a sample question and reads the answer', async () => {
    const page = await openPage()
    await page.getByTestId('starter-member').click()
    expect(await page.getByTestId('start-button').textContent()).toBe('Покрени')
    await page.getByTestId('start-button').click()
    const welcome = fromBot(page).nth(0)
    await welcome.getByText('Ја сам ЛАП Саветник').waitFor()
    const sample = welcome.getByTestId('keyboard-button').first()
    const question = await sample.textContent()
    await sample.click()
    const answer = fromBot(page).nth(1)
    await answer.getByText('Извор').first().waitFor()
    expect(await answer.textContent()).toContain(question)
    expect(await page.getByTestId('person-list').textContent()).toContain('Милица')
  })

  test('an older client says that a rich message is not supported, and its buttons can be pressed all the same', async () => {
    const { id } = await bot.person()
    const page = await openPage(id)
    await write(page, 'здраво')
    await fromBot(page).first().waitFor()
    await asBot('sendRichMessage', {
      chat_id: id,
      rich_message: { blocks: [{ type: 'paragraph', text: 'Богата порука' }] },
      reply_markup: { inline_keyboard: [[{ text: 'Не видим лепо', callback_data: 'x' }]] },
    })
    await fromBot(page).last().getByText('Богата порука').waitFor()
    const menu = page.locator('#chat-menu')
    await menu.click()
    await page.getByRole('menuitem', { name: 'Као старији програм' }).click()
    const shown = fromBot(page).last()
    await shown.getByTestId('unsupported').waitFor()
    expect(await shown.textContent()).not.toContain('Богата порука')
    expect(await shown.getByTestId('keyboard-button').textContent()).toContain('Не видим лепо')
    await menu.click()
    await page.getByRole('menuitem', { name: 'Као нов програм' }).click()
    await shown.getByText('Богата порука').waitFor()
  })

  test('Latin without diacritics is answered in Latin; its source unfolds to the passage, in Cyrillic', async () => {
    const { id } = await bot.person()
    const page = await openPage(id)
    await write(page, 'ko usvaja lap')
    const answer = fromBot(page).nth(0)
    await answer.getByText('skupština opštine ili grada').first().waitFor()
    const toggle = answer.locator('blockquote').getByRole('button')
    expect(await toggle.getAttribute('aria-expanded')).toBe('false')
    await toggle.click()
    expect(await toggle.getAttribute('aria-expanded')).toBe('true')
    expect(await answer.locator('blockquote').textContent()).toContain('Савет за миграције даје мишљење')
  })

  test('«Цео одељак» sends the section; pressed again it only says so', async () => {
    const { id } = await bot.person()
    const page = await openPage(id)
    await write(page, 'Како тече јавна расправа?')
    const button = fromBot(page).nth(0).getByText('Цео одељак').and(page.locator(':not([aria-busy])'))
    await button.click()
    await fromBot(page).nth(1).getByText('извештај о расправи').waitFor()
    await button.click()
    await page.getByTestId('toast').getByText('Одељак је већ послат').waitFor()
    expect(await fromBot(page).count()).toBe(2)
  })

  test('«/» opens the command menu; arrows and Enter send the command', async () => {
    const { id } = await bot.person()
    const page = await openPage(id)
    await page.getByTestId('input').press('/')
    const menu = page.getByTestId('command-menu')
    await menu.waitFor()
    const chosen = menu.locator('[aria-selected="true"]')
    const commands = await menu.locator('b').allTextContents()
    for (let i = 0; i < commands.indexOf('/izvori'); i++) await page.keyboard.press('ArrowDown')
    expect(await chosen.textContent()).toContain('/izvori')
    await page.keyboard.press('Enter')
    await menu.waitFor({ state: 'hidden' })
    await fromBot(page).nth(0).getByText('Седнице савета').first().waitFor()
    expect(await fromPerson(page).locator('.body').allTextContents()).toEqual(['/izvori'])
    expect(await page.getByTestId('input').inputValue()).toBe('')
  })

  test('a link to the bot is opened in the chat, as Telegram does, also when somebody pasted it', async () => {
    const { id, ask } = await bot.person()
    await ask('/start')
    const page = await openPage(id)
    await write(page, 'https://t.me/lap_savetnik_bot?start=sUnknown')
    await fromPerson(page).getByRole('link').click()
    await fromPerson(page).getByText('/start sUnknown').waitFor()
    expect(page.context().pages()).toHaveLength(1)
  })

  test('a trainer added in the dialog has the role and a chat of their own', async () => {
    const milica = await bot.person()
    await milica.ask('Ко усваја ЛАП?')
    const page = await openPage(milica.id)
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
    const page = await openPage(milica.id)
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
    const page = await openPage(undefined, PHONE)
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
    await asBot('sendRichMessage', { chat_id: id, rich_message: { blocks } })
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
    const page = await openPage()
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

  test('markup in names and messages, of people and of the bot, stays text', async () => {
    const markup = '<img src=x onerror="document.title=1"><b>Ана</b>'
    const ana = await bot.person({ name: markup })
    await ana.ask('/start')
    await asBot('sendMessage', { chat_id: ana.id, text: `${markup} од бота` })
    const page = await openPage(ana.id)
    const question = `${markup}<script>document.title=1</script> Ко усваја ЛАП?`
    await write(page, question)
    await fromBot(page).nth(2).waitFor()
    expect(await fromPerson(page).nth(1).locator('.body').textContent()).toBe(question)
    expect(await fromBot(page).nth(1).locator('.body').textContent()).toBe(`${markup} од бота`)
    expect(await page.getByTestId(`person-${ana.id}`).locator('b').textContent()).toBe(markup)
    expect(await page.locator('#chat-subtitle').textContent()).toContain(markup)
    expect(await page.locator('img, #chat script, #people b b').count()).toBe(0)
    expect(await page.locator('#messages b').allTextContents()).not.toContain('Ана')
    expect(await page.title()).toBe('ЛАП Саветник · проба')
  })

  test('the keyboard alone is enough', async () => {
    const { id } = await bot.person()
    const page = await openPage()
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
    const page = await openPage(milica.id)
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

  test('a document is sent with its caption, and is answered', async () => {
    const { id } = await bot.person()
    const page = await openPage(id)
    const chooser = page.waitForEvent('filechooser')
    await page.getByTestId('attach').click()
    await page.getByRole('menuitem', { name: 'Документ' }).click()
    await (await chooser).setFiles({ name: 'нацрт.docx', mimeType: 'application/msword', buffer: Buffer.from('нацрт') })
    await page.getByTestId('file-caption').fill('Наш нацрт')
    await page.getByTestId('file-send').click()
    await fromBot(page).nth(0).waitFor()
    const sent = await fromPerson(page).textContent()
    expect(sent).toContain('нацрт.docx')
    expect(sent).toContain('Наш нацрт')
  })

  test('a draft grows in the chat until Stop is pressed', async () => {
    const milica = await bot.person()
    await milica.ask('/start')
    const { id } = milica
    const page = await openPage(id)
    await fromBot(page).first().waitFor()
    const draft = (text: string) => ({
      chat_id: id,
      draft_id: 7,
      can_stop: true,
      rich_message: { blocks: [{ type: 'paragraph', text }] },
    })
    await asBot('sendRichMessageDraft', draft('ЛАП усваја'))
    await page.getByTestId('draft').getByText('ЛАП усваја').waitFor()
    await asBot('sendRichMessageDraft', draft('ЛАП усваја скупштина'))
    await page.getByTestId('draft').getByText('ЛАП усваја скупштина').waitFor()
    await page.getByTestId('stop').click()
    await page.getByTestId('draft').waitFor({ state: 'hidden' })
  })

  test('people make a group with the bot and write there, each under their name', async () => {
    const ana = await bot.person({ name: 'Ана Јовић' })
    await bot.person({ name: 'Марко Илић' })
    const page = await openPage(ana.id, PHONE)
    await page.locator('#back').click()
    await page.getByTestId('add-group').click()
    await page.getByTestId('group-name').fill('Савет Пландиште')
    await page.getByTestId('group-save').click()
    await page.locator('#chat-title').getByText('Савет Пландиште').waitFor()
    await page.getByTestId('write-as').selectOption({ label: 'Марко Илић' })
    await write(page, 'Добар дан свима')
    await fromPerson(page).getByText('Марко Илић').waitFor()
    const id = Number(new URL(page.url()).hash.slice(1))
    await asBot('sendMessage', { chat_id: id, text: 'Добар дан, Савете' })
    await fromBot(page).getByText('Добар дан, Савете').waitFor()
    expect(await sideways(page)).toBe(0)
  })
})

/** Pixels by which the page or the chat can be scrolled sideways. */
function sideways(page: Page): Promise<number> {
  const ofNode = (node: string) => `${node}.scrollWidth - ${node}.clientWidth`
  const nodes = ['document.documentElement', 'document.body', 'document.getElementById("scroll")']
  return page.evaluate(`Math.max(${nodes.map(ofNode).join()})`)
}

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
