import type { Message } from 'grammy/types'
import { beforeAll, expect, test, vi } from 'vitest'
import { BURST } from '../../../src/bot/receive/allowance.ts'
import { countUnfinished } from '../../../src/bot/receive/inbox.ts'
import { aBot, type Bot, wordsOf } from '../../support/bot.ts'
import { seeded } from '../../support/random.ts'

/** Questions, each with words that only its answer begins with. */
const QUESTIONS = [
  ['Ко усваја ЛАП?', 'усваја скупштина општине или града'],
  ['На колико година се доноси ЛАП?', 'најчешће доноси на пет година'],
  ['Колико често се састаје савет?', 'најмање два пута годишње'],
  ['шта је ИРЛ', 'расељено унутар државе'],
  ['шта је реадмисија', 'прихват лица'],
] as const
const SLOWLY = 'полако, једну по једну'
const MESSAGES = 200
/** Beyond the burst they come one a second. */
const CHECKED = BURST + 10

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

/** What a message of the bot answers: the question whose words come first. */
function answered(message: Message): string {
  const words = wordsOf(message)
  const found = QUESTIONS.map(([question, mark]) => ({ question, at: words.indexOf(mark) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  return found[0]?.question ?? words.slice(0, 200)
}

test('who posts 200 messages at once is answered slowly and in order, is told so once, and holds nobody up', async () => {
  // «Once» is once an hour of the clock: not across the turn of one.
  if (bot.clock.now().toZonedDateTimeISO('UTC').minute >= 55) bot.clock.advance(Temporal.Duration.from({ minutes: 6 }))
  const random = seeded(7)
  const burster = await bot.person({ name: 'Брзи Прстић' })
  const others = await Promise.all(['Ана', 'Јован', 'Мира', 'Петар', 'Сања'].map((name) => bot.person({ name })))
  const asked = Array.from({ length: MESSAGES }, () => QUESTIONS[random.whole(0, QUESTIONS.length - 1)]![0])

  await Promise.all([
    (async () => {
      for (const question of asked) await burster.write(question)
    })(),
    ...others.map(async (other, i) => {
      const [question] = QUESTIONS[i]!
      expect(answered(await other.ask(question))).toBe(question)
    }),
  ])
  await vi.waitFor(async () =>
    expect(await countUnfinished(bot.database.pool, burster.id)).toBeGreaterThan(MESSAGES / 2),
  )

  // Once more, now that the burster's whole pile waits.
  for (const other of others) expect(answered(await other.ask(QUESTIONS[0][0]))).toBe(QUESTIONS[0][0])
  expect(await countUnfinished(bot.database.pool, burster.id)).toBeGreaterThan(MESSAGES / 2)

  const answers = await vi.waitFor(
    async () => {
      const said = (await burster.messages()).filter((message) => message.from?.is_bot)
      expect(said.length).toBeGreaterThan(CHECKED)
      return said
    },
    { timeout: 60_000, interval: 200 },
  )
  const slowly = answers.filter((message) => wordsOf(message).includes(SLOWLY))
  expect(slowly).toHaveLength(1)
  expect(answers.indexOf(slowly[0]!)).toBeGreaterThanOrEqual(BURST)
  const answersOnly = answers.filter((message) => !slowly.includes(message)).map(answered)
  expect(answersOnly).toEqual(asked.slice(0, answersOnly.length))
}, 120_000)
