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
  return foldPlain(text) ?? foldAny(text)
}

/** Whatever is written. */
export function foldAny(text: string): string {
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

const SPACE = 0x20
const D = 'd'.charCodeAt(0)
const J = 'j'.charCodeAt(0)

/** Signs that each stand for themselves: letters of Serbian and English, digits, spaces and the usual punctuation. */
const PLAIN_SIGNS = Array.from({ length: 0x7f - SPACE }, (_, i) => String.fromCharCode(SPACE + i)).concat(
  Array.from('абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШšđčćžŠĐČĆŽ'),
  Array.from('\t\n\r\u00a0\u202f„“”‘’«»–—…•·§'),
)

/** What a plain sign is folded to, by its UTF-16 unit: one letter, digit or space, and a second one; 0 for no sign. */
const FIRST = new Uint8Array(0x2100)
const SECOND = new Uint8Array(0x2100)
/** The script of a plain letter: 1 and 2, so that a word of both is noticed; 0 for other signs. */
const SCRIPT = new Uint8Array(0x2100)
/** Signs that may part thousands. */
const PARTS = new Uint8Array(0x2100)

for (const sign of PLAIN_SIGNS) {
  const unit = sign.charCodeAt(0)
  const folded = foldAny(sign) || ' '
  FIRST[unit] = folded.charCodeAt(0)
  SECOND[unit] = folded.length > 1 ? folded.charCodeAt(1) : 0
  SCRIPT[unit] = /\p{L}/u.test(sign) ? (/\p{Script=Cyrillic}/u.test(sign) ? 1 : 2) : 0
  PARTS[unit] = '.\u00a0\u202f'.includes(sign) ? 1 : 0
}

/** What `foldAny` makes of a text of plain signs, whose words keep to one script, ten times as fast; `null` for any other. */
function foldPlain(text: string): string | null {
  const folded = Buffer.allocUnsafe(2 * text.length)
  let length = 0
  let last = SPACE
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const first = unit < FIRST.length ? FIRST[unit]! : 0
    if (first === 0) return null
    const script = SCRIPT[unit]!
    if (script !== before && script !== 0 && before !== 0) return null
    before = script
    if (first === SPACE ? last === SPACE || (PARTS[unit] === 1 && partsThousands(text, at)) : first === J && last === D)
      continue
    folded[length++] = last = first
    const second = SECOND[unit]!
    if (second !== 0) folded[length++] = last = second
  }
  if (length > 0 && last === SPACE) length--
  return folded.toString('latin1', 0, length)
}

/** Whether what stands at `at` is between a digit and just three more. */
function partsThousands(text: string, at: number): boolean {
  return (
    isDigit(text, at - 1) &&
    isDigit(text, at + 1) &&
    isDigit(text, at + 2) &&
    isDigit(text, at + 3) &&
    !isDigit(text, at + 4)
  )
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0x30 && unit <= 0x39
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
