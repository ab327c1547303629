import type { Beside, Note } from '../beside.ts'
import type { Marker } from '../markers.ts'
import type { Reading } from '../read.ts'

/** Markers that belong to a clause: what stands in it is the cause, the condition, the time. */
const OF_CLAUSE: readonly Marker[] = [
  'because',
  'so',
  'if',
  'unless',
  'before',
  'after',
  'instead',
  'though',
  'only',
  'whether',
]

/** Whether the clauses of such a marker have the same words in the claim and in its source. */
export function measureScopes({ claim, first }: Beside, note: Note): void {
  const source = first.sentence.reading
  for (const marker of OF_CLAUSE) {
    const [mine, theirs] = [clausesOf(claim, marker), clausesOf(source, marker)]
    if (mine.size > 0 && theirs.size > 0) note(`${marker} moved`, outside(claim, first.places, source, mine, theirs))
  }
  measureCause({ claim, places: first.places, source }, note)
}

/** Cause and consequence the other way round: «јер» in the place of «па», before the same words. */
function measureCause(
  { claim, places, source }: { claim: Reading; places: readonly number[]; source: Reading },
  note: Note,
): void {
  const causes = [clausesOf(claim, 'because'), clausesOf(source, 'because')] as const
  const effects = [clausesOf(claim, 'so'), clausesOf(source, 'so')] as const
  if (causes[0].size > 0 && causes[1].size === 0 && effects[1].size > 0)
    note('cause turned round', 1 - outside(claim, places, source, causes[0], effects[1]))
  if (effects[0].size > 0 && effects[1].size === 0 && causes[1].size > 0)
    note('cause turned round', 1 - outside(claim, places, source, effects[0], causes[1]))
}

/** The share of what was taken over into `mine` that stands outside of `theirs`. */
function outside(
  claim: Reading,
  places: readonly number[],
  source: Reading,
  mine: ReadonlySet<number>,
  theirs: ReadonlySet<number>,
): number {
  const taken = claim.tokens.filter((token) => mine.has(token.clause) && places[token.at]! >= 0)
  const moved = taken.filter((token) => !theirs.has(source.tokens[places[token.at]!]!.clause))
  return moved.length / Math.max(1, taken.length)
}

function clausesOf({ marked }: Reading, marker: Marker): ReadonlySet<number> {
  return new Set(marked.flatMap((one) => (one.marker === marker ? [one.clause] : [])))
}
