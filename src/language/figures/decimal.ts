/** A number as digits are written in either language, with its separators of thousands and decimals. As the source of a pattern. */
export const WRITTEN_NUMBER = String.raw`(?:\d{1,3}(?:[. ]\d{3})+(?!\d)(?:,\d+)?|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?)`

/**
 * What a written number may mean, as plain decimals («50.397» → «50397», «2,50» → «2.5»). A point before three digits
 * parts thousands in Serbian; `english` text, which copies Serbian figures too, leaves it open.
 */
export function readingsOf(written: string, english: boolean): string[] {
  const compact = written.replaceAll(' ', '')
  const points = compact.split('.').length - 1
  const commas = compact.split(',').length - 1
  if (points > 0 && commas > 0)
    return [plain(withoutSeparator(compact, compact.lastIndexOf('.') < compact.lastIndexOf(',')))]
  if (points > 1 || commas > 1) return [plain(compact.replace(/[.,]/g, ''))]
  const threeFollow = /^\d{1,3}[.,]\d{3}$/.test(compact)
  if (!threeFollow) return [plain(compact.replace(',', '.'))]
  const whole = plain(compact.replace(/[.,]/, ''))
  const decimal = plain(compact.replace(',', '.'))
  if (points === 1) return english ? [whole, decimal] : [whole]
  return english ? [whole] : [decimal]
}

function withoutSeparator(compact: string, pointsPartThousands: boolean): string {
  return pointsPartThousands ? compact.replaceAll('.', '').replace(',', '.') : compact.replaceAll(',', '')
}

/** Without zeros that say nothing: «007» → «7», «2.50» → «2.5». */
function plain(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  const digits = whole.replace(/^0+(?=\d)/, '')
  const rest = fraction.replace(/0+$/, '')
  return rest === '' ? digits : `${digits}.${rest}`
}

/** A plain decimal times ten to the power of `places`. */
export function shifted(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  const digits = fraction.padEnd(places, '0')
  return plain(`${whole}${digits.slice(0, places)}.${digits.slice(places)}`)
}
