import { readFileSync } from 'node:fs'
import { fold } from '../../language/fold.ts'
import { remembering } from '../../language/remembering.ts'
import { MUNICIPALITIES } from '../../people/municipalities/municipalities.ts'

const NAMES_FILE = new URL('names.txt', import.meta.url)

type Names = { given: ReadonlySet<string>; family: ReadonlySet<string> }

let read: Names | undefined

/** The names of `names.txt`, read when they are first asked for. */
function names(): Names {
  read ??= parse(readFileSync(NAMES_FILE, 'utf8'))
  return read
}

function parse(text: string): Names {
  const [, given = '', family = ''] = text.split(/^(?:given|family):$/m)
  return { given: new Set(given.trim().split(/\s+/)), family: new Set(family.trim().split(/\s+/)) }
}

const PLACES: ReadonlySet<string> = new Set(MUNICIPALITIES.map(({ nameCyrl }) => fold(nameCyrl)))

const NUMBERING = /^\s*\d{1,4}\s{0,2}[.)]?\s+(?=\p{L})/u
/** «др», «проф.», «дипл. инж.» before or after a name: small letters, or cut short by a point. */
const DEGREE = /^(?:\p{Ll}{1,5}|\p{L}\p{Ll}{1,4}\.)$/u
const FATHERS_NAME = /\s\(\p{L}{2,20}\)(?=\s|$)/gu
const INITIAL = /^\p{Lu}{1,2}\.$/u
const WORD = /^\p{Lu}[\p{L}'’]{1,24}(?:-\p{Lu}[\p{L}'’]{1,24})?$/u
const SMALL_WORD = /^\p{Ll}{3,24}$/u
/** «-ић» in a script that has the letter; in bare Latin it may be English («Public»). */
const FAMILY_ENDING = /(?:ић|ić|ИЋ|IĆ)$/
const BARE_ENDING = /(?:ic|IC)$/

/** How sure a word is a name: what it is known as; `'fits'` for a word of the form only. */
type Known = 'given' | 'family' | 'fits'

/** A document has the same words again and again. */
const knownAs = remembering(lookUp, 5_000)

function lookUp(word: string): Known {
  const parts = fold(word).split(' ')
  if (parts.some((part) => names().given.has(part))) return 'given'
  return FAMILY_ENDING.test(word) || parts.some((part) => names().family.has(part)) ? 'family' : 'fits'
}

/** The words of a text that may be a name and nothing beside it, without degrees and a father's name; `null` when it is none by its form. */
function nameWords(text: string): string[] | null {
  if (text.length > 80) return null
  const bare = text.replace(NUMBERING, '').replace(FATHERS_NAME, '')
  const words = withoutDegrees(swapped(bare).split(/\s+/).filter(Boolean))
  const full = words.filter((word) => !INITIAL.test(word))
  const least = full.length < words.length ? 1 : 2
  if (full.length < least || full.length > 4 || !full.every((word) => WORD.test(word))) return null
  // «ОШ Вук Караџић» is a school.
  const capitals = full.filter((word) => word === word.toUpperCase()).length
  return capitals === 0 || capitals === full.length ? full : null
}

/** «Илић, Марија» as «Илић Марија»; what follows a name behind a comma goes. */
function swapped(text: string): string {
  const [first = '', second = ''] = text.split(',').map((part) => part.trim())
  return first.includes(' ') || second === '' ? first : `${first} ${second}`
}

function withoutDegrees(words: readonly string[]): string[] {
  const from = words.findIndex((word) => !DEGREE.test(word) || INITIAL.test(word))
  const to = words.findLastIndex((word) => !DEGREE.test(word) || INITIAL.test(word))
  return from < 0 ? [] : words.slice(from, to + 1)
}

/** Whether a text has the form of a person's name, known or not: «Zabihullah Popal», but also «Нова Варош». */
export function looksLikeName(text: string): boolean {
  const words = nameWords(text)
  return words !== null && !PLACES.has(fold(words.join(' ')))
}

export function isPlace(text: string): boolean {
  return PLACES.has(fold(text))
}

/** Whether a text is the name of a person and nothing else, in either order, with degrees or without. */
export function isName(text: string): boolean {
  const words = nameWords(text)
  if (!words || PLACES.has(fold(words.join(' ')))) return false
  const known = words.map(knownAs)
  // «М. Петровић»
  if (words.length === 1) return known[0] === 'family'
  const given = known.filter((one) => one === 'given').length
  const unknown = known.filter((one) => one === 'fits').length
  if (words.length > 2) return given > 0 && unknown <= 1 && given + unknown < words.length
  if (given === 0) return known.includes('family') && words.some((word) => FAMILY_ENDING.test(word))
  return unknown === 0 || given > 0
}

/** Whether both words are known, as one asks for where a text runs on: «Ана Анић Општина Рума». */
function isSurely(words: readonly string[]): boolean {
  const known = words.map(knownAs)
  const ends = words.some((word) => FAMILY_ENDING.test(word) || BARE_ENDING.test(word))
  return known.includes('given') && (known.every((one) => one !== 'fits') || ends)
}

/** How many of the words at the beginning of `words` are a person's name; 0 when they are none. */
export function nameAtStart(words: readonly string[]): number {
  for (const length of [4, 3, 2]) {
    const begin = words.slice(0, length)
    const name = begin.length === length ? nameWords(begin.join(' ')) : null
    if (name && isSurely(name) && !PLACES.has(fold(begin.join(' ')))) return length
  }
  return 0
}

/** Whether a text is a name that somebody wrote in small letters, both of it known: «zoran petrović». */
export function isSmallName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  if (words.length < 2 || words.length > 3 || !words.every((word) => SMALL_WORD.test(word))) return false
  const known = words.map(knownAs)
  const isFamily = (word: string, at: number) => known[at] === 'family' || BARE_ENDING.test(word)
  return (
    known.includes('given') &&
    words.some(isFamily) &&
    words.every((word, at) => known[at] !== 'fits' || isFamily(word, at))
  )
}

/** Whether a word alone is a given name. */
export function isGivenName(text: string): boolean {
  return WORD.test(text) && knownAs(text) === 'given' && !PLACES.has(fold(text))
}

/** Whether the part before @ names a person: «ana.anic», «petrovicm»; not «kabinet», «info». */
export function namesPerson(email: string): boolean {
  const local = fold(email.slice(0, email.indexOf('@')).replace(/\d+/g, ' '))
  return local.split(' ').some((part) => {
    const trimmed = [part, part.slice(1), part.slice(0, -1)]
    return trimmed.some((one) => one.length > 3 && !PLACES.has(one) && isKnown(one))
  })
}

function isKnown(folded: string): boolean {
  return names().given.has(folded) || names().family.has(folded) || /[a-z]{3}ic$/.test(folded)
}
