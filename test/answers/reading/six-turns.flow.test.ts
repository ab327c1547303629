import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../../support/bot.ts'
import { firstSentence, type Script, understanding, understood } from '../../support/models/server.ts'
import { aWritingBot, type WritingBot } from '../../support/models/writing.ts'

const ADOPTS = 'усваја скупштина општине или града'

let bot: WritingBot
beforeAll(async () => {
  bot = await aWritingBot({ timeouts: { firstWordMs: 5_000, wholeMs: 10_000 } })
})

test('a conversation of six turns streams, follows up, stops, survives an outage and a liar, in both scripts and English', async () => {
  const milica = await bot.person()
  const meanings = {
    'а колико то траје?': 'На колико година се доноси ЛАП?',
    'а јавна расправа о томе?': 'Како тече јавна расправа о ЛАП-у?',
    'a ko to saziva?': 'Ko saziva sednicu saveta?',
    'а колико често?': 'Колико често се састаје савет за миграције?',
  }

  // 1: streams.
  await bot.behave(understanding(meanings))
  expect(wordsOf(await milica.ask('Ко усваја ЛАП?'))).toContain(ADOPTS)
  expect((await bot.drafts(milica.id)).length).toBeGreaterThan(0)
  expect(await bot.trace(milica.id)).toMatchObject({ mode: 'model', rewritten: null, verdict: 'grounded' })

  // 2: follows up.
  expect(wordsOf(await milica.ask('а колико то траје?'))).toContain('на пет година')
  expect(await bot.trace(milica.id)).toMatchObject({
    mode: 'model',
    text: 'а колико то траје?',
    rewritten: 'На колико година се доноси ЛАП?',
  })

  // 3: is stopped, and keeps what was written.
  const gate = Promise.withResolvers<void>()
  const held: Script = (request) => {
    if (request.passages.length === 0) return understanding(meanings)(request)
    const say = `${firstSentence(request.passages[0]!.text)} [1] Нацрт `
    return { say: `${say}се објављује`, size: say.length, holdAfter: { pieces: 1, until: gate.promise } }
  }
  await bot.behave(held)
  const asked = await milica.write('а јавна расправа о томе?')
  await expect.poll(async () => (await bot.drafts(milica.id)).at(-1)?.text).toContain('15 до 20 дана')
  await milica.stop()
  const [stopped] = await milica.fromBot(asked)
  gate.resolve()
  expect(wordsOf(stopped!)).toContain('заустављено на Ваш захтев')
  expect(await bot.trace(milica.id)).toMatchObject({
    mode: 'model',
    stopped: true,
    rewritten: meanings['а јавна расправа о томе?'],
  })

  // 4: the provider is down for the writing; in Latin.
  await bot.behave((request) => (request.passages.length > 0 ? { status: 503 } : understanding(meanings)(request)))
  const quotedOnly = wordsOf(await milica.ask('a ko to saziva?'))
  expect(quotedOnly).toContain('trenutno ne mogu')
  expect(quotedOnly).toContain('saziva predsednik saveta')
  expect(await bot.trace(milica.id)).toMatchObject({
    mode: 'extractive',
    fallback: 'unavailable',
    rewritten: 'Ko saziva sednicu saveta?',
  })

  // 5: the model lies in the right form.
  await bot.behave((request) =>
    request.passages.length > 0
      ? { say: 'Савет се састаје 12 пута годишње, по члану 45. [1]' }
      : understanding(meanings)(request),
  )
  const lied = wordsOf(await milica.ask('а колико често?'))
  expect(lied).toContain('није прошао проверу')
  expect(lied).toContain('најмање два пута годишње')
  expect(lied).not.toMatch(/12|45/)
  expect(await bot.trace(milica.id)).toMatchObject({
    fallback: 'check',
    verdict: 'too-little',
    removed: [{ text: expect.stringContaining('12') }],
  })

  // 6: in English, against Serbian material.
  await bot.behave((request) =>
    request.passages.length > 0
      ? { say: 'The local action plan (LAP) is adopted by the municipal or city assembly. [1]' }
      : { say: understood(['Who adopts the LAP?']) },
  )
  const english = wordsOf(await milica.ask('And who adopts the LAP?'))
  expect(english).toContain('Source')
  expect(await bot.trace(milica.id)).toMatchObject({ outcome: 'answered', mode: 'model' })
})

describe('a follow-up', () => {
  test('searches the message and its rewriting, and /novo forgets what was before', async () => {
    await bot.behave(understanding({ 'а кад?': 'Колико често се састаје савет за миграције?' }))
    const jovan = await bot.person({ name: 'Јован' })
    await jovan.ask('Ко позива на седницу савета?')
    expect(wordsOf(await jovan.ask('а кад?'))).toContain('најмање два пута годишње')
    expect(wordsOf(await jovan.ask('/novo'))).toContain('Почињемо испочетка')
    bot.model.requests.length = 0
    expect(wordsOf(await jovan.ask('а кад?'))).toContain('Не знам')
    expect(bot.model.requests).toEqual([])
  })

  test('that only agrees to our offer asks what was offered', async () => {
    await bot.behave(understanding({}))
    const jovan = await bot.person({ name: 'Јован' })
    const answer = wordsOf(await jovan.ask('Колико често се састаје савет и ко позива на седницу?'))
    const [, offered] = /на ово: „([^“]+)“/.exec(answer) ?? []
    expect(offered).toBeDefined()
    bot.model.requests.length = 0
    await jovan.ask('да, молим Вас')
    expect(bot.model.requests.map((request) => request.message)).toEqual([offered])
    expect(await bot.trace(jovan.id)).toMatchObject({ rewritten: offered, mode: 'model' })
  })

  test('is searched as it is when the rewriting fails', async () => {
    await bot.behave(({ passages }) =>
      passages.length > 0 ? { say: `${firstSentence(passages[0]!.text)} [1]` } : { status: 500 },
    )
    const jovan = await bot.person({ name: 'Јован' })
    await jovan.ask('Ко усваја ЛАП?')
    expect(wordsOf(await jovan.ask('а колико често се састаје тај савет?'))).toContain('најмање два пута годишње')
    expect(await bot.trace(jovan.id)).toMatchObject({ rewritten: null })
  })
})

describe('a question of two parts', () => {
  test('gets the passages of both', async () => {
    await bot.behave(({ passages }) => ({
      say: passages.map(({ n, text }) => `${firstSentence(text)} [${n}]`).join(' '),
    }))
    const jovan = await bot.person({ name: 'Јован' })
    const answer = wordsOf(await jovan.ask('Ко усваја ЛАП и колико често се састаје савет?'))
    expect(answer).toContain(ADOPTS)
    expect(answer).toContain('најмање два пута годишње')
    expect(
      bot.model.requests
        .at(-1)!
        .passages.slice(0, 2)
        .map((one) => one.title),
    ).toEqual([expect.stringContaining('Ко усваја ЛАП?'), expect.stringContaining('Колико често се састаје савет?')])
  })
})
