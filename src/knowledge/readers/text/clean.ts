import { OWN_MARKS } from './marks.ts'
import { withoutSpacing } from './spaced.ts'

const LIGATURES = /[\ufb00-\ufb06]/g
/** Soft hyphens, zero-width spaces and joiners, direction marks, byte order marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g

/** One line of text as it is stored: composed letters, single spaces, words whose letters stood apart as words, nothing invisible, nothing a database refuses. */
export function clean(text: string): string {
  return cleanAroundBreaks(text.replace(OWN_MARKS, ' '))
}

/** The same for text in which page breaks are marked. */
export function cleanAroundBreaks(text: string): string {
  const composed = text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(CONTROL, ' ')
    .replace(LIGATURES, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC')
  return withoutSpacing(composed).replace(/\s+/g, ' ').trim()
}

/** Texts of one cell or item that stood on lines of their own, as one text. */
export function joinLines(lines: string[]): string {
  return lines.filter(Boolean).reduce((text, line) => {
    if (text === '') return line
    return /[.,;:!?–-]$/.test(text) ? `${text} ${line}` : `${text}; ${line}`
  }, '')
}
