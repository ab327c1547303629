import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readFile } from '../../../../src/knowledge/readers/read-file.ts'
import type { SessionPlan } from '../../../../src/sessions/session/session.ts'
import { allText } from '../../../knowledge/readers/support.ts'
import { aRegisteredPerson } from '../../../people/registration/registered.ts'
import { aBot, type Bot, buttonDataOf, TOKEN, wordsOf } from '../../../support/bot.ts'
import { conversation, textOf } from '../../../support/conversation.ts'
import { fileOf } from '../../../support/files.ts'
import { aComingSession } from '../../coming-session.ts'
import { joins } from '../../joining.ts'
import { aSessionTrainer, type Chat, openRoll } from '../../trainer.ts'

let bot: Bot
let trainer: Chat
beforeAll(async () => {
  bot = await aBot()
})
beforeEach(async () => {
  trainer = await aSessionTrainer(bot)
})

/** An open session for two; its id. */
const aSession = async (plan: Partial<SessionPlan>) => (await aComingSession(bot, plan)).id

const someone = (name: string, place = 'Ниш') => aRegisteredPerson(bot, { name, place })

describe('the list of sign-ups', () => {
  test('shows places by municipality and the line; a person is moved, removed and written to, each with a reason', async () => {
    const sessionId = await aSession({ title: 'Ред и места' })
    const people = [
      await someone('Ана Анић'),
      await someone('Бранко Бабић', 'Чачак'),
      await someone('Весна Вуковић'),
      await someone('Горан Гајић'),
    ]
    for (const [i, one] of people.entries())
      await joins(bot, one, sessionId, i < 2 ? 'Место је Ваше' : 'На листи чекања')
    await openRoll(trainer, 'Ред и места')
    const roll = wordsOf(await trainer.reads('Пријаве: Ред и места'))
    expect(roll).toContain('Потврђено 2 од 2, понуђено 0, на чекању 2')
    expect(roll).toContain('Ниш (1) – Ана Анић')
    expect(roll).toContain('Чачак (1) – Бранко Бабић')
    expect(roll).toContain('1. Весна Вуковић – Ниш')

    await trainer.goes(
      ['presses', 'Горан Гајић', 'Место у реду: 2'],
      ['presses', 'На почетак реда', 'Зашто мењате место'],
      ['says', 'х', 'Напишите разлог речима'],
      ['says', 'Договорено на састанку', 'сада 1. у реду'],
    )
    await people[3]!.reads('Договорено на састанку')
    await trainer.goes(
      ['presses', 'Пошаљи поруку', 'Напишите поруку за: Горан Гајић'],
      ['says', 'Понесите лаптоп.', 'Порука је послата'],
    )
    await people[3]!.reads('Понесите лаптоп.')
    await trainer.goes(
      ['presses', 'Све пријаве', 'померено на почетак'],
      ['presses', 'Ана Анић', 'Стање: потврђено'],
      ['presses', 'Уклони', 'Зашто уклањате'],
      ['presses', 'двострука пријава', 'Пријава је уклоњена'],
    )
    await people[0]!.reads('двострука пријава')
    await people[3]!.reads('Ред и места')
    await trainer.goes(['presses', 'Поништи: уклањање', 'понуђено другоме и остаје њему'])
    await people[0]!.reads('Тренер је поништио')
    expect(textOf(await trainer.reads('Ана Анић'))).toContain('на листи чекања')

    await trainer.goes(
      ['says', '/upravljanje', 'Предстојеће'],
      ['presses', 'Ред и места', 'Понуђена места: 1'],
      ['presses', 'Историја', 'Историја: Ред и места'],
    )
    const history = wordsOf(await trainer.reads('Историја: Ред и места'))
    expect(history).toContain('уклоњено: Ана Анић (Тренер Јован). Разлог: „двострука пријава“')
    expect(history).toContain('на почетак реда: Горан Гајић (Тренер Јован). Разлог: „Договорено на састанку“')
    expect(history).toMatch(/понуђено место: Горан Гајић, до .* \(по правилу\)/)
    expect(history).toContain('отворене пријаве (Тренер)')
  })

  test('a person is found by a part of their name in either script, and added with a reason', async () => {
    await aSession({ title: 'Додавање', capacity: 5 })
    const djordje = await someone('Ђорђе Ђукић')
    await openRoll(trainer, 'Додавање')
    await trainer.goes(
      ['presses', 'Додај особу', 'Кога додајете'],
      ['says', 'непостојећи', 'Нисам нашао никога'],
      ['says', 'djord', 'Кога од њих'],
      ['presses', 'Ђорђе Ђукић', 'Зашто додајете особу: Ђорђе Ђукић'],
      ['presses', 'договорено са општином', 'Ђорђе Ђукић има место'],
    )
    await djordje.reads('Додавање')
    await trainer.goes(
      ['presses', 'Све пријаве', 'Потврђено 1 од 5'],
      ['presses', 'Додај особу', 'Кога додајете'],
      ['says', 'Ђукић', 'Кога од њих'],
      ['presses', 'Ђорђе Ђукић', 'Зашто додајете'],
      ['says', 'опет он', 'Већ постоји пријава'],
    )
  })

  test('requests are approved and declined', async () => {
    const sessionId = await aSession({ title: 'Уз одобрење', needsApproval: true })
    const [mira, nada] = [await someone('Мира Мирић'), await someone('Нада Надић')]
    await joins(bot, mira, sessionId, 'одобр')
    await joins(bot, nada, sessionId, 'одобр')
    await trainer.goes(
      ['says', '/upravljanje', 'чекају Вашу одлуку'],
      ['presses', 'Одлучи (2): Уз одобрење', 'Пријаве:'],
    )
    await trainer.goes(['presses', 'Мира Мирић', 'чека одобрење'], ['presses', 'Одобри', 'Мира Мирић има место'])
    await mira.reads('Уз одобрење')
    await trainer.goes(
      ['presses', 'Све пријаве', 'Потврђено 1'],
      ['presses', 'Нада Надић', 'чека одобрење'],
      ['presses', 'Одбиј', 'Зашто одбијате'],
      ['presses', 'није намењена', 'Пријава је одбијена'],
    )
    await nada.reads('није намењена')
  })
})

describe('a session that changes', () => {
  test('says how many will be told before it tells them, once', async () => {
    const sessionId = await aSession({ title: 'Промена места', capacity: 3 })
    const people = [await someone('Иван Илић'), await someone('Јована Јовић')]
    for (const one of people) await joins(bot, one, sessionId, 'Место је Ваше')
    await trainer.goes(
      ['says', '/upravljanje', 'Предстојеће'],
      ['presses', 'Промена места', 'Стање'],
      ['presses', 'Измени', 'Шта мењате'],
      ['presses', 'Број места', 'Колико има места'],
      ['says', '1', 'Већ су заузета 2 места'],
      ['says', '4', 'учеснике не обавештавам'],
      ['presses', 'Измени поље', 'Шта мењате'],
      ['presses', 'Место', 'Где је обука'],
      ['says', 'Чачак, Дом културе', 'обавестити 2 особе'],
    )
    // As participants will see it: two of the four places are theirs already.
    expect(wordsOf(await trainer.reads('Овако ће'))).toContain('слободно 2 од 4')
    await trainer.goes(['presses', 'Сачувај измене', 'Обавештене су 2 особе'])
    for (const one of people) {
      const messages = (await one.fromBot()).map(textOf).filter((text) => text.includes('Дом културе'))
      expect(messages.length).toBeLessThanOrEqual(1)
      await one.reads('Дом културе')
    }
    const { rows } = await bot.database.pool.query<{ n: number }>(
      `select count(*)::int as n from outbox
       where key like 'session-event:%' and chat_id = any ($1::bigint[])`,
      [people.map(({ person }) => person.id)],
    )
    expect(rows[0]!.n).toBe(2)
  })

  test('by two trainers at once keeps what each of them changed', async () => {
    const sessionId = await aSession({ title: 'Четири руке', capacity: 3 })
    const other = conversation(await bot.person({ name: 'Тренерка Мара', role: 'trainer' }))
    for (const one of [trainer, other])
      await one.goes(
        ['says', '/upravljanje', 'Предстојеће'],
        ['presses', 'Четири руке', 'Стање'],
        ['presses', 'Измени', 'Шта мењате'],
      )
    await trainer.goes(['presses', 'Број места', 'Колико има'], ['says', '7', 'не обавештавам'])
    await other.goes(['presses', 'Место', 'Где је'], ['says', 'Ужице', 'никога не обавештавам'])
    await trainer.goes(['presses', 'Сачувај', 'Измене су сачуване'])
    await other.goes(['presses', 'Сачувај', 'Измене су сачуване'])
    const { rows } = await bot.database.pool.query('select capacity, place from session where id = $1', [sessionId])
    expect(rows).toEqual([{ capacity: 7, place: 'Ужице' }])
  })

  test('is cancelled with a reason that everybody reads, and not by mistake', async () => {
    const sessionId = await aSession({ title: 'Отказивање' })
    const person = await someone('Катарина Катић')
    await joins(bot, person, sessionId, 'Место је Ваше')
    await trainer.goes(
      ['says', '/upravljanje', 'Предстојеће'],
      ['presses', 'Отказивање', 'Стање'],
      ['presses', 'Откажи обуку', 'Напишите разлог'],
      ['says', 'Сала није слободна', 'обавестити 1 особу'],
      ['presses', 'Не, нека остане', 'пријаве отворене'],
      ['presses', 'Откажи обуку', 'Напишите разлог'],
      ['says', 'Сала није слободна', 'обавестити 1 особу'],
      ['presses', 'Да, откажи', 'Обавештена је 1 особа'],
    )
    await person.reads('Сала није слободна')
    await trainer.goes(['presses', 'Копирај', 'Кад је обука'], ['presses', 'Одустани', 'Одустали сте'])
  })

  test('closes and opens', async () => {
    await aSession({ title: 'Затварање' })
    await trainer.goes(
      ['says', '/upravljanje', 'Предстојеће'],
      ['presses', 'Затварање', 'пријаве отворене'],
      ['presses', 'Затвори пријаве', 'Пријаве су затворене'],
      ['presses', 'Отвори пријаве', 'Пријаве су отворене'],
      ['presses', 'Линк за пријаву', 'https://t.me/'],
    )
  })
})

describe('the export', () => {
  test('comes as a workbook and as CSV; people’s text is never a formula', async () => {
    const sessionId = await aSession({ title: 'Извоз', capacity: 5 })
    const person = await someone('Лазар Лазић')
    await bot.database.pool.query('update person set email = $2 where telegram_id = $1', [
      person.person.id,
      '=cmd@zli.rs',
    ])
    await joins(bot, person, sessionId, 'Место је Ваше')
    await trainer.goes(['says', '/upravljanje', 'Предстојеће'], ['presses', 'Извоз', 'Стање'])
    await trainer.presses('Извези списак')
    const files = [await trainer.reads('1 пријава'), await trainer.reads('као CSV')]
    const read = await Promise.all(
      files.map(async (message) => readFile(await fileOf(bot, message), message.document!.file_name!)),
    )
    for (const one of read) {
      if (one.kind !== 'read') throw new Error(one.reason)
      expect(allText(one)).toContain('Лазар Лазић')
      expect(allText(one)).toContain('Ниш')
    }
    const csv = Buffer.from(await fileOf(bot, files[1]!)).toString()
    expect(csv).toContain(";'=cmd@zli.rs;")
  })
})

describe('what is not theirs', () => {
  test('a participant who presses a trainer’s button is turned away kindly, and nothing changes', async () => {
    const sessionId = await aSession({ title: 'Туђе дугме' })
    const person = await someone('Марко Марић')
    await trainer.goes(['says', '/upravljanje', 'Предстојеће'], ['presses', 'Туђе дугме', 'Стање'])
    const card = await trainer.reads('Стање')
    const forwarded = buttonDataOf(card)
    expect(forwarded).toContain(`staff:close:${sessionId}`)
    for (const data of [
      ...forwarded,
      'staff:cancel-yes:1',
      'staff:plan:title:x',
      'staff:reason:double',
      'staff:nonsense',
      'role:take-yes:1',
    ]) {
      const result = await forge(person.person.id, data)
      expect(result, data).toMatch(/само за тренере|само координатори/)
    }
    const { rows } = await bot.database.pool.query('select state from session where id = $1', [sessionId])
    expect(rows[0]!.state).toBe('open')
  })

  /** Presses a button that came to this person with somebody else's message. */
  async function forge(id: number, data: string): Promise<string> {
    const body = {
      chat_id: id,
      text: 'Прослеђено',
      reply_markup: { inline_keyboard: [[{ text: 'Дугме', callback_data: data }]] },
    }
    const response = await fetch(`${bot.url}/bot${TOKEN}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const { result } = (await response.json()) as { result: { message_id: number } }
    return (
      (
        await bot.call<{ text?: string }>('POST', `/people/${id}/taps`, {
          messageId: result.message_id,
          button: 'Дугме',
        })
      ).text ?? ''
    )
  }
})
