import { mendLookAlikes, toLatin } from '../script.ts'

/**
 * What somebody wrote about when something is, in Serbian (either script, with or without diacritics) or English:
 * «12.3.2026. 10:00», «12–14. март од 9 до 16», «12/3 у 10», «сутра у 10h», “March 12, 10 am”.
 * `days` and `times` stand in the order in which they were written, two at most: the first belongs to the beginning, the
 * second to the end. Either may be empty. A day without a year is the next one that comes, counted from `today`.
 */
export type WhenReading =
  | { kind: 'read'; days: Temporal.PlainDate[]; times: Temporal.PlainTime[] }
  /** The month of that year has fewer days, or the day is 0. */
  | { kind: 'no-such-day'; day: number; month: number; year: number; daysInMonth: number }
  | { kind: 'no-such-month'; month: number }
  | { kind: 'no-such-hour'; written: string }
  /** «петак, 12. март» where the twelfth is no Friday. */
  | { kind: 'another-weekday'; day: Temporal.PlainDate }
  | { kind: 'unclear' }

export function readWhen(text: string, today: Temporal.PlainDate): WhenReading {
  const scan = scanned(text, today)
  return 'kind' in scan ? scan : settle(scan)
}

/** All that is written, in order; or why it cannot be read. */
export function scanned(text: string, today: Temporal.PlainDate): Scan | Fault {
  if (text.length > LONGEST) return { kind: 'unclear' }
  const scan: Scan = { today, days: [], times: [], weekdays: [], order: [], isApart: false }
  let rest = normal(text)
  while (rest !== '') {
    const fault = takeNext(rest, scan)
    if (typeof fault !== 'number') return fault
    rest = rest.slice(fault)
  }
  return scan
}

/** Characters that a day, or two with their hours, are written in; of more, a list of numbers would be read again from each of them. */
const LONGEST = 500

export type Fault = Exclude<WhenReading, { kind: 'read' }>

/** A piece of what is written: days named together (of a stretch, its first and its last), an hour, or what leads on to more. */
export type Piece =
  | { kind: 'days'; days: Temporal.PlainDate[]; isStretch: boolean }
  | { kind: 'time'; time: Temporal.PlainTime }
  | { kind: 'until' }

export type Scan = {
  today: Temporal.PlainDate
  days: Temporal.PlainDate[]
  times: Temporal.PlainTime[]
  weekdays: number[]
  order: Piece[]
  /** Days that are no stretch were named together: «12, 14. и 19. март». */
  isApart: boolean
}

/** Small Latin letters without diacritics, hyphens for dashes, single spaces. */
function normal(text: string): string {
  return toLatin(mendLookAlikes(text.normalize('NFKC')))
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

const MONTHS = [
  'januar januara januaru january jan',
  'februar februara februaru february feb',
  'mart marta martu march mar',
  'april aprila aprilu apr',
  'maj maja maju may',
  'jun juna junu juni june',
  'jul jula julu juli july',
  'avgust avgusta avgustu avg august aug',
  'septembar septembra septembru september sept sep',
  'oktobar oktobra oktobru okt october oct',
  'novembar novembra novembru november nov',
  'decembar decembra decembru dec december',
].map((names) => names.split(' '))

const WEEKDAYS = [
  'ponedeljak ponedeljka ponedjeljak monday mon',
  'utorak utorka tuesday tue',
  'sreda sredu srede srijeda wednesday wed',
  'cetvrtak cetvrtka thursday thu',
  'petak petka friday fri',
  'subota subotu subote saturday sat',
  'nedelja nedelju nedelje nedjelja sunday sun',
].map((names) => names.split(' '))

const NEAR_DAYS: Record<string, number> = { danas: 0, today: 0, sutra: 1, tomorrow: 1, prekosutra: 2 }

const oneOf = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).join('|')
const MONTH = `(?<month>${oneOf(MONTHS.flat())})\\b\\.?`
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|og)?\.?`
const JOIN = String.raw` ?(?:-|,|\bdo\b|\bi\b|\bto\b|\band\b) ?`
const HOUR_WORD = '(?:h|hrs?|c|cas(?:ova|a)?|sat(?:i|a)?)'
const HALF = '(?<half>am|pm|a\\.m\\.|p\\.m\\.|pre ?podne|po ?podne|posle podne)'

type Groups = Record<string, string | undefined>
/** How a piece of text is read: what it adds to the scan, or its fault; `skip` when the piece means something else here. */
type Form = { pattern: RegExp; read: (groups: Groups, scan: Scan) => Fault | 'skip' | null }

const form = (pattern: string, read: Form['read']): Form => ({ pattern: new RegExp(`^(?:${pattern})`), read })

/** Tried in this order at each place; the first that fits and does not skip is taken. */
const FORMS: readonly Form[] = [
  form(
    String.raw`(?:(?<from>od|from) ?)?(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))? ?(?:${HOUR_WORD}\b)? ?(?:-|do\b|to\b) ?(?<hour2>\d{1,2})(?:[:.](?<minute2>\d{2}))? ?(?:${HOUR_WORD}\b)?(?![\d.:/]| ?(?:${oneOf(MONTHS.flat())})\b)`,
    readHours,
  ),
  form(String.raw`(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:t(?=\d))?`, (found, scan) =>
    addDays(scan, found.day, Number(found.month), found.year),
  ),
  form(String.raw`(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})\b`, (found, scan) =>
    addDays(scan, found.day, Number(found.month), found.year),
  ),
  form(
    String.raw`(?:u|at) ?(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?(?!\d|[./] ?\d) ?(?:${HOUR_WORD}\b)? ?${HALF}?`,
    addTime,
  ),
  form(String.raw`(?<days>${DAY}(?:${JOIN}${DAY})*) ?(?:of )?${MONTH}(?:,? ?(?<year>\d{4})\b\.?)?`, (found, scan) =>
    addDays(scan, found.days, monthNamed(found.month), found.year),
  ),
  form(
    String.raw`${MONTH} (?<days>${DAY}(?: ?(?:-|to) ?${DAY})?)(?![:\d]| ?${HOUR_WORD}\b)(?:,? ?(?<year>\d{4})\b)?`,
    (found, scan) => addDays(scan, found.days, monthNamed(found.month), found.year),
  ),
  form(
    String.raw`(?<days>\d{1,2}(?:\.?${JOIN}\d{1,2})*) ?(?<mark>[./]) ?(?<month>\d{1,2})(?:(?<end>[./]) ?(?<year>\d{4})\b\.?|[./](?<short>\d{2})(?![:\d]| ?${HOUR_WORD}\b)\.?|(?<last>\.)|(?!\d))`,
    readNumericDay,
  ),
  form(String.raw`(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))(?!\d) ?(?:${HOUR_WORD}\b\.?)? ?${HALF}?`, addTime),
  form(String.raw`(?<hour>\d{1,2})(?!\d) ?(?:${HOUR_WORD}\b\.?)? ?${HALF}?`, addTime),
  form('(?:u )?(?:podne|noon)\\b', (_, scan) => addTime({ hour: '12' }, scan)),
  form(`(?<near>${oneOf(Object.keys(NEAR_DAYS))})\\b`, (found, scan) => {
    const day = scan.today.add({ days: NEAR_DAYS[found.near!]! })
    scan.days.push(day)
    scan.order.push({ kind: 'days', days: [day], isStretch: false })
    return null
  }),
  form(`(?<weekday>${oneOf(WEEKDAYS.flat())})\\b`, (found, scan) => {
    scan.weekdays.push(WEEKDAYS.findIndex((names) => names.includes(found.weekday!)) + 1)
    return null
  }),
  form(String.raw`(?:-|\b(?:do|to|until|till)\b)`, (_, scan) => {
    scan.order.push({ kind: 'until' })
    return null
  }),
  form(
    String.raw`(?:(?:u|od|do|at|from|to|until|till|i|and|on|the|dana|pocetak|kraj|god(?:ine)?|${HOUR_WORD})\b|[-,.;() ])`,
    () => null,
  ),
]

/** How many characters were read, or why they cannot be. */
function takeNext(rest: string, scan: Scan): number | Fault {
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(rest)
    if (!match) continue
    const outcome = read(match.groups ?? {}, scan)
    if (outcome === 'skip') continue
    return outcome ?? match[0].length
  }
  return { kind: 'unclear' }
}

/** «12.3.», «12/3», «12–14.3.2026.». After a day has been read, «10.30» with nothing behind it is an hour. */
function readNumericDay(found: Groups, scan: Scan): Fault | 'skip' | null {
  const bare = found.mark === '.' && !found.year && !found.short && !found.last
  if (bare && (scan.days.length > 0 || Number(found.month) > 12)) return 'skip'
  return addDays(scan, found.days, Number(found.month), found.year ?? (found.short && `20${found.short}`))
}

/** «Од 9 до 16», or after a day «9–16»: hours, even where another day follows («12. март од 9 до 13 и 19. март»). */
function readHours(found: Groups, scan: Scan): Fault | 'skip' | null {
  if (!found.from && scan.order.at(-1)?.kind !== 'days') return 'skip'
  return addTime(found, scan) ?? addTime({ hour: found.hour2, minute: found.minute2 }, scan)
}

function numbersIn(text: string | undefined): number[] {
  return (text?.match(/\d+/g) ?? []).map(Number)
}

/** The number of a month that is named in small Latin letters without diacritics, in any case; 0: it is none. */
export function monthNamed(name: string | undefined): number {
  return MONTHS.findIndex((names) => names.includes(name!)) + 1
}

function addDays(scan: Scan, text: string | undefined, month: number, writtenYear: string | undefined): Fault | null {
  if (month < 1 || month > 12) return { kind: 'no-such-month', month }
  const numbers = numbersIn(text)
  const year = writtenYear === undefined ? nextYearOf(scan, numbers[0]!, month) : Number(writtenYear)
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month })
  const wrong = numbers.find((day) => day < 1 || day > daysInMonth)
  if (wrong !== undefined) return { kind: 'no-such-day', day: wrong, month, year, daysInMonth }
  const days = numbers.map((day) => Temporal.PlainDate.from({ year, month, day }))
  const isStretch = numbers.length === 2 && /-|\b(?:do|to)\b/.test(text!)
  // Several days named one by one are one stretch only when none between them is left out.
  if (numbers.length > 2 && numbers.some((day, i) => i > 0 && day !== numbers[i - 1]! + 1)) scan.isApart = true
  scan.days.push(...(days.length > 1 ? [days[0]!, days.at(-1)!] : days))
  scan.order.push({ kind: 'days', days, isStretch })
  return null
}

/** The year in which a day without one comes next: after the day written before it, or after today. */
function nextYearOf(scan: Scan, day: number, month: number): number {
  const after = scan.days.at(-1) ?? scan.today
  const thisYear = month > after.month || (month === after.month && day >= after.day)
  return thisYear ? after.year : after.year + 1
}

function addTime(found: Groups, scan: Scan): Fault | null {
  const hour = Number(found.hour)
  const minute = Number(found.minute ?? 0)
  const half = found.half ?? ''
  const faulty = hour > 23 || minute > 59 || (half !== '' && hour > 12)
  if (faulty)
    return { kind: 'no-such-hour', written: `${found.hour}${found.minute === undefined ? '' : `:${found.minute}`}` }
  const afternoon = /^(?:p\.?m|po ?podne|posle)/.test(half)
  const morning = half !== '' && !afternoon
  const shift = afternoon && hour < 12 ? 12 : morning && hour === 12 ? -12 : 0
  const time = Temporal.PlainTime.from({ hour: hour + shift, minute })
  scan.times.push(time)
  scan.order.push({ kind: 'time', time })
  return null
}

function settle({ today, days, times, weekdays, isApart }: Scan): WhenReading {
  if (isApart) return { kind: 'unclear' }
  const named = days.length > 0 ? days : weekdays.map((weekday) => nextWeekday(today, weekday))
  if (named.length > 2 || times.length > 2) return { kind: 'unclear' }
  if (named.length === 0 && times.length === 0) return { kind: 'unclear' }
  const other = named.find((day, i) => weekdays[i] !== undefined && weekdays[i] !== day.dayOfWeek)
  return other ? { kind: 'another-weekday', day: other } : { kind: 'read', days: named, times }
}

function nextWeekday(today: Temporal.PlainDate, weekday: number): Temporal.PlainDate {
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 })
}
