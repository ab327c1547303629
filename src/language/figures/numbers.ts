import { writingOf } from '../detect.ts'
import { LAW_REFERENCES } from '../law-references.ts'
import { withoutLinks } from '../links.ts'
import { mendLookAlikes, toLatin } from '../script.ts'
import { readingsOf, shifted, WRITTEN_NUMBER } from './decimal.ts'
import { type Figure, type Finder, figure } from './figure.ts'
import { DATES, MONTHS_ALONE } from './figure-dates.ts'
import { AMOUNTS, placesOf, SCALE, unitsIn, withUnit } from './units.ts'
import { figuresInWords } from './worded-figures.ts'

export type { Figure } from './figure.ts'

const N = WRITTEN_NUMBER
const ROMAN =
  /(?<![\p{L}\d])(?:(?:glav|poglavlj|kvartal|faz|vek|tromesečj|chapter|phase|quarter)\p{L}*\s([IVX]{1,5})|([IVX]{2,5}))(?![\p{L}\d])/gu

/** In order: what one finds, the next no longer sees. These need a digit. */
const IN_DIGITS: readonly Finder[] = [
  { pattern: /\[\s?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\s?\]/g, read: () => [] },
  ...DATES,
  {
    pattern: /(?<![\d/.,])(?:(?:\+|00)\d[\d /().-]{6,18}\d|0\d{1,2}[ /-]\d[\d -]{4,10}\d)(?!\d)/g,
    read: ([text]) => [figure('phone', text, `phone:${phoneDigits(text)}`)],
  },
  ...LAW_REFERENCES,
  {
    pattern:
      /(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])|(?<![\d.])(\d{1,2})\.(\d{2})\s?(?:h|č|[čc]as(?:a|ova)?|sati?)(?!\p{L})/giu,
    read: ([text, hour, minute, hourBeforePoint, minuteAfterPoint]) => [
      figure('time', text, `time:${Number(hour ?? hourBeforePoint)}:${minute ?? minuteAfterPoint}`),
    ],
  },
  ...AMOUNTS,
  {
    pattern: /(?<![\p{L}\d])(\d{1,2})\/(\d{1,3})(?![\d/])/gu,
    read: ([text, part, whole]) => [figure('fraction', text, `${Number(part)}/${Number(whole)}`)],
  },
  {
    pattern: new RegExp(String.raw`(?<![\d.,\p{L}])(${N})\s?${SCALE}`, 'giu'),
    read: ([text, amount, scale], english) => [
      figure('number', text, ...readingsOf(amount!, english).map((value) => shifted(value, placesOf(scale)))),
    ],
  },
  {
    pattern: /(?<!\p{L})\p{L}[\p{L}_]*[-_/]?\d[\p{L}\d_-]*/gu,
    read: ([text]) => [figure('code', text, `code:${text.toLowerCase().replace(/[^\p{L}\d]/gu, '')}`)],
  },
  { pattern: new RegExp(N, 'g'), read: ([text], english) => [figure('number', text, ...readingsOf(text, english))] },
  { pattern: /\p{N}+/gu, read: ([text]) => [figure('code', text, `code:${text}`)] },
]

const WITHOUT_DIGITS: readonly Finder[] = [
  ...MONTHS_ALONE,
  {
    pattern: ROMAN,
    read: ([text, named, bare]) => {
      const value = romanValue(named ?? bare!)
      return value === null ? null : [figure('number', text, String(value))]
    },
  },
]

/**
 * Every figure of a Serbian or English text, in no order. Blind to script, inflection and the way of writing: «50.397»,
 * «50 397» and «педесет хиљада триста деведесет седам» mean the same. No digit is passed over, except in links and in
 * citation marks («[3]»).
 */
export function findFigures(text: string): Figure[] {
  const english = writingOf(text)?.language === 'en'
  let rest = readable(withoutLinks(text))
  const found: Figure[] = []
  const finders = /\p{N}/u.test(rest) ? [...IN_DIGITS, ...WITHOUT_DIGITS] : WITHOUT_DIGITS
  for (const { pattern, read } of finders) {
    rest = rest.replace(pattern, (...args) => {
      const match = args.slice(
        0,
        args.findIndex((arg) => typeof arg === 'number'),
      ) as unknown as RegExpExecArray
      const figures = read(match, english)
      if (figures === null) return match[0]
      found.push(...figures)
      return ' \ue000 '
    })
  }
  return [...found, ...figuresInWords(rest, english)]
}

/** Everything that the figures of a text say, in canonical forms, and each of its numbers with each unit that stands in the text. */
export function saidBy(text: string): Set<string> {
  const figures = findFigures(text)
  const said = new Set(figures.flatMap((one) => one.says))
  const units = unitsIn(readable(text))
  for (const one of figures)
    if (one.kind === 'number') for (const value of one.says) for (const unit of units) said.add(withUnit(value, unit))
  return said
}

/** Compatible digits and spaces as plain ones, in Latin; «сто» as «стотину», which Latin cannot tell from «što» without marks. */
function readable(text: string): string {
  const visible = text
    .replace(/[\p{Cf}\p{Co}]/gu, '')
    .normalize('NFKC')
    .replace(/\s/g, ' ')
    .replaceAll('⁄', '/')
  return toLatin(mendLookAlikes(visible.replace(/(?<!\p{L})сто(?!\p{L})/giu, 'стотину')))
}

function phoneDigits(text: string): string {
  return text.replace(/\D/g, '').replace(/^(?:00)?381/, '0')
}

const ROMAN_DIGITS: Record<string, number> = { I: 1, V: 5, X: 10 }

function romanValue(roman: string): number | null {
  if (!/^X{0,3}(?:IX|IV|V?I{0,3})$/.test(roman)) return null
  const digits = Array.from(roman, (digit) => ROMAN_DIGITS[digit]!)
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0)
}
