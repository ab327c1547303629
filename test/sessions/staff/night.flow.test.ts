import { beforeAll, expect, test, vi } from 'vitest'
import { keepPause } from '../../../src/bot/send/sender-store.ts'
import { cancelSession } from '../../../src/sessions/staff/session-actions.ts'
import { aRegisteredPerson } from '../../people/registration/registered.ts'
import { aBot, type Bot, passUntil } from '../../support/bot.ts'
import { type conversation, textOf } from '../../support/conversation.ts'
import { aComingSession } from '../coming-session.ts'
import { joins } from '../joining.ts'
import { aSessionTrainer, takeCharge } from '../trainer.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

/** The bot looks once in a while whether it is night; a crowded machine takes its time. */
const WITHIN = { timeout: 20_000 }

async function until(time: string) {
  const here = bot.clock.now().toZonedDateTimeISO('Europe/Belgrade')
  const today = here.withPlainTime(time)
  const at = Temporal.ZonedDateTime.compare(today, here) > 0 ? today : today.add({ days: 1 })
  await passUntil(bot, at)
}

test('at night acts of staff wake nobody, but for what is tomorrow; in the morning all of it comes, in its order', async () => {
  const trainer = await aSessionTrainer(bot)
  const far = await aComingSession(bot, { title: 'Далека обука' }, 20)
  const near = await aComingSession(bot, { title: 'Сутрашња обука' }, 1)
  await takeCharge(bot, trainer)
  const ana = await aRegisteredPerson(bot, { name: 'Ана Анић' })
  const branko = await aRegisteredPerson(bot, { name: 'Бранко Бабић', place: 'Пирот' })
  await joins(bot, ana, far.id, 'Место је Ваше')
  await joins(bot, branko, far.id, 'Место је Ваше')
  await joins(bot, branko, near.id, 'Место је Ваше')

  await until('22:15')
  await trainer.goes(
    ['says', '/upravljanje', 'Предстојеће'],
    ['presses', 'Далека', 'Места'],
    ['presses', 'Пријаве', 'Ана'],
    ['presses', 'Ана', 'Ана Анић'],
    ['presses', 'Пошаљи поруку', 'Напишите поруку'],
    ['says', 'Понесите податке о становима.', 'стиже ујутру од 8 сати'],
  )
  await cancelled(far.id, 'Сала је поплављена.')
  expect(await saidTo(ana)).not.toMatch(/станов|поплављена/)

  // What is tomorrow cannot wait; what waited for the same person comes before it.
  await cancelled(near.id, 'Тренер је болестан.')
  await branko.reads('Тренер је болестан')
  expect(await saidTo(branko)).toMatch(/поплављена.*болестан/s)
  await ana.goes(['says', 'Ко усваја ЛАП?', 'скупштина'])
  expect(await saidTo(ana)).not.toMatch(/станов|поплављена/)

  await until('08:01')
  await ana.reads('Сала је поплављена')
  expect(await saidTo(ana)).toMatch(/станов.*поплављена/s)
})

test('what an outage kept from leaving in the evening comes in the morning and not when it is over', async () => {
  const far = await aComingSession(bot, { title: 'Још даља обука' }, 25)
  const near = await aComingSession(bot, { title: 'Обука за дан' }, 1)
  const vera = await aRegisteredPerson(bot, { name: 'Вера Верић' })
  const goran = await aRegisteredPerson(bot, { name: 'Горан Гајић' })
  await joins(bot, vera, far.id, 'Место је Ваше')
  await joins(bot, goran, near.id, 'Место је Ваше')
  await until('20:30')
  const since = bot.clock.now()
  await keepPause(bot.database.pool, { since, until: since.add({ hours: 3 }) })
  await bot.restart()
  await cancelled(far.id, 'Тренинг центар се реновира.')
  await cancelled(near.id, 'Пут је затрпан снегом.')
  await until('22:00')
  await vi.waitFor(async () => {
    const held = `select from outbox where lane = 'held' and chat_id = $1::bigint`
    expect((await bot.database.pool.query(held, [vera.person.id])).rowCount).toBe(1)
  }, WITHIN)
  await until('23:45')
  await goran.reads('затрпан снегом')
  expect(await saidTo(vera)).not.toContain('реновира')
  await until('08:01')
  await vera.reads('реновира')
})

const saidTo = async (one: ReturnType<typeof conversation>) => (await one.fromBot()).map(textOf).join('\n')

async function cancelled(sessionId: number, reason: string) {
  await bot.database.transaction(async (db) => {
    const { rows } = await db.query<{ id: number }>(`select id from person where role = 'trainer' limit 1`)
    await cancelSession(db, { sessionId, staffId: rows[0]!.id, reason }, bot.clock.now())
  })
}
