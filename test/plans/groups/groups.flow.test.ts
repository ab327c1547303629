import type { Message } from 'grammy/types'
import { beforeAll, expect, test } from 'vitest'
import { aBot, type Bot, buttonsOf, wordsOf } from '../../support/bot.ts'
import { begun, registered } from '../planning.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

type Person = Awaited<ReturnType<typeof registered>>

/** A council's group of these people. */
async function aGroup(...members: Person[]) {
  const ids = members.map(({ person }) => person.id)
  const { id } = await bot.call<{ id: number }>('POST', '/groups', { title: 'Савет', members: ids })
  const messages = async () =>
    (await bot.call<Message[]>('GET', `/groups/${id}/messages?after=0&wait=0`)).filter(({ from }) => from?.is_bot)
  const write = (person: Person, text: string) =>
    bot.call('POST', `/people/${person.person.id}/messages`, { text, group: id })
  /** Waits until the group reads these words, and returns the message. */
  const reads = async (words: string): Promise<Message> => {
    let found: Message | undefined
    await expect
      .poll(async () => (found = (await messages()).findLast((one) => wordsOf(one).includes(words))), {
        timeout: 15_000,
      })
      .toBeDefined()
    return found!
  }
  const tap = (person: Person, { message_id }: Message, button: string) =>
    bot.call<{ text?: string }>('POST', `/people/${person.person.id}/taps`, {
      messageId: message_id,
      button,
      group: id,
    })
  return { id, write, reads, tap, messages }
}

test('a coordinator shows in the council’s group how far the plan is; steps are taken there, entries are not seen', async () => {
  const ana = await registered(bot, 'Ана', 'Ана Анић', '80012')
  const petar = await registered(bot, 'Петар', 'Петар Перић', '80012')
  const other = await registered(bot, 'Вера', 'Вера Верић', '70025')
  const group = await aGroup(ana, petar, other)
  await group.write(petar, '/plan')
  await group.reads('још не прати ниједан план')
  await begun(ana)
  await ana.goes(
    ['presses', 'Свих 20 корака', 'ЛАП: Ада'],
    ['presses', '5. Потребе', 'Шта људима недостаје'],
    ['presses', 'Додај: Потребе', 'Напишите ред'],
    ['says', 'ИРЛ; неуслован смештај; 112; анкета; интервјуи', 'Сачувано'],
    ['says', '/plan', 'ЛАП: Ада'],
    ['presses', 'Ко пише', 'координатор'],
    ['presses', 'Позови: Петар', 'Петар Перић'],
  )
  await group.write(ana, '/plan')
  const shown = await group.reads('Готово корака: 1 од 20')
  expect(wordsOf(shown)).not.toContain('неуслован смештај')
  expect(buttonsOf(shown)).toContain('Преузми корак 1: Припрема')

  expect((await group.tap(other, shown, 'Преузми корак 1: Припрема')).text).toContain('они који пишу у плану')
  expect((await group.tap(petar, shown, 'Преузми корак 1: Припрема')).text).toBe('Корак је Ваш.')
  const taken = await group.reads('Корак 1, Припрема: Петар Перић')
  expect(buttonsOf(taken)).not.toContain('Преузми корак 1: Припрема')

  expect((await group.tap(petar, taken, 'Не приказуј овде')).text).toContain('само координатор')
  await group.tap(ana, taken, 'Не приказуј овде')
  await group.reads('План се овде више не приказује')
  await group.write(petar, '/plan')
  await group.reads('још не прати ниједан план')
})

test('a coordinator gives a step to somebody who writes in the plan, who is told; a group that moved keeps its plan', async () => {
  const ana = await registered(bot, 'Мира', 'Мира Мирић', '70050')
  const petar = await registered(bot, 'Јован', 'Јован Јовић', '70050')
  await begun(ana)
  await ana.goes(
    ['presses', 'Ко пише', 'координатор'],
    ['presses', 'Позови: Јован', 'Јован Јовић'],
    ['says', '/plan', 'ЛАП: '],
    ['presses', 'Свих 20 корака', 'ЛАП: '],
    ['presses', '6. Актери', 'Ко одлучује'],
    ['presses', 'Ко ради овај корак', 'Ко ће радити овај корак'],
    ['presses', 'Јован Јовић', 'Ко ће радити овај корак'],
    ['presses', 'Корак 6', 'Овај корак ради: Јован Јовић'],
  )
  await petar.reads('поверен Вам је овај корак')
  const group = await aGroup(ana, petar)
  await group.write(ana, '/plan')
  await group.reads('Корак 6, Актери: Јован Јовић')
  const { pool } = bot.database
  const { moveGroup } = await import('../../../src/move-group.ts')
  await moveGroup(pool, group.id, -100_777)
  const { rows } = await pool.query('select chat_id from plan_group')
  expect(rows).toEqual([{ chat_id: -100_777 }])
})

test('the way from the group to the private chat opens the plan', async () => {
  const ana = await registered(bot, 'Зора', 'Зора Зорић', '70068')
  await ana.goes(['says', '/start plan', 'још нема план'])
})
