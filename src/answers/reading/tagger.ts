import { type Features, featuresOf, GAPS, PLACES } from './features.ts'
import type { Word } from './words.ts'

/** To what part of a message a word belongs; `ask` begins what is asked, and `asked` goes on with it. */
export const TAGS = ['greeting', 'context', 'lead-in', 'ask', 'asked', 'thanks', 'signature'] as const
export type Tag = (typeof TAGS)[number]

/**
 * What each place of a feature says for each tag; and, for each kind of gap between two words, what the tag of the first
 * says for that of the second, row by row.
 */
export type Weights = { emissions: ArrayLike<number>; transitions: ArrayLike<number> }

export const EMISSIONS = PLACES * TAGS.length
export const TRANSITIONS = GAPS * TAGS.length * TAGS.length

/** Where the weights of a tag after another stand. */
export function transition(gap: number, from: number, to: number): number {
  return (gap * TAGS.length + from) * TAGS.length + to
}

const ASK = TAGS.indexOf('ask')
const ASKED = TAGS.indexOf('asked')

/** Whether one tag may follow another, or begin a message (`null`): what is asked goes on only where it has begun. */
export function isPossible(from: number | null, to: number): boolean {
  return to !== ASKED || from === ASK || from === ASKED
}

/** The likeliest parts of a message, by a first-order chain. */
export function tag(weights: Weights, words: readonly Word[]): Tag[] {
  return path(weights, featuresOf(words)).map((at) => TAGS[at]!)
}

/** The best way through the tags, as their places in `TAGS` (Viterbi). */
export function path(weights: Weights, { places, gaps }: Features): number[] {
  let best: Float64Array = new Float64Array(SIZE)
  best[ASKED] = -Infinity
  const before: Uint8Array[] = []
  for (let at = 0; at < places.length; at++) {
    if (at > 0) {
      const step = stepFrom(best, weights, gaps[at]!)
      best = step.best
      before.push(step.from)
    }
    addEmissions(best, weights, places[at]!)
  }
  return places.length === 0 ? [] : wayBack(best, before)
}

const SIZE = TAGS.length

function addEmissions(best: Float64Array, { emissions }: Weights, places: Uint16Array): void {
  for (let i = 0; i < places.length; i++) {
    const row = places[i]! * SIZE
    for (let to = 0; to < SIZE; to++) best[to]! += emissions[row + to]!
  }
}

/** The best score of each tag for the next word, and the tag before it on that way. */
function stepFrom(best: Float64Array, { transitions }: Weights, gap: number): { best: Float64Array; from: Uint8Array } {
  const next = new Float64Array(SIZE).fill(-Infinity)
  const chosen = new Uint8Array(SIZE)
  for (let from = 0; from < SIZE; from++)
    for (let to = 0; to < SIZE; to++) {
      if (!isPossible(from, to)) continue
      const score = best[from]! + transitions[transition(gap, from, to)]!
      if (score <= next[to]!) continue
      next[to] = score
      chosen[to] = from
    }
  return { best: next, from: chosen }
}

function wayBack(best: Float64Array, before: readonly Uint8Array[]): number[] {
  const way = [best.indexOf(Math.max(...best))]
  for (const from of before.toReversed()) way.push(from[way.at(-1)!]!)
  return way.reverse()
}
