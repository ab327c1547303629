/** Figures that stand raised in text, as they are written when they cannot be raised. */
const SUPERSCRIPTS: Record<string, string> = Object.fromEntries(
  [...'0123456789'].map((figure, i) => [figure, '⁰¹²³⁴⁵⁶⁷⁸⁹'[i]!]),
)

/** A mark that calls a note, as it is written. */
export const NOTE_MARK = /^\s*[\d*†‡]{1,3}\s*$/

/**
 * What raised small text says after `before`: figures are powers after a sign, a unit or a number («10 m²»), and call notes
 * otherwise. `notes` are the marks of the notes at the foot of the page. Empty for a call: in running text it would look
 * like a number.
 */
export function raisedText(raised: string, before: string, notes: ReadonlySet<string>): string {
  const text = raised.trim()
  if (/^tm$/i.test(text)) return '™'
  if (/^[oо0]$/.test(text) && /\d\s*$/.test(before)) return '°'
  if (!NOTE_MARK.test(raised)) return raised
  if (notes.has(text) || !/^\d+$/.test(text)) return ''
  return /(?:^|[^\p{L}])\p{L}{1,2}\s*$|[\d)\]]\s*$/u.test(before)
    ? [...text].map((figure) => SUPERSCRIPTS[figure]).join('')
    : ''
}
