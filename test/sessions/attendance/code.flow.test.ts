import { beforeAll, expect, test, vi } from 'vitest'
import { linkSecret } from '../../../src/bot/links.ts'
import { codeOf, stepAt } from '../../../src/sessions/attendance/code.ts'
import type { Session } from '../../../src/sessions/session/session.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aBot, type Bot } from '../../support/bot.ts'
import { conversation } from '../../support/conversation.ts'
import { fileOf } from '../../support/files.ts'
import { seenIn } from '../../support/picture.ts'
import { aComingSession } from '../coming-session.ts'
import { joins } from '../joining.ts'

type Chat = ReturnType<typeof conversation>

let bot: Bot
let trainer: Chat
beforeAll(async () => {
  bot = await aBot()
  trainer = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
})

const pass = (seconds: number) => bot.call('POST', '/clock', { advance: `PT${Math.ceil(seconds)}S` })
const passUntil = (session: Session, minutes: number) =>
  pass(bot.clock.now().until(session.starts.toInstant()).total('seconds') + 60 * minutes)

/** Into the beginning of a half minute, so that none ends while it is spoken of. */
const nextStep = async () => {
  await pass(30.5 - ((bot.clock.now().epochMilliseconds / 1_000) % 30))
}

async function codeNow(session: Session, stepsAgo = 0): Promise<string> {
  const of = { sessionId: session.id, on: session.starts.toPlainDate() }
  return codeOf(await linkSecret(bot.database.pool), of, stepAt(bot.clock.now()) - stepsAgo)
}

test('people check in with what is on the trainer’s screen: by its digits, or by scanning it, once', async () => {
  const session = await aComingSession(bot, { title: 'Са кодом', capacity: 5 }, 2)
  const other = await aComingSession(bot, { title: 'Суседна', capacity: 5 }, 2)
  const [ana, branko, vesna] = [
    await aRegisteredPerson(bot, { name: 'Ана Анић' }),
    await aRegisteredPerson(bot, { name: 'Бранко Бабић', place: 'Чачак' }),
    await aRegisteredPerson(bot, { name: 'Весна Вуковић', place: 'Шабац' }),
  ] as const
  for (const one of [ana, branko]) await joins(bot, one, session.id, 'Место је Ваше')
  await joins(bot, vesna, other.id, 'Место је Ваше')

  // A trainer sets the screen up before anybody may check in.
  await passUntil(session, -61.5)
  await nextStep()
  await trainer.goes(
    ['says', '/upravljanje', 'обук'],
    ['presses', 'Са кодом', 'Места'],
    ['presses', 'Присуство', 'бележи се од'],
    ['presses', 'Код за пријаву', 'Пријава почиње'],
  )
  await ana.goes(['says', await codeNow(session), 'Још је рано'])
  await passUntil(session, -59.5)
  await nextStep()
  const digits = await codeNow(session)
  await ana.goes(
    ['says', '000000', 'Тај код не важи'],
    ['says', `${digits.slice(0, 3)} ${digits.slice(3)}`, 'Забележено: присутни сте'],
    ['says', digits, 'Већ сте пријавили присуство'],
  )
  await vesna.goes(['says', digits, 'Ви на њој немате место'])
  await branko.goes(['says', await codeNow(session, 3), 'више не важи'])

  const scanned = await vi.waitFor(
    async () => {
      const picture = (await trainer.fromBot()).findLast(({ photo }) => photo !== undefined)!
      const { code } = seenIn(await fileOf(bot, picture))
      const payload = new URL(code!).searchParams.get('start')!
      expect(picture.edit_date).toBeDefined()
      return payload
    },
    { timeout: 10_000, interval: 200 },
  )
  await branko.goes(
    ['says', `/start ${scanned}`, 'Забележено: присутни сте'],
    ['says', `/start ${scanned}`, 'Већ сте пријавили'],
  )
  await trainer.presses('Заустави')
  await vi.waitFor(
    async () =>
      expect((await trainer.fromBot()).findLast(({ photo }) => photo !== undefined)!.caption).toContain('више не мења'),
    { timeout: 10_000 },
  )
  await trainer.goes(
    ['says', '/upravljanje', 'обук'],
    ['presses', 'Са кодом', 'Места'],
    ['presses', 'Присуство', 'Ту су: 2.'],
  )
})

test('a picture changes by itself for some minutes and then says that it does not any more', async () => {
  const session = await aComingSession(bot, { title: 'Слика која се мења', capacity: 5 }, 2)
  await passUntil(session, -30)
  await trainer.goes(
    ['says', '/upravljanje', 'обук'],
    ['presses', 'Слика која се мења', 'Места'],
    ['presses', 'Присуство', 'Ту су: 0'],
  )
  await trainer.presses('Код за пријаву')
  const picture = async () => (await trainer.fromBot()).findLast(({ photo }) => photo !== undefined)!
  const seen = new Set<string>()
  await vi.waitFor(async () => expect((await picture()).caption).toContain('Слика која се мења'), { timeout: 10_000 })
  for (let i = 0; i < 3; i++) {
    seen.add((await picture()).photo![0]!.file_unique_id)
    await pass(30)
    await vi.waitFor(async () => expect(seen).not.toContain((await picture()).photo![0]!.file_unique_id), {
      timeout: 10_000,
    })
  }
  await pass(300)
  await vi.waitFor(async () => expect((await picture()).caption).toContain('више не мења'), { timeout: 10_000 })
  const { rows } = await bot.database.pool.query('select from attendance_shown')
  expect(rows).toEqual([])
})

test('six digits are a question like any other where no code is shown that concerns whoever sends them', async () => {
  const stranger = await aRegisteredPerson(bot, { name: 'Далеко Далић' })
  await stranger.says('123456')
  await vi.waitFor(async () => expect(await stranger.news()).not.toEqual([]), { timeout: 10_000 })
  expect(JSON.stringify(await stranger.news())).not.toContain('код не важи')
})
