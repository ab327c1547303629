import { readingsOf, shifted, WRITTEN_NUMBER } from './decimal.ts'
import { type Figure, type Finder, figure } from './figure.ts'

/** A unit that changes what a number says. `name` is its canonical form; `inside` tells that a text speaks of it at all. */
type Unit = { name: string; kind: 'percent' | 'money' | 'duration'; form: string; whole: RegExp; inside: RegExp }

const N = WRITTEN_NUMBER
const WORKING = String.raw`(?:(?:radn|kalendarsk|working|calendar|business)\p{L}*\s)?`
const UNITS: readonly Unit[] = [
  unit('%', 'percent', String.raw`(?:%|(?:odsto|posto|procen(?:at|t)\p{L}*|percent\p{L}*|per cent)(?!\p{L}))`),
  unit('rsd', 'money', String.raw`(?:(?:rsd|din|dinar(?:a|i|e|u|om|ima|s)?)(?!\p{L}))`),
  unit('eur', 'money', String.raw`(?:€|(?:eur|evr(?:o|a|u|i|e|om|ima)|euros?)(?!\p{L}))`),
  unit(
    'usd',
    'money',
    String.raw`(?:(?:usd|(?:ameri[čc]k\p{L}+ )?dolar(?:a|i|e|u|om|ima)?|(?:us )?dollars?)(?!\p{L}))`,
  ),
  unit(
    'chf',
    'money',
    String.raw`(?:(?:chf|(?:[šs]vajcarsk\p{L}+ )?fran(?:ak|k[aeui]|aka)|(?:swiss )?francs?)(?!\p{L}))`,
  ),
  unit('gbp', 'money', String.raw`(?:£|(?:gbp|funt(?:a|e|i|u)|pounds?)(?!\p{L}))`),
  unit('god', 'duration', String.raw`(?:(?:godin(?:a|e|u|i|om|ama)|years?)(?!\p{L}))`, 'godi[šs]nj'),
  unit('mes', 'duration', String.raw`(?:(?:mesec(?:a|i|e|u|om|ima)?|months?)(?!\p{L}))`, 'mese[čc]n'),
  unit(
    'ned',
    'duration',
    String.raw`(?:(?:nedelj(?:a|e|u|i|om|ama)|sedmic(?:a|e|u|i|om|ama)|weeks?)(?!\p{L}))`,
    'nedeljn',
  ),
  unit('dan', 'duration', String.raw`(?:${WORKING}(?:dan(?:a|i|u|om|ima)?|days?)(?!\p{L}))`, 'dnevn'),
  unit(
    'sat',
    'duration',
    String.raw`(?:(?:[čc]as(?:a|ova|u|om|ovima)?|sat(?:i|a|u|om|ima)?|hours?)(?!\p{L}))`,
    '[čc]asovn|satn',
  ),
]
const ANY_UNIT = UNITS.map(({ form }) => form).join('|')

function unit(name: string, kind: Unit['kind'], form: string, adjective?: string): Unit {
  const inside = `(?<!\\p{L})${form}${adjective ? `|${adjective}` : ''}`
  return { name, kind, form, whole: new RegExp(`^${form}`, 'iu'), inside: new RegExp(inside, 'iu') }
}

/** «Thousand», «million» and «thousand million» behind a number. */
export const SCALE = String.raw`(?:(hiljad\p{L}*|hilj\.?|thousand|milion\p{L}*|mil\.|mln\.?|million|milijard\p{L}*|mlrd\.?|billion)(?!\p{L}))`

/** By how many places a scale moves the point. */
export function placesOf(scale: string | undefined): number {
  if (!scale) return 0
  if (/^(?:h|th)/i.test(scale)) return 3
  return /^(?:milij|mlrd|b)/i.test(scale) ? 9 : 6
}

const TO = String.raw`\s?(?:–|-|do|to|i|ili|and|or)\s?`
/** «5–10 %» and «200 to 300 dinars»: the unit is that of both. */
const AMOUNT = String.raw`(?<![\d.,])(?:(${N})(?:\s?${SCALE})?${TO})?(${N})(?:\.?\s?${SCALE})?(\.?)\s?(${ANY_UNIT})`

/** Percentages, money and spans of time in digits. */
export const AMOUNTS: readonly Finder[] = [
  {
    pattern: new RegExp(AMOUNT, 'giu'),
    read: ([text, from, fromScale, amount, scale, point, written], english) => {
      const found = unitOf(written!)!
      // «2024. године» and «5. дана» are a year and a day, not spans.
      if (found.kind === 'duration' && (point !== '' || YEAR.test(amount!))) return null
      const one = (value: string, places: number) => amountOf(text, readingsOf(value, english), places, found)
      return [...(from ? [one(from, placesOf(fromScale ?? scale))] : []), one(amount!, placesOf(scale))]
    },
  },
  {
    pattern: new RegExp(String.raw`(€|\$|£|(?<!\p{L})(?:EUR|USD|CHF|RSD|GBP))\s?(${N})(?:\s?${SCALE})?`, 'giu'),
    read: ([text, written, amount, scale], english) => {
      const found = unitOf(written === '$' ? 'usd' : written!)!
      return [amountOf(text, readingsOf(amount!, english), placesOf(scale), found)]
    },
  },
]

const YEAR = /^(?:19|20)\d\d$/

function unitOf(written: string): Unit | undefined {
  return UNITS.find(({ whole }) => whole.test(written))
}

/** The amount that `value`, written in words, is with the words after it; `null` when they name no unit. */
export function amountInWords(text: string, value: number, after: string): Figure | null {
  const found = unitOf(after)
  if (found?.kind === 'duration' && YEAR.test(String(value))) return null
  return found ? amountOf(text, [String(value)], 0, found) : null
}

/**
 * Names of the units that a text speaks of. An amount is also borne out by the bare number in a text that has the unit
 * elsewhere, as in the head of a column: «Износ (РСД)».
 */
export function unitsIn(text: string): string[] {
  return UNITS.filter(({ inside }) => inside.test(text)).map(({ name }) => name)
}

/** How a text says a bare number that may have a unit of `unitsIn`. */
export function withUnit(value: string, name: string): string {
  return `${value}@${name}`
}

function amountOf(text: string, readings: string[], places: number, { kind, name }: Unit): Figure {
  const values = readings.map((value) => shifted(value, places))
  const exact = values.flatMap((value) => [`${value}${name}`, ...inOtherUnit(value, name)])
  const half = kind === 'percent' && values.includes('50') ? [HALF] : []
  return {
    ...figure(kind, text, ...exact, ...values.map((value) => withUnit(value, name))),
    says: [...exact, ...half, ...(kind === 'percent' ? [] : values)],
  }
}

const MONTHS_A_YEAR = 12

/** «Годину дана» is «12 месеци». */
function inOtherUnit(value: string, name: string): string[] {
  if (name === 'god') return [`${Number(value) * MONTHS_A_YEAR}mes`]
  const years = Number(value) / MONTHS_A_YEAR
  return name === 'mes' && Number.isInteger(years) ? [`${years}god`] : []
}

/** A half in canonical form, which fifty percent says too. */
const HALF = '1/2'
