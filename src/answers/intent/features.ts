import { featureHash } from '../../language/feature-hash.ts'
import { foldedWords } from '../../language/fold.ts'
import { mendLookAlikes, toLatin } from '../../language/script.ts'

/** Features are numbered by hashing: how many numbers there are. With 2¹⁷ a twentieth of those met in training share theirs. */
export const FEATURES = 2 ** 17

/** Pieces of words, in letters; with the space that a word begins and ends with. */
const SHORTEST_PIECE = 3
const LONGEST_PIECE = 5

/** What a feature counts by its kind. Pieces are many and say the same several times. */
const WORD = 1
const PAIR = 0.8
const PIECE = 0.5
const FORM = 1

/** Numbers of features, and what each counts in a message; a vector of length 1. */
export type Features = { ids: Int32Array; values: Float32Array }

/**
 * A message as the classifier sees it: its folded words, pairs of neighbours and pieces; those of words with č, ć, ž, š or đ once more
 * unfolded, since «уцењују» and «учење» fold to nearly the same; and its form: how long it is, whether it asks.
 */
export function featuresOf(message: string): Features {
  const counted = new Map<number, number>()
  const add = (id: number, value: number) => counted.set(id, Math.max(counted.get(id) ?? 0, value))
  const words = foldedWords(message).slice(0, MOST_WORDS)
  for (const [i, word] of words.entries()) {
    add(hash('w', word), WORD)
    add(hash('p', `${words[i - 1] ?? '^'} ${word}`), PAIR)
    addPieces(word, 'g', add)
  }
  add(hash('p', `${words.at(-1) ?? '^'} $`), PAIR)
  for (const word of markedWords(message).slice(0, MOST_WORDS)) {
    add(hash('m', word), WORD)
    addPieces(word, 'h', add)
  }
  for (const form of formsOf(message, words.length)) add(hash('f', form), FORM)
  return normalised(counted)
}

/** Longer messages are read in pieces by whoever asks; the rest of a pasted document tells nothing more. */
const MOST_WORDS = 400

function addPieces(word: string, kind: string, add: (id: number, value: number) => void): void {
  const padded = ` ${word} `
  for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++)
    for (let at = 0; at + length <= padded.length; at++) add(hash(kind, padded, at, at + length), PIECE)
}

const MARKED = /[čćžšđ]/u

/** The words in Latin small letters that have č, ć, ž, š or đ, which folding takes away. */
function markedWords(message: string): string[] {
  const latin = toLatin(mendLookAlikes(message.normalize('NFC'))).toLowerCase()
  return (latin.match(/\p{L}+/gu) ?? []).filter((word) => MARKED.test(word))
}

function formsOf(message: string, words: number): string[] {
  return [
    `words ${words < 4 ? words : words < 7 ? '4+' : words < 13 ? '7+' : words < 26 ? '13+' : '26+'}`,
    ...(message.includes('?') ? ['?'] : []),
    ...(/^\s*\//.test(message) ? ['/'] : []),
    ...(/\p{Extended_Pictographic}/u.test(message) ? ['picture'] : []),
  ]
}

function normalised(counted: ReadonlyMap<number, number>): Features {
  const ids = Int32Array.from(counted.keys())
  const values = Float32Array.from(counted.values())
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1
  return { ids, values: values.map((value) => value / length) }
}

function hash(kind: string, text: string, from?: number, to?: number): number {
  return featureHash(kind, text, from, to) & (FEATURES - 1)
}
