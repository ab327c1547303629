import { createHash } from 'node:crypto'
import { fold, foldedWords } from '../language/fold.ts'
import { municipalityNamed, municipalityOf } from '../people/municipalities/municipalities.ts'
import { districtOf, districts } from './districts.ts'
import type { Period } from './period.ts'
import { readPeriod } from './read-period.ts'

/**
 * What a report is of: a period, or all of the time; everywhere, a district, or a municipality, by its code; sessions of one topic, as
 * their module is called, or all.
 */
export type Filter = { period: Period | null; place: Place; topic: string | null }
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

/** A topic as buttons carry it: its whole name would not fit. */
export const TOPIC_FORM = /^(?:all|[0-9a-f]{8})$/

export function topicCode(topic: string | null): string {
  return topic === null ? 'all' : createHash('sha256').update(topic).digest('hex').slice(0, 8)
}

/** The topic that a button carries, of those there are; all for one that there is no more. */
export function topicOfCode(code: string, topics: readonly string[]): string | null {
  return topics.find((topic) => topicCode(topic) === code) ?? null
}

/**
 * What somebody wrote after the command: «2025», «нишавски», «2025 Ниш», «други квартал 2026 Први модул», in any order; what is not
 * named is not narrowed. `topics` are those that sessions have. `null`: something in it is none of these.
 */
export function readFilter(text: string, topics: readonly string[] = []): Filter | null {
  const words = foldedWords(text.slice(0, LONGEST)).join(' ')
  const topic = topicIn(words, topics)
  // A topic before the rest: the number in its name is no month.
  return (topic === null ? null : readRest(without(words, topic), topic)) ?? readRest(words, null)
}

function readRest(words: string, topic: string | null): Filter | null {
  const reading = readPeriod(words.split(' ').filter((word) => word !== '' && !SAID_ALONG.has(word)))
  if (reading.kind === 'unclear') return null
  const place = readPlace(reading.rest.join(' '))
  return place && { period: reading.period, place, topic }
}

/** More than any filter takes. */
const LONGEST = 300

/** Everywhere for no words; `null` for words that name no place. */
function readPlace(words: string): Place | null {
  if (words === '') return EVERYWHERE
  const district = districts().find(({ name }) => foldedWords(name).at(-1) === words)
  if (district) return { kind: 'district', code: district.code }
  const municipality = municipalityNamed(words)
  return municipality && { kind: 'municipality', code: municipality.code }
}

/** The topic whose whole name stands there; of two, one of which begins with the other, the longer. */
function topicIn(words: string, topics: readonly string[]): string | null {
  const named = topics.filter((topic) => fold(topic) !== '' && ` ${words} `.includes(` ${fold(topic)} `))
  return named.toSorted((a, b) => b.length - a.length)[0] ?? null
}

const SAID_ALONG = new Set(
  foldedWords('округ управни година годину године општина град за у модул okrug year in for of'),
)

const without = (words: string, topic: string) => ` ${words} `.replace(` ${fold(topic)} `, ' ').trim()

/** Whether a municipality belongs to what is asked for. */
export function isIn(place: Place, municipality: string): boolean {
  if (place.kind === 'everywhere') return true
  if (place.kind === 'municipality') return municipality === place.code
  const known = municipalityOf(municipality)
  return known !== undefined && districtOf(known)?.code === place.code
}
