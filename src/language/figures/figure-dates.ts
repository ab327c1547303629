import type { Figure, Finder } from './figure.ts'

const ENDINGS = '(?:a|u|om|em|i|e|ima)?'
const SERBIAN_MONTHS = [
  `januar${ENDINGS}`,
  `februar${ENDINGS}`,
  'mart(?:a|u|om)?',
  `april${ENDINGS}`,
  'maj(?:a|u|em)?',
  'jun(?:a|u|om)?',
  'jul(?:a|u|om)?',
  'avgust(?:a|u|om)?',
  'septemb(?:ar|r[aui]|rom)',
  'oktob(?:ar|r[aui]|rom)',
  'novemb(?:ar|r[aui]|rom)',
  'decemb(?:ar|r[aui]|rom)',
]
const ENGLISH_MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const MONTHS = SERBIAN_MONTHS.map((form, i) => new RegExp(`^(?:${form}|${ENGLISH_MONTHS[i]})$`, 'i'))
const MONTH = `(?:${[...SERBIAN_MONTHS, ...ENGLISH_MONTHS].join('|')})(?!\\p{L})`
/** Months that are no other word when nothing but themselves says so: not «May», «March», nor the name Maja. */
const MONTH_ALONE = `(?:${SERBIAN_MONTHS.join('|')}|${ENGLISH_MONTHS.filter((name) => name !== 'may' && name !== 'march').join('|')})(?!\\p{L})`
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?\.?`
const DAYS = String.raw`((?:(?<!\d)${DAY}\s?(?:,|i|ili|do|–|-|and|to)\s?){0,6})(?<!\d)(${DAY})`

/** Dates as they are written in Serbian and English; several days of one month are several dates. */
export const DATES: readonly Finder[] = [
  {
    pattern: /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g,
    read: ([text, year, month, day]) => numeric(text, year!, month!, day!),
  },
  {
    pattern: /(?<!\d)(\d{1,2})(?:\. ?|[/-])(\d{1,2})(?:\. ?|[/-])(\d{4})(?!\d)/g,
    read: ([text, day, month, year]) => numeric(text, year!, month!, day!),
  },
  {
    pattern: new RegExp(String.raw`${DAYS}\s?(?:of )?(?<!\p{L})(${MONTH})\.?,?(?:\s(\d{4})(?!\d))?`, 'giu'),
    read: ([text, before, day, month, year]) =>
      daysOf(`${before} ${day}`).map((one) => date(text, { year, month: monthOf(month!), day: one })),
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})(${MONTH})\s(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4})(?!\d)|(?![\d.]))`,
      'giu',
    ),
    read: ([text, month, day, year]) => [date(text, { year, month: monthOf(month!), day })],
  },
  {
    pattern: new RegExp(String.raw`(?<!\p{L})(${MONTH}),?\s(\d{4})(?!\d)`, 'giu'),
    read: ([text, month, year]) => [date(text, { year, month: monthOf(month!) })],
  },
]

/** A month that no day or year stands beside. */
export const MONTHS_ALONE: readonly Finder[] = [
  {
    pattern: new RegExp(String.raw`(?<!\p{L})(${MONTH_ALONE})`, 'giu'),
    // «Маја» and «Јула» are women, so a Serbian month alone is written small.
    read: ([text, month]) =>
      /^\p{Lu}/u.test(month!) && /^(maj|jul|jun)\p{L}?$/iu.test(month!)
        ? null
        : [date(text, { month: monthOf(month!) })],
  },
]

function daysOf(text: string): string[] {
  return text.match(/\d+/g) ?? []
}

function monthOf(name: string): number {
  return MONTHS.findIndex((form) => form.test(name)) + 1
}

function numeric(text: string, year: string, month: string, day: string): Figure[] | null {
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null
  return [date(text, { year, month: Number(month), day })]
}

/** A date says its parts too, but part of a date does not say the whole. */
function date(text: string, parts: { year?: string | undefined; month: number; day?: string | undefined }): Figure {
  const year = parts.year ?? ''
  const day = parts.day === undefined ? '' : String(Number(parts.day))
  const form = (y: string, d: string) => `date:${y}-${parts.month}-${d}`
  const says = new Set([form(year, day), form(year, ''), form('', day), form('', ''), ...(year === '' ? [] : [year])])
  return { kind: 'date', text: text.trim(), means: [form(year, day)], says: [...says] }
}
