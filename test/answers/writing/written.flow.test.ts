import type { Message } from 'grammy/types'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buttonDataOf, buttonsOf, type TestPerson, wordsOf } from '../../support/bot.ts'
import { firstSentence, quoted, quoting } from '../../support/models/server.ts'
import { aWritingBot, type WritingBot } from '../../support/models/writing.ts'

const ADOPTS = 'усваја скупштина општине или града'
/** Of the passage beside it; it stands in no extractive answer to who adopts. */
const MEANS = 'је документ општине о миграцијама'

let bot: WritingBot
beforeAll(async () => {
  bot = await aWritingBot({ timeouts: { firstWordMs: 700, wholeMs: 2_500 } })
})
beforeEach(() => bot.behave(quoting()))

describe('a written answer', () => {
  test('cites the passages it is made of, and the trace explains it', async () => {
    const milica = await bot.person()
    const answer = await milica.ask('Ко усваја ЛАП?')
    expect(wordsOf(answer)).toContain(`${ADOPTS}.\u00a0[1]`)
    expect(wordsOf(answer)).toContain(`${MEANS}.\u00a0[2]`)
    expect(wordsOf(answer)).toContain('Извори (2)')
    expect(await bot.trace(milica.id)).toMatchObject({
      outcome: 'answered',
      mode: 'model',
      model: 'openai:scripted',
      prompt_hash: expect.stringMatching(/^[0-9a-f]{12}$/),
      input_tokens: 1_000,
      output_tokens: 100,
      cost: '0.002000',
      verdict: 'grounded',
      removed: [],
      fallback: null,
      rewritten: null,
    })
  })

  test.each([
    ['Ko usvaja LAP?', 'usvaja skupština opštine ili grada'],
    ['Ко усваја ЛАП?', ADOPTS],
  ])('to «%s» stands in the script of the question', async (question, words) => {
    const milica = await bot.person()
    expect(wordsOf(await milica.ask(question))).toContain(words)
  })

  test('to an English question is written in English', async () => {
    await bot.behave(() => ({ say: 'The local action plan (LAP) is adopted by the municipal or city assembly. [1]' }))
    const john = await bot.person({ languageCode: 'en' })
    const answer = wordsOf(await john.ask('Who adopts the LAP?'))
    expect(bot.model.requests[0]!.system).toContain('English')
    expect(await bot.trace(john.id)).toMatchObject({ mode: 'model' })
    expect(answer).toContain('is adopted by the municipal or city assembly')
  })

  test('may have lists, headings, tables and bold words', async () => {
    await bot.behave(({ passages }) => ({
      say: `## Усвајање\n\n**Локални акциони план** усваја скупштина општине или града. [1]\n\n- Савет за миграције даје мишљење, али не гласа. [1]\n\n| Општина | Период |\n|---|---|\n| Кладово | 2017–2021 [${passages.find((one) => one.text.includes('Кладово'))!.n}] |\n`,
    }))
    const milica = await bot.person()
    const answer = await milica.ask('Ко усваја ЛАП?')
    const kinds = answer.rich_message!.blocks.map((block) => block.type)
    expect(kinds).toEqual(['heading', 'paragraph', 'list', 'table', 'details'])
  })

  test('is left alone by what the check removes, and the trace keeps what that was', async () => {
    await bot.behave(({ passages }) => ({
      say: `${firstSentence(passages[0]!.text)} [1] ЛАП усваја влада у року од 45 дана. [1] ${firstSentence(passages[1]!.text)} [2]`,
    }))
    const milica = await bot.person()
    const answer = wordsOf(await milica.ask('Ко усваја ЛАП?'))
    expect(answer).toContain(ADOPTS)
    expect(answer).not.toContain('45')
    const { removed } = await bot.trace(milica.id)
    expect(removed!.map((one) => one.text)).toEqual([expect.stringContaining('45')])
  })
})

describe('what the model gets wrong', () => {
  test.each([
    ['a lie in the right form', 'ЛАП усваја влада Републике у року од 45 дана, за 12.000 евра. [1]'],
    ['sentences that cite nothing', 'Локални акциони план усваја скупштина општине или града.'],
    ['passages that are not there', 'Локални акциони план усваја скупштина општине или града. [77]'],
    ['the wrong script', 'Lokalni akcioni plan usvaja skupština opštine ili grada. [1]'],
    ['the wrong language', 'The local action plan is adopted by the assembly of the municipality or city. [1]'],
    ['a refusal', 'Нажалост, као језички модел не могу да помогнем.'],
  ])('%s becomes the quoted answer, with a line that says so', async (_, say) => {
    await bot.behave(() => ({ say }))
    const milica = await bot.person()
    const answer = wordsOf(await milica.ask('Ко усваја ЛАП?'))
    expect(answer).toContain('није прошао проверу')
    expect(answer).toContain(ADOPTS)
    expect(answer).not.toMatch(/45|12\.000|језички модел|\[77\]/)
    expect(await bot.trace(milica.id)).toMatchObject({ outcome: 'answered', mode: 'extractive', fallback: 'check' })
  })

  test('NO_ANSWER is an honest «Не знам», without sources', async () => {
    await bot.behave(() => ({ say: 'NO_ANSWER' }))
    const milica = await bot.person()
    const answer = await milica.ask('Ко усваја ЛАП?')
    expect(wordsOf(answer)).toContain('Не знам.')
    expect(wordsOf(answer)).not.toContain('Извор')
    expect(answer.entities!.some(({ type }) => type === 'expandable_blockquote')).toBe(false)
    expect(await bot.trace(milica.id)).toMatchObject({ outcome: 'no-answer', verdict: 'no-answer' })
  })
})

describe('a provider in trouble', () => {
  // The clock is the app's: ten minutes later the breaker lets us ask again.
  beforeEach(() => bot.call('POST', '/clock', { advance: 'PT2H' }))

  test.each([
    ['answers 500', { status: 500 }, 'тренутно не могу'],
    ['answers 401', { status: 401 }, 'тренутно не могу'],
    ['answers 400', { status: 400 }, 'нисам могао да напишем'],
    ['is silent', 'silence', 'предуго траје'],
    ['is slow to begin', { say: 'касно', first: 1_500 }, 'предуго траје'],
    ['never ends', 'endless', ADOPTS],
    ['breaks off', { say: 'Локални акциони план усваја скупштина [1]', cutAfter: 2 }, 'тренутно не могу'],
    ['says nothing', { say: '' }, 'тренутно не могу'],
    ['filters the answer away', { say: 'Локални', finish: 'content_filter' }, 'нисам могао да напишем'],
  ] as const)('that %s leaves the quoted answer', async (_, behaviour, line) => {
    await bot.behave(() => behaviour)
    const milica = await bot.person()
    const answer = wordsOf(await milica.ask('Ко усваја ЛАП?'))
    expect(answer).toContain(line)
    expect(answer).toContain(ADOPTS)
    expect(answer).not.toContain('Error')
    expect(await bot.trace(milica.id)).toMatchObject({ outcome: 'answered', mode: 'extractive' })
  })

  test('that sends bytes which are no UTF-8 does no harm', async () => {
    await bot.behave(({ passages }) => ({ say: quoted(passages, 2), broken: true }))
    const milica = await bot.person()
    expect(wordsOf(await milica.ask('Ко усваја ЛАП?'))).toContain(ADOPTS)
  })

  test('that asks for a long wait is left alone for so long, and then asked again', async () => {
    await bot.behave(() => ({ status: 429, retryAfter: 1_800 }))
    const milica = await bot.person()
    expect(wordsOf(await milica.ask('Ко усваја ЛАП?'))).toContain('тренутно не могу')
    await bot.behave(quoting())
    expect(wordsOf(await milica.ask('Колико често се састаје савет?'))).toContain('тренутно не могу')
    expect(bot.model.requests).toEqual([])
    await bot.call('POST', '/clock', { advance: 'PT40M' })
    expect(wordsOf(await milica.ask('Како тече јавна расправа о ЛАП-у?'))).not.toContain('тренутно не могу')
    expect(bot.model.requests).toHaveLength(1)
  })

  test('that fails three times in a row is left alone, and recovers', async () => {
    await bot.behave(() => ({ status: 503 }))
    const milica = await bot.person()
    for (const question of [
      'Ко усваја ЛАП?',
      'Колико често се састаје савет?',
      'Ко позива на седницу савета?',
      'Како тече јавна расправа?',
    ])
      expect(wordsOf(await milica.ask(question))).toContain('тренутно не могу')
    const asked = bot.model.requests.length
    await bot.behave(quoting())
    expect(asked).toBe(3)
    await bot.call('POST', '/clock', { advance: 'PT2M' })
    expect(wordsOf(await milica.ask('На колико година се доноси ЛАП?'))).toContain('[1]')
    expect(await bot.trace(milica.id)).toMatchObject({ mode: 'model' })
  })
})

describe('a repeated question', () => {
  test('is answered from the cache, in any script and spelling of it, until the material changes', async () => {
    const milica = await bot.person()
    const jovan = await bot.person({ name: 'Јован' })
    await milica.ask('Ко усваја ЛАП?')
    const again = await jovan.ask('ко усваја лап')
    expect(wordsOf(again)).toContain(`${MEANS}.\u00a0[2]`)
    expect(bot.model.requests).toHaveLength(1)
    expect(await bot.trace(jovan.id)).toMatchObject({
      mode: 'model',
      cached: true,
      input_tokens: 0,
      verdict: 'grounded',
    })
    await bot.database.pool.query('update collection set version = version + 1')
    const vera = await bot.person({ name: 'Вера' })
    await vera.ask('Ко усваја ЛАП?')
    expect(bot.model.requests).toHaveLength(2)
  })
})

describe('feedback', () => {
  test('is a tap, a reason is another, and both can be changed', async () => {
    const milica = await bot.person()
    const answer = await milica.ask('Ко усваја ЛАП?')
    const buttons = async () =>
      buttonsOf((await milica.messages()).find((one) => one.message_id === answer.message_id)!)
    const given = async () =>
      (await bot.database.pool.query('select helpful, reason from feedback where given_by = $1', [milica.id])).rows
    await milica.tap(answer.message_id, '👎 Није корисно')
    await expect.poll(buttons).toContain('👎 Није корисно ✓')
    expect(await given()).toEqual([{ helpful: false, reason: null }])
    await milica.tap(answer.message_id, 'Погрешан извор')
    await expect.poll(buttons).toContain('Погрешан извор ✓')
    expect(await given()).toEqual([{ helpful: false, reason: 'source' }])
    await milica.tap(answer.message_id, '👍 Корисно')
    await expect.poll(buttons).toContain('👍 Корисно ✓')
    expect(await buttons()).not.toContain('Нејасно')
    expect(await given()).toEqual([{ helpful: true, reason: null }])
    expect(await buttons()).toContain('Још о томе')
  })
})

test('the trace tells when a whole answer went for its language or script', async () => {
  await bot.behave(() => ({ say: 'Lokalni akcioni plan usvaja skupština opštine ili grada. [1]' }))
  const milica = await bot.person()
  await milica.ask('Ко усваја ЛАП?')
  expect(await bot.trace(milica.id)).toMatchObject({
    fallback: 'check',
    removed: [{ reason: 'language', detail: 'sr latn' }],
  })
})

describe('an answer that somebody called wrong', () => {
  const complain = async (person: TestPerson, { message_id }: Message, ...[unhelpful, reason]: [string, string]) => {
    await person.tap(message_id, unhelpful)
    const shown = async () => buttonsOf((await person.messages()).find((one) => one.message_id === message_id)!)
    await expect.poll(shown).toContain(reason)
    await person.tap(message_id, reason)
  }

  test('is not given again from the cache; one that is only unclear is', async () => {
    const milica = await bot.person()
    await complain(milica, await milica.ask('Ко усваја ЛАП?'), '👎 Није корисно', 'Нејасно')
    const jovan = await bot.person({ name: 'Јован' })
    const again = await jovan.ask('Ko usvaja LAP')
    expect(await bot.trace(jovan.id)).toMatchObject({ cached: true })
    await complain(jovan, again, '👎 Nije korisno', 'Netačno')
    const petar = await bot.person({ name: 'Петар' })
    await petar.ask('ко усваја ЛАП')
    expect(await bot.trace(petar.id)).toMatchObject({ cached: false, mode: 'model' })
  })
})

describe('other forms of an answer', () => {
  test('are a tap away, from the same passages, once', async () => {
    const milica = await bot.person()
    const answer = await milica.ask('Ко усваја ЛАП?')
    await milica.tap(answer.message_id, 'Објасни једноставније')
    const [simpler] = await milica.fromBot(answer.message_id)
    expect(wordsOf(simpler!)).toContain('Једноставније објашњење')
    expect(buttonsOf(simpler!)).not.toContain('Објасни једноставније')
    expect(buttonsOf(simpler!)).toContain('Упореди')
    expect(wordsOf(simpler!)).toContain(`${ADOPTS}.\u00a0[1]`)
    await milica.tap(answer.message_id, 'Објасни једноставније')
    expect(await milica.fromBot(simpler!.message_id, 0)).toEqual([])
    expect(new Set(bot.model.requests.map((one) => one.system)).size).toBe(2)
  })

  test('say so when there is nothing to compare or the provider is down, and can be asked again', async () => {
    const milica = await bot.person()
    const answer = await milica.ask('Ко усваја ЛАП?')
    await bot.behave(() => ({ say: 'NO_ANSWER' }))
    await milica.tap(answer.message_id, 'Упореди')
    const [none] = await milica.fromBot(answer.message_id)
    expect(wordsOf(none!)).toContain('нема довољно података за то')
    await bot.behave(quoting())
    await milica.tap(answer.message_id, 'Упореди')
    const [compared] = await milica.fromBot(none!.message_id)
    expect(wordsOf(compared!)).toContain(ADOPTS)
  })

  test('of somebody else’s answer are not given', async () => {
    const milica = await bot.person()
    const jovan = await bot.person({ name: 'Јован' })
    const hers = await milica.ask('Ко усваја ЛАП?')
    await jovan.ask('Колико често се састаје савет?')
    const data = buttonDataOf(hers).find((one) => one.startsWith('as:'))!
    expect(data).toMatch(/^as:\d+:\w+$/)
    const { rows } = await bot.database.pool.query('select count(*)::int as count from question where chat_id = $1', [
      jovan.id,
    ])
    expect(rows[0]!.count).toBe(1)
  })
})
