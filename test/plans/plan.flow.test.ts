import { beforeAll, expect, test } from 'vitest'
import { readFile } from '../../src/knowledge/readers/read-file.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { fileOf } from '../support/files.ts'
import { begun, registered } from './planning.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

const [ADA, ALEKSINAC, BABUSNICA, BAJINA_BASTA] = ['80012', '70025', '70050', '70068'] as const

test('two people of a municipality make a plan: rows by one line each, what is missing is asked, and both see it', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Анић', ADA)
  const petar = await registered(bot, 'Петар', 'Петар Перић', ADA)
  await begun(ana)
  await ana.goes(
    ['presses', 'Свих 20 корака', 'ЛАП: Ада'],
    ['presses', '5. Потребе', 'Шта људима недостаје'],
    ['presses', 'Додај: Потребе', 'Напишите ред'],
    ['says', 'стан 12 породица, повереник, март 2026', 'Категорија?'],
    ['says', 'избеглице', 'Како утврђено?'],
    ['presses', 'Прескочи', 'Недостаје'],
    ['says', 'ко усваја ЛАП', 'скупштина'],
    ['presses', 'Готово са уносом', 'Потребе'],
    ['presses', 'Додај: Потребе', 'Напишите ред'],
    ['says', 'повратници, упис у школу', 'Број лица?'],
    ['says', 'много', 'не може да буде'],
    ['says', '9', 'Извор?'],
    ['presses', 'Готово са уносом', 'Потребе'],
    ['presses', '2. ', 'упис у школу'],
    ['presses', 'Обриши', 'Обрисати'],
    ['presses', 'Да, обриши', 'Потребе'],
    ['presses', 'Додај: Потребе', 'Напишите ред'],
    ['says', 'ИРЛ; неуслован смештај; 112; анкета; интервјуи', 'Ред је потпун'],
    [
      'says',
      'повратници, упис у школу, 9, школа, разговор\nстрани радници, језик, 60, послодавац, анкета',
      'Сачувано уноса: 2',
    ],
    ['presses', 'Поништи овај унос', 'Поништено редова: 2'],
    ['says', '/plan', 'Уноса: 2'],
  )
  await petar.goes(['says', '/plan', 'Овај план можете да читате'])
  await ana.goes(
    ['says', '/plan', 'ЛАП: Ада'],
    ['presses', 'Ко пише', 'Ана Анић (координатор)'],
    ['presses', 'Позови: Петар', 'већ пишу сви'],
  )
  await petar.reads('Ана Анић Вас позива')
  await petar.goes(
    ['says', '/plan', 'Уноса: 2'],
    ['presses', 'Свих 20 корака', 'ЛАП: Ада'],
    ['presses', '5. Потребе', 'уноса 2, непотпуних 1'],
  )
})

test('what a column holds is said when it is asked, and buttons may be written', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Ерић', '70092')
  await begun(ana)
  await ana.goes(
    ['presses', 'Ко пише', 'нико други није пријављен'],
    ['says', '/plan', 'ЛАП: '],
    ['presses', 'Свих 20 корака', 'ЛАП: '],
    ['presses', '9. Приоритети', 'Оцените од 1 до 5'],
    ['presses', 'Додај: Приоритети', 'Напишите ред'],
    ['says', 'становање', 'Број људи? Пише се оцена од 1 до 5.'],
    ['says', 'деца касне у школи', 'пише се оцена од 1 до 5. Напишите поново'],
    ['says', 'прескочите', 'Тежина? Пише се'],
    ['says', 'неуслован смештај, 5, 5, 4, 4, 4, 3, 4, 4', 'Ред је потпун'],
    ['says', 'готово', 'Приоритети'],
    ['presses', 'Корак 9', 'Оцените'],
    ['presses', 'Корак 8', 'Зашто је тако'],
    ['presses', 'Корак 7', 'Која је снага'],
    ['presses', 'Додај: Закључци анализе', 'сваку у своју линију'],
    ['says', 'готово', 'Закључци'],
  )
  const { rows } = await bot.database.pool.query<{ problem: string }>(
    `select cells ->> 'problem' as problem from plan_entry join plan on plan.id = plan_id
     where municipality_code = '70092' order by plan_entry.id`,
  )
  expect(rows.map(({ problem }) => problem)).toEqual(['становање', 'неуслован смештај'])
})

test('somebody who writes the next row where an answer is awaited loses neither row', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Ђокић', '70084')
  await begun(ana)
  await ana.goes(
    ['presses', 'Свих 20 корака', 'ЛАП: '],
    ['presses', '6. Актери', 'Ко одлучује'],
    ['presses', 'Додај: Актери', 'Напишите ред'],
    ['says', 'Скупштина општине, одлучује, становање', 'Утицај?'],
    ['says', 'НСЗ; партнер; запошљавање; средњи; програми; обуке', 'Ред је потпун'],
    ['says', 'ЦСР, спроводи, становање', 'Утицај?'],
    ['says', 'Школа; настава; деца; мали; учионице; упис\nСавет; прати; план; средњи; седнице; мишљење', 'уноса: 2'],
    ['presses', 'Готово са уносом', 'Актери'],
  )
  const { rows } = await bot.database.pool.query<{ actor: string }>(
    `select cells ->> 'actor' as actor from plan_entry join plan on plan.id = plan_id
     where municipality_code = '70084' order by plan_entry.id`,
  )
  expect(rows.map(({ actor }) => actor)).toEqual(['Скупштина општине', 'НСЗ', 'ЦСР', 'Школа', 'Савет'])
})

test('of two who change one row the second is shown what changed, and decides', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Борић', ALEKSINAC)
  const petar = await registered(bot, 'Петар', 'Петар Борић', ALEKSINAC)
  await begun(ana)
  await ana.goes(
    ['presses', 'Свих 20 корака', 'ЛАП: Алексинац'],
    ['presses', '6. Актери', 'Ко одлучује'],
    ['presses', 'Додај: Актери', 'Напишите ред'],
    ['says', 'НСЗ; партнер; запошљавање; велики; програми; обуке', 'Ред је потпун'],
    ['presses', 'Готово са уносом', 'Актери'],
    ['says', '/plan', 'Уноса: 1'],
    ['presses', 'Ко пише', 'координатор'],
    ['presses', 'Позови: Петар', 'Петар Борић'],
  )
  for (const chat of [ana, petar])
    await chat.goes(
      ['says', '/plan', 'Уноса: 1'],
      ['presses', 'Свих 20 корака', 'ЛАП: Алексинац'],
      ['presses', '6. Актери', 'Ко одлучује'],
      ['presses', 'Актери (1)', 'Актери'],
      ['presses', '1. НСЗ', 'велики'],
      ['presses', 'Измени', 'Тренутно пише'],
    )
  await ana.goes(['says', 'утицај: мали', 'Сачувано'])
  await petar.goes(['says', 'утицај: средњи', 'ред је измењен (Ана Борић)'], ['presses', 'Упиши моје', 'средњи'])
})

test('personal data are stopped with the reason, and nothing of them is kept', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Цекић', BABUSNICA)
  await begun(ana)
  await ana.goes(
    ['presses', 'Свих 20 корака', 'ЛАП: Бабушница'],
    ['presses', '5. Потребе', 'Шта људима недостаје'],
    ['presses', 'Додај: Потребе', 'Напишите ред'],
    ['says', 'избеглице; стан за породицу, ЈМБГ 0101980710012; 12; анкета; разговор', 'Зауставио сам унос'],
  )
  const { rows } = await bot.database.pool.query("select from plan_entry where cells::text like '%0101980710012%'")
  expect(rows).toEqual([])
})

test('a table that is sent becomes rows, and the plan leaves as a document and a workbook', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Дедић', BAJINA_BASTA)
  await begun(ana)
  await ana.goes(
    ['presses', 'Свих 20 корака', 'ЛАП: Бајина Башта'],
    ['presses', '14. Буџет', 'Колика је цена'],
    ['presses', 'Додај: Буџет', 'Напишите ред'],
  )
  const csv =
    'Активност;Јединица;Количина;Јединична цена;Извор и датум цене;Општина обезбеђено;КИРС планирано\r\nОткуп кућа;кућа;12;2.100.000;понуда, октобар 2026;2.520.000;22.680.000\r\nОбуке;полазник;20;50.000;понуда, октобар 2026;100.000;900.000\r\n'
  await ana.person.sendFile('documents', new File([csv], 'budzet.csv'))
  await ana.reads('Сачувано уноса: 2 (Буџет 2)')
  await ana.goes(
    ['says', '/plan', 'Уноса: 2'],
    ['presses', 'Провери план', 'Још за допуну'],
    ['says', '/plan', 'Уноса: 2'],
    ['presses', 'Извези', 'Шта да припремим'],
  )
  await ana.presses('Документ, латиница')
  const message = await ana.readsFile('LAP-Bajina-Basta-2027-2031-v1-lat.docx')
  const read = await readFile(await fileOf(bot, message), 'plan.docx')
  expect(JSON.stringify(read)).toContain('25.200.000')
})
