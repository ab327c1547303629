import type { Alignment } from './align.ts'
import type { Reading } from './read.ts'
import type { Source } from './source.ts'

/** A claim laid beside the sentences of its source that it is nearest to. */
export type Beside = {
  claim: Reading
  first: Alignment
  second: Alignment | null
  /** What each token of the claim tells, larger for what few sentences of the source have. */
  weights: readonly number[]
  source: Source
  /** In another language than its source, so that fewer words can be compared, and no endings. */
  translated: boolean
}

/** Notes what was measured, by name. */
export type Note = (name: string, value: number) => void

/** The sentence that has most of a clause of the claim. */
export function ownOf({ claim, first, second }: Beside, clause: number): Alignment {
  if (second === null) return first
  const tokens = claim.tokens.filter((token) => token.clause === clause)
  const count = ({ places }: Alignment) => tokens.filter(({ at }) => places[at]! >= 0).length
  return count(second) > count(first) ? second : first
}
