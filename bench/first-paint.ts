import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import type { Row } from './report.ts'
import { p50 } from './timing.ts'

const CHROMIUM = '/usr/bin/chromium'
const RUNS = 3
const TARGET = { paintedS: 1.5, kb: 120 }
/** 400 ms there and back, 400 kbit/s. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

/** When a phone over a slow line first shows something of each page, and how much came for it; nothing where there is no Chromium. */
export async function firstPaints(pages: Readonly<Record<string, string>>, runs = RUNS): Promise<Row[]> {
  if (!existsSync(CHROMIUM)) return []
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const rows: Row[] = []
    for (const [name, address] of Object.entries(pages)) {
      const seen: { painted: number; kb: number }[] = []
      for (let run = 0; run < runs; run++) seen.push(await overSlowLine(browser, address))
      rows.push(
        {
          name: `${name}, first words`,
          figure: p50(seen.map(({ painted }) => painted)),
          unit: 's',
          target: { atMost: TARGET.paintedS },
        },
        {
          name: `${name}, came for it`,
          figure: p50(seen.map(({ kb }) => kb)),
          unit: 'kB',
          target: { atMost: TARGET.kb },
        },
      )
    }
    return rows
  } finally {
    await browser.close()
  }
}

/** In a browser that knows nothing yet. */
async function overSlowLine(browser: Browser, address: string): Promise<{ painted: number; kb: number }> {
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('Network.enable')
  let bytes = 0
  client.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await client.send('Network.emulateNetworkConditions', LINE)
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('.view, [data-testid="input"]').first().waitFor({ timeout: 60_000 })
  const paintedMs = await page.evaluate<number>(
    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN",
  )
  await context.close()
  return { painted: paintedMs / 1_000, kb: bytes / 1_000 }
}
