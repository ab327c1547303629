import { foldedWords } from '../../language/fold.ts'
import type { Part } from '../draft/draft.ts'
import { allColumnsOf, namesOf } from '../draft/layout.ts'
import { sameWord } from '../rules/same-word.ts'

/** The column that a name is of, in whatever case and script: every word of it in one of the column's names. */
export function columnNamed(part: Part, name: string): string | null {
  const words = foldedWords(name)
  const isName = (one: string) => {
    const own = foldedWords(one)
    return own.length === words.length && words.every((word, at) => word === own[at] || sameWord(word, own[at]!))
  }
  return allColumnsOf(part).find((column) => namesOf(part, column).some(isName)) ?? null
}
