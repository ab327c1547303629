import { findTerms, type Glossary } from '../../knowledge/search/glossary.ts'
import { foldedWords } from '../../language/fold.ts'
import { initialsIn } from './initials.ts'
import type { PassageFacts } from './passage-facts.ts'

/**
 * Words that passages have under another name of the same thing: a term of the glossary («КИРС» for «Комесаријат за избеглице и
 * миграције»), or an abbreviation and the words it is the first letters of («РЗС», «Републички завод за статистику»).
 */
export class Equivalents {
  readonly #text: string
  readonly #passages: readonly PassageFacts[]
  readonly #stands: (word: string) => boolean
  readonly #glossary: Glossary | undefined
  #words: Set<string> | undefined

  constructor(
    text: string,
    passages: readonly PassageFacts[],
    stands: (word: string) => boolean,
    glossary: Glossary | undefined,
  ) {
    this.#text = text
    this.#passages = passages
    this.#stands = stands
    this.#glossary = glossary
  }

  has(word: string): boolean {
    this.#words ??= new Set([...this.#terms(), ...this.#writtenOut()])
    return this.#words.has(word) || this.#passages.some((passage) => passage.initials.has(word))
  }

  #terms(): string[] {
    const glossary = this.#glossary
    if (!glossary) return []
    const words = foldedWords(this.#text)
    const named = findTerms(glossary, words).filter((match) => {
      const names = glossary.entries.find((entry) => entry.term === match.term)?.names ?? []
      return names.some((name) => name.words.every((word) => this.#stands(word)))
    })
    return named.flatMap((match) => words.slice(match.from, match.to))
  }

  /** Words whose first letters stand in the passages as an abbreviation. */
  #writtenOut(): string[] {
    const runs = initialsIn(foldedWords(this.#text))
    return [...runs].flatMap(([letters, words]) =>
      this.#passages.some((passage) => passage.presence(letters) === 1) ? words : [],
    )
  }
}
