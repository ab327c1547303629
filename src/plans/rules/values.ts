import { readingsOf, WRITTEN_NUMBER } from '../../language/figures/decimal.ts'
import { fold } from '../../language/fold.ts'
import { remembering } from '../../language/remembering.ts'

const NUMBER = new RegExp(String.raw`(?<![\p{L}\p{N}/.-])${WRITTEN_NUMBER}(?![\p{N}])`, 'gu')
const YEAR = /(?<![\d.,]|\d\/)(?:19[5-9]\d|20[0-6]\d)(?![\d/]|[.,]\d)/g

/** Spaces of any kind as plain ones, digits of any kind as plain ones. */
function plain(text: string): string {
  // «1'200'000» has its thousands apart as well.
  return text
    .normalize('NFKC')
    .replace(/\s/g, ' ')
    .replace(/(?<=\d)['’](?=\d{3}(?!\d))/g, '.')
}

/** The years that a text names. */
export function yearsIn(text: string): number[] {
  return Array.from(plain(text.replace(SCHOOL_YEAR, '$1 $2 ')).matchAll(YEAR), ([year]) => Number(year))
}

/** «2025/2026.» is both. */
const SCHOOL_YEAR = /(?<![\d/])(20\d\d)\.?\/(20\d\d)\.?(?![\d/])/g

/** The numbers of a text that are no years, in order. */
export function numbersIn(text: string): number[] {
  const bare = plain(text).replace(YEAR, ' ')
  return Array.from(bare.matchAll(NUMBER), ([written]) => Number(readingsOf(written.trim(), false)[0]))
}

/** The number that a cell is: «34 породице (2025)» is 34; a year alone is one as well. `null` for a cell without any. */
export function numberOf(cell: string | undefined): number | null {
  if (cell === undefined) return null
  return numbersIn(cell)[0] ?? null
}

/**
 * The amount that a cell is: «1.200.000,00 дин.», «1,2 мил.», a dash for nothing. `null` when it has none, or more than one:
 * which of them is meant is not guessed.
 */
export function amountOf(cell: string | undefined): number | null {
  return cell === undefined || cell.trim() === '' ? null : amountIn(cell)
}

/** Sums of columns look at each cell again and again, a fifth of the time of all checks. */
const amountIn = remembering(readAmount, 5_000)

function readAmount(cell: string): number | null {
  const text = plain(cell)
  if (/^[-–—/ ]+$/.test(text)) return 0
  const numbers = Array.from(text.matchAll(NUMBER), ([written]) => Number(readingsOf(written.trim(), false)[0]))
  if (numbers.length !== 1) return null
  return numbers[0]! * (/\p{L}/u.test(text) ? scaleOf(fold(text)) : 1)
}

function scaleOf(folded: string): number {
  const [, word = ''] = /\d (mil|mln|milion|hilj|hiljad|mlrd|milijard)\w*/.exec(folded) ?? []
  if (word.startsWith('hilj')) return 1_000
  if (word.startsWith('mlrd') || word.startsWith('milijard')) return 1_000_000_000
  return word === '' ? 1 : 1_000_000
}

/** Whether two amounts are the same, but for what rounding to whole dinars does to a sum. */
export function isSameAmount(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1
}

/** A cell without words: empty, a dash, a question mark. Zero is a value. */
export function isEmpty(cell: string | undefined): boolean {
  return cell === undefined || !/[\p{L}\p{N}]/u.test(cell) || /^\s*(?:n\/?a|н\/?а)\s*$/iu.test(cell)
}

const YES = /^(?:da|jeste|jesu|prisutn[aieo]|ima|yes|x|\+)\b/
const NO = /^(?:ne|nije|nisu|nema|odsutn\w*|no)\b/

/** «да», «не», or neither. */
export function yesOf(cell: string | undefined): boolean | null {
  if (cell === undefined) return null
  if (/^[\s]*[+✓✔☑]/u.test(cell)) return true
  const folded = fold(cell)
  return NO.test(folded) ? false : YES.test(folded) ? true : null
}

/** When something is done, as far as a cell says it. */
export type Term = {
  /** The years it names or lies in. */
  years: number[]
  /** Whether it says any day, month, quarter or year. */
  dated: boolean
}

const QUARTER =
  /(?:^|\s)(?:[kq][ -]?[1-4]|[1-4] ?[kq]|(?:i{1,3}|iv|[1-4]) ?(?:kv\w*|tromesec\w*)|(?:prv|drug|trec|cetvrt)\w+ (?:kv|tromesec)\w*)/
/** How the names of months begin, folded, in whatever case they stand. */
export const MONTH_STEMS = 'januar|februar|mart|april|maj|jun|jul|avgust|septemb|oktob|novemb|decemb'
const MONTHS = new RegExp(String.raw`(?:^|\s)(?:${MONTH_STEMS})\w{0,3}(?:\s|$)`)

export function termOf(cell: string): Term {
  const folded = fold(cell)
  // Here «03/2027», «03.2027» and «2027/2028» can mean nothing else.
  const years = Array.from(plain(cell).matchAll(/(?<!\d)20[0-6]\d(?!\d)/g), ([year]) => Number(year))
  const short = shortYears(cell)
  const days = /(?<!\d)\d{1,2}\.\s?\d{1,2}\.(?:\s?(\d{4}))?/.exec(plain(cell))
  const dated =
    years.length > 0 ||
    short.length > 0 ||
    OF_PLAN.test(folded) ||
    QUARTER.test(folded) ||
    MONTHS.test(folded) ||
    days !== null
  return { years: [...years, ...short], dated }
}

/** «М1–М12», «1. година», «од 6. до 18. месеца», «прва година»: counted from the plan's beginning. */
const OF_PLAN =
  /(?:^|\s)(?:[mg] ?\d{1,2}|\d{1,2} (?:mesec\w*|god\w*)|(?:prv|drug|trec|cetvrt|pet)\w{1,2} (?:godin|mesec)\w*)(?:\s|$)/

/** «К1/27», «III/27», «03/27», «мар. 27»: a year of two digits behind a quarter or a month. */
function shortYears(cell: string): number[] {
  const behind = Array.from(
    plain(cell).matchAll(
      /(?<![\p{L}\d./])(?:[кКkKqQ]\s?[1-4]|[IVX]{1,4}|0?[1-9]|1[0-2]|(?:јан|феб|мар|апр|мај|јун|јул|авг|сеп|окт|нов|дец|jan|feb|mar|apr|maj|jun|jul|avg|sep|okt|nov|dec)\p{L}*\.?)\s?[ /.’']\s?[’']?([2-6]\d)\.?(?![\d.])/giu,
    ),
    ([, year]) => 2000 + Number(year),
  )
  return behind
}

/** A share as a cell writes it: «12 %», «12». `null` without a number. */
export function percentOf(cell: string | undefined): number | null {
  const number = numberOf(cell)
  return number !== null && /^0?[.,]\d/.test((cell ?? '').trim()) && !cell!.includes('%') ? number * 100 : number
}

/** «1.2.» of «Активност 1.2. Набавка», or null. */
export function markOf(text: string | undefined): string | null {
  const [, mark] = /^[^\d]{0,40}?(\d{1,3}(?:\.\d{1,3}){0,4})(?!\d)/u.exec(text ?? '') ?? []
  return mark ?? null
}
