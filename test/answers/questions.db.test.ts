import { beforeAll, describe, expect, test } from 'vitest'
import { type Answer, answer, quotesOf } from '../../src/answers/answer.ts'
import { ingestFolder } from '../../src/knowledge/ingest.ts'
import { createSearch, type Search } from '../../src/knowledge/search.ts'
import { toLatin } from '../../src/language/script.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { SHIPPED_KNOWLEDGE } from '../support/bot.ts'
import { aDatabase } from '../support/database.ts'
import { asCyrillic, type Labelled, labelled, withoutDiacritics } from '../support/questions.ts'

let search: Search
beforeAll(async () => {
  const database = await aDatabase()
  await ingestFolder({ database, clock: systemClock, folder: SHIPPED_KNOWLEDGE })
  search = createSearch(database.pool)
})

/** What stands first: the heading of the passage quoted first, or the glossary's term. */
function firstOf(found: Answer): string {
  if (found.kind === 'term') return found.term.term
  return quotesOf(found)[0]?.chunk.headings.at(-1) ?? found.kind
}

function isRight(question: Labelled, found: Answer): boolean {
  const sections = (question.sections ?? []).map((section) => section.toLowerCase())
  const first = firstOf(found).toLowerCase()
  return sections.includes(first)
}

describe('the questions of the brief', () => {
  const questions = labelled('brief')
  const spellings: [string, (text: string) => string][] = [
    ['as written', (text) => text],
    ['in Latin', toLatin],
    ['without diacritics', (text) => withoutDiacritics(toLatin(text))],
    ['in Cyrillic', asCyrillic],
  ]

  test.each(spellings)('get the right passage first, %s', async (_, spell) => {
    const wrong: string[] = []
    for (const question of questions.filter((one) => one.expect === 'answered')) {
      // English stays English, whatever the script.
      const text = 'form' in question && question.form === 'E' ? question.text : spell(question.text)
      const found = await answer(search, text)
      if (!isRight(question, found)) wrong.push(`${question.id} ${text} → ${firstOf(found)}`)
    }
    expect(wrong).toEqual([])
  })

  test.each(spellings)('that are out of scope are declined, %s', async (_, spell) => {
    for (const question of questions.filter((one) => one.expect === 'declined')) {
      expect(await answer(search, spell(question.text)), question.id).toMatchObject({ kind: 'declined' })
    }
  })
})

/** The share of `questions` for which `is` holds, in percent. */
async function percent(questions: Labelled[], is: (found: Answer, question: Labelled) => boolean): Promise<number> {
  let count = 0
  for (const question of questions) if (is(await answer(search, question.text), question)) count++
  return (100 * count) / questions.length
}

describe('the evidence gate, on questions it was calibrated with', () => {
  const answerable = ['paraphrases', 'declined', 'sessions', 'trafficking']
    .flatMap(labelled)
    .filter((one) => one.expect === 'answered')
  const unanswerable = labelled('unanswerable')
  const answers = (found: Answer) => found.kind === 'quoted' || found.kind === 'term'

  test('questions that the material answers are answered', async () => {
    expect(await percent(answerable, answers)).toBeGreaterThanOrEqual(90)
  })

  test('and mostly with the right passage first', async () => {
    expect(await percent(answerable, (found, question) => isRight(question, found))).toBeGreaterThanOrEqual(74)
  })

  test('questions about other matters are not', async () => {
    const elsewhere = unanswerable.filter((one) => one.kind === 'elsewhere')
    expect(await percent(elsewhere, (found) => !answers(found))).toBeGreaterThanOrEqual(85)
  })

  test('nor most of those that come near the material without being covered', async () => {
    expect(await percent(unanswerable, (found) => !answers(found))).toBeGreaterThanOrEqual(78)
  })
})
