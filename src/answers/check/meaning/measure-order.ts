import type { Beside, Note } from './beside.ts'

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
  measureNeighbours(
    joined.filter((place) => place >= 0),
    note,
  )
  measurePiece(beside, note)
}

/** Words away from all their neighbours; words that stand in the place of others; and pairs that stand in each other's. */
function measureNeighbours(places: readonly number[], note: Note): void {
  const used = new Set(places)
  const slots = new Map<number, number[]>()
  let isolated = 0
  let taken = 0
  for (const [i, here] of places.entries()) {
    const [left, right] = [places[i - 1], places[i + 1]]
    const isNear = (other: number | undefined) => other !== undefined && Math.abs(other - here) <= NEAR
    if (places.length > 2 && !isNear(left) && !isNear(right)) isolated++
    const slot = [left === undefined ? -1 : left + 1, right === undefined ? -1 : right - 1]
    const others = [...new Set(slot)].filter((place) => place !== here && used.has(place))
    taken += others.length
    slots.set(here, others)
  }
  const exchanged = Array.from(slots).flatMap(([here, others]) =>
    others.filter((other) => here < other && slots.get(other)?.includes(here)),
  )
  note('isolated', Math.min(4, isolated))
  note('slots taken', taken / Math.max(1, places.length))
  note('exchanged', Math.min(2, exchanged.length))
}

/** Whether the claim is a piece of its source, word for word, grammar and all. */
function measurePiece({ claim, first }: Beside, note: Note): void {
  const theirs = ` ${first.sentence.reading.words.join(' ')} `
  note('word for word', Number(theirs.includes(` ${claim.words.join(' ')} `)))
}
