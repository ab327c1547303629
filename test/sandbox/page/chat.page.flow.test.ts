import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { aBot, type Bot } from '../../support/bot.ts'
import { aBrowser, fromBot, fromPerson, hasChromium, write } from '../../support/browser.ts'
import { asBot, openChat } from './open.ts'

describe.skipIf(!hasChromium())('a chat', () => {
  let bot: Bot
  let browser: Browser
  beforeAll(async () => {
    bot = await aBot()
    browser = await aBrowser()
  })

  // The first test, since the starters are offered only while there is nobody.
  test('a newcomer picks who to be, presses «Покрени», taps a sample question and reads the answer', async () => {
    const page = await openChat(browser, bot)
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
    const page = await openChat(browser, bot, id)
    await write(page, 'здраво')
    await fromBot(page).first().waitFor()
    await asBot(bot, 'sendRichMessage', {
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
    const page = await openChat(browser, bot, id)
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
    const page = await openChat(browser, bot, id)
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
    const page = await openChat(browser, bot, id)
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
    const page = await openChat(browser, bot, id)
    await write(page, 'https://t.me/lap_savetnik_bot?start=sUnknown')
    await fromPerson(page).getByRole('link').click()
    await fromPerson(page).getByText('/start sUnknown').waitFor()
    expect(page.context().pages()).toHaveLength(1)
  })

  test('markup in names and messages, of people and of the bot, stays text', async () => {
    const markup = '<img src=x onerror="document.title=1"><b>Ана</b>'
    const ana = await bot.person({ name: markup })
    await ana.ask('/start')
    await asBot(bot, 'sendMessage', { chat_id: ana.id, text: `${markup} од бота` })
    const page = await openChat(browser, bot, ana.id)
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

  test('a document is sent with its caption, and is answered', async () => {
    const { id } = await bot.person()
    const page = await openChat(browser, bot, id)
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
    const page = await openChat(browser, bot, id)
    await fromBot(page).first().waitFor()
    const draft = (text: string) => ({
      chat_id: id,
      draft_id: 7,
      can_stop: true,
      rich_message: { blocks: [{ type: 'paragraph', text }] },
    })
    await asBot(bot, 'sendRichMessageDraft', draft('ЛАП усваја'))
    await page.getByTestId('draft').getByText('ЛАП усваја').waitFor()
    await asBot(bot, 'sendRichMessageDraft', draft('ЛАП усваја скупштина'))
    await page.getByTestId('draft').getByText('ЛАП усваја скупштина').waitFor()
    await page.getByTestId('stop').click()
    await page.getByTestId('draft').waitFor({ state: 'hidden' })
  })
})
