import type { Glossary } from '../../../knowledge/search/glossary.ts'
import type { Language } from '../../../language/detect.ts'
import { type Reading, readSentence, type Token } from './read.ts'

/** A name of a term: the tokens it is made of. */
type Name = { term: number; tokens: readonly Token[] }

/** Terms of the glossary, told in a sentence by any of their names: «КИРС» is «Комесаријат за избеглице и миграције». */
export class Terms {
  readonly #names = new Map<string, Name[]>()

  constructor(glossary: Glossary | undefined) {
    for (const [term, { term: of }] of (glossary?.entries ?? []).entries()) {
      for (const written of [of.term, ...of.aliases]) this.#add(term, written, 'sr')
      for (const written of of.english) this.#add(term, written, 'en')
    }
    for (const names of this.#names.values()) names.sort((a, b) => b.tokens.length - a.tokens.length)
  }

  #add(term: number, written: string, language: Language): void {
    const { tokens } = readSentence(written, language)
    for (const key of tokens[0]?.keys ?? []) this.#names.set(key, [...(this.#names.get(key) ?? []), { term, tokens }])
  }

  /** Reads a sentence; the words of a term are one token, which means the term and what they mean, and stand in one clause. */
  read(sentence: string, language: Language): Reading {
    const reading = readSentence(sentence, language)
    const tokens: Token[] = []
    const heads = new Map<number, number>()
    const clauses = new Map<number, number>()
    let fewer = 0
    for (let from = 0; from < reading.tokens.length; ) {
      const name = this.#nameAt(reading.tokens, from)
      const run = reading.tokens.slice(from, from + (name?.tokens.length ?? 1))
      const clause = run[0]!.clause - fewer
      heads.set(from, tokens.length)
      clauses.set(run[0]!.clause, clause)
      tokens.push(joined(run, name?.term ?? null, tokens.length, clause))
      fewer = run.at(-1)!.clause - clause
      from += run.length
    }
    const marked = reading.marked.flatMap(({ marker, head, clause }) =>
      // What stands inside of a name belongs to it.
      head < 0 || heads.has(head)
        ? [{ marker, head: heads.get(head) ?? -1, clause: clauses.get(clause) ?? clause }]
        : [],
    )
    return { ...reading, tokens, marked }
  }

  #nameAt(tokens: readonly Token[], from: number): Name | null {
    for (const key of tokens[from]!.keys)
      for (const name of this.#names.get(key) ?? [])
        if (name.tokens.every((one, i) => tokens[from + i]?.keys.some((other) => one.keys.includes(other)))) return name
    return null
  }
}

function joined(run: readonly Token[], term: number | null, at: number, clause: number): Token {
  const first = { ...run[0]!, term, at, clause }
  if (run.length === 1) return first
  return {
    ...first,
    keys: run.flatMap((token) => token.keys),
    contraries: run.flatMap((token) => token.contraries),
    markers: run.flatMap((token) => token.markers),
  }
}

/** Whether two tokens mean the same: the same term, or what one means the other may mean. */
export function sharesKey(a: Token, b: Token): boolean {
  if (a.term !== null && b.term !== null) return a.term === b.term
  return a.keys.some((key) => b.keys.includes(key))
}
