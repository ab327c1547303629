import { monthNamed } from '../language/dates/read.ts'
import { type Period, periodBetween, unitPeriod } from './period.ts'

/** Folded words without a period that stood among them; `period` is `null` where none did. */
export type PeriodReading = { kind: 'read'; period: Period | null; rest: string[] } | { kind: 'unclear' }

/** A time that is named: a day, or a unit of so many months. Its year may stand with the end of what it begins. */
type Named = { year: number | null; months: 12 | 6 | 3 | 1; n: number; day: number | null; next: number }

/**
 * Reads «2026», «март 2026», «3/2026», «2. квартал 2026», «друго полугодиште 2026», «од 1. 3. 2026. до 15. 6. 2026.», «од марта до
 * јуна 2026» among folded words. Two periods, a day that there is not, or an end before the beginning are unclear.
 */
export function readPeriod(words: readonly string[]): PeriodReading {
  const rest: string[] = []
  const found: (Period | null)[] = []
  for (let at = 0; at < words.length; ) {
    const begins = at + (FROM.has(words[at]!) ? 1 : 0)
    const period = periodAt(words, begins)
    if (period) found.push(period.period)
    else rest.push(words[at]!)
    at = period?.next ?? at + 1
  }
  if (found.length > 1 || found[0] === null) return { kind: 'unclear' }
  return { kind: 'read', period: found[0] ?? null, rest }
}

const FROM: ReadonlySet<string> = new Set(['od', 'from'])
const UNTIL: ReadonlySet<string> = new Set(['do', 'to', 'until'])

/** `period` is `null` where what is written there is no period that can be. */
function periodAt(words: readonly string[], at: number): { period: Period | null; next: number } | null {
  const first = namedAt(words, at)
  if (!first) return null
  const last = UNTIL.has(words[first.next] ?? '') ? namedAt(words, first.next + 1) : null
  const { year, next } = last ?? first
  if (year === null) return null
  const [from, to] = [periodOf(first, year), periodOf(last ?? first, year)]
  return { period: from && to && periodBetween(from.from, to.to), next }
}

function periodOf({ months, n, day, ...named }: Named, yearOfEnd: number): Period | null {
  const year = named.year ?? yearOfEnd
  if (day === null) return unitPeriod({ year, months, n })
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month: n })
  if (day < 1 || day > daysInMonth) return null
  const on = Temporal.PlainDate.from({ year, month: n, day })
  return { from: on, to: on }
}

function namedAt(words: readonly string[], at: number): Named | null {
  return partAt(words, at) ?? dayAt(words, at) ?? monthAt(words, at) ?? yearAt(words, at)
}

/** «2026» */
function yearAt(words: readonly string[], at: number): Named | null {
  const year = yearOf(words[at])
  return year === null ? null : { year, months: 12, n: 1, day: null, next: at + 1 }
}

/** «март 2026», «3 2026», and before an end that has a year «март» alone. */
function monthAt(words: readonly string[], at: number): Named | null {
  const named = monthNamed(words[at])
  const n = named || numberOf(words[at], 12)
  const year = yearOf(words[at + 1])
  if (!n || (year === null && !named)) return null
  return { year, months: 1, n, day: null, next: at + (year === null ? 1 : 2) }
}

/** «1 3 2026», «1 март» */
function dayAt(words: readonly string[], at: number): Named | null {
  const day = numberOf(words[at], 31)
  const month = day && monthAt(words, at + 1)
  return month ? { ...month, day } : null
}

/** «2 квартал 2026», «друго полугодиште 2026», «q2 2026» */
function partAt(words: readonly string[], at: number): Named | null {
  const [, short] = /^q([1-4])$/.exec(words[at] ?? '') ?? []
  const months = short ? 3 : monthsIn(words[at + 1])
  if (months === null) return null
  const n = short ? Number(short) : ordinalOf(words[at])
  if (n === null || n > 12 / months) return null
  const behind = at + (short ? 1 : 2)
  const year = yearOf(words[behind])
  return { year, months, n, day: null, next: behind + (year === null ? 0 : 1) }
}

function monthsIn(word: string | undefined): 3 | 6 | null {
  if (/^(?:kvartal|tromesecj|quarter)/.test(word ?? '')) return 3
  return /^(?:polugod|half)/.test(word ?? '') ? 6 : null
}

const ORDINALS = [
  /^(?:1|i|prv\p{L}{1,3}|first|1st)$/u,
  /^(?:2|ii|drug\p{L}{1,3}|second|2nd)$/u,
  /^(?:3|iii|trec\p{L}{1,3}|third|3rd)$/u,
  /^(?:4|iv|cetvrt\p{L}{1,3}|fourth|4th)$/u,
]

function ordinalOf(word: string | undefined): number | null {
  const at = ORDINALS.findIndex((form) => form.test(word ?? ''))
  return at < 0 ? null : at + 1
}

const yearOf = (word: string | undefined) => (/^20\d\d$/.test(word ?? '') ? Number(word) : null)

/** A number in digits from 1 to `most`; `null` for anything else. */
function numberOf(word: string | undefined, most: number): number | null {
  const number = /^\d{1,2}$/.test(word ?? '') ? Number(word) : 0
  return number >= 1 && number <= most ? number : null
}
