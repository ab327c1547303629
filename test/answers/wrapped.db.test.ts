import { beforeAll, describe, expect, test } from 'vitest'
import { type Answer, quotesOf } from '../../src/answers/answer.ts'
import { answer } from '../../src/answers/quoting/answer.ts'
import { ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { createSearch, type Search } from '../../src/knowledge/search/search.ts'
import { toLatin } from '../../src/language/script.ts'
import { withoutDiacritics } from '../../src/language/spellings.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { SHIPPED_KNOWLEDGE } from '../support/bot.ts'
import { aDatabase } from '../support/database/database.ts'
import { labelled } from '../support/questions.ts'

let search: Search
beforeAll(async () => {
  const database = await aDatabase()
  await ingestFolder({ database, clock: systemClock, folder: SHIPPED_KNOWLEDGE })
  search = createSearch(database.pool)
})

/** What people put around a question. */
const WRAPPINGS: Record<string, (question: string) => string> = {
  'a greeting': (question) => `Поштовани, ${question}`,
  thanks: (question) => `${question} Хвала унапред и срдачан поздрав!`,
  'a signature': (question) => `${question}\nС поштовањем,\nМилица Јовановић, општинска управа`,
  'a sentence before': (question) => `Ја сам нова у општини и председник ме притиска. ${question}`,
  'a sentence after': (question) => `${question} Питам јер колега који је то знао више не ради код нас.`,
  'all of a letter': (question) =>
    `Добар дан,\nјављам се из мале општине, рок нам је петак.\n${question}\nХвала на стрпљењу,\nДраган`,
}

/** What stands first in an answer. */
function firstOf(found: Answer): string {
  return found.kind === 'term' ? found.term.term : String(quotesOf(found)[0]?.chunk.id ?? found.kind)
}

const isSure = (found: Answer) => found.kind === 'quoted' || found.kind === 'term'

describe('what stands around an answered question', () => {
  const SPELLINGS = [(text: string) => text, toLatin, withoutDiacritics]
  const asked = labelled('brief')
    .filter(({ expect: label, form }) => label === 'answered' && form !== 'E')
    .filter((_, i) => i % 2 === 0)
    .map(({ text }, i) => ({ text: /[?.!]$/.test(text) ? text : `${text}?`, spell: SPELLINGS[i % SPELLINGS.length]! }))

  test('changes the first passage of at most 8 % and ends in «не знам» for at most 3 %', async () => {
    const wrapped: { how: string; text: string; first: string; bare: string; kind: Answer['kind'] }[] = []
    for (const { text, spell } of asked) {
      const bare = await answer(search, spell(text))
      if (!isSure(bare)) continue
      for (const [how, wrap] of Object.entries(WRAPPINGS)) {
        const found = await answer(search, spell(wrap(text)))
        wrapped.push({ how, text, first: firstOf(found), bare: firstOf(bare), kind: found.kind })
      }
    }
    const share = (is: (one: (typeof wrapped)[number]) => boolean) => (100 * wrapped.filter(is).length) / wrapped.length
    const changed = wrapped.filter((one) => one.first !== one.bare)
    expect(wrapped.length).toBeGreaterThan(120)
    expect(
      share((one) => one.first !== one.bare),
      JSON.stringify(changed, null, 1),
    ).toBeLessThanOrEqual(8)
    expect(share((one) => one.kind === 'unknown')).toBeLessThanOrEqual(3)
    expect(share((one) => one.kind !== 'quoted' && one.kind !== 'term')).toBeLessThanOrEqual(10)
  })
})

describe('a short question', () => {
  const STORY = 'Поштовани, ми смо мала општина, колега је отишао у пензију и све ми је оставио,'

  test.each([
    'ко усваја план?',
    'ко усваја ЛАП?',
    'колико траје јавна расправа?',
    'ко оснива савет?',
    'шта је СВОТ анализа?',
    'да ли нам план уопште треба?',
  ])('«%s» is answered in a story as it is alone, and not only the nearest named', async (text) => {
    const bare = await answer(search, text)
    expect(isSure(bare)).toBe(true)
    for (const told of [`${STORY} ${text} Хвала`, `${STORY} па ме занима ${text}`]) {
      const found = await answer(search, told)
      expect([told, isSure(found)]).toEqual([told, true])
    }
  })
})

describe('what the material does not have', () => {
  const kindOf = async (text: string) => (await answer(search, text)).kind

  test.each(['ПДВ', 'pdv', 'ПДВ?'])('«%s» alone is not answered', async (text) => {
    expect(['near', 'unknown']).toContain(await kindOf(text))
  })

  test.each(['асдф гхјк', 'blrgh fnord', '12345 qqq'])('«%s» has no topic that is near', async (text) => {
    const found = await answer(search, text)
    if (found.kind !== 'courtesy') expect(found).toMatchObject({ kind: 'unknown', nearest: [] })
  })

  test.each([
    'Какво ће време бити сутра у Београду?',
    'Kako se pravi dobra sarma?',
    'koliko kosta polovni golf petica',
  ])('«%s» is «не знам», and its topics are near or none', async (text) => {
    const found = await answer(search, text)
    expect(found.kind).toBe('unknown')
    expect(found.kind === 'unknown' && found.nearest.length).toBeLessThanOrEqual(3)
  })
})

describe('a plan in any inflection', () => {
  const NAMES = ['ЛАП', 'лапа', 'лапу', 'LAP-om', 'лапове', 'lapova']

  test.each(NAMES)('«шта је %s» asks what the plan is', async (name) => {
    expect(await answer(search, `шта је ${name}`)).toMatchObject({
      kind: 'term',
      term: { term: 'локални акциони план' },
    })
  })

  test.each(['ко усваја лап', 'ко усваја лапове', 'ko donosi lapa', 'ko usvaja LAP-ove'])('«%s»', async (text) => {
    const found = await answer(search, text)
    expect(found.kind).toBe('quoted')
    expect(quotesOf(found)[0]?.chunk.headings.at(-1)).toMatch(/^(Ко усваја ЛАП|17\. корак|Шта ради скупштина)/)
  })
})
