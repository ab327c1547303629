import { findTerms, type Glossary } from '../../knowledge/search/glossary.ts'
import { foldedWords } from '../../language/fold.ts'

/** Words that a passage has under another name of the same term («КИРС» for «Комесаријат за избеглице и миграције»). */
export class Equivalents {
  readonly #text: string
  readonly #stands: (word: string) => boolean
  readonly #glossary: Glossary | undefined
  #words: Set<string> | undefined

  constructor(text: string, stands: (word: string) => boolean, glossary: Glossary | undefined) {
    this.#text = text
    this.#stands = stands
    this.#glossary = glossary
  }

  has(word: string): boolean {
    this.#words ??= this.#find()
    return this.#words.has(word)
  }

  #find(): Set<string> {
    const glossary = this.#glossary
    if (!glossary) return new Set()
    const words = foldedWords(this.#text)
    const named = findTerms(glossary, words).filter((match) => {
      const names = glossary.entries.find((entry) => entry.term === match.term)?.names ?? []
      return names.some((name) => name.words.every((word) => this.#stands(word)))
    })
    return new Set(named.flatMap((match) => words.slice(match.from, match.to)))
  }
}
