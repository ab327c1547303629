import { beforeAll, describe, expect, test } from 'vitest'
import { aBot, type Bot } from '../../support/bot.ts'
import { aBrowser, fromBot, hasChromium, openPage, write } from '../../support/browser.ts'

describe.skipIf(!hasChromium())('a quiz in the chat page', () => {
  let bot: Bot
  beforeAll(async () => {
    bot = await aBot()
  })

  test('is answered by a press, shows what is right, and the next question comes', async () => {
    const { id } = await bot.person()
    const page = await openPage(await aBrowser(), `${bot.url}/chat/#${id}`, {})
    await write(page, '/kviz')
    await fromBot(page).last().getByTestId('keyboard-button').first().click()
    const first = page.getByTestId('poll').nth(0)
    await first.getByRole('button', { name: 'жеља' }).click()
    await first.getByText('Кућа је решење.').waitFor()
    expect(await first.textContent()).toContain('✗жеља')
    expect(await first.textContent()).toContain('✓решење')
    await page.getByTestId('poll').nth(1).getByText('Питање 2 од').waitFor()
  })
})
