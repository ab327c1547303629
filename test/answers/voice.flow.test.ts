import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPng } from '../sandbox/support.ts'
import { wordsOf } from '../support/bot.ts'
import { quoting } from '../support/models/server.ts'
import { aWritingBot, type WritingBot } from '../support/models/writing.ts'

let bot: WritingBot
beforeAll(async () => {
  bot = await aWritingBot()
})
beforeEach(async () => {
  await bot.behave(quoting())
  bot.model.heard.length = 0
})

/** A recording of roughly so many seconds, as the sandbox reckons it. */
const recording = (seconds: number) => new File([Buffer.alloc(seconds * 2_000, 7)], 'glas.ogg', { type: 'audio/ogg' })

async function say(heard: string | { status: number }, seconds = 3) {
  bot.model.hears(heard)
  const milica = await bot.person()
  const { messageId } = await milica.sendFile('voices', recording(seconds))
  const [answer] = await milica.fromBot(messageId)
  return { milica, words: wordsOf(answer!) }
}

test('what is said is shown and answered', async () => {
  const { milica, words } = await say('Ко усваја ЛАП?')
  expect(words).toMatch(/^Чуо сам: Ко усваја ЛАП\?/)
  expect(words).toContain('усваја скупштина општине или града')
  expect(await bot.trace(milica.id)).toMatchObject({ text: 'Ко усваја ЛАП?', mode: 'model' })
  const { rows } = await bot.database.pool.query('select cost from spending where chat_id = $1', [milica.id])
  expect(Number(rows[0]!.cost)).toBeCloseTo(0.002 + (3 / 60) * 0.5)
})

test('personal numbers that are said go no further', async () => {
  const { milica } = await say('Ко усваја ЛАП? Мој број је 064 123 45 67.')
  expect(JSON.stringify(bot.model.requests)).not.toContain('123 45 67')
  expect((await bot.trace(milica.id)).text).not.toContain('123 45 67')
})

test.each([
  ['nothing', '', 'нисам чуо ниједну реч'],
  ['a provider that fails', { status: 500 }, 'нисам успео да преслушам'],
  ['a wrong key', { status: 401 }, 'нисам успео да преслушам'],
])('%s gets a kind word', async (_, heard, line) => {
  expect((await say(heard)).words).toContain(line)
})

test('a recording of more than five minutes is turned down before it is fetched', async () => {
  const { words } = await say('Ко усваја ЛАП?', 400)
  expect(words).toContain('дужа од 5 минута')
  expect(bot.model.heard).toEqual([])
})

test('help says that voice messages are heard and who writes, and whoever sends something else is not told otherwise', async () => {
  const milica = await bot.person()
  const help = wordsOf(await milica.ask('/pomoc'))
  expect(help).toContain('гласовне поруке до 5 минута')
  expect(help).toContain('пише језички модел')
  expect(help).toContain('/novo')
  const { messageId } = await milica.sendFile('photos', new File([aPng()], 'slika.png', { type: 'image/png' }))
  const [answer] = await milica.fromBot(messageId)
  expect(wordsOf(answer!)).toContain('слушам гласовне поруке')
})
