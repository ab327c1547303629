import { DATES } from './dates.ts'
import { readingsOf, shifted, WRITTEN_NUMBER } from './decimal.ts'
import { writingOf } from './detect.ts'
import { type Figure, type Finder, figure } from './figure.ts'
import { LAW_REFERENCES } from './law-references.ts'
import { withoutLinks } from './links.ts'
import { numberInWords } from './number-words.ts'
import { mendLookAlikes, toLatin } from './script.ts'

export type { Figure } from './figure.ts'

const N = WRITTEN_NUMBER
const TO = String.raw`\s?(?:–|-|do|to|i|ili|and|or)\s?`
const UNITS: [string, string][] = [
  ['%', String.raw`(?:%|(?:odsto|posto|procen(?:at|t)\p{L}*|percent\p{L}*|per cent)(?!\p{L}))`],
  ['rsd', String.raw`(?:(?:rsd|din|dinar(?:a|i|e|u|om|ima|s)?)(?!\p{L}))`],
  ['eur', String.raw`(?:€|(?:eur|evr(?:o|a|u|i|e|om|ima)|euros?)(?!\p{L}))`],
  ['usd', String.raw`(?:(?:usd|(?:američk\p{L}+ )?dolar(?:a|i|e|u|om|ima)?|(?:us )?dollars?)(?!\p{L}))`],
  ['chf', String.raw`(?:(?:chf|(?:švajcarsk\p{L}+ )?fran(?:ak|k[aeui]|aka)|(?:swiss )?francs?)(?!\p{L}))`],
  ['gbp', String.raw`(?:£|(?:gbp|funt(?:a|e|i|u)|pounds?)(?!\p{L}))`],
]
const ANY_UNIT = UNITS.map(([, form]) => form).join('|')
const UNIT_FORMS = UNITS.map(([unit, form]) => ({
  unit,
  whole: new RegExp(`^${form}`, 'iu'),
  inside: new RegExp(`(?<!\\p{L})${form}`, 'iu'),
}))
const SCALE = String.raw`(?:(hiljad\p{L}*|hilj\.?|thousand|milion\p{L}*|mil\.|mln\.?|million|milijard\p{L}*|mlrd\.?|billion)(?!\p{L}))`
/** How often one text is written as «5–10 %»: the unit is that of both. */
const AMOUNT = String.raw`(?<![\d.,])(?:(${N})(?:\s?${SCALE})?${TO})?(${N})(?:\.?\s?${SCALE})?\.?\s?(${ANY_UNIT})`
const ROMAN =
  /(?<![\p{L}\d])(?:(?:glav|poglavlj|kvartal|faz|vek|tromesečj|chapter|phase|quarter)\p{L}*\s([IVX]{1,5})|([IVX]{2,5}))(?![\p{L}\d])/gu

/** In order: what one finds, the next no longer sees. */
const FINDERS: readonly Finder[] = [
  { pattern: /\[\s?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\s?\]/g, read: () => [] },
  ...DATES,
  {
    pattern: /(?<![\d/.,])(?:(?:\+|00)\d[\d /().-]{6,18}\d|0\d{1,2}[ /-]\d[\d -]{4,10}\d)(?!\d)/g,
    read: ([text]) => [figure('phone', text, `phone:${phoneDigits(text)}`)],
  },
  ...LAW_REFERENCES,
  {
    pattern:
      /(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])|(?<![\d.])(\d{1,2})\.(\d{2})\s?(?:h|č|čas(?:a|ova)?|sati?)(?!\p{L})/giu,
    read: ([text, hour, minute, hourBeforePoint, minuteAfterPoint]) => [
      figure('time', text, `time:${Number(hour ?? hourBeforePoint)}:${minute ?? minuteAfterPoint}`),
    ],
  },
  {
    pattern: new RegExp(AMOUNT, 'giu'),
    read: ([text, from, fromScale, amount, scale, unit], english) => {
      const name = UNIT_FORMS.find((form) => form.whole.test(unit!))!.unit
      const one = (written: string, places: number) => withUnit(text, readingsOf(written, english), places, name)
      return [...(from ? [one(from, placesOf(fromScale ?? scale))] : []), one(amount!, placesOf(scale))]
    },
  },
  {
    pattern: new RegExp(String.raw`(€|\$|£|(?<!\p{L})(?:EUR|USD|CHF|RSD|GBP))\s?(${N})(?:\s?${SCALE})?`, 'giu'),
    read: ([text, unit, amount, scale], english) => {
      const name = unit === '$' ? 'usd' : UNIT_FORMS.find((form) => form.whole.test(unit!))!.unit
      return [withUnit(text, readingsOf(amount!, english), placesOf(scale), name)]
    },
  },
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
    pattern: ROMAN,
    read: ([text, named, bare]) => {
      const value = romanValue(named ?? bare!)
      return value === null ? null : [figure('number', text, String(value))]
    },
  },
  {
    pattern: /[\p{L}][\p{L}_]*[-_/]?\d[\p{L}\d_-]*/gu,
    read: ([text]) => [figure('code', text, `code:${text.toLowerCase().replace(/[^\p{L}\d]/gu, '')}`)],
  },
  { pattern: new RegExp(N, 'g'), read: ([text], english) => [figure('number', text, ...readingsOf(text, english))] },
  { pattern: /\p{N}+/gu, read: ([text]) => [figure('code', text, `code:${text}`)] },
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
  if (/\p{N}|[IVX]{1,5}|(?:jan|feb|mar|apr|ma[jy]|ju[nl]|a[vu]g|sep|o[kc]t|nov|de[ck])/iu.test(rest)) {
    for (const { pattern, read } of FINDERS) {
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
  }
  return [...found, ...figuresInWords(rest, english)]
}

/** Everything that the figures of a text say, in canonical forms, and each of its numbers with each unit that stands in the text. */
export function saidBy(text: string): Set<string> {
  const figures = findFigures(text)
  const said = new Set(figures.flatMap((one) => one.says))
  const spelled = readable(text)
  const units = UNIT_FORMS.filter(({ inside }) => inside.test(spelled)).map(({ unit }) => unit)
  // The unit of a column stands in its head: «Износ (РСД)».
  for (const one of figures)
    if (one.kind === 'number') for (const value of one.says) for (const unit of units) said.add(`${value}@${unit}`)
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

/** An amount with its unit also means the bare number where the unit stands elsewhere in the text, as in the head of a table. */
function withUnit(text: string, readings: string[], places: number, unit: string): Figure {
  const values = readings.map((value) => shifted(value, places))
  const exact = values.map((value) => `${value}${unit}`)
  const halves = unit === '%' && values.includes('50') ? ['1/2'] : []
  return {
    kind: unit === '%' ? 'percent' : 'money',
    text: text.trim(),
    means: [...exact, ...values.map((value) => `${value}@${unit}`)],
    says: [...exact, ...halves, ...(unit === '%' ? [] : values)],
  }
}

function placesOf(scale: string | undefined): number {
  if (!scale) return 0
  if (/^(?:h|th)/i.test(scale)) return 3
  return /^(?:milij|mlrd|b)/i.test(scale) ? 9 : 6
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

const WORD_RUN = /\p{L}+(?:[ -]\p{L}+)*/gu
const UNIT_AFTER = UNIT_FORMS.map(({ unit, whole }) => ({ unit, whole }))

function figuresInWords(text: string, english: boolean): Figure[] {
  return Array.from(text.matchAll(WORD_RUN)).flatMap(([run]) => figuresOfRun(run.split(/[ -]/), english))
}

function figuresOfRun(written: string[], english: boolean): Figure[] {
  const words = written.map(bare)
  const found: Figure[] = []
  for (let at = 0; at < words.length; ) {
    const number = english && words[at] === 'pet' ? null : numberInWords(words.slice(at, at + LONGEST_NUMBER))
    if (!number) {
      at++
      continue
    }
    const text = written.slice(at, at + number.tokens).join(' ')
    at += number.tokens
    const after = written[at] ?? ''
    const unit = UNIT_AFTER.find(({ whole }) => whole.test(after))?.unit
    if (number.kind === 'fraction')
      found.push(figure('fraction', text, `${number.value}/${number.parts}`, ...(number.parts === 2 ? ['50%'] : [])))
    else if (unit) found.push(withUnit(`${text} ${after}`, [String(number.value)], 0, unit))
    else found.push(figure('number', text, String(number.value)))
  }
  return found
}

/** «Девет стотина деведесет девет милиона …» in full. */
const LONGEST_NUMBER = 16

function bare(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd')
}
