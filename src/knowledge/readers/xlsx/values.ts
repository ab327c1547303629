import { format, getFormatFromId } from 'numfmt'
import type { Language } from '../../../language/detect.ts'
import { elementsOf, findAll, findFirst, parseXml } from '../package/xml.ts'
import { clean } from '../text/clean.ts'

/** How the cells of a workbook show their numbers, by the style number of a cell. */
export type NumberFormats = { patternOf: (style: number) => string; locale: string; from1904: boolean }

export function numberFormats(styles: Uint8Array | undefined, language: Language, from1904: boolean): NumberFormats {
  // What the format «short date» shows is the reader's own; a Serbian Office shows «5.3.2026».
  const locale = language
  const root = styles ? parseXml(styles) : null
  const own = new Map(
    root
      ? findAll(root, 'numFmt').map(({ attribs }) => [Number(attribs.numFmtId), attribs.formatCode ?? 'General'])
      : [],
  )
  const cells = root ? findFirst(root, 'cellXfs') : null
  const patterns = (cells ? elementsOf(cells) : []).map(({ attribs }) => {
    const id = Number(attribs.numFmtId ?? 0)
    return own.get(id) ?? getFormatFromId(id, locale) ?? 'General'
  })
  return { patternOf: (style) => patterns[style] ?? 'General', locale, from1904 }
}

/** The difference between counting days from 1900 and from 1904. */
const DAYS_TO_1904 = 1_462

/** A number as its cell shows it; one that the pattern cannot show is written plainly. */
export function shown(value: number, style: number, formats: NumberFormats): string {
  const pattern = formats.patternOf(style)
  // A telephone number with its country is too long for Excel, which shows «3,81641E+11»; people mean its digits.
  if (pattern === 'General' && Number.isSafeInteger(value)) return String(value)
  const isDate = /[dmyhs]/i.test(pattern.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && pattern !== 'General'
  const serial = formats.from1904 && isDate ? value + DAYS_TO_1904 : value
  try {
    return clean(
      format(pattern, serial, { locale: formats.locale, throws: true }).replace(/[-+]?\d*[.,]\d{12,}/, rounded),
    )
  } catch {
    return String(value)
  }
}

/** What arithmetic leaves («0,30000000000000004») is not what a cell shows. */
function rounded(digits: string): string {
  const comma = digits.includes(',')
  const number = Number(Number(digits.replace(',', '.')).toPrecision(10))
  return comma ? String(number).replace('.', ',') : String(number)
}
