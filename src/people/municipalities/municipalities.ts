import { fold, foldedWords } from '../../language/fold.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { isMistyped } from '../../language/word-match.ts'
import { wordForms } from './inflection.ts'
import municipalities from './municipalities.json' with { type: 'json' }

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

/** Other names by which people mean a unit: towns inside a city, city municipalities outside Belgrade, and English. */
const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ['Belgrade', '79014'],
  ['Нишка Бања', '79022'],
  ['Медијана', '79022'],
  ['Палилула', '79022'],
  ['Пантелеј', '79022'],
  ['Црвени крст', '79022'],
  ['Костолац', '79049'],
  ['Севојно', '79065'],
  ['Врањска Бања', '79057'],
]

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
  ...OTHER_NAMES.map(([name, code]) => nameFor(BY_CODE.get(code)!, name, 0.99)),
]

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
 * Крагујевца»), shortened («N. Sad»), or with a typing error. Empty when nothing fits.
 */
export function findMunicipalities(text: string): Municipality[] {
  const written = foldedWords(text)
  const asked = written.filter((word) => !AROUND.has(word))
  const words = asked.length > 0 ? asked : written
  if (words.length === 0 || fold(text).length > LONGEST_NAME) return []
  const best = new Map<Municipality, number>()
  for (const name of NAMES) {
    const score = scoreOf(name, words, written)
    if (score > (best.get(name.municipality) ?? 0)) best.set(name.municipality, score)
  }
  return [...best]
    .toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a.nameCyrl.localeCompare(b.nameCyrl, 'sr'))
    .map(([municipality]) => municipality)
}

/** A longer text is a sentence about something else. */
const LONGEST_NAME = 60

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
