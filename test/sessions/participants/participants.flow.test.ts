import { beforeAll, describe, expect, test } from 'vitest'
import { cancelSession, changeSession } from '../../../src/sessions/staff/session-actions.ts'
import { aRegisteredPerson, tellTheRest } from '../../people/registration/registered.ts'
import { aBot, type Bot, buttonsOf } from '../../support/bot.ts'
import { conversation, textOf } from '../../support/conversation.ts'
import { aComingSession } from '../coming-session.ts'
import { signUpsIn } from './signing-up.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

const { linkOf, signUp, aLine } = signUpsIn(() => bot)

/** The payload that a message with a link carries. */
function payloadIn(text: string): string {
  return /start=([\w-]+)/.exec(text)![1]!
}

describe('somebody new', () => {
  test('opens a shared link, tells who they are, and has the place with its calendar file', async () => {
    const session = await aComingSession(bot)
    const chat = conversation(await bot.person({ name: 'Мира Мирић' }))
    await chat.says(await linkOf(session))
    const card = await chat.reads('Израда ЛАП-а: први кораци')
    expect(textOf(card)).toContain('Места: слободно 2 од 2')
    await chat.goes(
      ['presses', 'Пријави ме', 'Ваше име и презиме'],
      ['presses', 'Да, то сам ја', 'Из које сте општине'],
    )
    await tellTheRest(chat, 'Пландиште')
    await bot.restart()
    await chat.presses('Пристајем')
    await chat.reads('Место је Ваше')
    await chat.readsFile(`obuka-${session.id}.ics`)
    await chat.says('/moje')
    expect(textOf(await chat.reads('Моје пријаве'))).toContain('Место Вам је потврђено.')
  })
})

describe('somebody registered', () => {
  test('signs up with one tap; a second tap gives no second result', async () => {
    const session = await aComingSession(bot)
    const chat = await aRegisteredPerson(bot)
    await signUp(chat, session, 'Место је Ваше')
    expect(await chat.presses('Пријави ме')).toContain('Већ сте пријављени')
    const results = (await chat.fromBot()).filter((message) => textOf(message).includes('Место је Ваше'))
    expect(results).toHaveLength(1)
  })

  test('waits in line with the position and the rule, and learns why', async () => {
    const session = await aComingSession(bot, { capacity: 1 })
    const [first, second, third] = [
      await aRegisteredPerson(bot, { place: 'Ниш' }),
      await aRegisteredPerson(bot, { place: 'Ниш' }),
      await aRegisteredPerson(bot, { place: 'Пирот' }),
    ]
    await signUp(first, session, 'Место је Ваше')
    const waiting = await signUp(second, session, 'На листи чекања сте: 1. у реду')
    expect(textOf(waiting)).toContain('најпре по једна особа из сваке општине')
    await signUp(third, session, 'На листи чекања сте: 1. у реду')
    await second.presses('Зашто?')
    const why = textOf(await second.reads('тренутно сте 2. у реду'))
    expect(why).toContain('1 особа из општине која још нема место')
    expect(why).toContain('са 1. на 2. место: пријавио се неко ко по правилу има предност')
    expect(why).not.toContain('Милица')
  })

  test('cancels; the place is offered to the next, who confirms', async () => {
    const session = await aComingSession(bot, { capacity: 1 })
    const first = await aRegisteredPerson(bot)
    const second = await aRegisteredPerson(bot, { place: 'Пирот' })
    await signUp(first, session, 'Место је Ваше')
    await signUp(second, session, 'На листи чекања')
    await first.goes(
      ['presses', 'Откажи долазак', 'Отказујете долазак'],
      ['presses', 'Не, остајем', 'ништа није промењено'],
      ['presses', 'Откажи долазак', 'Отказујете долазак'],
    )
    await second.says('/otkazi')
    await first.goes(['presses', 'Да, отказујем', 'Отказано'])
    const offer = await second.reads('Има места за Вас')
    expect(textOf(offer)).toMatch(/Потврдите до .* у \d+:\d\d/)
    await second.presses('Потврђујем долазак')
    await second.reads('Место је Ваше')
    await second.readsFile(`obuka-${session.id}.ics`)
    expect(await first.presses('Откажи долазак')).toContain('више није активна')
  })

  test('who lets an offer pass is told, and the next is asked', async () => {
    const session = await aComingSession(bot, { capacity: 1 })
    const [first, second, third] = await aLine(session)
    await first.goes(['presses', 'Откажи долазак', 'Отказујете'], ['presses', 'Да, отказујем', 'Отказано'])
    await second.reads('Има места за Вас')
    await third.says('/otkazi')
    await bot.call('POST', '/clock', { advance: 'P2D' })
    await third.reads('Има места за Вас')
    await second.reads('није потврђено у року')
    await second.presses('Потврђујем долазак')
    await second.reads('више не важи')
    await third.presses('Не могу да дођем')
    await third.reads('сте одбили')
  })

  test('whose session is past reads what became of their sign-up, and gives nothing back by an old button', async () => {
    const session = await aComingSession(bot, { capacity: 1 }, 4)
    const [first, second] = await aLine(session)
    await bot.call('POST', '/clock', { advance: 'P5D' })
    await first.goes(['presses', 'Откажи долазак', 'је већ почела'], ['says', '/moje', 'Место Вам је било потврђено.'])
    await second.goes(['says', '/moje', 'Место се није ослободило.'])
  })

  test('who cancels late is asked for a reason, also after a restart', async () => {
    const session = await aComingSession(bot)
    const chat = await aRegisteredPerson(bot)
    await signUp(chat, session, 'Место је Ваше')
    await bot.call('POST', '/clock', { advance: 'P28DT12H' })
    await chat.goes(
      ['presses', 'Откажи долазак', 'Отказујете'],
      ['presses', 'Да, отказујем', 'Напишите у једној реченици'],
    )
    await bot.restart()
    await chat.goes(['says', '…', 'бар неколико речи'], ['says', 'Болест у породици', 'Отказано'])
  })
})

describe('in the script and language of the reader', () => {
  const READERS = [
    {
      languageCode: 'sr',
      words: ['Места:', 'Пријави ме', 'Место је Ваше', 'Моје пријаве', 'Откажи долазак', 'Да, отказујем', 'Отказано'],
    },
    {
      languageCode: 'sr-Latn',
      words: ['Mesta:', 'Prijavi me', 'Mesto je Vaše', 'Moje prijave', 'Otkaži dolazak', 'Da, otkazujem', 'Otkazano'],
    },
    {
      languageCode: 'en',
      words: [
        'Places:',
        'Sign me up',
        'The place is yours',
        'My sign-ups',
        'Cancel my place',
        'Yes, cancel',
        'Cancelled',
      ],
    },
  ]
  test.each(READERS)('a place is taken, seen and given back: $languageCode', async ({ languageCode, words }) => {
    const [places, join, yours, mine, cancel, yes, cancelled] = words as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    const session = await aComingSession(bot)
    const chat = await aRegisteredPerson(bot, { name: 'Ana Marić', languageCode })
    await chat.says(await linkOf(session))
    await chat.reads(places)
    await chat.goes(
      ['presses', join, yours],
      ['says', '/moje', mine],
      ['presses', cancel, languageCode === 'sr' ? 'Израда' : 'Izrada'],
      ['presses', yes, cancelled],
    )
    if (languageCode === 'sr') return
    for (const message of await chat.fromBot())
      expect(textOf(message).replaceAll('Ћирилица', '')).not.toMatch(/\p{Script=Cyrillic}/u)
  })
})

describe('a colleague', () => {
  test('of the same municipality takes the place by a link that works once', async () => {
    const session = await aComingSession(bot)
    const giver = await aRegisteredPerson(bot, { place: 'Ниш' })
    await signUp(giver, session, 'Место је Ваше')
    await giver.presses('Уступи место колеги')
    const payload = payloadIn(textOf(await giver.reads('Проследите овај линк')))

    await giver.goes(['says', `/start ${payload}`, 'Уступљено'], ['presses', 'Преузимам', 'сте сами направили'])
    const stranger = await aRegisteredPerson(bot, { place: 'Пирот' })
    await stranger.goes(['says', `/start ${payload}`, 'Град Ниш'], ['presses', 'Преузимам место', 'из исте јединице'])

    const colleague = conversation(await bot.person({ name: 'Петар Петровић' }))
    await giver.says('/otkazi')
    await colleague.goes(
      ['says', `/start ${payload}`, 'Преузимате ли га'],
      ['presses', 'Преузимам место', 'Ваше име и презиме'],
      ['presses', 'Да, то сам ја', 'Из које сте'],
    )
    await tellTheRest(colleague, 'Ниш')
    await colleague.goes(['presses', 'Пристајем', 'Место је Ваше'])
    await giver.reads('преузео је неко из Ваше општине')
    await stranger.goes(['says', `/start ${payload}`, 'већ искоришћен'])
  })
})

describe('everybody in a session', () => {
  test('is told once of a change and of a cancellation, with a calendar file', async () => {
    const session = await aComingSession(bot)
    const chat = await aRegisteredPerson(bot)
    const english = await aRegisteredPerson(bot, { name: 'Ann Smith', place: 'Niš', languageCode: 'en' })
    await signUp(chat, session, 'Место је Ваше')
    await english.says(await linkOf(session))
    await english.reads('Places:')
    await english.presses('Sign me up')
    await english.reads('The place is yours')
    const staffId = session.createdBy!
    await bot.database.transaction((db) =>
      changeSession(
        db,
        { sessionId: session.id, change: (plan) => ({ ...plan, place: 'Пирот, Дом културе' }), staffId },
        bot.clock.now(),
      ),
    )
    const changed = textOf(await chat.reads('Измењена је обука'))
    expect(changed).toContain('Где: Пирот, Дом културе')
    expect(changed).toContain('Раније: Ниш, Градска кућа')
    await chat.readsFile(`obuka-${session.id}.ics`)
    await english.reads('Before: Niš, Gradska kuća')
    await bot.database.transaction((db) =>
      cancelSession(db, { sessionId: session.id, staffId, reason: 'Болест предавача' }, bot.clock.now()),
    )
    expect(textOf(await chat.reads('је отказана'))).toContain('Болест предавача')
    await chat.says('/moje')
    expect(textOf(await chat.reads('Раније'))).toContain('Обука је отказана')
  })
})

describe('coming sessions', () => {
  test('are listed in pages, and answer «кад је обука?»', async () => {
    for (let i = 1; i <= 7; i++) await aComingSession(bot, { title: `Обука број ${i}` }, 200 + i)
    const chat = await aRegisteredPerson(bot)
    await chat.says('/obuke')
    const list = await chat.reads('Предстојеће обуке')
    expect(buttonsOf(list)).toContain('Следеће ›')
    await chat.presses('Следеће')
    expect(textOf(await chat.reads('Предстојеће обуке'))).toMatch(/Обуке 6–\d+ од \d+/)
    await chat.goes(['says', 'Када је следећа обука?', 'Предстојеће обуке'])
    const latin = await aRegisteredPerson(bot, { languageCode: 'sr-Latn' })
    await latin.goes(['says', 'kada je sledeća obuka', 'Predstojeće obuke'])
  })
})

describe('erasing', () => {
  test('cancels the sign-ups, so that the line moves, and leaves no trace in any table', async () => {
    const session = await aComingSession(bot, { capacity: 1 })
    const first = await aRegisteredPerson(bot, { name: 'Зорица Јединствена' })
    const second = await aRegisteredPerson(bot, { place: 'Пирот' })
    await signUp(first, session, 'Место је Ваше')
    await signUp(second, session, '1. у реду')
    await second.says('/otkazi')
    await first.says('/mojipodaci')
    await first.readsFile('moji-podaci.json')
    expect(await tablesWith('Јединствена')).toContain('person')
    await first.goes(['says', '/obrisi', 'Да обришем'], ['presses', 'Да, обриши', 'Обрисано је све'])
    await second.reads('Има места за Вас')
    expect(await tablesWith('Јединствена')).toEqual([])
    // The last word goes when it has been said.
    await expect.poll(() => tablesWith(String(first.person.id))).toEqual([])
    const { rows } = await bot.database.pool.query(
      `select person_id, status from sign_up where session_id = $1 order by id`,
      [session.id],
    )
    expect(rows[0]).toEqual({ person_id: null, status: 'cancelled' })
  })

  /** The tables that have a row in which these words stand. */
  async function tablesWith(words: string): Promise<string[]> {
    const { pool } = bot.database
    const { rows } = await pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    )
    const found: string[] = []
    for (const { name } of rows) {
      const { rowCount } = await pool.query(
        `select from "${name}" as one where one::text like '%' || $1 || '%' limit 1`,
        [words],
      )
      if (rowCount) found.push(name)
    }
    return found
  }
})
