import type { Beside, Note } from '../beside.ts'

/** Places of the second sentence, told from those of the first. */
const SECOND = 1_000
/** Neighbours are this far apart at most. */
const NEAR = 2

/** In which order the claim has what it took over, and whether words stand beside the same neighbours. */
export function measureOrder(beside: Beside, note: Note): void {
  const { first, second } = beside
  const joined = first.places.map((place, at) => {
    if (place >= 0) return place
    const other = second?.places[at] ?? -1
    return other < 0 ? -1 : SECOND + other
  })
  const kept = beside.claim.tokens.flatMap(({ at, clause }) =>
    joined[at]! < 0 ? [] : [{ place: joined[at]!, clause }],
  )
  measureNeighbours(kept, note)
  measurePiece(beside, note)
}

/** A word of the claim: where the source has it, and which clause of the claim it stands in. */
type Kept = { place: number; clause: number }

/** Words away from all their neighbours; words that stand in the place of others; and pairs that stand in each other's. */
function measureNeighbours(kept: readonly Kept[], note: Note): void {
  const places = kept.map((one) => one.place)
  const used = new Set(places)
  let isolated = 0
  for (const [i, here] of places.entries()) {
    const isNear = (other: number | undefined) => other !== undefined && Math.abs(other - here) <= NEAR
    if (places.length > 2 && !isNear(places[i - 1]) && !isNear(places[i + 1])) isolated++
  }
  const all = slotsOf(kept, used, () => true)
  const inClause = slotsOf(kept, used, (one, other) => one.clause === other.clause)
  const taken = [...all.values()].reduce((sum, others) => sum + others.length, 0)
  const exchanged = exchangedIn(inClause)
  note('isolated', Math.min(4, isolated))
  note('slots taken', taken / Math.max(1, places.length))
  note('exchanged', Math.min(2, exchanged))
  note('exchanged over clauses', Math.min(2, exchangedIn(all) - exchanged))
}

/** For each word the places of others that it stands in, as its neighbours that count tell. */
function slotsOf(
  kept: readonly Kept[],
  used: ReadonlySet<number>,
  counts: (one: Kept, other: Kept) => boolean,
): ReadonlyMap<number, readonly number[]> {
  const slots = new Map<number, readonly number[]>()
  for (const [i, here] of kept.entries()) {
    const [left, right] = [kept[i - 1], kept[i + 1]]
    const slot = new Set<number>()
    if (left === undefined || counts(here, left)) slot.add(left === undefined ? -1 : left.place + 1)
    if (right === undefined || counts(here, right)) slot.add(right === undefined ? -1 : right.place - 1)
    slots.set(
      here.place,
      [...slot].filter((place) => place !== here.place && used.has(place)),
    )
  }
  return slots
}

function exchangedIn(slots: ReadonlyMap<number, readonly number[]>): number {
  return Array.from(slots).flatMap(([here, others]) =>
    others.filter((other) => here < other && slots.get(other)?.includes(here)),
  ).length
}

/** Whether the claim is a piece of its source, word for word, grammar and all. */
function measurePiece({ claim, first }: Beside, note: Note): void {
  const theirs = ` ${first.sentence.reading.words.join(' ')} `
  note('word for word', Number(theirs.includes(` ${claim.words.join(' ')} `)))
}
