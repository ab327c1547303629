import type { Beside, Note } from '../beside.ts'
import type { Token } from '../read.ts'

/**
 * Words that stand where the source has another: between the same neighbours. Of two words whose meanings are known, and are not one,
 * the second is another thing; of others it may be a word for the same.
 */
export function measureReplaced({ claim, first }: Beside, note: Note): void {
  const others = first.sentence.reading.tokens
  const taken = new Set(first.places)
  let known = 0
  let unknown = 0
  let inserted = 0
  for (const token of claim.tokens) {
    if (first.places[token.at]! >= 0) continue
    const left = first.places[token.at - 1] ?? -1
    const right = first.places[token.at + 1] ?? -1
    const there = [left < 0 ? -1 : left + 1, right < 0 ? -1 : right - 1].filter((at) => at >= 0)
    if (there.length === 0) continue
    const instead = there.flatMap((at) => (others[at] === undefined || taken.has(at) ? [] : [others[at]]))
    if (instead.length === 0) inserted += Number(there.length === 2)
    else if (isKnown(token) && instead.some(isKnown)) known++
    else unknown++
  }
  note('replaced by another', Math.min(MOST, known))
  note('replaced', Math.min(MOST, unknown))
  note('inserted', Math.min(MOST, inserted))
}

const MOST = 3

/** Whether a word is of a list, a number, a term or an abbreviation. */
function isKnown({ keys, term, capitals }: Token): boolean {
  return term !== null || capitals || keys.some((key) => /^[#=]/.test(key))
}
