import type { Message } from 'grammy/types'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { allQuizzes } from '../../../src/quiz/quizzes.ts'
import { aBot, type Bot, buttonsOf, wordsOf } from '../../support/bot.ts'

const [first] = allQuizzes()
const LABEL = `${first!.title} (${first!.questions.length})`

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

/** A council's group with two members, in which `/kviz` was written. */
async function aQuizInAGroup() {
  const ana = await bot.person({ name: 'Ана Јовић' })
  const marko = await bot.person({ name: 'Марко Илић', languageCode: 'en' })
  const { id } = await bot.call<{ id: number }>('POST', '/groups', { title: 'Савет', members: [ana.id, marko.id] })
  const shown = () => bot.call<Message[]>('GET', `/groups/${id}/messages?after=0&wait=0`)
  const tap = (person: { id: number }, messageId: number, button: string) =>
    bot.call<{ text?: string }>('POST', `/people/${person.id}/taps`, { messageId, button, group: id })
  const find = (what: string) =>
    vi.waitFor(
      async () => {
        const found = (await shown()).findLast((message) => message.from?.is_bot && wordsIn(message).includes(what))
        if (!found) throw new Error(`Nothing with «${what}»`)
        return found
      },
      { timeout: 15_000, interval: 20 },
    )
  await bot.call('POST', `/people/${ana.id}/messages`, { text: '/kviz', group: id })
  return { id, ana, marko, shown, tap, find }
}

const wordsIn = (message: Message) => message.poll?.question ?? wordsOf(message)

describe('a quiz in a group', () => {
  test('is asked question by question, without names, and ends by saying where the votes are', async () => {
    const { id, ana, marko, shown, tap, find } = await aQuizInAGroup()
    const choice = await find('Гласа се без имена')
    await tap(ana, choice.message_id, LABEL)
    for (const [at, { right }] of first!.questions.entries()) {
      const { message_id: messageId, poll } = await find(`Питање ${at + 1} од`)
      expect(poll).toMatchObject({ type: 'quiz', is_anonymous: true, correct_option_ids: [right] })
      await bot.call('POST', `/people/${marko.id}/votes`, { messageId, options: [right], group: id })
      await tap(marko, messageId, at + 1 < first!.questions.length ? 'Даље' : 'Заврши квиз')
    }
    expect(wordsOf(await find('је готов'))).toContain(`вежбе ${first!.exercise}`)
    const asked = (await shown()).filter(({ poll }) => poll)
    expect(asked.map(({ poll }) => poll!.total_voter_count)).toEqual(first!.questions.map(() => 1))
    // The last button goes behind the words that say where the votes are.
    await vi.waitFor(async () => expect((await shown()).filter(({ poll }) => poll).flatMap(buttonsOf)).toEqual([]))
    const { rows } = await bot.database.pool.query('select 1 from quiz_run')
    expect(rows).toEqual([])
  })

  test('goes on once, however many press', async () => {
    const { ana, marko, shown, tap, find } = await aQuizInAGroup()
    const choice = await find('Гласа се без имена')
    const begun = await Promise.all([ana, marko].map((one) => tap(one, choice.message_id, LABEL)))
    expect(begun.map(({ text }) => text).filter(Boolean)).toEqual(['То је већ послато.'])
    const { message_id: messageId } = await find('Питање 1 од')
    await Promise.all([ana, marko].map((one) => tap(one, messageId, 'Даље').catch(() => null)))
    await find('Питање 2 од')
    expect((await shown()).filter(({ poll }) => poll)).toHaveLength(2)
  })

  test('is said in words where the group takes no polls', async () => {
    const { ana, tap, find } = await aQuizInAGroup()
    await bot.call('POST', '/faults', { method: 'sendPoll', error: 400, times: 1 })
    await tap(ana, (await find('Гласа се без имена')).message_id, LABEL)
    const question = await find('Питање 1 од')
    expect(question.poll).toBeUndefined()
    expect(JSON.stringify(question)).toContain('Тачан одговор')
  })
})
