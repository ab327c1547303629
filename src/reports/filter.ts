import { foldedWords } from '../language/fold.ts'
import { municipalityNamed, municipalityOf } from '../people/municipalities/municipalities.ts'
import { districtOf, districts } from './districts.ts'

/** What a report is of: a year or all of them; everywhere, a district, or a municipality, by its code. */
export type Filter = { year: number | null; place: Place }
export type Place = { kind: 'everywhere' } | { kind: 'district'; code: string } | { kind: 'municipality'; code: string }

export const EVERYWHERE: Place = { kind: 'everywhere' }

/** A place as buttons carry it. */
export const PLACE_FORM = /^(?:all|m\d{5}|d[a-z]{2})$/

export function placeCode(place: Place): string {
  if (place.kind === 'everywhere') return 'all'
  return `${place.kind === 'district' ? 'd' : 'm'}${place.code}`
}

/** The place that a button carries; everywhere for one that there is not. */
export function placeOfCode(code: string): Place {
  const of = code.slice(1)
  if (code[0] === 'm' && municipalityOf(of)) return { kind: 'municipality', code: of }
  if (code[0] === 'd' && districts().some((one) => one.code === of)) return { kind: 'district', code: of }
  return EVERYWHERE
}

/**
 * What somebody wrote after the command: «2025», «нишавски», «2025 Ниш», in any order. A year alone is everywhere, a place alone
 * all years. `null`: something in it is neither.
 */
export function readFilter(text: string): Filter | null {
  const words = foldedWords(text).filter((word) => !SAID_ALONG.has(word))
  const years = words.filter((word) => /^20\d\d$/.test(word))
  const rest = words.filter((word) => !/^20\d\d$/.test(word)).join(' ')
  if (years.length > 1) return null
  const year = years[0] === undefined ? null : Number(years[0])
  if (rest === '') return { year, place: EVERYWHERE }
  const district = districts().find(({ name }) => foldedWords(name).at(-1) === rest)
  if (district) return { year, place: { kind: 'district', code: district.code } }
  const municipality = municipalityNamed(rest)
  return municipality && { year, place: { kind: 'municipality', code: municipality.code } }
}

const SAID_ALONG = new Set(foldedWords('округ управни година годину године општина град за okrug year'))

/** Whether a municipality belongs to what is asked for. */
export function isIn(place: Place, municipality: string): boolean {
  if (place.kind === 'everywhere') return true
  if (place.kind === 'municipality') return municipality === place.code
  const known = municipalityOf(municipality)
  return known !== undefined && districtOf(known)?.code === place.code
}
