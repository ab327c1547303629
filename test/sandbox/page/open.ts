import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Bot, TOKEN } from '../../support/bot.ts'
import { openPage } from '../../support/browser.ts'

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/** The chat page, at the chat of a person or a group. */
export function openChat(
  browser: Browser,
  bot: Bot,
  chatId?: number,
  options: BrowserContextOptions = {},
): Promise<Page> {
  return openPage(browser, `${bot.url}/chat/${chatId === undefined ? '' : `#${chatId}`}`, options)
}

/** Sends a call as the bot would, for messages that the bot itself has no reason to send. */
export async function asBot(bot: Bot, method: string, body: object): Promise<void> {
  const response = await fetch(`${bot.url}/bot${TOKEN}/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(await response.json()).toMatchObject({ ok: true })
}

/** Pixels by which the page or the chat can be scrolled sideways. */
export function sideways(page: Page): Promise<number> {
  const ofNode = (node: string) => `${node}.scrollWidth - ${node}.clientWidth`
  const nodes = ['document.documentElement', 'document.body', 'document.getElementById("scroll")']
  return page.evaluate(`Math.max(${nodes.map(ofNode).join()})`)
}
