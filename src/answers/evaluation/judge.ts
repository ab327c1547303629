import { z } from 'zod'
import type { Search } from '../../knowledge/search/search.ts'
import { SPELLINGS } from '../../language/spellings.ts'
import { CannotStart } from '../../platform/errors.ts'
import { type Answer, quotesOf } from '../answer.ts'
import { answer } from '../quoting/answer.ts'

const labelledSchema = z.object({
  id: z.coerce.string(),
  text: z.string().min(1),
  expect: z.enum(['answered', 'no-answer', 'declined', 'sessions', 'emergency']),
  /** «E» for English, which is never respelled. */
  form: z.string().optional(),
  kind: z.string().optional(),
  sections: z.array(z.string()).optional(),
})

/** A labelled question: what should become of it, and the headings or terms that may stand first in its answer. */
export type Labelled = z.infer<typeof labelledSchema>

/** Labelled questions from JSON lines. Throws `CannotStart` naming the faulty line. */
export function readLabelled(jsonLines: string): Labelled[] {
  return jsonLines.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return []
    try {
      return [labelledSchema.parse(JSON.parse(line))]
    } catch (error) {
      throw new CannotStart(`Line ${i + 1} of the questions has no label: {"id", "text", "expect", "sections"}.`, {
        cause: error,
      })
    }
  })
}

/** What stands first in an answer: the heading of the passage quoted first, or the term of the glossary. */
function firstOf(found: Answer): string {
  if (found.kind === 'term') return found.term.term
  if (found.kind === 'quoted' && found.parts?.[0]) return firstOf(found.parts[0].answer)
  if (found.kind === 'quoted' && found.quotes.length === 0 && found.meaning) return found.meaning.term
  return quotesOf(found)[0]?.chunk.headings.at(-1) ?? found.kind
}

/** Whether a question came to what its label says; an answer must have one of the sections first. */
export function isRight(question: Labelled, found: Answer): boolean {
  switch (question.expect) {
    case 'answered': {
      const first = firstOf(found).toLowerCase()
      return (question.sections ?? []).some((section) => section.toLowerCase() === first)
    }
    case 'no-answer':
      return found.kind === 'unknown' || found.kind === 'near'
    default:
      return found.kind === question.expect
  }
}

/** The least share, in percent, of the shipped questions in all spellings that must come to what their label says. */
export const LEAST_RIGHT = 100

export type Judgement = {
  asked: number
  right: number
  /** Each wrong one as it was asked, with what stood first instead. */
  wrong: { id: string; text: string; first: string }[]
}

/** Asks every question in every spelling. */
export async function judge(search: Search, questions: readonly Labelled[]): Promise<Judgement> {
  const judgement: Judgement = { asked: 0, right: 0, wrong: [] }
  for (const spell of Object.values(SPELLINGS)) {
    for (const question of questions) {
      const text = question.form === 'E' ? question.text : spell(question.text)
      const found = await answer(search, text)
      judgement.asked += 1
      if (isRight(question, found)) judgement.right += 1
      else judgement.wrong.push({ id: question.id, text, first: firstOf(found) })
    }
  }
  return judgement
}

/** The share of right ones, in percent. */
export function rightPercent({ asked, right }: Judgement): number {
  return asked === 0 ? 0 : (100 * right) / asked
}
