import { fold } from './fold.ts'

/** What tells who somebody is when it stands in other people's words. */
export type Told = {
  /** Names as people write them. */
  names: readonly string[]
  /** E-mail, user name, number: what stands for nobody else, letter by letter. */
  exact: readonly string[]
}

/** Finds somebody in texts. */
export type Mention = {
  /**
   * Words, or beginnings of words, that stand near each other; every text that mentions them has one of these rows of them.
   * To look through many texts before each is read.
   */
  hints: readonly (readonly string[])[]
  isIn(text: string): boolean
  /** The text with as many points in their place, so that what counts its characters stays right. */
  blank(text: string): string
}

/** Fewer letters than this, and a single word may be anybody's name, or no name at all («Нада», «Вера»). */
const TELLING_LENGTH = 12

/**
 * Looks for names in both scripts, in any case of Serbian and with the surname first or last; a name of one word only when
 * nobody else is likely to have it, by its length or a digit in it.
 */
export function mentionOf({ names, exact }: Told): Mention {
  const written = [...new Set(names)].map((name) => name.match(WORD) ?? []).filter(isTelling)
  const wanted = written.map((words) => words.map(fold))
  const literals = exact.filter((text) => text.length > 2)
  const literal = patternOf(literals)
  const blank = (text: string) => wanted.reduce(blankName, literal ? text.replace(literal, points) : text)
  return {
    hints: [
      ...written.flatMap((words) => ordersOf(words.map(stemOf))),
      ...literals.flatMap((text) => (text.match(WORD) ? [[longest(text.match(WORD)!)]] : [])),
    ],
    isIn: (text) => blank(text) !== text,
    blank,
  }
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

const points = (text: string) => '.'.repeat(text.length)

function patternOf(literals: readonly string[]): RegExp | null {
  if (literals.length === 0) return null
  const any = literals.map((text) => RegExp.escape(text)).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])@?(?:${any})(?![\\p{L}\\p{N}])`, 'giu')
}

function isTelling(words: readonly string[]): boolean {
  const [only] = words
  return words.length > 1 || (only !== undefined && (only.length >= TELLING_LENGTH || /\p{N}/u.test(only)))
}

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '')
}

/** What stays of a name through its cases: «Милиц» of «Милица», «Јован» of «Јован». */
function stemOf(word: string): string {
  return word.length > 3 ? word.replace(/[aeiouаеиоу]$/i, '') : word
}

/** The longest ending of a case: «Јован», «Јованом». */
const LONGEST_ENDING = 3

function isFormOf(word: string, name: string): boolean {
  const stem = stemOf(name)
  return word.startsWith(stem) && word.length <= stem.length + LONGEST_ENDING
}

/** A name as it is, and with what stands first put last. */
function ordersOf(name: readonly string[]): (readonly string[])[] {
  return name.length > 1 ? [name, [...name.slice(1), name[0]!]] : [name]
}

type Word = { folded: string; from: number; to: number }

function blankName(text: string, name: readonly string[]): string {
  const words = wordsOf(text)
  const orders = ordersOf(name)
  const isName = (found: readonly Word[]) =>
    isTogether(text, found) && orders.some((order) => order.every((one, at) => isFormOf(found[at]!.folded, one)))
  const parts: string[] = []
  let done = 0
  for (let i = 0; i + name.length <= words.length; i++) {
    const found = words.slice(i, i + name.length)
    if (!isName(found)) continue
    const [from, to] = [found[0]!.from, found.at(-1)!.to]
    parts.push(text.slice(done, from), points(text.slice(from, to)))
    done = to
    i += name.length - 1
  }
  return parts.join('') + text.slice(done)
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    folded: fold(word),
    from: index,
    to: index + word.length,
  }))
}

/** Names are parted by a space, a hyphen and the like. */
function isTogether(text: string, words: readonly Word[]): boolean {
  return words.every((word, i) => i === 0 || /^[^\p{L}\p{N}]{1,3}$/u.test(text.slice(words[i - 1]!.to, word.from)))
}
