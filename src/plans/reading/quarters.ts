import { fold } from '../../language/fold.ts'
import { yearsIn } from '../rules/values.ts'

const ROMAN = ['i', 'ii', 'iii', 'iv']

/** «К1», «II квартал», «3.» below a year: which quarter a head names, and of which year; `null` for another head. */
export function quarterOf(head: string): { quarter: number; year: number | null } | null {
  const [year = null] = yearsIn(head)
  const rest = fold(head.replace(/(?<!\d)20\d\d\.?/g, ' '))
    .replace(/\b(?:kv\w*|tromesec\w*|god\w*)\b/g, ' ')
    .trim()
  const [, letters = '', digit] = /^(?:([kq]|iv|i{1,3}) ?([1-4])?|([1-4]))$/.exec(rest) ?? []
  const number = digit ?? (/^[1-4]$/.test(rest) ? rest : null)
  const quarter = number === null ? ROMAN.indexOf(letters) + 1 : Number(number)
  return quarter < 1 || (year === null && /^[1-4]$/.test(rest)) ? null : { quarter, year }
}

/** Fewer columns of quarters are no timetable. */
const FEWEST = 3

/** The columns of a timetable, one a quarter, in which rows are marked when something is done. */
export function timetableOf(head: readonly string[]): ReadonlyMap<number, string> {
  const columns = head.flatMap((text, place) => {
    const named = quarterOf(text)
    return named ? [[place, `К${named.quarter}${named.year === null ? '' : ` ${named.year}`}`] as const] : []
  })
  return new Map(columns.length >= FEWEST ? columns : [])
}

/** From the first to the last mark of a row; empty without any. */
export function termOfMarks(cells: readonly string[], timetable: ReadonlyMap<number, string>): string {
  const marked = [...timetable].filter(([place]) => (cells[place] ?? '').trim() !== '').map(([, quarter]) => quarter)
  const [first = '', last = first] = [marked[0], marked.at(-1)]
  return first === last ? first : `${first} – ${last}`
}
