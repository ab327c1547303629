import { beforeAll, describe, expect, test } from 'vitest'
import { keepDialogue } from '../../../src/bot/registry/dialogue-store.ts'
import { beginRegistration } from '../../../src/people/registration/rules.ts'
import { CONSENT_VERSION } from '../../../src/people/rules.ts'
import { aBot, type Bot, buttonsOf, type TestPerson } from '../../support/bot.ts'
import { conversation, textOf } from '../../support/conversation.ts'
import { tellTheRest } from './registered.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

/** Somebody who has just been asked who they are; nothing asks before a sign-up, so the test does. */
async function askedWho(options: { name?: string; languageCode?: string } = {}) {
  const person = await bot.person(options)
  await person.ask('/jezik')
  const chat = conversation(person)
  await keepDialogue(
    bot.database.pool,
    person.id,
    { kind: 'registration', data: beginRegistration(null, null) },
    bot.clock.now(),
  )
  return chat
}

const shownOf = async (chat: ReturnType<typeof conversation>, messageId: number) =>
  buttonsOf((await chat.fromBot()).find((one) => one.message_id === messageId)!)

async function profileOf(person: TestPerson) {
  const { rows } = await bot.database.pool.query(
    `select full_name, municipality_code, council_role, email, experience, consent_version, consent_at
     from person where telegram_id = $1`,
    [person.id],
  )
  return rows[0]!
}

describe('registration', () => {
  test('asks a person one thing at a time, and keeps what they consented to', async () => {
    const chat = await askedWho()
    await chat.goes(
      ['says', 'Милица Јовић', 'Из које сте општине'],
      ['says', 'iz krag', 'Изаберите своју општину'],
      ['presses', 'Крагујевац', 'Која је Ваша улога'],
      ['presses', 'Повереник/повереница', 'На коју адресу'],
      ['presses', 'Прескочи', 'Јесте ли се већ бавили'],
      ['presses', 'Тек почињем', 'дајте пристанак'],
    )
    const consent = await chat.reads('Шта чувам')
    expect(textOf(consent)).toContain('Град Крагујевац')
    expect(textOf(consent)).toContain('најдуже 2 године')
    expect(textOf(consent)).toContain('Корак 6 од 6')
    expect((await profileOf(chat.person)).full_name).toBeNull()
    await chat.goes(['presses', 'Пристајем', 'подаци су сачувани'])
    expect(await profileOf(chat.person)).toMatchObject({
      full_name: 'Милица Јовић',
      municipality_code: '70645',
      council_role: 'trustee',
      email: null,
      experience: 'new',
      consent_version: CONSENT_VERSION,
    })
  })

  test('offers the name from Telegram, goes back, and keeps the answers on the way', async () => {
    const chat = await askedWho({ name: 'Ana Marić', languageCode: 'sr-Latn' })
    await chat.goes(
      ['says', 'Anči', 'potrebni su i ime i prezime'],
      ['presses', 'Da, to sam ja: Ana Marić', 'Iz koje ste opštine'],
      ['says', 'palilula', 'Izaberite svoju opštinu'],
    )
    expect(buttonsOf((await chat.news()).at(-1)!).slice(0, 2)).toEqual([
      'Palilula (gradska opština, Beograd)',
      'Grad Niš (Nišavski okrug)',
    ])
    await chat.goes(
      ['presses', 'gradska opština', 'Koja je Vaša uloga'],
      ['presses', 'Nazad', 'Iz koje ste opštine'],
      ['presses', 'Palilula', 'Koja je Vaša uloga'],
      ['presses', 'Drugo', 'Na koju adresu'],
      ['says', 'ana@', 'nije ispravna adresa'],
      ['says', 'ana@primer.rs', 'Jeste li se već bavili'],
      ['presses', 'Imam iskustva', 'dajte pristanak'],
    )
    await chat.goes(['presses', 'Ne pristajem', 'ništa od unetog nisam sačuvao'])
    expect((await profileOf(chat.person)).consent_version).toBeNull()
    expect(await chat.presses('Ћирилица')).toBeUndefined()
  })

  test('speaks English to whoever reads it', async () => {
    const chat = await askedWho({ name: 'Ann Smith', languageCode: 'en' })
    await chat.goes(
      ['says', 'Ann Smith', 'Which municipality or city'],
      ['says', 'Nis', 'What is your role'],
      ['presses', 'Council member', 'At which e-mail'],
      ['presses', 'Skip', 'Have you worked on'],
      ['presses', 'I am new', 'give your consent'],
      ['presses', 'I consent', 'your data are saved'],
    )
  })

  test.each([
    ['Милица '.repeat(43), 'Име је предугачко'],
    ['<b>Милица</b> Јовић', 'само слова'],
    ['Милица Јовић 2', 'не може бити бројева'],
    ['Милица', 'потребни су и име и презиме'],
  ])('refuses a name that cannot stand in a list, kindly: %s', async (name, words) => {
    const chat = await askedWho()
    await chat.goes(['says', name, words])
  })

  test('of a municipality that is none says so, and pages through many', async () => {
    const chat = await askedWho()
    await chat.goes(
      ['says', 'Мира Мирић', 'Из које сте општине'],
      ['says', 'Атлантида', 'с таквим именом'],
      ['says', 'п', 'Више места има слично име'],
    )
    const [first] = buttonsOf((await chat.news()).at(-1)!)
    await chat.presses('Следеће')
    const next = await chat.reads('Изаберите своју')
    expect(buttonsOf(next)[0]).not.toBe(first)
    await chat.presses('Претходне')
    expect(buttonsOf(await chat.reads('Изаберите своју'))[0]).toBe(first)
  })

  test('lets a question in the middle be answered, and goes on after it', async () => {
    const chat = await askedWho()
    await chat.goes(
      ['says', 'Мира Мирић', 'Из које сте општине'],
      ['says', 'Ко усваја ЛАП?', 'скупштина'],
      ['says', 'Ниш', '✓ Град Ниш'],
    )
  })

  test('a button of an earlier step does nothing but say so', async () => {
    const chat = await askedWho()
    await chat.goes(['says', 'Мира Мирић', 'Из које сте општине'], ['says', 'ни', 'Изаберите своју'])
    const old = (await chat.news()).at(-1)!
    await chat.goes(['says', 'Пирот', 'Која је Ваша улога'])
    expect((await chat.person.tap(old.message_id, 'Град Ниш (Нишавски округ)')).text).toContain('већ одговорили')
  })

  test('is given up after the second answer by a second yes alone; old buttons change nothing and go', async () => {
    const chat = await askedWho()
    await chat.goes(['says', 'Мира Мирић', 'Из које сте општине'])
    const first = (await chat.news()).at(-1)!
    await chat.goes(['says', 'Пирот', 'Која је Ваша улога'])
    const second = (await chat.news()).at(-1)!
    expect((await chat.person.tap(first.message_id, 'Одустани')).text).toContain('већ одговорили')
    await expect.poll(async () => (await shownOf(chat, first.message_id)).length).toBe(0)
    await chat.goes(['presses', 'Одустани', 'Да одбацим што сте уписали?'])
    await chat.goes(['presses', 'Не, настављам', 'ништа није одбачено'])
    await chat.goes(['presses', 'Повереник', 'На коју адресу'])
    await chat.person.tap(second.message_id, 'Одустани')
    const sure = await chat.reads('Да одбацим што сте уписали?')
    await chat.goes(['says', 'mira@primer.rs', 'Јесте ли се већ бавили'])
    // What was answered meanwhile is not what was asked about.
    expect((await chat.person.tap(sure.message_id, 'Да, одбаци')).text).toContain('већ одговорили')
    await chat.goes(['presses', 'Одустани', 'Да одбацим'], ['presses', 'Да, одбаци', 'ту смо стали'])
    expect((await profileOf(chat.person)).consent_version).toBeNull()
  })

  test('keeps every answer over a restart at each step', async () => {
    const chat = await askedWho()
    for (const turn of [
      ['says', 'Мира Мирић', 'Из које сте општине'],
      ['says', 'Ниш', 'Која је Ваша улога'],
      ['presses', 'Координатор/координаторка', 'На коју адресу'],
      ['says', 'mira@primer.rs', 'Јесте ли се већ бавили'],
      ['presses', 'Имам искуства', 'дајте пристанак'],
      ['presses', 'Пристајем', 'подаци су сачувани'],
    ] as const) {
      await chat.goes([...turn])
      await bot.restart()
    }
    expect(await profileOf(chat.person)).toMatchObject({ full_name: 'Мира Мирић', email: 'mira@primer.rs' })
  })

  test('ends with «Одустани» and with /otkazi, which keep nothing', async () => {
    const chat = await askedWho()
    await chat.goes(
      ['says', 'Мира Мирић', 'Из које сте општине'],
      ['presses', 'Одустани', 'Ништа од унетог није сачувано'],
      ['says', '/otkazi', 'немате шта да прекинете'],
    )
    const other = await askedWho()
    await other.goes(['says', '/otkazi', 'Ништа од унетог није сачувано'])
  })
})

describe('my data', () => {
  /** Somebody registered, as the bot keeps them. */
  async function registered() {
    const chat = await askedWho()
    await chat.goes(['says', 'Милица Јовић', 'Из које сте општине'])
    await tellTheRest(chat, 'Ниш')
    await chat.goes(['presses', 'Пристајем', 'сачувани'])
    return chat
  }

  test('are shown and sent as a file; each can be mended', async () => {
    const chat = await registered()
    await chat.says('/mojipodaci')
    expect(textOf(await chat.reads('Шта чувам о Вама'))).toContain('Адреса е-поште: није наведена')
    await chat.readsFile('moji-podaci.json')
    await chat.goes(
      ['presses', 'Измени: Општина', 'Из које сте општине'],
      ['says', 'Пирот', 'Измена је сачувана'],
      ['presses', 'Измени: Адреса', 'На коју адресу'],
      ['says', 'mila@primer.rs', 'Измена је сачувана'],
      ['presses', 'Измени: Име', 'Ваше име и презиме'],
      ['presses', 'Одустани', 'стали'],
    )
    expect(await profileOf(chat.person)).toMatchObject({ municipality_code: '70939', email: 'mila@primer.rs' })
  })

  test('are erased after a confirmation, and nothing of them stays', async () => {
    const chat = await registered()
    await chat.goes(
      ['says', 'Ко усваја ЛАП?', 'скупштина'],
      ['says', '/obrisi', 'Да обришем све'],
      ['presses', 'Не, остави', 'ништа није обрисано'],
      ['says', '/obrisi', 'Да обришем све'],
    )
    const question = (await chat.news()).at(-1)!
    await chat.goes(['presses', 'Да, обриши', 'Обрисано је све'])
    const count = async (sql: string) =>
      (await bot.database.pool.query<{ n: number }>(`select count(*)::int as n ${sql}`, [chat.person.id])).rows[0]!.n
    expect(await count('from person where telegram_id = $1')).toBe(0)
    expect(await count('from inbox where chat_id = $1')).toBe(0)
    expect(await count('from dialogue where chat_id = $1')).toBe(0)
    await expect.poll(() => count('from outbox where chat_id = $1')).toBe(0)
    const { rows } = await bot.database.pool.query('select payload::text from inbox')
    expect(rows.map((row) => row.payload).join()).not.toContain(`"id":${chat.person.id}`)
    await chat.says('Здраво')
    await chat.reads('Добар дан')
    expect(question.message_id).toBeGreaterThan(0)
    expect((await profileOf(chat.person)).full_name).toBeNull()
  })

  test('of somebody silent for years are forgotten', async () => {
    const chat = await registered()
    await bot.call('POST', '/clock', { advance: 'P731D' })
    await bot.restart()
    await expect.poll(() => profileOf(chat.person), { timeout: 15_000 }).toBeUndefined()
  })
})
