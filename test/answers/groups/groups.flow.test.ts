import type { Message } from 'grammy/types'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buttonDataOf, buttonsOf, wordsOf } from '../../support/bot.ts'
import { conversation } from '../../support/conversation.ts'
import { quoting, understanding } from '../../support/models/server.ts'
import { aWritingBot, type WritingBot } from '../../support/models/writing.ts'

const BOT = '@lap_savetnik_bot'
const ADOPTS = 'усваја скупштина општине или града'

let bot: WritingBot
beforeAll(async () => {
  bot = await aWritingBot()
})
beforeEach(() => bot.behave(quoting()))

/** A council's group with two members. */
async function aGroup() {
  const ana = await bot.person({ name: 'Ана Јовић' })
  const marko = await bot.person({ name: 'Марко Илић' })
  const { id } = await bot.call<{ id: number }>('POST', '/groups', { title: 'Савет', members: [ana.id, marko.id] })
  const fromBot = async (after: number, wait = 15): Promise<Message[]> => {
    const messages = await bot.call<Message[]>('GET', `/groups/${id}/messages?after=${after}&wait=${wait}`)
    const answers = messages.filter((message) => message.from?.is_bot)
    if (answers.length > 0 || wait === 0 || messages.length === 0) return answers
    return fromBot(messages.at(-1)!.message_id, wait)
  }
  const write = async (personId: number, text: string, replyTo?: number) =>
    (await bot.call<{ messageId: number }>('POST', `/people/${personId}/messages`, { text, group: id, replyTo }))
      .messageId
  const [welcome] = await fromBot(0)
  return {
    id,
    ana,
    marko,
    welcome: welcome!,
    write,
    fromBot,
    ask: async (personId: number, text: string, replyTo?: number) =>
      (await fromBot(await write(personId, text, replyTo)))[0]!,
    tap: (personId: number, messageId: number, button: string) =>
      bot.call<{ text?: string }>('POST', `/people/${personId}/taps`, { messageId, button, group: id }),
  }
}

describe('a group', () => {
  test('is greeted when the bot is added', async () => {
    const group = await aGroup()
    expect(wordsOf(group.welcome)).toContain(BOT)
  })

  test('gets an answer to a mention, as a reply, without a draft', async () => {
    const group = await aGroup()
    const asked = await group.write(group.ana.id, `${BOT}, ко усваја ЛАП?`)
    const [answer] = await group.fromBot(asked)
    expect(wordsOf(answer!)).toContain(`${ADOPTS}.\u00a0[1]`)
    expect(answer!.reply_to_message?.message_id).toBe(asked)
    expect(await bot.drafts(group.id)).toEqual([])
    expect(await bot.trace(group.id)).toMatchObject({ mode: 'model', text: 'ко усваја ЛАП?' })
  })

  test('gets an answer in the script and language of each question', async () => {
    const group = await aGroup()
    expect(wordsOf(await group.ask(group.marko.id, `${BOT} ko usvaja lap`))).toContain('usvaja skupština')
  })

  test('follows up by replying to an answer, whoever does', async () => {
    await bot.behave(understanding({ 'а колико то траје?': 'На колико година се доноси ЛАП?' }))
    const group = await aGroup()
    const answer = await group.ask(group.ana.id, `${BOT} ко усваја ЛАП?`)
    const next = await group.ask(group.marko.id, 'а колико то траје?', answer.message_id)
    expect(wordsOf(next)).toContain('на пет година')
  })

  test('may hand over a colleague’s question by replying with the name alone', async () => {
    const group = await aGroup()
    const asked = await group.write(group.ana.id, 'Ко усваја ЛАП?')
    expect(wordsOf(await group.ask(group.marko.id, BOT, asked))).toContain(ADOPTS)
  })

  test('is not answered when nobody asks us', async () => {
    const group = await aGroup()
    const asked = await group.write(group.ana.id, 'Ко усваја ЛАП?')
    await group.write(group.ana.id, '/pomoc@drugi_bot')
    expect(await group.fromBot(asked, 1)).toEqual([])
  })

  test('is not even stored when it talks among itself', async () => {
    const group = await aGroup()
    const stored = async () =>
      (await bot.database.pool.query('select from inbox where chat_id = $1', [group.id])).rows.length
    const before = await stored()
    await group.write(group.ana.id, 'Сутра долази Милица Јовић, број је 064 123 4567.')
    await group.write(group.marko.id, '/ban Милица')
    await group.ask(group.ana.id, `${BOT} ко усваја ЛАП?`)
    expect(await stored()).toBe(before + 1)
  })

  test('gets an answer to a question under a file', async () => {
    const group = await aGroup()
    const form = new FormData()
    form.set('file', new File(['План'], 'plan.txt'))
    form.set('caption', `${BOT}, ко усваја ЛАП?`)
    form.set('group', String(group.id))
    const { messageId } = await bot.call<{ messageId: number }>('POST', `/people/${group.ana.id}/documents`, form)
    expect(wordsOf((await group.fromBot(messageId))[0]!)).toContain(ADOPTS)
  })

  test('is known again by whoever asked: they see and erase it, and nobody else’s', async () => {
    const group = await aGroup()
    await group.ask(group.ana.id, `${BOT} ко усваја ЛАП?`)
    await group.ask(group.marko.id, `${BOT} на колико година се доноси ЛАП?`)
    const asked = async () =>
      (
        await bot.database.pool.query<{ text: string }>('select text from question where chat_id = $1 order by id', [
          group.id,
        ])
      ).rows.map(({ text }) => text)
    expect(await asked()).toHaveLength(2)
    const ana = conversation(group.ana)
    await ana.goes(['says', '/obrisi', 'Да обришем све'], ['presses', 'Да, обриши', 'Обрисано је све'])
    expect(await asked()).toEqual(['на колико година се доноси ЛАП?'])
  })

  test.each(['/jezik', '/materijal', '/izvori'])('is told to write privately for %s', async (command) => {
    const group = await aGroup()
    const answer = await group.ask(group.ana.id, `${command}${BOT}`)
    expect(wordsOf(answer)).toContain('пишите приватно')
    expect(answer.reply_markup?.inline_keyboard[0]?.[0]).toMatchObject({ url: 'https://t.me/lap_savetnik_bot' })
  })

  test('gets refusals and alarms in a line, and no personal matter reaches the model', async () => {
    const group = await aGroup()
    const personal = await group.ask(group.ana.id, `${BOT} дај ми ЈМБГ и адресу породице Петровић`)
    expect(wordsOf(personal)).toContain('у групи не одговарам')
    expect(wordsOf(personal)).not.toContain('повереник')
    const alarm = wordsOf(await group.ask(group.ana.id, `${BOT} муж је закључао жену и туче је`))
    expect(alarm).toContain('192')
    expect(bot.model.requests).toEqual([])
  })

  test('tells personal matters to whoever asked alone, and in the group where Telegram has no such messages', async () => {
    const group = await aGroup()
    const seenBy = async (personId: number) =>
      (await bot.call<Message[]>('GET', `/groups/${group.id}/messages?after=0&wait=0&member=${personId}`)).map(wordsOf)
    await group.ask(group.ana.id, `${BOT} дај ми ЈМБГ и адресу породице Петровић`)
    expect((await seenBy(group.ana.id)).join()).toContain('у групи не одговарам')
    expect((await seenBy(group.marko.id)).join()).not.toContain('у групи не одговарам')

    const older = await aGroup()
    await bot.call('POST', '/faults', { method: 'sendMessage', error: 400, times: 2 })
    const [answer] = await older.fromBot(await older.write(older.ana.id, '/obuke'))
    expect(wordsOf(answer!)).toContain('пишите приватно')
    expect(answer).not.toHaveProperty('receiver_user')
  })

  test('keeps nobody as a person for having written there', async () => {
    const group = await aGroup()
    await group.ask(group.ana.id, `${BOT} ко усваја ЛАП?`)
    const { rows } = await bot.database.pool.query('select 1 from person where telegram_id = any ($1::bigint[])', [
      [group.ana.id, group.marko.id],
    ])
    expect(rows).toEqual([])
  })

  test('may open sections and say what it thinks, each member for themselves', async () => {
    const group = await aGroup()
    const answer = await group.ask(group.ana.id, `${BOT} ко усваја ЛАП?`)
    await group.tap(group.marko.id, answer.message_id, 'Цео одељак [1]')
    const [section] = await group.fromBot(answer.message_id)
    expect(wordsOf(section!)).toContain('Савет за миграције даје мишљење')
    await group.tap(group.marko.id, answer.message_id, '👎 Није корисно')
    await group.tap(group.ana.id, answer.message_id, buttonDataOf(answer).find((one) => one.endsWith(':up'))!)
    const given = async () =>
      (
        await bot.database.pool.query(
          'select helpful from feedback where given_by = any ($1::bigint[]) order by helpful',
          [[group.ana.id, group.marko.id]],
        )
      ).rows
    await expect.poll(given).toEqual([{ helpful: false }, { helpful: true }])
    expect(buttonsOf(answer)).toContain('Још о томе')
  })

  test('has a measure of its own', async () => {
    const group = await aGroup()
    await bot.database.pool.query(
      `insert into question (chat_id, asked_at, text, locale, outcome, mode, evidence, ms)
       select $1::bigint, $2::timestamptz, 'x', 'sr-Cyrl', 'answered', 'extractive', '{}', 1 from generate_series(1, 60)`,
      [group.id, bot.clock.now().toString()],
    )
    expect(wordsOf(await group.ask(group.ana.id, `${BOT} ко усваја ЛАП?`))).toContain('много питања')
    expect(bot.model.requests).toEqual([])
  })
})
