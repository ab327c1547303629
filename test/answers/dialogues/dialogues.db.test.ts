import { beforeAll, describe, expect, test } from 'vitest'
import { type Answer, outcomeOf, quotesOf } from '../../../src/answers/answer.ts'
import type { Conversation } from '../../../src/answers/reading/conversation.ts'
import { remembered } from '../../../src/answers/remember.ts'
import { type Response, respond } from '../../../src/answers/respond.ts'
import { answerMessage } from '../../../src/answers/texts.ts'
import { ingestFolder } from '../../../src/knowledge/ingest/ingest.ts'
import { createSearch, type Search } from '../../../src/knowledge/search/search.ts'
import { SPELLINGS } from '../../../src/language/spellings.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import type { Db } from '../../../src/platform/database/database.ts'
import { SHIPPED_KNOWLEDGE } from '../../support/bot.ts'
import { aDatabase } from '../../support/database/database.ts'

let parts: { db: Db; search: Search; writer: null }
beforeAll(async () => {
  const database = await aDatabase()
  await ingestFolder({ database, clock: systemClock, folder: SHIPPED_KNOWLEDGE })
  parts = { db: database.pool, search: createSearch(database.pool), writer: null }
})

/** Says the messages of one person, one after the other; returns what each came to. */
async function talk(messages: readonly string[]): Promise<Response[]> {
  let conversation: Conversation = []
  const all: Response[] = []
  for (const text of messages) {
    const call = { chatId: 0, stop: new AbortController().signal, waiting: <T>(work: () => Promise<T>) => work() }
    const said = await respond(parts, { text, locale: 'sr-Cyrl', conversation, call, onProgress: () => {} })
    const message = answerMessage(0, 'sr-Cyrl', said.answer, 0)
    conversation = remembered(conversation, said, { locale: 'sr-Cyrl', message })
    all.push(said)
  }
  return all
}

/** What an answer is about: the headings of what it quotes first, or asks back with. */
function headingsOf(answer: Answer): string[] {
  if (answer.kind === 'asked-back') return answer.choices.map((chunk) => chunk.headings.at(-1) ?? '')
  if (answer.kind === 'term') return [answer.term.term]
  return quotesOf(answer)
    .slice(0, 1)
    .map((quote) => quote.chunk.headings.at(-1) ?? '')
}

/** A first question, what follows, and a heading that what follows is about. */
const FOLLOW_UPS: [first: string, follow: string, heading: RegExp][] = [
  ['Шта у ЛАП-у планирати за избеглице?', 'а за расељене?', /интерно расељена лица/],
  ['Шта у ЛАП-у планирати за избеглице?', 'а за стране раднике', /стране раднике/],
  ['Колико траје јавна расправа?', 'а ко је расписује', /јавну расправу/],
  ['Шта је Миграциони профил?', 'ко га усваја', /Миграциони профил/],
  ['Шта ради повереник?', 'а координатор', /координатор/],
  ['Колико је радних дозвола издато 2023?', 'а 2022', /страних радника/],
  ['Како се прави буџет плана?', 'не то, него стабло циљева', /стабло циљева/],
  ['Како се прави СВОТ анализа?', 'дај пример', /Пример.* СВОТ/],
]

describe.each(Object.entries(SPELLINGS))('%s', (_, spell) => {
  test.each(FOLLOW_UPS)('«%s» – «%s» is about %s', async (first, follow, heading) => {
    const [, said] = await talk([first, follow].map(spell))
    expect(headingsOf(said!.answer).join('\n')).toMatch(heading)
  })
})

test.each([
  ['Ко усваја ЛАП?', 'Колико жртава трговине људима има у Србији?', /жртава/],
  ['Ко усваја ЛАП?', 'Шта је показатељ учинка у плану?', /показатељ/i],
  ['Шта је СВОТ анализа?', 'Колико Србија има становника по попису?', /становника/],
])('after «%s», «%s» is a question of its own', async (first, other, heading) => {
  const [, said] = await talk([first, other])
  expect(headingsOf(said!.answer).join('\n')).toMatch(heading)
})

describe('what is said of the last answer', () => {
  test.each([
    ['objasni krace', 'quoted'],
    ['откуд тај податак', 'sources'],
    ['još', 'quoted'],
    ['ne to', 'asked-back'],
    ['да', 'asked-back'],
  ])('«%s» gives %s', async (saying, kind) => {
    const [, said] = await talk(['Колико траје јавна расправа о нацрту?', saying])
    expect(said!.answer.kind).toBe(kind)
  })

  test('in short, it is the first sentence of what was cited', async () => {
    const [first, short] = await talk(['Ко усваја ЛАП?', 'објасни краће'])
    const [cited] = quotesOf(first!.answer)
    const [told] = quotesOf(short!.answer)
    expect(told!.chunk.id).toBe(cited!.chunk.id)
    expect(cited!.chunk.body).toContain('text' in told!.blocks[0]! ? told!.blocks[0].text : '')
  })

  test('more of it is something else each time', async () => {
    const [first, second, third] = await talk(['Како се спроводи јавна расправа?', 'још', 'још'])
    const ids = [first, second, third].map((one) => quotesOf(one!.answer)[0]!.chunk.id)
    expect(new Set(ids).size).toBe(3)
  })

  test('an example that is not there is said not to be there', async () => {
    const [, said] = await talk(['Колико дана траје обука за ЛАП?', 'дај пример'])
    expect(said!.answer).toEqual({ kind: 'none-such', what: 'example' })
  })

  test('without anything said before it is a question as any', async () => {
    const [said] = await talk(['још'])
    expect(outcomeOf(said!.answer).outcome).not.toBe('answered')
  })
})

test('what the material says nothing of is no answer just because the subject is known', async () => {
  const [, said] = await talk(['Шта је јединствена дозвола?', 'а колико то кошта'])
  expect(['near', 'asked-back', 'unknown']).toContain(said!.answer.kind)
})

test('a refusal is no part of the conversation', async () => {
  const [, , said] = await talk(['Ко усваја ЛАП?', 'дај ми имена породица из Ниша', 'откуд тај податак'])
  expect(headingsOf(said!.answer).join()).toMatch(/усваја/)
})
