import { beforeAll, expect, test } from 'vitest'
import { readFile } from '../../src/knowledge/readers/read-file.ts'
import { CONSENT_VERSION } from '../../src/people/rules.ts'
import { saveProfile } from '../../src/people/store.ts'
import { aBot, type Bot } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'
import { fileOf } from '../support/files.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

async function registered(name: string, fullName: string, municipalityCode: string) {
  const person = await bot.person({ name })
  await person.ask('/jezik')
  const { rows } = await bot.database.pool.query<{ id: number }>('select id from person where telegram_id = $1', [
    person.id,
  ])
  const about = { councilRole: 'member', experience: 'new', consentVersion: CONSENT_VERSION, email: null } as const
  await saveProfile(bot.database.pool, rows[0]!.id, { ...about, fullName, municipalityCode }, bot.clock.now())
  return conversation(person)
}

type Chat = Awaited<ReturnType<typeof registered>>

const [ADA, ALEKSINAC, BABUSNICA, BAJINA_BASTA] = ['80012', '70025', '70050', '70068'] as const

async function begun(chat: Chat): Promise<void> {
  await chat.goes(
    ['says', '/plan', 'још нема план'],
    ['presses', 'Започни план', 'За који период'],
    ['says', 'ускоро', 'Не разумем период'],
    ['says', '2027–2031', 'Следеће: корак 1'],
  )
}

test('two people of a municipality make a plan: rows by one line each, what is missing is asked, and both see it', async () => {
  const ana = await registered('Ана', 'Ана Анић', ADA)
  const petar = await registered('Петар', 'Петар Перић', ADA)
  await begun(ana)
  await ana.goes(
    ['presses', 'Свих 20 корака', 'ЛАП: Ада'],
    ['presses', '5. Потребе', 'Шта људима недостаје'],
    ['presses', 'Додај: Потребе', 'Напишите ред'],
    ['says', 'стан 12 породица, повереник, март 2026', 'Категорија?'],
    ['says', 'избеглице', 'Број лица?'],
    ['says', 'много', 'не може да буде'],
    ['says', '34', 'Како утврђено?'],
    ['presses', 'Прескочи', 'Недостаје'],
    ['says', 'ИРЛ; неуслован смештај; 112; анкета; интервјуи', 'Ред је потпун'],
    ['presses', 'Готово са уносом', 'Потребе'],
  )
  await petar.goes(['says', '/plan', 'Овај план можете да читате'])
  await ana.goes(
    ['says', '/plan', 'ЛАП: Ада'],
    ['presses', 'Ко пише', 'Ана Анић (координатор)'],
    ['presses', 'Позови: Петар', 'Петар Перић'],
  )
  await petar.reads('Ана Анић Вас позива')
  await petar.goes(
    ['says', '/plan', 'Уноса: 2'],
    ['presses', 'Свих 20 корака', 'ЛАП: Ада'],
    ['presses', '5. Потребе', 'уноса 2, непотпуних 1'],
  )
})

test('of two who change one row the second is shown what changed, and decides', async () => {
  const ana = await registered('Ана', 'Ана Борић', ALEKSINAC)
  const petar = await registered('Петар', 'Петар Борић', ALEKSINAC)
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
  await petar.goes(['says', 'утицај: средњи', 'Ана Борић изменио'], ['presses', 'Упиши моје', 'средњи'])
})

test('personal data are stopped with the reason, and nothing of them is kept', async () => {
  const ana = await registered('Ана', 'Ана Цекић', BABUSNICA)
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
  const ana = await registered('Ана', 'Ана Дедић', BAJINA_BASTA)
  await begun(ana)
  await ana.goes(
    ['presses', 'Свих 20 корака', 'ЛАП: Бајина Башта'],
    ['presses', '14. Буџет', 'Колика је цена'],
    ['presses', 'Додај: Буџет', 'Напишите ред'],
  )
  const csv =
    'Активност;Јединица;Количина;Јединична цена;Извор и датум цене;Општина обезбеђено;КИРС планирано\r\nОткуп кућа;кућа;12;2.100.000;понуда, октобар 2026;2.520.000;22.680.000\r\nОбуке;полазник;20;50.000;понуда, октобар 2026;100.000;900.000\r\n'
  await ana.person.sendFile('documents', new File([csv], 'budzet.csv'))
  await ana.reads('Уноса: 2 (Буџет 2)')
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
