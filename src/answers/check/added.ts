import { findFigures, saidBy } from '../../language/figures/numbers.ts'
import { fold, foldedWords } from '../../language/fold.ts'
import { findDisguisedLinks, findLinks } from '../../language/links.ts'
import { indexWords, presenceOf } from '../../language/word-match.ts'
import type { Fault } from './faults.ts'
import { namesIn } from './names.ts'

/** A word stands in a text from this share of its 4-grams on. */
const SAME_WORD = 0.5
/** Kinds of acts, which need no capital letter: «закон о миграцијама». */
const ACT = /^(?:zakon|uredb|pravilnik|strategij|odluk|konvencij|sporazum|direktiv|statut|program)/

/** What a text says of figures, links, names and acts that what it was made of does not; `null` for nothing. */
export function addedTo(sources: readonly string[], text: string): Fault | null {
  const source = sources.join('\n')
  const said = saidBy(source)
  const figure = findFigures(text).find(({ means }) => !means.some((form) => said.has(form)))
  if (figure) return { reason: 'figure', detail: figure.text }
  const link = [...findLinks(text), ...findDisguisedLinks(text)].find((one) => !source.includes(one))
  if (link) return { reason: 'link', detail: link }
  const words = indexWords(foldedWords(source))
  const name = namesIn(text, 'same language').find((one) =>
    foldedWords(one).some((word) => presenceOf(words, word) < SAME_WORD),
  )
  if (name) return { reason: 'name', detail: name }
  const acts = new Set(wordsIn(source).map(actIn))
  const act = wordsIn(text).find((word) => !acts.has(actIn(word)) && actIn(word) !== null)
  return act ? { reason: 'name', detail: act } : null
}

const wordsIn = (text: string): string[] => text.match(/\p{L}+/gu) ?? []

/** Which kind of act a word names; `null` for none. */
function actIn(word: string): string | null {
  return ACT.exec(fold(word))?.[0] ?? null
}
