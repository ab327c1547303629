import { beforeAll, expect, test, vi } from 'vitest'
import { Secret } from '../../../src/platform/secret.ts'
import { cancelSession, changeSession } from '../../../src/sessions/staff/session-actions.ts'
import { aCatcher } from '../../mail/catcher.ts'
import { aBot, type Bot } from '../../support/bot.ts'
import { conversation } from '../../support/conversation.ts'
import { aComingSession } from '../coming-session.ts'

let bot: Bot
let catcher: Awaited<ReturnType<typeof aCatcher>>
beforeAll(async () => {
  catcher = await aCatcher()
  bot = await aBot({ smtp: { url: new Secret(catcher.url), from: 'obuke@example.rs' } })
})

const mailTo = (address: string, subject: string) =>
  vi.waitFor(
    () => {
      const found = catcher.caught.find((one) => one.to?.[0]?.address === address && one.subject?.includes(subject))
      if (!found) throw new Error(`${address} got: ${catcher.caught.map((one) => one.subject).join('; ')}`)
      return found
    },
    { timeout: 15_000, interval: 50 },
  )

test('somebody without Telegram is written to of their place, a change, a reminder and the end; whoever has no address is called', async () => {
  const session = await aComingSession(bot, { title: 'Обука са мејлом', capacity: 2 }, 20)
  const trainer = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
  const list = 'Ана Анић;Ниш;ana@example.rs\nБранко Бабић;Чачак;064 123 4567\nВесна Весић;Пирот;vesna@example.rs'
  await trainer.goes(
    ['says', '/upravljanje', 'обук'],
    ['presses', 'Обука са мејлом', 'Стање'],
    ['presses', 'Увези', 'Пошаљите списак'],
    ['says', list, 'Списак за обуку'],
    ['presses', 'Упиши (3)', 'Увезено'],
  )
  const place = await mailTo('ana@example.rs', 'Место на обуци „Обука са мејлом“')
  expect(place.text).toContain('Добар дан, Ана Анић!')
  expect(place.text).toContain('Где: Ниш, Градска кућа')
  expect(place.text).toMatch(/https:\/\/t\.me\/\w+\?start=l/)
  expect(place.raw).toContain('method=PUBLISH')
  const line = await mailTo('vesna@example.rs', 'Листа чекања')
  expect(line.text).toContain('на 1. месту')

  const later = (wall: string) =>
    Temporal.PlainDateTime.from(wall).add({ days: 1 }).toString({ smallestUnit: 'minute' })
  const moved = await bot.database.transaction((db) =>
    changeSession(
      db,
      {
        sessionId: session.id,
        change: (plan) => ({ ...plan, starts: later(plan.starts), ends: later(plan.ends), place: 'Сала 2' }),
        staffId: session.createdBy!,
      },
      bot.clock.now(),
    ),
  )
  if (moved.kind !== 'changed') throw new Error(moved.kind)
  const changed = await mailTo('ana@example.rs', 'Промена')
  expect(changed.text).toContain('Где: Сала 2')
  expect(changed.text).toContain('Исправљен догађај')

  const hours = Math.floor(bot.clock.now().until(moved.session.starts.toInstant()).total('hours'))
  await bot.call('POST', '/clock', { advance: `PT${hours - (7 * 24 - 1)}H` })
  const reminder = await mailTo('ana@example.rs', 'Подсетник')
  expect(reminder.text).toContain('Ако не можете да дођете')

  const reason = 'Пут је затворен због снега.'
  await bot.database.transaction((db) =>
    cancelSession(db, { sessionId: session.id, staffId: session.createdBy!, reason }, bot.clock.now()),
  )
  const cancelled = await mailTo('ana@example.rs', 'Отказана')
  expect(cancelled.text).toContain('Разлог: Пут је затворен због снега.')
  expect(cancelled.raw).toContain('method=CANCEL')
  expect((await mailTo('vesna@example.rs', 'Отказана')).raw).not.toContain('text/calendar')
  const subjects = catcher.caught.filter((one) => one.to?.[0]?.address === 'ana@example.rs').map((one) => one.subject)
  expect(new Set(subjects).size).toBe(subjects.length)
})
