import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type EvalQuestion, readQuestions } from '../src/knowledge/evaluation/evaluate.ts'
import { scriptOf, toLatin } from '../src/language/script.ts'
import { withoutDiacritics } from '../src/language/spellings.ts'
import { Random } from './random.ts'

const SHIPPED = ['brief', 'paraphrases'].map((name) =>
  fileURLToPath(new URL(`../test/answers/questions/${name}.jsonl`, import.meta.url)),
)

/** Questions that have an answer, from `file` or the shipped ones. */
export function questionsOf(file: string | undefined): EvalQuestion[] {
  return (file === undefined ? SHIPPED : [file]).flatMap((path) => readQuestions(readFileSync(path, 'utf8')))
}

/** The same questions in another spelling. */
export type Spelling = { name: string; questions: EvalQuestion[] }

/**
 * The questions that were asked in Cyrillic, as people also write them. Only these, so that every spelling has the same
 * questions; empty when there are none.
 */
export function spellingsOf(questions: EvalQuestion[]): Spelling[] {
  const cyrillic = questions.filter((question) => scriptOf(question.text) === 'cyrl')
  if (cyrillic.length === 0) return []
  const random = new Random(3)
  const spelled = (name: string, spell: (text: string) => string): Spelling => ({
    name,
    questions: cyrillic.map((question) => ({ ...question, text: spell(question.text) })),
  })
  return [
    spelled('Cyrillic', (text) => text),
    spelled('Latin', toLatin),
    spelled('Latin without diacritics', withoutDiacritics),
    spelled('Cyrillic with typing errors', (text) => mistyped(text, random)),
  ]
}

const LONG_WORD = /\p{L}{5,}/gu
const MISTYPED_SHARE = 1 / 3

/** One letter dropped, or two neighbours swapped, in a third of the longer words. */
function mistyped(text: string, random: Random): string {
  return text.replace(LONG_WORD, (word) => {
    if (!random.happens(MISTYPED_SHARE)) return word
    const at = random.below(word.length - 1)
    const swapped = random.happens(0.5) ? word[at + 1]! + word[at]! : word[at + 1]!
    return word.slice(0, at) + swapped + word.slice(at + 2)
  })
}
