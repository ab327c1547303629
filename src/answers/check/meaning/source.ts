import type { Language } from '../../../language/detect.ts'
import { fold } from '../../../language/fold.ts'
import { sentences } from '../../../language/sentences.ts'
import { type Reading, readSentence, type Token } from './read.ts'
import type { Terms } from './terms.ts'

/** A sentence, item or row of a passage. */
export type SourceSentence = { text: string; passage: number; reading: Reading }

/** A passage to be compared with. */
export type SourcePassage = { n: number; text: string; titles?: readonly string[]; language: Language }

/** The sentences of passages that are cited together, made ready to be compared with. */
export class Source {
  readonly sentences: readonly SourceSentence[]
  readonly languages: ReadonlySet<Language>
  readonly #passages: readonly SourcePassage[]
  readonly #titles: ReadonlySet<string>
  /** For each key the sentences that have it, in order. */
  readonly #having = new Map<string, number[]>()
  #verbatim: Set<string> | undefined

  constructor(passages: readonly SourcePassage[], terms: Terms) {
    this.#passages = passages
    this.sentences = passages.flatMap((passage) => sentencesOf(passage, terms))
    this.languages = new Set(passages.map((passage) => passage.language))
    this.#titles = new Set(
      passages.flatMap(({ titles = [], language }) =>
        titles.flatMap((title) => readSentence(title, language).tokens.flatMap((token) => token.keys)),
      ),
    )
    for (const [at, { reading }] of this.sentences.entries())
      for (const key of new Set(reading.tokens.flatMap((token) => token.keys))) this.#note(key, at)
  }

  #note(key: string, at: number): void {
    const having = this.#having.get(key)
    if (having) having.push(at)
    else this.#having.set(key, [at])
  }

  having(key: string): readonly number[] {
    return this.#having.get(key) ?? NOWHERE
  }

  /** Whether a word stands anywhere, in a title too. */
  has({ keys }: Token): boolean {
    return keys.some((key) => this.#having.has(key) || this.#titles.has(key))
  }

  /** How much a key tells sentences apart: what stands in each of them tells little. */
  weightOf(keys: readonly string[]): number {
    const most = keys.reduce((sum, key) => Math.max(sum, this.having(key).length), 0)
    return Math.log(2 + this.sentences.length / (1 + most))
  }

  /** Whether a text is one of its sentences or lines, script, marks and punctuation aside. */
  isVerbatim(text: string): boolean {
    this.#verbatim ??= new Set(
      this.#passages.flatMap(({ text: whole }) =>
        whole.split('\n').flatMap((line) => [line, ...sentences(line)].map(letterByLetter)),
      ),
    )
    return this.#verbatim.has(letterByLetter(text))
  }
}

const NOWHERE: readonly number[] = []

function sentencesOf({ n, text, language }: SourcePassage, terms: Terms): SourceSentence[] {
  return text
    .split('\n')
    .flatMap(sentences)
    .map((sentence) => ({ text: sentence, passage: n, reading: terms.read(sentence, language) }))
}

/** The folded words, and the numbers as they are written, since folding parts «2,5» as it does «2 5». */
function letterByLetter(text: string): string {
  return `${fold(text)} ${text.match(/\p{N}+(?:[.,:/–-]\p{N}+)*/gu)?.join(' ') ?? ''}`
}
