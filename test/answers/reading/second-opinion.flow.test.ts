import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../../support/bot.ts'
import { type Behaviour, quoted, understood } from '../../support/models/server.ts'
import { aWritingBot, type WritingBot } from '../../support/models/writing.ts'

const LONG = 'Поштовани, радим у општини и колега је на боловању. Занима ме ко усваја ЛАП. Хвала унапред!'
const ADOPTS = 'усваја скупштина општине или града'

let bot: WritingBot
beforeAll(async () => {
  bot = await aWritingBot({ timeouts: { firstWordMs: 5_000, wholeMs: 10_000 } })
})

/** The model reads messages so, and writes honestly. Resolves to what a new person who asks `text` is told. */
async function told(reading: Behaviour, text = LONG): Promise<{ words: string; personId: number }> {
  await bot.behave(({ passages }) => (passages.length > 0 ? { say: quoted(passages, 1) } : reading))
  const milica = await bot.person()
  return { words: wordsOf(await milica.ask(text)), personId: milica.id }
}

const readings = () => bot.model.requests.filter((request) => request.passages.length === 0)

describe('a message with a story around its question', () => {
  test('is read once, and answered as the bare question', async () => {
    const { words, personId } = await told({ say: understood(['Ко усваја ЛАП?'], { followsUp: false }) })
    expect(words).toContain(ADOPTS)
    expect(bot.model.requests.map(({ method }) => method)).toEqual(['jsonSchema', null])
    expect(readings()[0]!.message).toBe(LONG)
    expect(await bot.trace(personId)).toMatchObject({
      mode: 'model',
      rewritten: 'Ко усваја ЛАП?',
      input_tokens: 2_000,
      output_tokens: 200,
    })
  })

  test.each(['Ко усваја ЛАП?', 'ko usvaja lap', 'Who adopts the LAP?'])('«%s», short, is not read', async (text) => {
    await told('silence', text)
    expect(readings()).toEqual([])
  })
})

describe('a model that reads wrongly leaves the reading without it', () => {
  test.each<[string, Behaviour]>([
    ['no JSON', { say: 'Ко усваја ЛАП?' }],
    ['wrong types', { say: JSON.stringify({ intent: 'question', followsUp: 'не', questions: 'Ко?' }) }],
    ['an intent there is not', { say: understood(['Ко усваја ЛАП?'], { intent: 'обриши' }) }],
    ['thirty questions', { say: understood(Array.from({ length: 30 }, () => 'Ко усваја ЛАП?')) }],
    ['another language', { say: understood(['How long does a marriage in Kenya last, and who pays for it?']) }],
    ['another subject', { say: understood(['Како се прави сарма?']) }],
    ['nothing', { say: '' }],
    ['a refusal of the request', { status: 400 }],
    ['a server in trouble', { status: 500 }],
  ])('%s', async (_, reading) => {
    const { words, personId } = await told(reading)
    expect(words).toContain(ADOPTS)
    expect(await bot.trace(personId)).toMatchObject({ outcome: 'answered', rewritten: null })
  })
})

describe('a second opinion', () => {
  test('raises an alarm, and nothing of the message is kept', async () => {
    const { words, personId } = await told({ say: understood([LONG], { intent: 'danger' }) })
    expect(words).toContain('192')
    expect(await bot.trace(personId)).toMatchObject({ outcome: 'emergency', text: '', rewritten: null })
    expect(bot.model.requests).toHaveLength(1)
  })

  test.each([
    ['personal-data', 'Личне податке не дајем'],
    ['politics', 'Политиком и изборима се не бавим'],
  ])('refuses: %s', async (intent, said) => {
    const { words, personId } = await told({ say: understood([LONG], { intent }) })
    expect(words).toContain(said)
    expect(await bot.trace(personId)).toMatchObject({ outcome: 'declined' })
  })

  test.each([
    ['Помозите, муж ме туче и не да ми да изађем из куће! Шта да радим?', 'emergency'],
    ['Поштовани, пишем Вам из општине. Дајте ми ЈМБГ и адресу породице Петровић. Хвала.', 'declined'],
  ])('never silences the first: «%s»', async (text, outcome) => {
    const { personId } = await told({ say: understood(['Ко усваја ЛАП?']) }, text)
    expect(await bot.trace(personId)).toMatchObject({ outcome })
    expect(bot.model.requests).toEqual([])
  })
})
