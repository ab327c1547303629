import { remembering } from './remembering.ts'

/** The two scripts of Serbian. Texts are written in Cyrillic once; Latin is derived, since that direction alone is exact. */
export type Script = 'cyrl' | 'latn'

const PAIRS: readonly (readonly [string, string])[] = [
  ['А', 'A'],
  ['Б', 'B'],
  ['В', 'V'],
  ['Г', 'G'],
  ['Д', 'D'],
  ['Ђ', 'Đ'],
  ['Е', 'E'],
  ['Ж', 'Ž'],
  ['З', 'Z'],
  ['И', 'I'],
  ['Ј', 'J'],
  ['К', 'K'],
  ['Л', 'L'],
  ['Љ', 'Lj'],
  ['М', 'M'],
  ['Н', 'N'],
  ['Њ', 'Nj'],
  ['О', 'O'],
  ['П', 'P'],
  ['Р', 'R'],
  ['С', 'S'],
  ['Т', 'T'],
  ['Ћ', 'Ć'],
  ['У', 'U'],
  ['Ф', 'F'],
  ['Х', 'H'],
  ['Ц', 'C'],
  ['Ч', 'Č'],
  ['Џ', 'Dž'],
  ['Ш', 'Š'],
]

const TO_LATIN = new Map(
  PAIRS.flatMap(([cyrillic, latin]) => [
    [cyrillic, latin],
    [cyrillic.toLowerCase(), latin.toLowerCase()],
  ]),
)

const CYRILLIC_LETTER = /\p{Script=Cyrillic}/u
const LATIN_LETTER = /\p{Script=Latin}/u
const DIGRAPHS = 'ЉЊЏ'
const HAS_DIGRAPH = /[ЉЊЏ]/
const CYRILLIC_RUN = /[\u0400-\u04ff]+/g

/**
 * Serbian Cyrillic as Serbian Latin; everything else is left as it is. Exact: «Љиљана» → «Ljiljana», and in capitals
 * «ЉУБАВ» → «LJUBAV», because a capital digraph beside another capital stands in a word of capitals.
 */
export function toLatin(text: string): string {
  return text.replace(CYRILLIC_RUN, (run, at: number) => latinAlone(run) ?? latinIn(text, at, run.length))
}

/** The Latin of a run of Cyrillic; `null` where it depends on what stands around. Texts repeat the same few thousand. */
const latinAlone = remembering((run) => (HAS_DIGRAPH.test(run) ? null : latinIn(run, 0, run.length)), 20_000)

/** The Latin of the run of Cyrillic that stands at `from` in a text. */
function latinIn(text: string, from: number, length: number): string {
  let latin = ''
  for (let at = from; at < from + length; at++) {
    const letter = text[at]!
    const written = TO_LATIN.get(letter) ?? letter
    latin += DIGRAPHS.includes(letter) && inCapitals(text, at) ? written.toUpperCase() : written
  }
  return latin
}

function inCapitals(text: string, at: number): boolean {
  const next = text[at + 1]
  const previous = text[at - 1]
  if (next !== undefined && isLetter(next)) return isCapital(next)
  return previous !== undefined && isLetter(previous) && isCapital(previous)
}

function isLetter(letter: string): boolean {
  return /\p{L}/u.test(letter)
}

function isCapital(letter: string): boolean {
  return letter === letter.toUpperCase() && letter !== letter.toLowerCase()
}

/** A text that is Cyrillic by nature, in the script asked for. */
export function inScript(text: string, script: Script): string {
  return script === 'latn' ? toLatin(text) : text
}

/** The script most letters of `text` are in, or `null` when it has none of either (numbers, emoji). A tie counts as Cyrillic. */
export function scriptOf(text: string): Script | null {
  let cyrillic = 0
  let latin = 0
  for (const letter of text) {
    // Nearly all letters are of these two ranges, which a pattern takes ten times as long to tell.
    if (letter >= 'Ѐ' && letter <= 'ҁ') cyrillic++
    else if (letter < '\u0080' ? isBasicLatin(letter) : LATIN_LETTER.test(letter)) latin++
    else if (letter >= '\u0080' && CYRILLIC_LETTER.test(letter)) cyrillic++
  }
  if (cyrillic + latin === 0) return null
  return cyrillic >= latin ? 'cyrl' : 'latn'
}

function isBasicLatin(letter: string): boolean {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')
}

/** Letters of one script that look like letters of the other: Latin → Cyrillic. */
const LOOK_ALIKES = new Map(Array.from('ABCEHJKMOPTXaceopxyj', (latin, i) => [latin, 'АВСЕНЈКМОРТХасеорхуј'[i]!]))
const LOOK_ALIKES_BACK = new Map(Array.from(LOOK_ALIKES, ([latin, cyrillic]) => [cyrillic, latin]))
const MIXED = /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u
const MIXED_WORD = /[\p{Script=Cyrillic}\p{Script=Latin}]+/gu

/**
 * Mends words that mix scripts by look-alike letters («Cавет» with a Latin C), as happens when a keyboard is switched
 * late. A word whose letters of the rarer script are all look-alikes becomes wholly of the other; any other word stays,
 * also one with Cyrillic letters that Serbian does not have.
 */
export function mendLookAlikes(text: string): string {
  if (!MIXED.test(text)) return text
  return text.replace(MIXED_WORD, (word) => {
    const latin = Array.from(word).filter((letter) => LATIN_LETTER.test(letter))
    const cyrillic = Array.from(word).filter((letter) => CYRILLIC_LETTER.test(letter))
    if (latin.length === 0 || cyrillic.length === 0 || cyrillic.some((letter) => !TO_LATIN.has(letter))) return word
    if (latin.every((letter) => LOOK_ALIKES.has(letter))) return replaceLetters(word, LOOK_ALIKES)
    if (cyrillic.every((letter) => LOOK_ALIKES_BACK.has(letter))) return replaceLetters(word, LOOK_ALIKES_BACK)
    return word
  })
}

function replaceLetters(word: string, by: Map<string, string>): string {
  return Array.from(word, (letter) => by.get(letter) ?? letter).join('')
}
