import type { Hit } from '../../knowledge/search/search.ts'
import { type Language, writingOf } from '../../language/detect.ts'
import { numberInWords } from '../../language/figures/number-words.ts'
import { saidBy } from '../../language/figures/numbers.ts'
import { foldedWords } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'
import { findDisguisedLinks, findLinks } from '../../language/links.ts'
import { sentences } from '../../language/sentences.ts'
import { indexWords, presenceOf } from '../../language/word-match.ts'
import { initialsIn } from './initials.ts'
import { strengthsBorneOut } from './strong-words.ts'

/** A numbered passage as the model was given it. `titles`: of its document and section, in either language. */
export type Passage = { n: number; text: string; titles?: readonly string[] }

/** How many passages a model is given. */
export const GIVEN_PASSAGES = 8

/** Passages found by search as a model is given them, numbered from 1. */
export function passagesOf(hits: readonly Pick<Hit, 'chunk'>[]): Passage[] {
  return hits.map(({ chunk }, i) => ({
    n: i + 1,
    text: chunk.body,
    titles: [chunk.title, ...chunk.headings, chunk.titleEn, chunk.headingEn].filter(Boolean),
  }))
}

const NEGATIONS = new Set(
  (
    'ne nije nisu nismo niste nisam nisi nema nemaju nemamo nemate nemoj nemojte nece necemo necete nemam ni niti nikad nikada niko nikome ' +
    'nista nijedan nijedna nijedno nikakav nikakva nikakve nikakvu not no never nor none cannot nobody nothing neither'
  ).split(' '),
)

/** Whether a sentence denies something. */
export function denies(words: readonly string[]): boolean {
  return words.some((word) => NEGATIONS.has(word))
}

/** Whether a folded word carries what a sentence says: no grammar, and no number, which is compared as a figure. */
export function isTelling(word: string): boolean {
  return word.length > 1 && !/\d/.test(word) && !isFunctionWord(word) && numberInWords([word]) === null
}

/** What a sentence of a passage says of duty and bounds. */
type PassageSentence = { denies: boolean; strengths: string[] }

/** What is looked up in a passage, each made once, when first asked for. */
export class PassageFacts {
  readonly #passage: Passage
  readonly #presences = new Map<string, number>()
  #language: Language | undefined
  #initials: Map<string, string[]> | undefined
  #made: ReturnType<typeof makeFacts> | undefined
  #sentences: PassageSentence[] | undefined

  constructor(passage: Passage) {
    this.#passage = passage
  }

  get n(): number {
    return this.#passage.n
  }

  get language(): Language {
    this.#language ??= writingOf(this.#passage.text)?.language ?? 'sr'
    return this.#language
  }

  /** How much of a folded word stands here, 0 to 1. */
  presence(word: string): number {
    const known = this.#presences.get(word)
    if (known !== undefined) return known
    const { plain, negative } = this.#facts.index
    const presence = presenceOf(isNegative(word) ? negative : plain, word)
    this.#presences.set(word, presence)
    return presence
  }

  says(form: string): boolean {
    return this.#facts.said.has(form)
  }

  links(link: string): boolean {
    return this.#facts.links.has(link)
  }

  /** First letters of words that stand together: of what abbreviations may be short. */
  get initials(): ReadonlyMap<string, readonly string[]> {
    this.#initials ??= initialsIn(foldedWords(this.#passage.text))
    return this.#initials
  }

  get denies(): boolean {
    return this.#facts.denies
  }

  /**
   * Whether one of its sentences says «најмање», «највише», «увек» or «мора» too. «Није обавезан» says it only to a text
   * that denies as well (`denied`).
   */
  hasStrength(strength: string, denied: boolean): boolean {
    return this.sentences.some((one) => one.strengths.includes(strength) && (denied || !one.denies))
  }

  get sentences(): readonly PassageSentence[] {
    this.#sentences ??= this.#passage.text
      .split('\n')
      .flatMap(sentences)
      .map((sentence) => {
        const words = foldedWords(sentence)
        return { denies: denies(words), strengths: strengthsBorneOut(words.join(' ')) }
      })
    return this.#sentences
  }

  get #facts() {
    this.#made ??= makeFacts([...(this.#passage.titles ?? []), this.#passage.text].join('\n'))
    return this.#made
  }
}

function makeFacts(text: string) {
  const words = foldedWords(text)
  return {
    index: {
      plain: indexWords(words.filter((word) => !isNegative(word))),
      negative: indexWords(words.filter(isNegative)),
    },
    said: saidBy(text),
    links: new Set([...findLinks(text), ...findDisguisedLinks(text)]),
    denies: denies(words),
  }
}

/** «Незаконит» shares most of its 4-grams with «законит», so words that begin so are compared among themselves. */
function isNegative(word: string): boolean {
  return word.length > 5 && word.startsWith('ne')
}
