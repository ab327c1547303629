import { GRAM_LENGTH, gramsOfWord } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'

/** Shorter words are other words after one letter more, after two have changed places, and after one less: «sarma» is not «srama», nor «sama». */
const SHORTEST = 4
const SHORTEST_SWAPPED = 6
const SHORTEST_LEFT = 5
/** In how many passages each gram of what a word is mended to stands at least. */
const LEAST_COUNT = 2
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** What is known of words: in how many passages a gram stands, and whether there is such a word at all. */
export type KnownWords = { countOf: (gram: string) => number; isWord: (word: string) => boolean }

/** Whether a folded word stands nowhere in the material, since one of its grams does not. */
export function isUnknown(countOf: KnownWords['countOf'], word: string): boolean {
  const mayBe = word.length >= SHORTEST && /^[a-z]+$/.test(word) && !isFunctionWord(word)
  return mayBe && gramsOfWord(word).some((gram) => countOf(gram) === 0)
}

/**
 * Folded words as they were meant. One that stands nowhere in the material is read as the word that has a letter more, or two that
 * changed places; if there is none, as one that has a letter less. Of several, the one whose rarest gram is the most
 * frequent. People leave letters out far oftener than they add some.
 */
export function mendWords(known: KnownWords, words: readonly string[]): string[] {
  return words.map((word) => (isUnknown(known.countOf, word) ? (mended(known, word) ?? word) : word))
}

function mended(known: KnownWords, word: string): string | null {
  const broken = gramsOfWord(word).flatMap((gram, at) => (known.countOf(gram) === 0 ? [at] : []))
  // Grams are of the word with a space before it, so that the first begins one place before the word. One change mends all
  // of them only within what they have in common.
  const place = { from: broken.at(-1)! - 1, to: broken[0]! + GRAM_LENGTH - 2 }
  return bestOf(known, withMore(word, place)) ?? bestOf(known, withLess(word, place))
}

/** Between which letters of a word something is changed. */
type Place = { from: number; to: number }

function bestOf({ countOf, isWord }: KnownWords, variants: Iterable<string>): string | null {
  let best: string | null = null
  let most = LEAST_COUNT - 1
  for (const variant of variants) {
    const count = rarest(countOf, variant, most)
    if (count <= most || !isWord(variant)) continue
    best = variant
    most = count
  }
  return best
}

/** How often the rarest gram of a word stands in the material; no more is counted once it is not above `enough`. */
function rarest(countOf: KnownWords['countOf'], word: string, enough: number): number {
  let least = Number.POSITIVE_INFINITY
  for (const gram of gramsOfWord(word)) {
    least = Math.min(least, countOf(gram))
    if (least <= enough) return least
  }
  return least
}

function* withMore(word: string, { from, to }: Place): Generator<string> {
  for (let at = Math.max(0, from - 1); at <= Math.min(word.length, to); at++) {
    const before = word.slice(0, at)
    const after = word.slice(at)
    for (const letter of LETTERS) yield before + letter + after
    if (word.length < SHORTEST_SWAPPED) continue
    if (after.length > 1 && after[0] !== after[1]) yield before + after[1] + after[0] + after.slice(2)
  }
}

function* withLess(word: string, { from, to }: Place): Generator<string> {
  if (word.length <= SHORTEST_LEFT) return
  for (let at = Math.max(0, from); at <= Math.min(word.length - 1, to); at++)
    yield word.slice(0, at) + word.slice(at + 1)
}
