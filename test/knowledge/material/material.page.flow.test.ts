import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { aBot, type Bot } from '../../support/bot.ts'
import { aBrowser, fromBot, hasChromium, openPage, write } from '../../support/browser.ts'
import { aRegulation } from '../readers/docx/files.ts'

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

describe.skipIf(!hasChromium())('in the chat page', () => {
  let bot: Bot
  let browser: Browser
  beforeAll(async () => {
    bot = await aBot()
    browser = await aBrowser()
  })

  test('a trainer publishes a Word file, gets a cell of its table with the page, replaces the file, gets the new value', async () => {
    const trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
    await trainer.ask('/start')
    const page = await openPage(browser, `${bot.url}/chat/#${trainer.id}`, { ...PHONE, timeoutMs: 30_000 })

    await attach(page, 'pravilnik.docx', await aRegulation('4'))
    await fromBot(page).getByText('Прочитано: Правилник о дежурству').waitFor()
    await press(page, 'Објави')
    await fromBot(page).getByText('је објављен (верзија 1)').waitFor()
    await write(page, 'Колико траје дежурство на северном пункту?')
    const answer = fromBot(page).last()
    await answer.getByText('4 дана').first().waitFor()
    await answer.getByText('Правилник о дежурству, стр. 2 › 1. Распоред дежурстава').first().waitFor()

    await attach(page, 'pravilnik-novi.docx', await aRegulation('6'))
    await press(page, 'Замени: Правилник о дежурству')
    await fromBot(page).getByText('је објављен (верзија 2)').waitFor()
    await write(page, 'Колико траје дежурство на северном пункту?')
    const renewed = fromBot(page).last()
    await renewed.getByText('6 дана').first().waitFor()
    expect(await renewed.textContent()).not.toContain('4 дана')
  }, 90_000)
})

async function attach(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByTestId('attach').click()
  await page.getByRole('menuitem', { name: 'Документ' }).click()
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(bytes) })
  await page.getByTestId('file-send').click()
}

/** Presses the button under the bot's last message, once it is there and takes presses. */
function press(page: Page, label: string): Promise<void> {
  const button = fromBot(page).last().getByRole('button', { name: label, exact: true })
  return button.and(page.locator(':not([aria-busy])')).click()
}
