import { beforeAll, expect, test, vi } from 'vitest'
import { aBot, type Bot } from '../../support/bot.ts'
import { conversation } from '../../support/conversation.ts'
import { begun, registered } from '../planning.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

const [ADA, ALEKSINAC, APATIN, ARANDJELOVAC, ARILJE, BABUSNICA, BAC] = [
  '80012',
  '70025',
  '80047',
  '70033',
  '70041',
  '70050',
  '80063',
] as const

/** A day so many days from the bot's own, as people write it. */
function dayAway(days: number): string {
  const day = bot.clock.now().toZonedDateTimeISO('Europe/Belgrade').toPlainDate().add({ days })
  return `${day.day}. ${day.month}. ${day.year}.`
}

test('a version is kept, compared and brought back', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Анић', ADA)
  await begun(ana)
  await ana.goes(
    ['presses', 'Свих 20 корака', 'ЛАП: Ада'],
    ['presses', '6. Актери', 'Ко одлучује'],
    ['presses', 'Додај: Актери', 'Напишите ред'],
    ['says', 'НСЗ; партнер; запошљавање; велики; програми; обуке', 'Ред је потпун'],
    ['presses', 'Готово са уносом', 'Актери'],
    ['says', '/plan', 'Уноса: 1'],
    ['presses', 'Верзије', 'Још нема сачуваних'],
    ['presses', 'Сачувај верзију', 'верзија 1'],
    ['says', '/plan', 'Уноса: 1'],
    ['presses', 'Свих 20 корака', 'ЛАП: Ада'],
    ['presses', '6. Актери', 'Ко одлучује'],
    ['presses', 'Актери (1)', 'Актери'],
    ['presses', '1. НСЗ', 'велики'],
    ['presses', 'Обриши', 'Обрисати овај ред'],
    ['presses', 'Да, обриши', 'Још нема уноса'],
    ['says', '/plan', 'Уноса: 0'],
    ['presses', 'Верзије', 'верзија 1'],
    ['presses', 'Упореди са верзијом 1', '− НСЗ'],
    ['presses', 'Верзије', 'верзија 1'],
    ['presses', 'Врати верзију 1', 'Враћена је верзија 1'],
    ['says', '/plan', 'Уноса: 1'],
  )
})

test('a plan is adopted once it has its acts, closed by that, and goes on as a revision', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Борић', ALEKSINAC)
  await begun(ana)
  await ana.goes(['presses', 'План је усвојен', 'Недостаје'])
  for (const [form, line] of [
    ['Мишљење Савета', '021-5/2026, 22. октобра 2026.'],
    ['Изјава финансија', '400-7/2026, 23. октобра 2026.'],
    ['Одлука скупштине', `06-12/2026; ${dayAway(-10)}; Службени лист, 9/2026`],
  ] as const)
    await ana.goes(
      ['says', '/plan', 'ЛАП: Алексинац'],
      ['presses', 'Свих 20 корака', 'ЛАП: Алексинац'],
      ['presses', '17. Усвајање', 'Мишљење Савета, изјава'],
      ['presses', `Попуни: ${form}`, 'Напишите одговор'],
      ['says', line, 'Сачувано'],
    )
  await ana.goes(
    ['says', '/plan', 'Уноса: 3'],
    ['presses', 'План је усвојен', 'Да ли је скупштина'],
    ['presses', 'Да, усвојен је', 'План је усвојен и више се не мења'],
    ['presses', 'Започни ревизију', 'Започета је ревизија'],
    ['says', '/plan', 'Уноса: 0'],
  )
})

test('a decision of a day that is still to come adopts nothing', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Јарић', BAC)
  await begun(ana)
  await ana.goes(
    ['presses', 'Свих 20 корака', 'ЛАП: Бач'],
    ['presses', '17. Усвајање', 'Мишљење Савета, изјава'],
    ['presses', 'Попуни: Одлука скупштине', 'Напишите одговор'],
    ['says', `06-12/2026; ${dayAway(30)}; Службени лист, 9/2026`, 'Сачувано'],
    ['says', '/plan', 'Уноса: 1'],
    ['presses', 'План је усвојен', 'дан одлуке скупштине: он тек долази'],
  )
})

test('whoever writes in a plan is reminded of its deadlines by day, once', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Цекић', APATIN)
  await begun(ana)
  const wished = bot.clock.now().toZonedDateTimeISO('Europe/Belgrade').toPlainDate().add({ days: 3 })
  await ana.goes(['presses', 'Период плана', 'За који период'], ['says', '2028–2032', 'ЛАП: Апатин, 2028–2032'])
  await ana.goes(['presses', 'Рок усвајања', 'Када бисте желели'], ['says', 'некад', 'Не разумем дан'])
  await ana.says(`${wished.day}. ${wished.month}. ${wished.year}.`)
  await ana.reads('Пут до усвајања')
  await ana.reads('Подсећање за ЛАП (Апатин): усвајање на скупштини')
  const reminders = async () =>
    (await ana.fromBot()).filter((message) => JSON.stringify(message).includes('Подсећање за ЛАП')).length
  await vi.waitFor(async () => expect(await reminders()).toBe(1))
  const { rows } = await bot.database.pool.query('select deadline from plan_notice')
  expect(rows).toEqual([{ deadline: 'adoption' }])
})

test('an entry that is under way outlives the process', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Дедић', ARANDJELOVAC)
  await begun(ana)
  await ana.goes(
    ['presses', 'Свих 20 корака', 'ЛАП: Аранђеловац'],
    ['presses', '5. Потребе', 'Шта људима недостаје'],
    ['presses', 'Додај: Потребе', 'Напишите ред'],
    ['says', 'стан 12 породица, повереник, март 2026', 'Категорија?'],
  )
  await bot.restart()
  await ana.goes(['says', 'избеглице', 'Како утврђено?'], ['says', '/plan', 'Уноса: 1'])
})

test('whoever is not registered is asked who they are first', async () => {
  const vera = conversation(await bot.person({ name: 'Вера' }))
  await vera.goes(['says', '/plan', 'Како се зовете'])
})

test('a trainer sees plans that were shared, and no others', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Ђокић', ARILJE)
  await begun(ana)
  const trainer = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
  await trainer.goes(['says', '/plan', 'Ниједна општина није поделила'])
  await ana.presses('Подели са тренерима')
  await trainer.goes(['says', '/plan', 'Планови које су општине'], ['presses', 'Ариље', 'Можете да га читате'])
  await ana.presses('Не дели више')
  await trainer.goes(['presses', 'Свих 20 корака', 'није Ваш да га видите'])
})

test('a plan that everybody left goes on with whoever of the municipality takes it over', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Жикић', BABUSNICA)
  const petar = await registered(bot, 'Петар', 'Петар Жикић', BABUSNICA)
  await begun(ana)
  await petar.goes(['says', '/plan', 'Овај план можете да читате'], ['presses', 'Ко пише', 'Ана Жикић (координатор)'])
  await ana.goes(['says', '/obrisi', 'Шта остаје'], ['presses', 'Да, обриши све', 'Обрисано је све'])
  await petar.goes(
    ['says', '/plan', 'Овај план можете да читате'],
    ['presses', 'Ко пише', 'Нико не пише'],
    ['presses', 'Преузми координацију', 'Ви сте сада координатор'],
    ['says', '/plan', 'Следеће: корак 1'],
  )
})
