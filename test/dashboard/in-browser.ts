import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Bot } from '../support/bot.ts'
import { openPage } from '../support/browser.ts'

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
export const WIDE = { viewport: { width: 1280, height: 860 } }

/** The colours of Telegram's own themes. */
export const LIGHT = {
  bg_color: '#ffffff',
  secondary_bg_color: '#f1f1f4',
  text_color: '#000000',
  link_color: '#2481cc',
  button_color: '#2481cc',
  button_text_color: '#ffffff',
  destructive_text_color: '#e53935',
}
export const DARK = {
  bg_color: '#212121',
  secondary_bg_color: '#0f0f0f',
  text_color: '#ffffff',
  link_color: '#8774e1',
  button_color: '#8774e1',
  button_text_color: '#ffffff',
  destructive_text_color: '#ff595a',
}

/** A page of the bot's as this person's client opens it, once it shows something. */
export async function launched(
  bot: Bot,
  browser: Browser,
  { id }: { id: number },
  path: string,
  { theme = LIGHT, ...options }: BrowserContextOptions & { theme?: object; faultsExpected?: boolean } = {},
): Promise<Page> {
  const page = await openPage(browser, await launchOf(bot, id, path, theme), options)
  await page.locator('.view').waitFor()
  return page
}

/** Another page of the bot's in the same client, once it shows something. */
export async function launchNext(bot: Bot, page: Page, { id }: { id: number }, path: string): Promise<void> {
  await page.goto(await launchOf(bot, id, path, LIGHT))
  await page.locator('.view').waitFor()
}

async function launchOf(bot: Bot, id: number, path: string, theme: object): Promise<string> {
  const asked = { url: `${bot.url}/app${path}`, theme }
  return (await bot.call<{ url: string }>('POST', `/people/${id}/launch`, asked)).url
}

/** Whether nothing is wider than the screen. Not by `innerWidth`: on a phone that grows with what is too wide. */
export async function fits(page: Page): Promise<boolean> {
  return (await page.evaluate<number>('document.documentElement.scrollWidth')) <= page.viewportSize()!.width
}

const AXE = new URL(import.meta.resolve('axe-core/axe.min.js'))

type Found = { id: string; impact: string; nodes: { html: string }[] }

/** What axe-core calls serious or critical about a page as it is now. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // What is being exchanged is half transparent, and its old and new names stand there twice.
  await page
    .locator('.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added')
    .first()
    .waitFor({ state: 'detached' })
  // Not as an element of the page, whose policy rightly forbids it.
  await page.evaluate(readFileSync(AXE, 'utf8'))
  const found = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<{ violations: Found[] }> } }).axe.run(),
  )
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
