import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { say } from '../../src/broadcasts/texts.ts'
import { shownTo } from '../../src/language/locale.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { aBrowser, fromBot, hasChromium, openPage, write } from '../support/browser.ts'
import { aReader, aTrainer, said, untilNoon } from './audience.ts'

const WIDE = { viewport: { width: 1280, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

describe.skipIf(!hasChromium())('in the chat page', () => {
  let bot: Bot
  let browser: Browser
  beforeAll(async () => {
    bot = await aBot()
    browser = await aBrowser()
    await untilNoon(bot)
  })

  test.each([
    ['sr-Cyrl', 'wide', WIDE],
    ['sr-Latn', 'on a phone', PHONE],
  ] as const)(
    '%s, %s: a trainer goes from the card of a session to the result of a message',
    async (locale, _, options) => {
      const tell = say(locale)
      const session = await aComingSession(bot, { title: `Обука у Пландишту (${locale})`, capacity: 9 })
      const other = await aComingSession(bot, { title: `Наставак обуке (${locale})`, capacity: 9 })
      const mila = await aReader(bot, [session, other], { locale: 'sr-Cyrl' })
      const vuk = await aReader(bot, [other], { name: 'Вук Илић', place: 'Шабац', locale: 'sr-Latn' })
      const ana = await aTrainer(bot, locale)
      const page = await openPage(browser, `${bot.url}/chat/#${ana.person.id}`, { ...options, timeoutMs: 20_000 })
      const shown = (text: string) => shownTo(locale, text)
      await write(page, '/upravljanje')
      await press(page, shown(session.title))
      await press(page, shown('Порука учесницима'))
      await press(page, tell('who-confirmed'), { exact: true })
      await press(page, tell('audience-session-button'))
      await reads(page, tell('pick-session'))
      await press(page, shown(other.title))
      // The questions about the first session have these buttons too.
      await buttons(page, tell('who-all')).nth(1).waitFor()
      await press(page, tell('who-all'))
      await buttons(page, tell('button-next')).nth(1).waitFor()
      await press(page, tell('button-next'))
      await reads(page, tell('ask-content'))
      await write(page, 'Видимо се у суботу. Понесите нацрт ЛАП-а и личну карту.')
      await press(page, tell('button-to-session'))
      await reads(page, tell('pick-session'))
      await press(page, shown(session.title))
      await reads(page, tell('preview-reach', { people: 2 }))
      expect(await fromBot(page).getByText('Понесите нацрт ЛАП-а и личну карту').count()).toBe(1)
      expect(await fromBot(page).getByText('Ponesite nacrt LAP-a i ličnu kartu').count()).toBe(1)
      await press(page, tell('button-send-now'))
      await reads(page, tell('result-title', { state: 'finished' }))
      await reads(page, tell('progress-sent', { count: 2 }))
      expect(await sideways(page)).toBe(0)
      await mila.reads('Понесите нацрт')
      await vuk.reads('Ponesite nacrt')
      expect([await said(mila, 'Понесите нацрт'), await said(vuk, 'Ponesite nacrt')]).toEqual([1, 1])
    },
    120_000,
  )
})

/**
 * Presses the newest button with such a label, or with just this one, once it is there and takes presses: something else
 * may be told meanwhile.
 */
function press(page: Page, label: string, { exact = false } = {}): Promise<void> {
  return buttons(page, label, exact).and(page.locator(':not([aria-busy])')).last().click()
}

const buttons = (page: Page, label: string, exact = false) => fromBot(page).getByRole('button', { name: label, exact })

const reads = (page: Page, text: string) => fromBot(page).last().getByText(text).first().waitFor()

/** Pixels by which the page or the chat can be scrolled sideways. */
function sideways(page: Page): Promise<number> {
  const ofNode = (node: string) => `${node}.scrollWidth - ${node}.clientWidth`
  const nodes = ['document.documentElement', 'document.body', 'document.getElementById("scroll")']
  return page.evaluate(`Math.max(${nodes.map(ofNode).join()})`)
}
