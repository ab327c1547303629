import { fold } from '../../language/fold.ts'
import { municipalityNamed } from '../../people/municipalities/municipalities.ts'
import type { Past } from '../report.ts'

export type PastReading =
  | { kind: 'read'; past: Omit<Past, 'id'> }
  | { kind: 'refused'; why: 'no-date' | 'no-counts' | 'in-future' }
  /** Names that are no municipalities. */
  | { kind: 'unknown-names'; names: string[] }

// Of text that was folded: Latin without marks.
const COUNTED = [
  ['sessions', /(\d{1,6}) ?(?:obuk|trening|training|session)/],
  ['people', /(\d{1,6}) ?(?:ljud|osob|ucesnik|lica|people|person|participant)/],
  ['municipalities', /(\d{1,6}) ?(?:opstin|grad|jedinic|jls|municipalit)/],
] as const

const MONTHS = 'jan feb mar apr maj|may jun jul avg|aug sep okt|oct nov dec'.split(' ')

/**
 * What was held before, as staff write it: «до марта 2024: 14 обука, 149 људи, 70 општина», and in further lines, if they know
 * them, the municipalities by name, parted by commas. Lines and names in either script.
 */
export function readPast(text: string, today: Temporal.PlainDate): PastReading {
  const [head = '', ...rest] = text.slice(0, LONGEST).split('\n')
  const before = readBefore(head)
  if (!before) return { kind: 'refused', why: 'no-date' }
  if (Temporal.PlainDate.compare(before, today) > 0) return { kind: 'refused', why: 'in-future' }
  const counts = countsIn(head)
  if (counts.sessions === undefined || counts.people === undefined) return { kind: 'refused', why: 'no-counts' }
  const names = rest
    .join(',')
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const found = names.map((name) => ({ name, code: municipalityNamed(name)?.code }))
  const unknown = found.filter(({ code }) => code === undefined).map(({ name }) => name)
  if (unknown.length > 0) return { kind: 'unknown-names', names: unknown }
  const codes = [...new Set(found.flatMap(({ code }) => code ?? []))]
  const municipalities = Math.max(counts.municipalities ?? 0, codes.length)
  return { kind: 'read', past: { before, sessions: counts.sessions, people: counts.people, municipalities, codes } }
}

/** Longer than all municipalities by name. */
const LONGEST = 4_000

function countsIn(head: string): Partial<Record<'sessions' | 'people' | 'municipalities', number>> {
  // A year before a colon is no count of what stands after it.
  const text = head
    .split(/[^\p{L}\p{N} ]/u)
    .map(fold)
    .join('|')
  return Object.fromEntries(
    COUNTED.flatMap(([what, pattern]) => {
      const [, count] = pattern.exec(text) ?? []
      return count === undefined ? [] : [[what, Number(count)]]
    }),
  )
}

/** The day before which it all was: «до марта 2024», «до 15. 3. 2024.», «до 3/2024», «до 2024»; `null`: none is named. */
function readBefore(head: string): Temporal.PlainDate | null {
  const [, day, month, year] = /\b(?:(\d{1,2})[./ ] ?)?(\d{1,2})[./] ?(20\d\d)\b/.exec(head) ?? []
  if (year) return dateOrNull(Number(year), Number(month), Number(day ?? 1))
  const [, named, ofYear] = /\b([a-z]{3})[a-z]{0,9}\.? (20\d\d)\b/.exec(fold(head)) ?? []
  const found = named === undefined ? -1 : MONTHS.findIndex((names) => names.split('|').includes(named))
  if (found >= 0) return dateOrNull(Number(ofYear), found + 1, 1)
  const [, alone] = /\b(20\d\d)\b/.exec(head) ?? []
  return alone === undefined ? null : dateOrNull(Number(alone), 1, 1)
}

function dateOrNull(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}
