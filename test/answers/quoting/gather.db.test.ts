import { beforeAll, describe, expect, test } from 'vitest'
import { type Answer, quotesOf } from '../../../src/answers/answer.ts'
import { gather } from '../../../src/answers/quoting/gather.ts'
import { asWritten } from '../../../src/answers/reading/understand.ts'
import { answerMessage } from '../../../src/answers/texts.ts'
import { plainOfBlocks } from '../../../src/bot/message/rich.ts'
import { ingestFolder } from '../../../src/knowledge/ingest/ingest.ts'
import { textOfBlock } from '../../../src/knowledge/readers/document.ts'
import { createSearch, type Search } from '../../../src/knowledge/search/search.ts'
import { fold } from '../../../src/language/fold.ts'
import type { Locale } from '../../../src/language/locale.ts'
import { sentences } from '../../../src/language/sentences.ts'
import { SPELLINGS } from '../../../src/language/spellings.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { SHIPPED_KNOWLEDGE } from '../../support/bot.ts'
import { aDatabase } from '../../support/database/database.ts'
import { labelled } from '../../support/questions.ts'

let search: Search
beforeAll(async () => {
  const database = await aDatabase()
  await ingestFolder({ database, clock: systemClock, folder: SHIPPED_KNOWLEDGE })
  search = createSearch(database.pool)
})

const answerTo = (text: string) => gather(search, asWritten(text))

/** What a person reads above the folded sources. */
function shown(answer: Answer, locale: Locale = 'sr-Cyrl'): string {
  return plainOfBlocks(answerMessage(0, locale, answer, 0).content.filter((block) => block.type !== 'details'))
}

describe('several questions of one message', () => {
  test.each([
    [
      'Ко усваја ЛАП? Колико траје јавна расправа?',
      'sr-Cyrl',
      ['Ко усваја ЛАП?', 'скупштина', 'Колико траје јавна', '15'],
    ],
    [
      'Ko usvaja LAP? Koliko traje javna rasprava?',
      'sr-Latn',
      ['Ko usvaja LAP?', 'skupština', 'Koliko traje javna', '15'],
    ],
    [
      'ko usvaja lap, a koliko traje javna rasprava',
      'sr-Latn',
      ['Ko usvaja lap', 'skupština', 'Koliko traje javna', '15'],
    ],
  ] as const)('are answered in turn, each under its own words: «%s»', async (text, locale, inTurn) => {
    const words = shown(await answerTo(text), locale)
    const places = inTurn.map((part) => words.indexOf(part))
    expect(places, words).not.toContain(-1)
    expect(places, words).toEqual(places.toSorted((a, b) => a - b))
  })

  test('name the one that the material does not answer', async () => {
    const words = shown(await answerTo('Ко усваја ЛАП? Колико кошта литар млека у Шапцу?'))
    expect(words).toContain('усваја скупштина')
    expect(words).toContain('На питање „Колико кошта литар млека у Шапцу?“ у материјалу нема одговора.')
  })

  test('are unknown when the material answers none', async () => {
    expect(await answerTo('Ко је победио на Евровизији? Колико кошта литар млека?')).toMatchObject({ kind: 'unknown' })
  })

  test('quote a passage that answers two of them under one number', async () => {
    const answer = await answerTo('Ко усваја ЛАП? Да ли Савет за миграције усваја ЛАП?')
    expect(answer.kind).toBe('quoted')
    const quotes = answer.kind === 'quoted' ? answer.quotes : []
    expect(new Set(quotes.map((quote) => quote.chunk.id)).size).toBe(quotes.length)
    expect(quotes.map((quote) => quote.n)).toEqual(quotes.map((_, i) => i + 1))
  })
})

test('a rewriting that asks for what must not be told is not answered as one with what it stands beside', async () => {
  const questions = ['Шта ради повереник?', 'Дај ми имена и адресе избеглица код повереника'] as const
  const raw = questions.join(' ')
  const understood = { ...asWritten(raw), questions, raw, isRewritten: true }
  expect(await gather(search, understood)).toMatchObject({ kind: 'declined', reason: 'personal-data' })
})

describe('a question that goes on about one thing', () => {
  test('is answered from the passage of the one before it, when it leans on that', async () => {
    const words = shown(
      await answerTo('Да ли држава даје општинама за мере популационе политике, и који део је плаћала 2023?'),
    )
    expect(words).toMatch(/2023/)
    expect(words).not.toContain('азил')
    expect(words).not.toMatch(/најближе је ово:\s*($|Ако сте мислили)/)
  })

  test('is no question of its own where the whole is found more surely', async () => {
    const words = shown(
      await answerTo('sta mogu da zavrsim jos ove nedelje, da u petak imam sta da pokazem nacelniku'),
      'sr-Latn',
    )
    expect(words).toMatch(/pet malih poslova/)
  })
})

describe('clauses of one question', () => {
  test.each([
    ['Ко расписује јавну расправу и колико дана мора да стоји отворена?', ['извршни орган', 'од 15 до 20 дана']],
    ['На колико година се план обично прави и ко на крају диже руку за њега?', ['на пет година', 'усваја скупштина']],
    ['Ко усваја план и колико често се састаје Савет за миграције?', ['усваја скупштина', 'два пута годишње']],
  ] as const)('found in different passages are answered in turn: «%s»', async (question, inTurn) => {
    for (const spell of Object.values(SPELLINGS)) {
      const words = fold(shown(await answerTo(spell(question))))
      const places = inTurn.map((part) => words.indexOf(fold(part)))
      expect(places, words).not.toContain(-1)
      expect(places, words).toEqual(places.toSorted((a, b) => a - b))
    }
  })

  test.each([
    'Шта му дође пасош показатеља и шта се у њега уписује?',
    'Како се зове онај годишњи преглед о миграцијама који Влада усваја и шта се у њему налази?',
  ])('found in one passage are answered as one, and none is said to have no answer: «%s»', async (question) => {
    for (const spell of Object.values(SPELLINGS)) {
      const answer = await answerTo(spell(question))
      expect(answer).toMatchObject({ kind: 'quoted' })
      expect(answer.kind === 'quoted' && (answer.parts ?? [])).toEqual([])
    }
  })

  test.each([
    'Ко усваја план и колика је цена бензина у Нишу?',
    'Колика је цена бензина у Нишу и ко усваја план?',
    'Ко усваја план и где могу да купим кафу?',
  ])('that the material says nothing of are named, and lose none that it answers: «%s»', async (question) => {
    for (const spell of Object.values(SPELLINGS)) {
      const words = fold(shown(await answerTo(spell(question))))
      expect(words).toContain('usvaja skupstina')
      expect(words).toMatch(/na pitanje .* u materijalu nema odgovora/)
    }
  })

  test('of too few words to be judged alone are answered from their sentence', async () => {
    for (const spell of Object.values(SPELLINGS)) {
      const words = fold(shown(await answerTo(spell('Ко усваја ЛАП и колико траје?'))))
      expect(words).toContain('usvaja skupstina')
      expect(words).toContain('na pet godina')
      expect(words).not.toContain('nema neposrednog odgovora')
    }
  })

  test('that must not be answered are declined wherever they stand', async () => {
    for (const spell of Object.values(SPELLINGS)) {
      const answer = await answerTo(spell('Ко усваја план и како да пређем границу илегално?'))
      expect(answer.kind === 'quoted' && answer.parts?.map((part) => part.answer.kind)).toEqual(['quoted', 'declined'])
    }
  })

  test('are no reason to forget the story around them', async () => {
    const words = shown(
      await answerTo('javili se ljudi iz Knina, hoce cigle i crep da zavrse kucu, kako da se prijave i kod koga'),
      'sr-Latn',
    )
    expect(words).toMatch(/^Porodica se za pomoć iz programa Komesarijata prijavljuje svojoj opštini/)
  })
})

describe('two things that are compared', () => {
  test.each([
    [
      'Која је разлика између нацрта и предлога плана?',
      ['Нацрт', 'Нацрт је текст плана', 'Предлог', 'Предлог је текст плана'],
    ],
    [
      'По чему се разликују пасош показатеља и извор провере?',
      ['Пасош показатеља је картица', 'Извор провере (верификације) је документ'],
    ],
  ] as const)('stand beside each other, each with its source: «%s»', async (question, inTurn) => {
    for (const spell of Object.values(SPELLINGS)) {
      const words = shown(await answerTo(spell(question)))
      const places = inTurn.map((part) => words.indexOf(part))
      expect(places, words).not.toContain(-1)
      expect(places, words).toEqual(places.toSorted((a, b) => a - b))
    }
  })

  test('are left to the passage that compares them itself, whatever they are called', async () => {
    const described = shown(await answerTo('koja je razlika izmedju ljudi sto pisu plan i saveta'), 'sr-Latn')
    expect(described).toMatch(/^Radna grupa piše LAP/)
    const words = shown(await answerTo('Која је разлика између радне групе и Савета за миграције?'))
    expect(words).toMatch(/^Радна група пише ЛАП и њен посао се по правилу завршава усвајањем, а Савет за миграције/)
  })
})

describe('an English question', () => {
  test('is answered under the English title of the passage, and told below that it is in Serbian', async () => {
    const words = shown(await answerTo('How many IDPs are there in Serbia?'), 'en')
    expect(words).toMatch(
      /^How many internally displaced persons \(IDPs\) are there in Serbia\? Početkom 2024\. godine u Srbiji/,
    )
    expect(words).toMatch(/The material is in Serbian; I quote it word for word, in Latin script\.$/)
  })

  test('after a difference gets the glossary in English', async () => {
    const words = shown(await answerTo('What is the difference between a draft and a proposal?'), 'en')
    expect(words).toContain('A draft is the text of the plan before the proposal is fixed.')
    expect(words).toContain('A proposal is the text of the plan put before the assembly for adoption.')
  })
})

test('a term that is asked for by a description stands first, with its meaning', async () => {
  const asked = 'Како се зове кад људи сваке године иду и враћају се?'
  const words = shown(await answerTo(asked))
  expect(words).toMatch(/^Циркуларна миграција је понављано одлажење и враћање\. \(Појмовник\)/)
})

describe('what is quoted of the shipped material', () => {
  const answers: { text: string; answer: Answer }[] = []
  beforeAll(async () => {
    for (const { text } of labelled('brief')) answers.push({ text, answer: await answerTo(text) })
  })
  /** Whatever is quoted, sentence by sentence, item by item, row by row, each with its passage. */
  const pieces = (answer: Answer) =>
    quotesOf(answer).flatMap(({ chunk, blocks }) =>
      blocks
        .flatMap((block) => textOfBlock(block).split('\n'))
        .flatMap((line) => line.split('[…]'))
        .flatMap(sentences)
        .map((text) => ({ text: fold(text), body: fold([chunk.body, ...chunk.headings].join(' ')) })),
    )

  test('stands in its passage, word for word', async () => {
    const strange: string[] = []
    for (const { text, answer } of answers)
      for (const piece of pieces(answer))
        if (!piece.text.split(' ').every((word) => piece.body.includes(word))) strange.push(`${text}: ${piece.text}`)
    expect(strange).toEqual([])
  })

  test('is said once', async () => {
    const twice: string[] = []
    for (const { text, answer } of answers) {
      const said = pieces(answer).map((piece) => piece.text)
      twice.push(
        ...said.filter((one, at) => one.length > 20 && said.indexOf(one) !== at).map((one) => `${text}: ${one}`),
      )
    }
    expect(twice).toEqual([])
  })

  test.each([
    ['Колико избеглица је било 2011. године?', '2011. година: око 86.000 избеглица'],
    ['Колико траје припрема израде ЛАП-а?', 'Припрема и одлуке: 2–3 недеље'],
    ['Ко је надлежан за дијаспору?', 'За дијаспору је надлежно Министарство спољних послова.'],
    [
      'Да ли Савет за миграције усваја ЛАП?',
      'Савет за миграције је саветодавно тело: савет даје мишљења и предлоге, али не усваја ЛАП.',
    ],
    ['Ко усваја ЛАП?', 'ЛАП усваја скупштина општине или града'],
    ['Који су задаци Савета за миграције?', 'Савет за миграције има два основна задатка'],
  ])('answers first: «%s»', async (question, expected) => {
    for (const spell of Object.values(SPELLINGS))
      expect(shown(await answerTo(spell(question))), spell(question)).toMatch(startingWith(expected))
  })
})

function startingWith(text: string): RegExp {
  return new RegExp(`^${RegExp.escape(text)}`)
}
