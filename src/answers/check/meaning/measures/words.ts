import type { Beside, Note } from '../beside.ts'
import type { Token } from '../read.ts'

/** Which words of the claim the source lacks, has elsewhere, or has the contrary of; and how much of the sentence was taken over. */
export function measureWords(beside: Beside, note: Note): void {
  const { claim, first, second, source } = beside
  const missing = claim.tokens.filter((token) => first.places[token.at]! < 0)
  const ofBoth = missing.filter((token) => second === null || second.places[token.at]! < 0)
  const elsewhere = missing.filter((token) => source.has(token))
  note('missing', shareOf(missing, beside.weights))
  note('missing in both', shareOf(ofBoth, beside.weights))
  note('elsewhere any', Number(elsewhere.length > 0))
  note('nowhere', Math.min(MOST, missing.length - elsewhere.length))
  note('nowhere any', Number(missing.length > elsewhere.length))
  note('short', Number(claim.tokens.length <= 5))
  note('long', Number(claim.tokens.length > 15))
  measureTaken(beside, note)
}

/** More of one kind tell no more. */
const MOST = 4

function shareOf(tokens: readonly Token[], weights: readonly number[]): number {
  const all = weights.reduce((sum, one) => sum + one, 0)
  return all === 0 ? 0 : tokens.reduce((sum, token) => sum + weights[token.at]!, 0) / all
}

function measureTaken({ first }: Beside, note: Note): void {
  const taken = new Set(first.places)
  taken.delete(-1)
  const share = taken.size / Math.max(1, first.sentence.reading.tokens.length)
  note('taken over', share)
  note('taken over whole', Number(share > 0.85))
}
