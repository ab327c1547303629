import { clean } from '../text/clean.ts'

/** Signs that stand for themselves and, drawn over a letter, are its accent; with what they are as a part of the letter. */
const ACCENTS: Record<string, string> = {
  '´': '\u0301',
  ˆ: '\u0302',
  '˜': '\u0303',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
  '¨': '\u0308',
  '˚': '\u030a',
  '˝': '\u030b',
  ˇ: '\u030c',
  '¸': '\u0327',
  '˛': '\u0328',
}
const ANY_ACCENT = /[´ˆ˜¯˘˙¨˚˝ˇ¸˛]|\p{Mn}/u
const ACCENT = /(\p{L})?([´ˆ˜¯˘˙¨˚˝ˇ¸˛]) ?(\p{L})?/gu

/** Stands for a letter of which nobody knows which it is: its font has a number for it, and no name. */
export const UNKNOWN_LETTER = '\ufffd'
// biome-ignore lint/suspicious/noControlCharactersInRegex: such numbers are what is looked for
const NUMBER = /(?<=\p{L})[\u0001-\u0008\u000e-\u001f]|[\u0001-\u0008\u000e-\u001f](?=\p{L})/gu

/** One line as it is stored: accents on their letters, leaders of dots short, bullets of symbol fonts as bullets, a soft hyphen at its end as a hyphen. */
export function cleanLine(text: string): string {
  return clean(
    withAccents(text)
      .replace(NUMBER, UNKNOWN_LETTER)
      .replace(/\.{6,}|(?:\. ){5,}\./g, '.....')
      .replace(/_{6,}/g, '_____')
      .replace(/…{3,}/g, '……')
      .replace(/\u00ad\s*$/, '-')
      .replace(/^[\uf000-\uf0ff]\s*/, '• ')
      .replace(/[\uf000-\uf0ff]/g, ''),
  )
}

/** Letters that some programs write as two signs («greˇsaka»), as one. Most write the accent first. */
function withAccents(text: string): string {
  if (!ANY_ACCENT.test(text)) return text
  return text.replace(/ (?=\p{Mn})/gu, '').replace(ACCENT, (whole, before = '', sign, after = '') => {
    // As an apostrophe it stands before a capital («d´Ivoire»).
    if (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(after)) return whole
    const over = (letter: string) => (letter === '' ? '' : (letter + ACCENTS[sign]).normalize('NFC'))
    if ([...over(after)].length === 1) return before + over(after)
    if ([...over(before)].length === 1) return over(before) + after
    return whole
  })
}
