import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { groupOf } from '../../src/gaps/alike.ts'
import { ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { createSearch, type Search } from '../../src/knowledge/search/search.ts'
import { SHIPPED_KNOWLEDGE } from '../support/bot.ts'
import { aClock, aDatabase } from '../support/database/database.ts'

// 99 questions that the material does not answer, in 30 groups; one half was looked at when the least likeness was chosen.

type Labelled = { half: 'a' | 'b'; group: string; text: string }

const database = await aDatabase()
const ALL = readFileSync(new URL('sets/alike.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled)

let search: Search
beforeAll(async () => {
  await ingestFolder({ database, clock: aClock(), folder: SHIPPED_KNOWLEDGE })
  search = createSearch(database.pool)
})

/** Groups questions as they come, the next person of each group after all others had their turn. */
async function grouped(questions: readonly Labelled[]): Promise<number[]> {
  const gists = await search.gists(questions.map(({ text }) => text))
  const groups: {
    gapId: number
    questions: { gist: (typeof gists)[number]; hits: { chunkId: number; score: number }[] }[]
  }[] = []
  const places: number[] = []
  for (const [i, { text }] of questions.entries()) {
    const { hits } = await search.find(text, 10)
    const one = { gist: gists[i]!, hits: hits.map(({ chunk, score }) => ({ chunkId: chunk.id, score })) }
    const found = groupOf(one, groups)
    if (found === null) groups.push({ gapId: groups.length, questions: [one] })
    else groups[found]!.questions.push(one)
    places.push(found ?? groups.length - 1)
  }
  return places
}

/** Of all pairs: how many of those put together belong together, and how many of those that belong together are. */
function pairs(questions: readonly Labelled[], places: readonly number[]) {
  let right = 0
  let together = 0
  let belong = 0
  for (const i of places.keys())
    for (let j = 0; j < i; j += 1) {
      const put = places[i] === places[j]
      const same = questions[i]!.group === questions[j]!.group
      together += put ? 1 : 0
      belong += same ? 1 : 0
      right += put && same ? 1 : 0
    }
  return { precision: right / together, recall: right / belong }
}

test.each([
  ['a', 0.85, 0.5],
  ['b', 0.85, 0.35],
] as const)('half %s: hardly two questions stand together that are not alike', async (half, precision, recall) => {
  const questions = ALL.filter((one) => one.half === half)
  const got = pairs(questions, await grouped(questions))
  expect(got.precision).toBeGreaterThanOrEqual(precision)
  expect(got.recall).toBeGreaterThanOrEqual(recall)
})

test('a question in any script joins its like', async () => {
  const twice = ['Ко плаћа превоз до обуке?', 'ko placa prevoz do obuke', 'Ko plaća prevoz do obuke?']
  const questions = twice.map((text): Labelled => ({ half: 'a', group: 'prevoz', text }))
  expect(new Set(await grouped(questions)).size).toBe(1)
})
