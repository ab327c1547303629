import { remembering } from './remembering.ts'
import { mendLookAlikes, toLatin } from './script.ts'

const INVISIBLE = /[\p{Cf}\p{Cc}]/gu
const MARKS = /\p{M}/gu
const CYRILLIC_MARKS = /(?<=\p{Script=Cyrillic})\p{M}+/gu
const THOUSANDS = /(?<=\d)\.(?=\d{3}(?!\d))/g
const THOUSANDS_SPACE = /(?<=\d)[\u00a0\u202f](?=\d{3}(?!\d))/g

/**
 * What two spellings of the same Serbian text have in common: lower case, Latin, without diacritics, without invisible
 * characters and marks, punctuation as single spaces. «Између», «između», «izmedju» and «izmedu» all give «izmedu».
 * Thousands lose their separator («50.397» → «50397»). Idempotent, and blind to script:
 * `fold(toLatin(t)) === fold(t)` where each word of `t` keeps to one script (words that mix them are mended first).
 */
export function fold(text: string): string {
  return text.length > LONGEST_KEPT ? foldAnew(text) : foldShort(text)
}

/** Each check of a plan folds the same cells, a third of the time of all of them. */
const foldShort = remembering(foldAnew, 10_000)
const LONGEST_KEPT = 100

function foldAnew(text: string): string {
  const visible = text.replace(INVISIBLE, (c) => (/[^\S\ufeff]/.test(c) ? ' ' : ''))
  // Spaces inside numbers become points first: NFKC makes them ordinary spaces, which part words.
  const compatible = visible.replace(THOUSANDS_SPACE, '.').normalize('NFKC')
  // Accents on Serbian letters go before mending, since they would part a word; letters of other languages («й») stay
  // whole until it is done, since they say that a word is not to be mended.
  const mended = mendLookAlikes(compatible.replace(CYRILLIC_MARKS, ''))
  return toLatin(mended.normalize('NFD'))
    .toLowerCase()
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/đ/g, 'd')
    .replace(/dj+/g, 'd')
    .replace(THOUSANDS, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of a folded text. */
export function foldedWords(text: string): string[] {
  const folded = fold(text)
  return folded === '' ? [] : folded.split(' ')
}

/** Length of the pieces that words are cut into for search. Four beat words and stems on Serbian, and forgive typing errors. */
export const GRAM_LENGTH = 4

/**
 * Character 4-grams of the folded words of `text`, each word padded with one space on either side, so that beginnings and
 * endings of words count too. Words of one letter give nothing. In order, with repetitions.
 */
export function grams(text: string): string[] {
  return foldedWords(text).flatMap(gramsOfWord)
}

/** The 4-grams of one folded word; a word too short for one gives itself, padded. Search meets the same few thousand words. */
export const gramsOfWord: (word: string) => readonly string[] = remembering(cutWord, 20_000)

function cutWord(word: string): string[] {
  if (word.length < 2 && !/\d/.test(word)) return []
  const padded = ` ${word} `
  if (padded.length <= GRAM_LENGTH) return [padded]
  return Array.from({ length: padded.length - GRAM_LENGTH + 1 }, (_, i) => padded.slice(i, i + GRAM_LENGTH))
}
