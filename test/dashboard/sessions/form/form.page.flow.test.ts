import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { aComingSession } from '../../../sessions/coming-session.ts'
import { aBot, type Bot } from '../../../support/bot.ts'
import { aBrowser, hasChromium } from '../../../support/browser.ts'
import { launched, PHONE } from '../../in-browser.ts'

describe.skipIf(!hasChromium())('the form of a session in a browser', () => {
  let bot: Bot
  let browser: Browser
  let trainer: Awaited<ReturnType<Bot['person']>>
  beforeAll(async () => {
    bot = await aBot()
    browser = await aBrowser()
    trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
    await trainer.ask('/start')
  })

  test('the days of a copy follow the first, and what is written by hand stays', async () => {
    const day = bot.clock.now().toZonedDateTimeISO('Europe/Belgrade').toPlainDate().add({ days: 40 })
    const { id } = await aComingSession(bot, {
      title: 'Три дана',
      starts: `${day}T14:00`,
      ends: `${day.add({ days: 8 })}T13:00`,
      days: [0, 1, 8]
        .map((days) => `${day.add({ days })}T09:00/${day.add({ days })}T13:00`)
        .join(' ')
        .replace('09', '14')
        .replace('13', '16'),
    })
    const page = await launched(bot, browser, trainer, `/sessions/new?copy=${id}`, PHONE)
    const warnings: string[] = []
    page.on('console', (line) => warnings.push(line.text()))
    const on = page.locator('input[name=on]')
    const written = () => on.evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value))
    expect(await written()).toEqual(['', '', ''])
    const first = day.add({ days: 100 })
    const after = (days: number) => `${first.add({ days })}`
    await on.first().fill(after(0))
    await on.first().blur()
    expect(await written()).toEqual([after(0), after(1), after(8)])
    await page.getByText('Овако ће видети: Три дана').waitFor()
    await on.nth(2).fill(after(20))
    await on.first().fill(after(5))
    await on.first().blur()
    expect(await written()).toEqual([after(5), after(1), after(20)])
    expect(warnings).toEqual([])
  })
})
