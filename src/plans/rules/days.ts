import { findFigures } from '../../language/figures/numbers.ts'
import { toLatin } from '../../language/script.ts'
import { yearsIn } from './values.ts'

/** The days that a text names, in order; one without a year is of the year that the next one names. */
export function daysIn(text: string): Temporal.PlainDate[] {
  const dates = inOrder(text)
  return dates.flatMap(({ year, month, day }, at) => {
    const next = dates.slice(at + 1).find((other) => other.year !== null)
    const own = year ?? (next ? next.year! - Number(month > next.month) : null)
    return own === null || day === null ? [] : valid(own, month, day)
  })
}

/** Dates stand in `findFigures` by their kinds: here by where they are written. */
function inOrder(text: string): Written[] {
  return datesIn(text).toSorted((a, b) => a.place - b.place)
}

/** The latest day that a text can mean: «март 2026» is its last, «2025» the last of December. `null` without any. */
export function lastDayIn(text: string): Temporal.PlainDate | null {
  const days = datesIn(text).flatMap(({ year, month, day }) => {
    if (year === null) return []
    return valid(year, month, day ?? Temporal.PlainYearMonth.from({ year, month }).daysInMonth)
  })
  const years = yearsIn(text).map((year) => Temporal.PlainDate.from({ year, month: 12, day: 31 }))
  const all = days.length > 0 ? days : years
  return all.toSorted(Temporal.PlainDate.compare).at(-1) ?? null
}

function valid(year: number, month: number, day: number): Temporal.PlainDate[] {
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month })
  return day >= 1 && day <= daysInMonth ? [Temporal.PlainDate.from({ year, month, day })] : []
}

type Written = { year: number | null; month: number; day: number | null; place: number }

function datesIn(written: string): Written[] {
  const text = plainDates(written)
  return findFigures(text)
    .filter(({ kind }) => kind === 'date')
    .flatMap(({ text: written, means }) => means.flatMap((form) => read(form, placeIn(text, written))))
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']
const MONTHS = 'januar februar mart april maj jun jul avgust septembar oktobar novembar decembar'.split(' ')
const SHORT =
  /(?<=\d\.\s?)(јан|феб|мар|апр|авг|сеп|септ|окт|нов|дец|jan|feb|mar|apr|avg|sep|sept|okt|nov|dec)\.?\s?(?=20\d\d)/giu

/** «број 06-12/2026»: the number of an act, which looks like a day. */
const ACT_NUMBER = /(?<!\p{L})(?:бр(?:ој\p{L}{0,2})?|br(?:oj\p{L}{0,2})?)\.?:?\s*\d+(?:[-/]\d+)+/giu

/** «5. X 2026.», «5. окт. 2026», «01.10–10.10.2026»: as dates are commonly written. */
function plainDates(text: string): string {
  return text
    .replace(ACT_NUMBER, (number) => ' '.repeat(number.length))
    .replace(
      /(?<!\d)(\d{1,2})\.\s?([XХ]I{0,2}|I[XХ]|IV|V?I{1,3}|V)\.?\s?(20\d\d)/gu,
      (_, day: string, month: string, year: string) => `${day}.${ROMAN.indexOf(month.replace('Х', 'X')) + 1}.${year}`,
    )
    .replace(SHORT, (short) => `${MONTHS[SHORTENED.indexOf(toLatin(short).toLowerCase().slice(0, 3))]} `)
    .replace(
      /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.?\s?(–|—|-|до|do)\s?(\d{1,2}\.\s?\d{1,2}\.\s?(20\d\d))/giu,
      '$1.$2.$5. $3 $4',
    )
}

const SHORTENED = MONTHS.map((month) => month.slice(0, 3))

/** Figures are found in Latin: a date in Cyrillic is looked for by its digits. */
function placeIn(text: string, written: string): number {
  const [digits = ''] = /\d[\d.\s/-]*/.exec(written) ?? []
  return Math.max(text.indexOf(written), text.indexOf(digits.trim()))
}

function read(form: string, place: number): Written[] {
  const [, year, month, day] = /^date:(\d*)-(\d+)-(\d*)$/.exec(form) ?? []
  if (month === undefined) return []
  return [{ year: year ? Number(year) : null, month: Number(month), day: day ? Number(day) : null, place }]
}
