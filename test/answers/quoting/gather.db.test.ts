import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../../src/answers/answer.ts'
import { gather } from '../../../src/answers/quoting/gather.ts'
import { asWritten } from '../../../src/answers/reading/understand.ts'
import { answerMessage } from '../../../src/answers/texts.ts'
import { plainOfBlocks } from '../../../src/bot/message/rich.ts'
import { ingestFolder } from '../../../src/knowledge/ingest/ingest.ts'
import { createSearch, type Search } from '../../../src/knowledge/search/search.ts'
import type { Locale } from '../../../src/language/locale.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { SHIPPED_KNOWLEDGE } from '../../support/bot.ts'
import { aDatabase } from '../../support/database.ts'

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
