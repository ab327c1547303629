const MONTH =
  '(?:јануар|фебруар|март|април|мај|јун|јул|август|септембар|септембр|октобар|октобр|новембар|новембр|децембар|децембр)'

/** Spaces at which a line must not break: «12 %», «члан 17», «12. март». */
const BOUND = new RegExp(
  ['(?<=\\d) (?=%)', '(?<=(?<!\\p{L})[Чч]лан\\p{Ll}{0,4}) (?=\\d)', `(?<=(?<!\\d)\\d{1,2}\\.) (?=${MONTH})`].join('|'),
  'gu',
)

/** Serbian Cyrillic text whose numbers stay on one line with what they number. */
export function withHardSpaces(text: string): string {
  return text.replace(BOUND, '\u00A0')
}
