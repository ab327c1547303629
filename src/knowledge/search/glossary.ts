import { foldedWords } from '../../language/fold.ts'
import type { Term } from '../readers/document.ts'

/** A glossary made ready for matching: every name of every term, as folded words. */
export type Glossary = { entries: Entry[] }
type Entry = { term: Term; names: Name[] }
type Name = { words: string[]; abbreviation: boolean; english: boolean; beginning: string }

/** Letters that a name has in common with each of its forms: by these most names are passed over. */
const BEGINNING = 2

export function makeGlossary(terms: Term[]): Glossary {
  return {
    entries: terms.map((term) => ({
      term,
      names: [
        ...[term.term, ...term.aliases].map((name) => nameOf(name, false)),
        ...term.english.map((name) => nameOf(name, true)),
      ].filter((name) => name.words.length > 0),
    })),
  }
}

function nameOf(name: string, english: boolean): Name {
  const bare = name.replace(/\([^)]*\)/g, ' ')
  const words = foldedWords(bare)
  const beginning = (words[0] ?? '').slice(0, BEGINNING)
  return { words, abbreviation: /^[\p{Lu}\d]{2,8}$/u.test(bare.trim()), english, beginning }
}

/** Case endings that Serbian hangs on an abbreviation, with or without a hyphen («ЛАП-а», «lapova»). */
const ENDINGS = new Set(['', 'a', 'u', 'om', 'e', 'i', 'ovi', 'ova', 'ovima', 'ove', 'ev', 'ov', 's'])

/** A term that stands in the question, and the place of its words there. */
export type Match = { term: Term; from: number; to: number; english: boolean; exactName: string[] }

/**
 * The terms named in `words` (folded), longest first where they overlap. Inflected forms count: a word matches when it
 * begins as the name's word does and differs only in its ending.
 */
export function findTerms(glossary: Glossary, words: string[]): Match[] {
  const beginnings = new Set(words.flatMap((word) => [word.slice(0, 1), word.slice(0, BEGINNING)]))
  const found = glossary.entries.flatMap(({ term, names }) =>
    names
      .filter((name) => beginnings.has(name.beginning))
      .flatMap((name) =>
        placesOf(name, words).map((place) => ({ term, ...place, english: name.english, exactName: name.words })),
      ),
  )
  found.sort(
    (a, b) =>
      b.to - b.from - (a.to - a.from) || b.exactName.join('').length - a.exactName.join('').length || a.from - b.from,
  )
  const taken = new Set<number>()
  const terms = new Set<Term>()
  return found.filter((match) => {
    const places = Array.from({ length: match.to - match.from }, (_, i) => match.from + i)
    if (places.some((place) => taken.has(place)) || terms.has(match.term)) return false
    for (const place of places) taken.add(place)
    terms.add(match.term)
    return true
  })
}

/** `to` is one past the last word. An abbreviation may stand as «LAP» or be split by its hyphen into «lap a». */
function placesOf(name: Name, words: string[]): { from: number; to: number }[] {
  const places: { from: number; to: number }[] = []
  for (let from = 0; from + name.words.length <= words.length; from++) {
    if (!name.words.every((word, i) => sameWord(word, words[from + i]!, name.abbreviation))) continue
    const splitEnding =
      name.abbreviation && words[from + 1] !== undefined && words[from + 1] !== 'i' && ENDINGS.has(words[from + 1]!)
    places.push({ from, to: from + name.words.length + (splitEnding ? 1 : 0) })
  }
  return places
}

function sameWord(name: string, word: string, abbreviation: boolean): boolean {
  if (name === word) return true
  if (abbreviation || name.length < 4) return word.startsWith(name) && ENDINGS.has(word.slice(name.length))
  return sameStem(name, word)
}

/** Whether two folded Serbian words differ in their ending only: at least four letters and two thirds of the longer agree. */
function sameStem(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  let common = 0
  while (common < shorter && a[common] === b[common]) common++
  return (
    common >= 4 && a.length - common <= 3 && b.length - common <= 4 && common * 3 >= Math.max(a.length, b.length) * 2
  )
}

/** Words of a question that ask for a meaning and say nothing else («шта је», «шта значи», «what does … mean»). */
const ASKING = new Set(
  (
    'sta je su znaci znace to ono jel li da ko koja koji koje pojam termin definicija skracenica znacenje objasni objasnite mi molim vas ' +
    'predstavlja predstavljaju podrazumeva se pod ukratko what is are the a an does do mean means meaning of stand for define definition term please explain who'
  ).split(' '),
)

/**
 * The term a question is about when it asks for nothing but its meaning («шта је ИРЛ», «readmisija»), or `null`.
 */
export function bareTerm(glossary: Glossary, words: string[]): Term | null {
  if (words.length === 0 || words.length > 9) return null
  const [match, ...others] = findTerms(glossary, words)
  if (!match || others.length > 0) return null
  const rest = words.filter((_, i) => i < match.from || i >= match.to)
  return rest.every((word) => ASKING.has(word)) ? match.term : null
}

/** The question with each abbreviation as the glossary has it: «лапа», «LAP-om» and «lapove» are «lap». */
export function bareAbbreviations(glossary: Glossary, words: string[]): string[] {
  const names = glossary.entries.flatMap((entry) => entry.names.filter(isShort))
  return names.reduce(
    (changed, name) =>
      placesOf(name, changed)
        .toSorted((a, b) => b.from - a.from)
        .reduce((bare, { from, to }) => bare.toSpliced(from, to - from, name.words[0]!), changed),
    words,
  )
}

function isShort(name: Name): boolean {
  return name.abbreviation && name.words.length === 1
}

/**
 * The question with each term written out that has an abbreviation, and that abbreviation: «ко доноси локални акциони
 * план» and «lap». Whether the short form is the better one, the material's own usage decides.
 */
export function shortForms(glossary: Glossary, words: string[]): { from: number; to: number; short: string }[] {
  return findTerms(glossary, words).flatMap((match) => {
    const names = glossary.entries.find((entry) => entry.term === match.term)?.names ?? []
    const short = names.find(isShort)
    return short && match.to - match.from > 1 ? [{ from: match.from, to: match.to, short: short.words[0]! }] : []
  })
}

/** Words that ask what something is, right before its name. */
const WHAT_IS = /^(sta|ko|what|who) (je|su|znaci|is|are)$/

/** The term a longer question asks the meaning of among other things («шта је ЛАП и зашто нам треба»), or `null`. */
export function definedTerm(glossary: Glossary, words: string[]): Term | null {
  const asked = findTerms(glossary, words).find((match) =>
    WHAT_IS.test(words.slice(Math.max(0, match.from - 2), match.from).join(' ')),
  )
  return asked?.term ?? null
}

/**
 * Other names of the terms a question names, to be searched along with it: an abbreviation written out, the Serbian of
 * an English term, a synonym.
 */
export function expansions(glossary: Glossary, words: string[]): { text: string; english: boolean }[] {
  const said = new Set(words)
  return findTerms(glossary, words)
    .map((match) => ({
      text: [match.term.term, ...match.term.aliases.slice(0, 2)]
        .filter((name) => !foldedWords(name).every((word) => said.has(word)))
        .join(' '),
      english: match.english,
    }))
    .filter((expansion) => expansion.text !== '')
}
