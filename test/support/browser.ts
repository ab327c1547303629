import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { afterwards } from './afterwards.ts'

const CHROMIUM = '/usr/bin/chromium'
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]
const TIMEOUT_MS = 10_000

/** Whether Chromium is here. Where it must be, its absence is an error and not a reason to skip. */
export function hasChromium(): boolean {
  const isHere = existsSync(CHROMIUM)
  if (!isHere && process.env.NEEDS_CHROMIUM) throw new Error(`NEEDS_CHROMIUM is set, and there is no ${CHROMIUM}`)
  if (!isHere) console.warn(`The tests of the chat page are skipped: there is no ${CHROMIUM}`)
  return isHere
}

/** A browser, closed after the test file. To be called once, in `beforeAll`. */
export async function aBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  afterwards(() => browser.close())
  return browser
}

/** The page at `address` in a browser that knows nothing yet; no test may leave an error in its console unless it says so. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions & { timeoutMs?: number; faultsExpected?: boolean } = {},
): Promise<Page> {
  const { timeoutMs = TIMEOUT_MS, faultsExpected = false, ...more } = options
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...more })
  context.setDefaultTimeout(timeoutMs)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()))
  onTestFinished(async () => {
    await context.close()
    if (!faultsExpected) expect(errors).toEqual([])
  })
  await page.goto(address)
  return page
}

const messages = (page: Page, from: string): Locator => page.locator(`[data-testid="message"][data-from="${from}"]`)
export const fromBot = (page: Page) => messages(page, 'bot')
export const fromPerson = (page: Page) => messages(page, 'person')

export async function write(page: Page, text: string): Promise<void> {
  await page.getByTestId('input').fill(text)
  await page.getByTestId('send').click()
}
