import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Cell, xlsxOf } from '../../../../src/platform/spreadsheet.ts'
import { strayFromEvents } from '../../../../src/sessions/staff/reads.ts'
import { aRegisteredPerson } from '../../../people/registration/registered.ts'
import { aBot, type Bot, buttonsOf, wordsOf } from '../../../support/bot.ts'
import type { conversation } from '../../../support/conversation.ts'
import { aComingSession } from '../../coming-session.ts'
import { aSessionTrainer, type Chat, openRoll } from '../../trainer.ts'

let bot: Bot
let trainer: Chat
beforeAll(async () => {
  bot = await aBot()
})
beforeEach(async () => {
  trainer = await aSessionTrainer(bot)
})

async function askForList(title: string) {
  await openRoll(trainer, title)
  await trainer.goes(['presses', 'Увези списак', 'Пошаљите списак'])
}

const HEAD = ['Р. бр.', 'Презиме и име', 'ЈЛС', 'Контакт']

async function sends(rows: Cell[][]) {
  const bytes = await xlsxOf([{ name: 'Позвани', head: HEAD, rows }])
  await trainer.person.sendFile('documents', new File([bytes as Uint8Array<ArrayBuffer>], 'позвани.xlsx'))
}

const peopleIn = async (sessionId: number) => {
  const { rows } = await bot.database.pool.query<{ name: string | null; status: string }>(
    `select full_name as name, status from sign_up left join person on person.id = person_id
     where session_id = $1::int order by sign_up.id`,
    [sessionId],
  )
  return rows.map(({ name, status }) => `${name} ${status}`)
}

describe('a list of invited people', () => {
  test('is shown as it was read, imported once, and undone', async () => {
    const { id } = await aComingSession(bot, { title: 'Увоз списка', capacity: 2 })
    const ana = await aRegisteredPerson(bot, { name: 'Ana Anić', place: 'Ниш' })
    await askForList('Увоз списка')
    await sends([
      [1, 'Анић Ана', 'Град Ниш', '064 111 2222'],
      [2, 'Babić Branko', 'Čačak', 641234567],
      [3, 'Весић Весна', 'Рума', null],
      [4, 'Бабић Бранко', 'Чачак', '064/123-45-67'],
      [5, 'Гога', 'Врање', '065 333 444'],
      [6, 'Дара Дарић', 'Недођија', '065 333 444'],
      [null, 'Укупно: 6', null, null],
    ])
    const preview = wordsOf(await trainer.reads('Списак за обуку „Увоз списка“'))
    expect(preview).toContain('1 особу већ знам и има Телеграм')
    expect(preview).toContain('2 особе су без Телеграма')
    expect(preview).toContain('Код 1 особе без Телеграма нема ни телефона ни мејла.')
    expect(preview).toContain('Бранко Бабић (редови 3 и 5)')
    expect(preview).toContain('Ред 6: нема имена и презимена (5 | Гога | Врање | 065 333 444)')
    expect(preview).toContain('Ред 7: општина није препозната')
    expect(preview).toContain('Слободна су 2 места')
    expect(await peopleIn(id)).toEqual([])

    await trainer.goes(['presses', 'Упиши (3)', 'Увезено: 2 особе имају место, на листи чекања: 1.'])
    await trainer.readsFile(`pozivnice-${id}.xlsx`)
    await ana.reads('Увоз списка')
    expect(await peopleIn(id)).toEqual(['Ana Anić confirmed', 'Branko Babić confirmed', 'Весна Весић waitlisted'])
    expect(await strayFromEvents(bot.database.pool, id)).toEqual([])

    await askForList('Увоз списка')
    await sends([
      [1, 'Анић Ана', 'Ниш', null],
      [2, 'Бранко Бабић', 'Чачак', null],
    ])
    const again = await trainer.reads('Нема кога да упишем')
    expect(buttonsOf(again)).toEqual(['Не уписуј'])
    await trainer.goes(['presses', 'Не уписуј', 'Ништа није уписано'])

    await trainer.goes(['presses', 'Врати увоз', 'Увоз је враћен: 3 особе су склоњене са обуке.'])
    expect(await peopleIn(id)).toEqual(['Ana Anić removed', 'null removed', 'null removed'])
    const { rows } = await bot.database.pool.query(
      `select id from person where full_name like '%Babić%' or phone is not null`,
    )
    expect(rows).toEqual([])
    expect(await strayFromEvents(bot.database.pool, id)).toEqual([])
  })

  test('may be pasted; after ten minutes it cannot be undone at once', async () => {
    const { id } = await aComingSession(bot, { title: 'Налепљен списак', capacity: 5 })
    await askForList('Налепљен списак')
    await trainer.goes(
      ['says', 'Марко Марић\tКраљево\t063 555 666\nНада Надић\tКраљево\t', 'Списак за обуку'],
      ['presses', 'Упиши (2)', 'Увезено: 2 особе имају место'],
    )
    expect(await peopleIn(id)).toEqual(['Марко Марић confirmed', 'Нада Надић confirmed'])
    bot.clock.advance(Temporal.Duration.from({ minutes: 11 }))
    await trainer.goes(['presses', 'Врати увоз', 'Прошло је више од десет минута'])
    expect(await peopleIn(id)).toEqual(['Марко Марић confirmed', 'Нада Надић confirmed'])
  })

  test('whoever erases their data while they are being invited is in it no more, before and after it is imported', async () => {
    const { id } = await aComingSession(bot, { title: 'Брисање током позива', capacity: 5 })
    const erases = async (one: ReturnType<typeof conversation>) => {
      await one.goes(['says', '/obrisi', 'обри'])
      await one.presses('Да, обриши')
      await one.reads('Обрисано је')
    }
    const ana = await aRegisteredPerson(bot, { name: 'Ана Анастасић', place: 'Ниш' })
    const vera = await aRegisteredPerson(bot, { name: 'Вера Веселић', place: 'Пирот' })
    await askForList('Брисање током позива')
    await sends([
      [1, 'Ана Анастасић', 'Ниш', null],
      [2, 'Вера Веселић', 'Пирот', null],
      [3, 'Горан Горанић', 'Врање', '064 777 888'],
    ])
    await trainer.reads('Списак за обуку')
    await erases(ana)
    await trainer.goes(['presses', 'Упиши (3)', 'Увезено: 2 особе имају место'])
    expect(await peopleIn(id)).toEqual(['Вера Веселић confirmed', 'Горан Горанић confirmed'])
    await vera.reads('Брисање током позива')
    await erases(vera)
    await trainer.goes(['presses', 'Врати увоз', 'Увоз је враћен: 1 особа'])
    expect(await peopleIn(id)).toEqual([expect.stringContaining('null'), 'null removed'])
    const kept = await bot.database.pool.query(`select from person where full_name ~ 'Анастасић|Веселић|Горанић'`)
    expect(kept.rowCount).toBe(0)
    expect(await strayFromEvents(bot.database.pool, id)).toEqual([])
  })

  test('of 500 people is shown within five seconds', async () => {
    await aComingSession(bot, { title: 'Пет стотина', capacity: 500 })
    await askForList('Пет стотина')
    const letters = (i: number) => [...String(i)].map((digit) => 'абвгдекмно'[Number(digit)]).join('')
    const places = ['Ниш', 'Čačak', 'Општина Рума', 'Novi Sad', 'Врање']
    const began = performance.now()
    await sends(
      Array.from({ length: 500 }, (_, i) => [i + 1, `Петровић${letters(i)} Ана`, places[i % 5]!, 640000000 + i]),
    )
    await trainer.reads('500 особа је без Телеграма')
    expect(performance.now() - began).toBeLessThan(15_000)
    await trainer.goes(['presses', 'Упиши (500)', 'Увезено: 500 особа има место'])
  })

  test('sent as material is taken for a session instead', async () => {
    await aComingSession(bot, { title: 'Послато као материјал' })
    await trainer.says('/materijal')
    await trainer.reads('')
    await sends([
      [1, 'Анић Јована', 'Ниш', '064 111 2223'],
      [2, 'Бабић Урош', 'Чачак', '064 111 2224'],
      [3, 'Весић Петра', 'Рума', '064 111 2225'],
    ])
    await trainer.reads('увезите их у пријаве')
    await trainer.goes(
      ['presses', 'Увези у пријаве за обуку', 'За коју обуку?'],
      ['presses', 'Послато као материјал', '3 особе су без Телеграма'],
    )
  })

  test('is not asked for any more once one gives up with «Одустани»', async () => {
    await aComingSession(bot, { title: 'Одустајање' })
    await askForList('Одустајање')
    await trainer.goes(['presses', 'Одустани', 'ту смо стали'])
    await trainer.says('Марко Марић;Краљево;063 555 778')
    const said = (await trainer.reads('')).text ?? ''
    expect(said).not.toContain('Списак за обуку')
  })

  test('a file that lists nobody is told, and the question stays open', async () => {
    await aComingSession(bot, { title: 'Није списак' })
    await askForList('Није списак')
    await sends([[1, 'Мера', '200.000 динара', null]])
    await trainer.reads('Не видим списак особа')
    await trainer.goes(['says', 'Марко Марић;Краљево;063 555 777', 'Списак за обуку „Није списак“'])
  })
})
