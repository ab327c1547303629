const RAISED = new Map([...'0123456789+-−=()n'].map((plain, i) => [plain, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ'[i]!]))
const LOWERED = new Map([...'0123456789+-−=()'].map((plain, i) => [plain, '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎'[i]!]))
const WORDS: Record<string, string> = { TM: '™', '(R)': '®', o: '°', о: '°' }

/** Raised text as one writes it in a line: «m2» is «m²», «1o» is «1°». What has no raised signs stays as it is. */
export function raised(text: string): string {
  const said = text.trim()
  return WORDS[said] ?? signsOf(text, RAISED)
}

/** The same below the line: «H2O» is «H₂O». */
export function lowered(text: string): string {
  return signsOf(text, LOWERED)
}

function signsOf(text: string, signs: ReadonlyMap<string, string>): string {
  const changed = [...text].map((sign) => (sign.trim() === '' ? sign : signs.get(sign)))
  return changed.every((sign) => sign !== undefined) ? changed.join('') : text
}
