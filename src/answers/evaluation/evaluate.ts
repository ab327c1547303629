import { z } from 'zod'
import type { Search } from '../../knowledge/search/search.ts'
import { writingOf } from '../../language/detect.ts'
import { type CheckedAnswer, checkAnswer } from '../check/check.ts'
import { GIVEN_PASSAGES, type Passage, passagesOf } from '../check/passage-facts.ts'
import { answer } from '../quoting/answer.ts'
import { readJsonLines } from './json-lines.ts'

/** Writes an answer from numbered passages; a model, or what one wrote earlier. */
export type Writer = (question: string, passages: readonly Passage[]) => Promise<string>

const questionSchema = z.object({
  id: z.coerce.string(),
  text: z.string().min(1),
  expect: z.enum(['answered', 'no-answer', 'declined', 'sessions', 'emergency']).default('answered'),
  sections: z.array(z.string()).default([]),
})
export type AskedQuestion = z.infer<typeof questionSchema>

const recordedSchema = z.object({
  id: z.coerce.string(),
  text: z.string(),
  passages: z
    .array(z.object({ n: z.int().positive(), text: z.string(), titles: z.array(z.string()).default([]) }))
    .optional(),
})
/** What a model wrote to a question; without `passages` it was given those that search finds. */
export type Recorded = z.infer<typeof recordedSchema>

/** Questions from JSON lines, with what should become of them. Throws `CannotStart` naming the faulty line. */
export function readAskedQuestions(jsonLines: string): AskedQuestion[] {
  const shape = '{"id", "text", "expect", "sections"}'
  return readJsonLines(jsonLines, questionSchema, (line) => `Line ${line} of the questions is not ${shape}.`)
}

/** Recorded outputs from JSON lines. Throws `CannotStart` naming the faulty line. */
export function readRecorded(jsonLines: string): Recorded[] {
  const shape = '{"id", "text", "passages": [{"n", "text"}]}'
  return readJsonLines(jsonLines, recordedSchema, (line) => `Line ${line} of the recorded outputs is not ${shape}.`)
}

/** What became of one question. `checked` is `null` when nothing was written: the material or the scope said no before. */
export type EvaluatedAnswer = { question: AskedQuestion; checked: CheckedAnswer | null; sectionCited: boolean }

/**
 * Has each question answered as the bot does: turned down by scope or evidence, or written from what search finds and
 * checked. With `recorded` only the questions it holds are asked, and its texts stand for the writer's.
 */
export async function evaluateAnswers(
  search: Search,
  questions: readonly AskedQuestion[],
  write: Writer | { recorded: readonly Recorded[] },
): Promise<EvaluatedAnswer[]> {
  const glossary = await search.glossary()
  const recorded = 'recorded' in write ? new Map(write.recorded.map((one) => [one.id, one])) : null
  const asked = recorded ? questions.filter((question) => recorded.has(question.id)) : questions
  const evaluated: EvaluatedAnswer[] = []
  for (const question of asked) {
    const had = recorded?.get(question.id)
    const passages = had?.passages ?? (await passagesFor(search, question.text))
    const text = passages && (had?.text ?? (typeof write === 'function' ? await write(question.text, passages) : null))
    const checked =
      passages && text !== null ? checkAnswer(text, passages, glossary, writingOf(question.text)?.language) : null
    evaluated.push({ question, checked, sectionCited: citesSection(question, checked, passages ?? []) })
  }
  return evaluated
}

/** What a model would be given, or `null` when it is not asked. */
async function passagesFor(search: Search, question: string): Promise<Passage[] | null> {
  const found = await answer(search, question)
  return found.kind === 'quoted' || found.kind === 'term' ? passagesOf(found.hits.slice(0, GIVEN_PASSAGES)) : null
}

function citesSection(question: AskedQuestion, checked: CheckedAnswer | null, passages: readonly Passage[]): boolean {
  const cited = new Set(checked?.citations.map((citation) => citation.key))
  const titles = passages.filter((passage) => cited.has(passage.n)).flatMap((passage) => passage.titles ?? [])
  const sections = question.sections.map((section) => section.toLowerCase())
  return titles.some((title) => sections.includes(title.toLowerCase()))
}
