import { beforeAll, describe, expect, test } from 'vitest'
import { listStaffActs } from '../../../src/audit.ts'
import { createPeopleScan } from '../../../src/knowledge/material/people-scan.ts'
import { noLog } from '../../../src/platform/log.ts'
import { aBot, type Bot, type TestPerson } from '../../support/bot.ts'
import { conversation } from '../../support/conversation.ts'

let bot: Bot
let coordinator: TestPerson
let trainer: TestPerson
beforeAll(async () => {
  bot = await aBot()
  coordinator = await bot.person({ name: 'Мира Коордић', role: 'coordinator' })
  trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
  await coordinator.ask('/start')
  await trainer.ask('/start')
})

const listOf = (day: string) => `Списак учесника ${day}
1. Јелена Марковић, Рума, 064 812 3307, jelena.markovic@ruma.rs
2. Золтан Сабо, Кањижа, 063 455 2210
3. Бајрам Демировић, Врање, 062 119 8470
`

const published = async (title: string) => {
  const { rows } = await bot.database.pool.query('select from source where title = $1 and withdrawn_at is null', [
    title,
  ])
  return rows.length
}

const send = (person: TestPerson, content: string, name: string) =>
  person.sendFile('documents', new File([content], name))

describe('a list of people', () => {
  test('that a trainer sends goes to the coordinators, and out only by a reason and a second yes', async () => {
    const sends = conversation(trainer)
    const decides = conversation(coordinator)
    const said = sends.reads('Ово личи на списак људи')
    await send(trainer, listOf('12. марта'), 'spisak-mart.txt')
    const shown = await said
    const words = JSON.stringify(shown)
    for (const seen of ['имена: 3', 'телефони: 3', 'имејлови: 1', 'координатор мора то да потврди'])
      expect(words).toContain(seen)
    expect(words).not.toContain('"Објави"')

    await sends.goes(['presses', 'Питај координаторе', 'Питао сам координаторе'])
    await decides.reads('Тренер Јован предлаже да се објави')
    await decides.goes(
      ['presses', 'Ипак објави', 'Напишите у једној реченици'],
      ['says', 'зато', 'од 10 до 500 знакова'],
      ['says', 'Списак је објављен у службеном листу.', 'Да ли сте сигурни'],
    )
    expect(await published('spisak mart')).toBe(0)
    await decides.goes(['presses', 'Да, објави списак', 'је објављен (верзија 1)'])
    expect(await published('spisak mart')).toBe(1)
    await sends.reads('је објављен (верзија 1)')
    const acts = (await listStaffActs(bot.database.pool, Temporal.Instant.fromEpochMilliseconds(0))).map(
      ({ who, what }) => `${who}: ${what}`,
    )
    expect(acts.join('\n')).toMatch(
      /Мира Коордић: document \d+ «spisak-mart.txt»: confirmed since «Списак је објављен у службеном листу.»/,
    )
  })

  test('is not published by a coordinator who thinks better of it', async () => {
    const other = await bot.person({ name: 'Вера Коордић', role: 'coordinator' })
    const decides = conversation(other)
    const said = decides.reads('Ово личи на списак људи')
    await send(other, listOf('13. априла'), 'spisak-april.txt')
    await said
    await decides.goes(
      ['presses', 'Ипак објави', 'Напишите у једној реченици'],
      ['says', 'Сви су пристали да се објави.', 'Да ли сте сигурни'],
      ['presses', 'Не објављуј', 'ништа није објављено'],
    )
    expect(await published('spisak april')).toBe(0)
    await decides.goes(['presses', 'Одбаци', 'Документ је одбачен'])
  })

  test('of offices is published as before, with a note', async () => {
    const sends = conversation(trainer)
    const said = sends.reads('није препознат списак људи')
    await send(
      trainer,
      'Установа;Телефон\nЦентар за социјални рад Шабац;015 345 670\nДом здравља Рума;022 479 111\nЦрвени крст Шид;022 715 211\n',
      'ustanove.csv',
    )
    await said
    await sends.goes(['presses', 'Објави', 'је објављен (верзија 1)'])
  })

  test('that was published before anybody looked is found once, and coordinators read of it', async () => {
    const { pool } = bot.database
    await pool.query(
      `update version set people = null, people_confirmed_at = null, people_told_at = null where state = 'published'`,
    )
    const parts = { database: bot.database, clock: bot.clock, log: noLog, queued: () => {} }
    // One that dies in the middle leaves the rest to the next.
    expect(await createPeopleScan(parts).look()).toBe(true)
    const scan = createPeopleScan(parts)
    const decides = conversation(coordinator)
    const said = decides.reads('нашао сам спискове људи')
    while (await scan.look());
    await said
    await decides.goes(['presses', 'spisak mart', 'у употреби'])
    const { rows } = await pool.query<{ key: string }>(`select key from outbox where key like 'people-found:%'`)
    expect(rows).toHaveLength(2)
    expect(await createPeopleScan(parts).look()).toBe(false)
    const again = await pool.query(`select key from outbox where key like 'people-found:%'`)
    expect(again.rows).toHaveLength(2)
  })
})
