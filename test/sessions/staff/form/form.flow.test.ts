import { beforeAll, describe, expect, test } from 'vitest'
import { dayFor } from '../../../../src/language/dates/write.ts'
import { ZONE } from '../../../../src/platform/clock.ts'
import { changePlan, readPlan } from '../../../../src/reminders/store.ts'
import { saveQuestions } from '../../../../src/sessions/questions/store.ts'
import { readSession } from '../../../../src/sessions/session/store.ts'
import { aBot, type Bot, buttonsOf, wordsOf } from '../../../support/bot.ts'
import { conversation } from '../../../support/conversation.ts'
import { aComingSession } from '../../coming-session.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

/** A day some weeks ahead, as trainers write it: «12.3.2027.» */
function dayAhead(days: number): { written: string; date: Temporal.PlainDate } {
  const date = bot.clock.now().toZonedDateTimeISO(ZONE).toPlainDate().add({ days })
  return { written: `${date.day}.${date.month}.${date.year}.`, date }
}

/** A trainer who reads the language of that button. */
async function aTrainer(language: 'Ћирилица' | 'Latinica' | 'English' = 'Ћирилица') {
  const chat = conversation(await bot.person({ name: 'Тренер Јован', role: 'trainer' }))
  await chat.goes(['says', '/jezik', 'Како желите'], ['presses', language, '/jezik'])
  return chat
}

describe('a trainer makes a session', () => {
  test('one question after another, and publishes it after a preview in both scripts', async () => {
    const chat = await aTrainer()
    const { written, date } = dayAhead(30)
    await chat.goes(
      ['says', '/novaobuka', 'Како се обука зове'],
      ['says', 'Израда ЛАП-а за почетнике', 'Ком модулу припада'],
      ['presses', 'Без модула', 'Напишите кратак опис'],
      ['says', 'Понесите податке своје општине.', 'Кад је обука'],
      ['says', `${written} од 10 до 16`, 'Где је обука'],
      ['says', 'Тренинг центар, Пландиште', 'Колико има места'],
      ['presses', '20', 'једна општина'],
      ['presses', '2', 'До када се примају пријаве'],
      ['presses', 'До почетка', 'откаже без образложења'],
      ['says', `${dayAhead(29).written} у 12`, 'сачувам за општине'],
      ['presses', '5', '✓ Сачувана места: 5'],
      ['says', dayAhead(20).written, 'одобравате Ви'],
      ['presses', 'Не, одмах', 'На ком језику'],
      ['presses', 'Српски', 'Овако ће учесници видети'],
    )
    const preview = wordsOf(await chat.reads('Овако ће учесници'))
    expect(preview).toContain('Израда ЛАП-а за почетнике')
    expect(preview).toContain('Izrada LAP-a za početnike')
    expect(preview).toContain(dayFor('sr-Cyrl', date).replace(/\.$/, ''))
    expect(preview).toContain('Највише из једне општине: 2')
    expect(preview).toContain('5 за општине без учесника')
    await chat.goes(['presses', 'Објави', 'пријаве су отворене'])
    const { rows } = await bot.database.pool.query(
      'select title, state, capacity, municipality_quota, reserved_places from session',
    )
    expect(rows).toEqual([
      { title: 'Израда ЛАП-а за почетнике', state: 'open', capacity: 20, municipality_quota: 2, reserved_places: 5 },
    ])
    // The old button does nothing more.
    await chat.goes(['says', '/upravljanje', 'Израда ЛАП-а за почетнике'])
  })

  test('in Latin, asks for the hours apart, takes the usual for the rest, and changes fields in any order', async () => {
    const chat = await aTrainer('Latinica')
    const { written } = dayAhead(40)
    await chat.goes(
      ['says', '/novaobuka', 'Kako se obuka zove'],
      ['says', 'Ciljevi i indikatori', 'Kom modulu pripada'],
      ['says', 'Modul 2', 'Napišite kratak opis'],
      ['presses', 'Bez opisa', '✓ Opis: –'],
      ['says', written, 'Od koliko do koliko sati'],
      ['presses', '10:00–14:00', 'Gde je obuka'],
      ['says', 'Niš', 'Koliko ima mesta'],
      ['says', '12 mesta', 'jedna opština'],
      ['presses', 'Ostalo je uobičajeno', 'Ovako će učesnici videti'],
      ['presses', 'Izmeni polje', 'Šta menjate'],
      ['presses', 'Broj mesta', 'Koliko ima mesta'],
      ['says', '15', 'Ovako će učesnici videti'],
    )
    const preview = await chat.reads('Ovako će učesnici')
    expect(wordsOf(preview)).toContain('napisani su latinicom')
    expect(wordsOf(preview)).toContain('Broj mesta: 15')
    await chat.goes(['presses', 'Sačuvaj kao nacrt', 'Nacrt je sačuvan'])
    const { rows } = await bot.database.pool.query(
      "select state, capacity, module from session where title = 'Ciljevi i indikatori'",
    )
    expect(rows).toEqual([{ state: 'draft', capacity: 15, module: 'Modul 2' }])
  })

  test('in English', async () => {
    const chat = await aTrainer('English')
    const { written } = dayAhead(50)
    await chat.goes(
      ['says', '/novaobuka', 'What is the session called'],
      ['says', 'Indicators for beginners', 'Which module'],
      ['presses', 'No module', 'short description'],
      ['presses', 'No description', 'When is it'],
      ['says', `${written} from 10 to 16`, 'Where is it'],
      ['says', 'Belgrade', 'How many places'],
      ['presses', '10', 'one municipality'],
      ['presses', 'The rest as usual', 'This is how participants will see it'],
      ['presses', 'Publish', 'sign-up is open'],
    )
  })
})

describe('an answer that cannot be taken', () => {
  test('is explained kindly, the question stays, and nothing entered is lost', async () => {
    const chat = await aTrainer()
    const { written, date } = dayAhead(60)
    const leapless = date.year % 4 === 3 ? date.year + 2 : date.year + 1
    const year = leapless % 4 === 0 ? leapless + 1 : leapless
    await chat.goes(
      ['says', '/novaobuka', 'Како се обука зове'],
      ['says', 'Обука '.repeat(50), 'може највише 120'],
      ['says', '***', 'бар једно слово'],
      ['says', '<b>Мере</b> & активности', 'Ком модулу припада'],
      ['presses', 'Без модула', 'Напишите кратак опис'],
      ['says', 'а'.repeat(2001), 'може највише 2.000'],
      ['presses', 'Без описа', 'Кад је обука'],
      ['says', 'кад стигнемо', 'Нисам разумео'],
      ['says', `29.2.${year}. од 10 до 16`, `фебруар ${year} има 28 дана`],
      ['says', '12.13.2030. у 10', 'Нема 13. месеца'],
      ['says', `${written} од 16 до 10`, 'није после почетка'],
      ['says', '1.3.2020. од 10 до 16', 'је већ прошло'],
      ['says', `${written} у 25`, 'Нема тог сата'],
      ['says', 'од 10 до 16', 'Ког дана'],
      ['says', `${written} од 10 до 16`, 'Где је обука'],
      ['says', 'Чачак', 'Колико има места'],
      ['says', '0', 'не може бити мањи од 1'],
      ['says', '-5', 'не може бити мањи од 1'],
      ['says', 'много', 'један број'],
      ['says', '999999', 'Највише може'],
      ['says', '4', 'једна општина'],
      ['presses', 'Без ограничења', 'До када се примају пријаве'],
      ['says', dayAhead(61).written, 'после почетка обуке'],
      ['presses', 'До почетка', 'откаже без образложења'],
      ['says', dayAhead(61).written, 'после почетка обуке'],
      ['presses', 'До почетка', 'сачувам за општине'],
      ['says', '9', 'више места него што их има'],
      ['says', '0', 'одобравате Ви'],
      ['presses', 'Да, одобравам', 'На ком језику'],
      ['presses', 'Мађарски', 'Овако ће учесници видети'],
    )
    expect(wordsOf(await chat.reads('Овако ће'))).toContain('<b>Мере</b> & активности')
    await chat.goes(['presses', 'Одустани', 'Да одбацим'], ['presses', 'Да, одбаци', 'Ништа није сачувано'])
  })
})

describe('in the middle of it', () => {
  test('a question goes to the answers while a tap is awaited, and a double tap counts once', async () => {
    const chat = await aTrainer()
    const { written } = dayAhead(30)
    await chat.goes(
      ['says', '/novaobuka', 'Како се обука зове'],
      ['says', 'Двострука', 'Ком модулу'],
      ['presses', 'Без модула', 'кратак опис'],
      ['presses', 'Без описа', 'Кад је обука'],
      ['says', `${written} у 10`, 'До колико сати траје'],
      ['presses', '16:00', 'Где је'],
      ['says', 'Ниш', 'Колико има места'],
    )
    const question = await chat.reads('Колико има места')
    await chat.person.tap(question.message_id, '15')
    await chat.reads('једна општина')
    const again = await chat.person
      .tap(question.message_id, 'staff:plan:capacity:15')
      .catch((error: Error) => ({ text: error.message }))
    expect(again.text).toMatch(/већ одговорили|button/i)
    await chat.goes(['presses', 'Остало је уобичајено', 'Овако ће учесници'])
    await chat.says('Ко усваја локални акциони план?')
    expect(wordsOf(await chat.reads('скупштина'))).not.toContain('Овако')
    const preview = (await chat.fromBot()).findLast((message) => wordsOf(message).includes('Овако ће учесници'))!
    const taps = [
      chat.person.tap(preview.message_id, 'staff:publish'),
      chat.person.tap(preview.message_id, 'staff:publish'),
    ]
    const lines = (await Promise.all(taps)).map((tap) => tap.text ?? '')
    expect(lines.filter((line) => line.includes('више није отворено'))).toHaveLength(1)
    await chat.reads('пријаве су отворене')
    const { rows } = await bot.database.pool.query("select count(*)::int as n from session where title = 'Двострука'")
    expect(rows[0]!.n).toBe(1)
  })

  test('a restart after every answer loses nothing that was entered', async () => {
    const chat = await aTrainer()
    for (const turn of [
      ['says', '/novaobuka', 'Како се обука зове'],
      ['says', 'Обука која траје', 'Ком модулу'],
      ['says', 'Модул 3', 'кратак опис'],
      ['presses', 'Без описа', 'Кад је обука'],
      ['says', dayAhead(30).written, 'Од колико до колико'],
      ['says', 'од 10 до 16', 'Где је обука'],
      ['says', 'Ниш', 'Колико има места'],
      ['presses', '10', 'једна општина'],
      ['presses', 'Остало је уобичајено', 'Овако ће учесници'],
      ['presses', 'Објави', 'пријаве су отворене'],
    ] as const) {
      await chat.goes([...turn])
      await bot.restart()
    }
    const card = wordsOf(await chat.reads('пријаве су отворене'))
    for (const entered of ['Обука која траје', 'Модул 3', '10:00–16:00', 'Ниш', '0 потврђено од 10'])
      expect(card).toContain(entered)
  })

  test('other buttons of a dialogue that ended say so', async () => {
    const chat = await aTrainer()
    await chat.goes(['says', '/novaobuka', 'Како се обука зове'], ['says', 'Обука', 'Ком модулу'])
    const question = await chat.reads('Ком модулу')
    await chat.goes(['says', '/otkazi', 'ту смо стали'])
    expect((await chat.person.tap(question.message_id, 'Без модула')).text).toContain('више није отворено')
  })
})

describe('a participant', () => {
  test('gets a kind refusal for commands, and for a button of a trainer', async () => {
    const chat = conversation(await bot.person({ name: 'Мира' }))
    await chat.goes(
      ['says', '/novaobuka', 'само за тренере'],
      ['says', '/upravljanje', 'само за тренере'],
      ['says', '/pozovi', 'само координатори'],
    )
    const welcome = await chat.person.ask('/start')
    expect(buttonsOf(welcome).length).toBeGreaterThan(0)
  })
})

test('a copy asks and reminds as the session it was made of; its thanks have no old material, and it has no old programme', async () => {
  const chat = await aTrainer()
  const { id } = await aComingSession(bot, { title: 'Прошлогодишња обука' })
  const material = { text: 'Слике', entities: [], file: null }
  await bot.database.transaction(async (db) => {
    await saveQuestions(db, id, [{ kind: 'bed', key: 'bed' }])
    await changePlan(db, id, () => ({ reminders: [], note: 'Понесите папуче.', material }))
    await db.query('update session set programme = $2::jsonb where id = $1::int', [id, material])
  })
  await chat.goes(
    ['says', '/upravljanje', 'Предстојеће обуке'],
    ['presses', 'Прошлогодишња обука', 'Стање'],
    ['presses', 'Копирај', 'Кад је обука'],
    ['says', `${dayAhead(50).written} од 9 до 15`, 'Овако ће учесници видети'],
    ['presses', 'Објави и отвори', 'пријаве су отворене'],
  )
  const { rows } = await bot.database.pool.query<{ id: number }>(
    `select id from session where title = 'Прошлогодишња обука' and id <> $1::int`,
    [id],
  )
  const copy = rows[0]!.id
  expect(await readSession(bot.database.pool, copy)).toMatchObject({
    questions: [{ kind: 'bed', key: 'bed' }],
    programme: null,
  })
  expect(await readPlan(bot.database.pool, copy)).toEqual({ reminders: [], note: 'Понесите папуче.', material: null })
})
