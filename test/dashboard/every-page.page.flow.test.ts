import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { giveCertificates } from '../../src/certificates/actions.ts'
import { listCertificates } from '../../src/certificates/store.ts'
import { aPlaceFor, note } from '../certificates/attended.ts'
import { aSourceOf } from '../knowledge/material/versions.ts'
import { aRegisteredPerson } from '../people/registration/registered.ts'
import { aComingSession } from '../sessions/coming-session.ts'
import { joins } from '../sessions/joining.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { aBrowser, hasChromium } from '../support/browser.ts'
import { DARK, fits, LIGHT, launched, launchNext, PHONE, seriousFaults, WIDE } from './in-browser.ts'

/** As a browser shows a page of 1280 at 200 %. */
const ZOOMED = { viewport: { width: 640, height: 430 }, deviceScaleFactor: 2 }

describe.skipIf(!hasChromium())('every page', () => {
  let bot: Bot
  let browser: Browser
  let trainers: Record<'sr' | 'latin' | 'en', { id: number }>
  const at: Record<string, string> = {}
  beforeAll(async () => {
    bot = await aBot()
    browser = await aBrowser()
    const staffAs = async (role: string) => {
      const trainer = await bot.person({ name: 'Тренер Јован', role })
      await trainer.ask('/start')
      return trainer
    }
    // Coordinators see everything that trainers see, and more.
    trainers = { sr: await staffAs('coordinator'), latin: await staffAs('trainer'), en: await staffAs('trainer') }
    await bot.database.pool.query(`update person set locale_chosen = 'sr-Latn' where telegram_id = $1::bigint`, [
      trainers.latin.id,
    ])
    await bot.database.pool.query(`update person set locale_chosen = 'en' where telegram_id = $1::bigint`, [
      trainers.en.id,
    ])
    // With a session that is over, a report has its tables.
    const held = await aComingSession(bot, { title: 'Обука која је одржана', module: 'Нулти модул' }, 1)
    const certified = await aPlaceFor(bot, (await aRegisteredPerson(bot, { name: 'Весна Вуковић' })).person.id, held.id)
    await aPlaceFor(bot, (await aRegisteredPerson(bot, { name: 'Горан Гајић' })).person.id, held.id)
    bot.clock.advance(Temporal.Duration.from({ hours: 48 }))
    await note(bot, held.id, [held.starts.toPlainDate().toString()], { [certified]: ['present'] })
    const session = await aComingSession(bot, { title: 'Први кораци', module: 'Први модул', capacity: 5 })
    for (const name of ['Ана Анић', 'Бранко Бабић'])
      await joins(bot, await aRegisteredPerson(bot, { name }), session.id, 'Место је Ваше')
    const { rows } = await bot.database.pool.query<{ id: number }>(
      'select id from person where telegram_id = $1::bigint',
      [trainers.sr.id],
    )
    const giving = { sessionId: held.id, staffId: rows[0]!.id, issuer: 'Комесаријат за избеглице и миграције' }
    await bot.database.transaction((db) => giveCertificates(db, giving, bot.clock.now()))
    const [certificate] = await listCertificates(bot.database.pool, held.id)
    const text = (who: string) => `# Правила куће\n\n## Кључеви\n\nВрата закључава ${who} у осам.\n`
    const said = { by: rows[0]!.id, now: bot.clock.now() }
    const source = await bot.database.transaction((db) =>
      aSourceOf(db, [
        { ...said, markdown: text('домар Петар') },
        { ...said, markdown: text('чувар Марко') },
      ]),
    )
    Object.assign(at, {
      sessions: '/sessions',
      session: `/sessions/${session.id}`,
      'form of a session': `/sessions/${session.id}/edit`,
      attendance: `/sessions/${session.id}/attendance`,
      'rooms and meals': `/sessions/${session.id}/overview`,
      history: `/sessions/${session.id}/history`,
      asks: `/sessions/${session.id}/asks`,
      programme: `/sessions/${session.id}/programme`,
      papers: `/sessions/${session.id}/papers`,
      certificates: `/sessions/${held.id}/certificates`,
      certificate: `/certificates/${certificate!.id}`,
      gaps: '/gaps',
      material: '/material',
      source: `/material/${source}`,
      versions: `/material/${source}/compare`,
      reports: '/reports',
      mine: '/mine',
    })
  })

  const PAGES = [
    ...['sessions', 'session', 'form of a session', 'attendance', 'rooms and meals', 'history', 'asks', 'programme'],
    ...['papers', 'certificates', 'certificate', 'gaps', 'material', 'source', 'versions', 'reports', 'mine'],
  ]

  test.each(PAGES)('%s keeps nobody out, on a phone and wide, light and dark', async (name) => {
    for (const [device, theme] of [
      [PHONE, LIGHT],
      [WIDE, DARK],
    ] as const) {
      const page = await launched(bot, browser, trainers.sr, at[name]!, { theme, ...device })
      await page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
      expect(await seriousFaults(page)).toEqual([])
      expect(await fits(page)).toBe(true)
      // What such a link leads to does not have the part that it stands in.
      expect(await page.locator('[hx-select] a[href^="/app"]:not([hx-target])').count()).toBe(0)
      await page.close()
    }
  })

  test.each([
    ['latin', PHONE],
    ['en', ZOOMED],
  ] as const)('all are whole in %s', async (language, device) => {
    const page = await launched(bot, browser, trainers[language], at.sessions!, device)
    for (const name of PAGES) {
      await launchNext(bot, page, trainers[language], at[name]!)
      expect({ name, fits: await fits(page) }).toEqual({ name, fits: true })
      if (language === 'latin')
        expect((await page.locator('main h1').textContent())!.match(/\p{Script=Cyrillic}/u)).toBeNull()
    }
  })
})
