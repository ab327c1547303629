import type { Message } from 'grammy/types'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { menusOf } from '../../../src/menus.ts'
import { aComingSession } from '../../sessions/coming-session.ts'
import { aBot, type Bot, buttonDataOf, buttonsOf, type TestPerson } from '../../support/bot.ts'

// Whoever's client shows no rich messages uses everything: each command of the menus, and what its buttons lead to.

const TABLE_QUESTION = 'На колико година се доноси ЛАП, који су примери?'
/** Buttons that are tried of each message. */
const MOST_BUTTONS = 2
/** What asks for rich messages again, and what ends the person. */
const APART = /^(?:form:|erase|forget)/

let bot: Bot

async function settled(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await bot.database.pool.query<{ open: number }>(
        `select (select count(*)::int from inbox where done_at is null)
              + (select count(*)::int from outbox where finished_at is null and lane = 'reply') as open`,
      )
      expect(rows[0]!.open).toBe(0)
    },
    { timeout: 30_000, interval: 20 },
  )
}

async function says(person: TestPerson, text: string): Promise<Message[]> {
  const asked = await person.write(text)
  const [first] = await person.fromBot(asked)
  if (!first) throw new Error(`Nothing is said to «${text}»`)
  await settled()
  return person.fromBot(asked, 0)
}

/** Uses every command, and of what each brings the first buttons, too. */
async function usesEverything(person: TestPerson): Promise<void> {
  for (const { name } of menusOf().coordinator) {
    for (const message of await says(person, `/${name}`))
      for (const [at, label] of buttonsOf(message).slice(0, MOST_BUTTONS).entries()) {
        if (APART.test(buttonDataOf(message)[at] ?? '')) continue
        // Buttons of a question that was answered meanwhile are gone.
        await person.tap(message.message_id, label).catch(() => {})
        await settled()
      }
    await says(person, '/otkazi')
  }
  await says(person, TABLE_QUESTION)
}

const said = async (person: TestPerson) => (await person.messages()).filter(({ from }) => from?.is_bot)

describe.each([
  ['the operator switched them off', 'off', false],
  ['its person asked for plainer ones, though they are on for all', 'on', true],
] as const)('a client that shows no rich messages, since %s', (_, rich, asks) => {
  let person: TestPerson
  beforeAll(async () => {
    bot = await aBot({ rich })
    await aComingSession(bot, { title: 'Обука о СВОТ-у', capacity: 5 })
    person = await bot.person({ name: 'Нада Накић', role: 'coordinator' })
    if (asks) {
      const [look] = await says(person, '/prikaz')
      await person.tap(look!.message_id, 'Не видим лепо')
      await settled()
    }
  })

  test('gets words, files and polls alone, with commands to tap', { timeout: 240_000 }, async () => {
    const [before] = asks ? await said(person) : []
    await usesEverything(person)
    const messages = (await said(person)).filter(({ message_id }) => message_id !== before?.message_id)
    expect(messages.length).toBeGreaterThan(40)
    expect(messages.filter(({ rich_message }) => rich_message !== undefined)).toEqual([])
    const empty = messages.filter((one) => !one.text && !one.document && !one.photo && !one.poll)
    expect(empty).toEqual([])
    const untappable = messages.filter(
      ({ text, entities }) =>
        /(?:^|\s)\/[a-z]{3,}(?=[\s.,!?]|$)/.test(text ?? '') && !entities?.some(({ type }) => type === 'bot_command'),
    )
    expect(untappable.map(({ text }) => text)).toEqual([])
  })
})
