import { fold, foldedWords } from '../../language/fold.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { isMistyped } from '../../language/word-match.ts'
import { wordForms } from './inflection.ts'
import municipalities from './municipalities.json' with { type: 'json' }
import places from './places.json' with { type: 'json' }

/** A unit of local self-government, or one of Belgrade's city municipalities. `code` is the statistical office's. */
export type Municipality = {
  code: string
  nameCyrl: string
  nameLatn: string
  kind: 'city' | 'municipality' | 'city-municipality'
  districtCyrl: string
  districtLatn: string
  region: string
}

export const MUNICIPALITIES = municipalities as readonly Municipality[]

const BY_CODE = new Map(MUNICIPALITIES.map((one) => [one.code, one]))

export function municipalityOf(code: string): Municipality | undefined {
  return BY_CODE.get(code)
}

/** «Палилула» for a list where everybody knows which one is meant. */
export function nameOf(locale: Locale, { nameCyrl }: Municipality): string {
  return shownTo(locale, nameCyrl)
}

/** The same by its code; a code that nobody knows stays. */
export function municipalityName(locale: Locale, code: string): string {
  const known = municipalityOf(code)
  return known ? nameOf(locale, known) : code
}

/**
 * Places that are no units of their own, by the code of the unit they are in, written down by hand: larger and well-known
 * villages, suburbs and spas, and the city municipalities outside Belgrade, of today and before. A name that several units
 * have is left out, as far as known.
 */
const PLACES = Object.entries(places as Readonly<Record<string, string>>).flatMap(([code, names]) =>
  names.split(', ').map((name) => [name, code] as const),
)

const IN_ENGLISH = [['Belgrade', '79014']] as const

type Name = {
  municipality: Municipality
  /** What the name counts, so that a unit's own name goes before another's part. */
  weight: number
  words: { word: string; forms: ReadonlySet<string> }[]
}

const nameFor = (municipality: Municipality, name: string, weight: number): Name => ({
  municipality,
  weight,
  words: foldedWords(name).map((word) => ({ word, forms: new Set(wordForms(word)) })),
})

const NAMES: readonly Name[] = [
  ...MUNICIPALITIES.map((one) => nameFor(one, one.nameCyrl, 1)),
  ...IN_ENGLISH.map(([name, code]) => nameFor(BY_CODE.get(code)!, name, 0.99)),
]

const PLACE_NAMES: readonly Name[] = PLACES.map(([name, code]) => nameFor(BY_CODE.get(code)!, name, 0.9))

const ALL_NAMES = [...NAMES, ...PLACE_NAMES]
const BELGRADE = BY_CODE.get('79014')!

/** Words around a name that are none of it, folded: they may be missing from a name at no cost. */
const AROUND = new Set(
  (
    'iz u sa za ja sam smo dolazim radim zivim je opstina opstine opstini opstinu grad grada gradu gradom gradska gradske ' +
    'gradskoj go so municipality city town of from the in i am'
  ).split(' '),
)

/** How well a written word fits a word of a name, from 0 to 1. */
const FIT = { same: 1, form: 0.95, beginning: 0.8, mistyped: 0.6 } as const
/** Shorter words differ by one letter too often to be taken for one another. */
const SHORTEST_MISTYPED = 4

/**
 * The units that a few letters may mean, the likeliest first: in either script, without diacritics, inflected («из
 * Крагујевца»), shortened («N. Sad»), or with a typing error; and the unit of a place that is named in full. What fits no
 * unit may be part of a place's name, or one with a typing error. Empty when nothing fits.
 */
export function findMunicipalities(text: string): Municipality[] {
  const written = foldedWords(text)
  const asked = written.filter((word) => !AROUND.has(word))
  const words = asked.length > 0 ? asked : written
  if (words.length === 0 || fold(text).length > LONGEST_NAME) return []
  const beside = namedBeside(words) ?? namedBeside(written)
  if (beside) return [beside]
  const units = scored(NAMES, words, written)
  const inFull = scored(PLACE_NAMES.filter(isNamedBy(words)), words, written)
  const found = units.length + inFull.length > 0 ? [...units, ...inFull] : scored(PLACE_NAMES, words, written)
  const best = new Map<Municipality, number>()
  for (const { municipality, score } of found) best.set(municipality, Math.max(score, best.get(municipality) ?? 0))
  return [...best]
    .toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a.nameCyrl.localeCompare(b.nameCyrl, 'sr'))
    .map(([municipality]) => municipality)
}

/** The one unit that a text names in full, by its own name or that of a place in it; `null` when there is none, or several. */
export function municipalityNamed(text: string): Municipality | null {
  const words = foldedWords(text).filter((word) => !AROUND.has(word))
  if (words.length === 0 || fold(text).length > LONGEST_NAME) return null
  const beside = namedBeside(words) ?? namedBeside(foldedWords(text))
  if (beside) return beside
  const named = ALL_NAMES.filter(isNamedBy(words)).map(({ municipality }) => municipality)
  return new Set(named).size === 1 ? named[0]! : null
}

/** What a part is in that is named beside the unit around it («Београд – Звездара», «Палилула, Ниш»), in either order; `null` when the words are no two such names. */
function namedBeside(words: readonly string[]): Municipality | null {
  for (let at = 1; at < words.length; at++) {
    const [first, second] = [words.slice(0, at), words.slice(at)]
    const found = partIn(first, second) ?? partIn(second, first)
    if (found) return found
  }
  return null
}

function partIn(part: readonly string[], around: readonly string[]): Municipality | null {
  const units = NAMES.filter(isNamedBy(around)).map(({ municipality }) => municipality)
  if (units.length === 0) return null
  const isIn = (one: Municipality) =>
    units.some((unit) => unit === one || (unit === BELGRADE && one.kind === 'city-municipality'))
  return ALL_NAMES.filter(isNamedBy(part)).find(({ municipality }) => isIn(municipality))?.municipality ?? null
}

/** A longer text is a sentence about something else. */
const LONGEST_NAME = 60

type Scored = { municipality: Municipality; score: number }

function scored(names: readonly Name[], words: readonly string[], written: readonly string[]): Scored[] {
  return names
    .map((name) => ({ municipality: name.municipality, score: scoreOf(name, words, written) }))
    .filter(({ score }) => score > 0)
}

/** Whether the words are the whole name, in whatever case. */
function isNamedBy(words: readonly string[]): (name: Name) => boolean {
  return (name) => name.words.length === words.length && name.words.every(({ forms }, i) => forms.has(words[i]!))
}

/** Nought unless every word asked for fits a word of the name of its own; words of the name left over cost a little. */
function scoreOf(name: Name, asked: readonly string[], written: readonly string[]): number {
  const left = [...name.words]
  let score = 0
  for (const word of asked) {
    const fits = left.map((part) => fitOf(word, part))
    const most = Math.max(0, ...fits)
    if (most === 0) return 0
    score += most
    left.splice(fits.indexOf(most), 1)
  }
  const missing = left.filter((part) => !written.some((word) => part.forms.has(word)))
  return (name.weight * score) / (asked.length + missing.length * 0.1)
}

function fitOf(word: string, part: Name['words'][number]): number {
  if (word === part.word) return FIT.same
  if (part.forms.has(word)) return FIT.form
  if (part.word.startsWith(word)) return FIT.beginning
  if (word.length < SHORTEST_MISTYPED) return 0
  return [part.word, ...part.forms].some((form) => isMistyped(word, form) || isMistypedBeginning(word, form))
    ? FIT.mistyped
    : 0
}

/** «kragj» begins «kragujevac» with an error; only beginnings long enough to mean something count. */
function isMistypedBeginning(word: string, form: string): boolean {
  return word.length >= 5 && form.length > word.length && isMistyped(word, form.slice(0, word.length))
}
