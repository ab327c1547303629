import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../../support/bot.ts'
import type { Behaviour, ModelRequest } from '../../support/models/server.ts'
import { aWritingBot, type WritingBot } from '../../support/models/writing.ts'

const QUESTION = 'Ко на крају усваја ЛАП?'
/** Said by the first passage in other words; a second reader may doubt it all the same. */
const ADOPTED = 'Скупштина општине или града усваја ЛАП.'
/** The passage's own sentence. */
const ADOPTS = 'Локални акциони план усваја скупштина општине или града.'
const LEADS = 'Савет за миграције даје мишљење, али не гласа. [1]'

let bot: WritingBot
beforeAll(async () => {
  bot = await aWritingBot({ secondReader: true, timeouts: { firstWordMs: 5_000, wholeMs: 10_000 } })
})

const isReading = ({ method }: ModelRequest) => method !== null
const readings = () => bot.model.requests.filter(isReading)

function verdicts(...said: string[]): Behaviour {
  return { say: JSON.stringify({ sentences: said.map((verdict, i) => ({ n: i + 1, verdict })) }) }
}

/** The model writes two sentences, and reads them so. Resolves to what a new person is told, and who that is. */
async function told(reading: Behaviour) {
  await bot.behave((request) => (isReading(request) ? reading : { say: `${ADOPTED} [1] ${LEADS}` }))
  const milica = await bot.person()
  return { words: wordsOf(await milica.ask(QUESTION)), id: milica.id }
}

describe('a second reader', () => {
  test('lets pass what it finds said, and the trace has its part', async () => {
    const { words, id } = await told(verdicts('says', 'says'))
    expect(words).toContain(ADOPTED.slice(0, -1))
    expect(await bot.trace(id)).toMatchObject({
      mode: 'model',
      removed: [],
      input_tokens: 2_000,
      evidence: { secondReader: { read: 2, refused: 0, inputTokens: 1_000, outputTokens: 100, cost: 0.002 } },
    })
  })

  test.each(['does-not-say', 'says-less'])('has a sentence replaced of which it finds «%s»', async (verdict) => {
    const { words, id } = await told(verdicts(verdict, 'says'))
    expect(words).not.toContain(ADOPTED.slice(0, -1))
    expect(words).toContain(`„${ADOPTS}“`)
    expect((await bot.trace(id)).removed).toEqual([
      { text: ADOPTED, cited: [1], reason: 'second-reader', detail: '', instead: ADOPTS },
    ])
  })

  test('is never shown the question, and sees only what is cited', async () => {
    await told(verdicts('says', 'says'))
    expect(readings()).toHaveLength(1)
    expect(readings()[0]!.user).not.toContain(QUESTION)
    expect(readings()[0]!.passages.map((passage) => passage.n)).toEqual([1])
  })

  test('cannot save what the code does not let pass', async () => {
    await bot.behave((request) =>
      isReading(request) ? verdicts('says', 'says') : { say: `ЛАП не усваја скупштина општине. [1] ${LEADS}` },
    )
    const milica = await bot.person()
    expect(wordsOf(await milica.ask(QUESTION))).not.toContain('не усваја скупштина')
  })

  test.each<[string, Behaviour]>([
    ['is down', { status: 500 }],
    ['says nonsense', { say: 'не знам' }],
    ['speaks of sentences that are not there', verdicts('says', 'says', 'does-not-say')],
  ])('that %s leaves the answer as the code let it pass', async (_, reading) => {
    const { words } = await told(reading)
    expect(words).toContain(ADOPTED.slice(0, -1))
  })

  test('is remembered with the answer, for whoever asks the same', async () => {
    await told(verdicts('does-not-say', 'says'))
    const ana = await bot.person()
    const words = wordsOf(await ana.ask(QUESTION))
    expect(words).toContain(`„${ADOPTS}“`)
    expect(words).not.toContain(ADOPTED.slice(0, -1))
    expect(await bot.trace(ana.id)).toMatchObject({ cached: true })
  })

  test('lets nothing be shown before it has read', async () => {
    const { id } = await told(verdicts('says', 'says'))
    expect((await bot.drafts(id)).some((draft) => draft.text.includes('усваја ЛАП'))).toBe(false)
  })
})
