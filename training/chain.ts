import { Random } from '../bench/random.ts'
import { type Features, featuresOf } from '../src/answers/reading/features.ts'
import { EMISSIONS, isPossible, TAGS, TRANSITIONS, transition, type Weights } from '../src/answers/reading/tagger.ts'
import { inOtherOrder } from './order.ts'
import type { Example } from './parts.ts'

const ROUNDS = 6
/** How far a first step goes; later ones go less far. */
const FIRST_STEP = 0.005
/** How strongly weights are held small, by example. */
const HELD = 1e-4

const SIZE = TAGS.length
/** A tag that is off by less than this is left alone. */
const SURE = 1e-3

type Tables = { emissions: Float64Array; transitions: Float64Array }

/**
 * Learns the weights of a chain of tags: a conditional random field (Lafferty et al. 2001), by stochastic gradient
 * descent with weights held small (Bottou's schedule of steps). The same examples and seed give the same weights.
 */
export function learnChain(examples: readonly Example[], seed: number): Weights {
  const weights = { emissions: new Float64Array(EMISSIONS), transitions: new Float64Array(TRANSITIONS) }
  const read = examples.map(({ words, tags }) => ({ features: featuresOf(words), tags }))
  const random = new Random(seed)
  let seen = 0
  // All weights shrink a little at each step: kept as one factor for them all.
  let scale = 1
  for (let round = 0; round < ROUNDS; round++)
    for (const { features, tags } of inOtherOrder(read, random)) {
      const step = FIRST_STEP / (1 + FIRST_STEP * HELD * seen++)
      scale *= 1 - step * HELD
      follow(weights, features, tags, scale, step / scale)
    }
  return {
    emissions: weights.emissions.map((value) => value * scale),
    transitions: weights.transitions.map((value) => value * scale),
  }
}

/** Moves the weights so that the right tags become likelier, by as much as they are not yet. */
function follow(weights: Tables, features: Features, tags: readonly number[], scale: number, step: number): void {
  const { places, gaps } = features
  const length = places.length
  const emitted = places.map((row) => emission(weights, row, scale))
  const tables = new Map<number, Float64Array>()
  for (const gap of gaps) if (!tables.has(gap)) tables.set(gap, transitionTable(weights, gap, scale))
  const steps = Array.from(gaps, (gap) => tables.get(gap)!)
  const forward = forwards(emitted, steps)
  const backward = backwards(emitted, steps)
  for (let at = 0; at < length; at++) {
    const likely = normal(forward[at]!, backward[at]!)
    for (let tag = 0; tag < SIZE; tag++) {
      const by = step * ((tags[at] === tag ? 1 : 0) - likely[tag]!)
      if (Math.abs(by) > step * SURE) addTo(weights, places[at]!, tag, by)
    }
    if (at > 0)
      followTransition(
        weights,
        gaps[at]!,
        pairs(forward[at - 1]!, steps[at]!, emitted[at]!, backward[at]!),
        [tags[at - 1]!, tags[at]!],
        step,
      )
  }
}

function followTransition(
  { transitions }: Tables,
  gap: number,
  likely: Float64Array,
  [from, to]: [number, number],
  step: number,
): void {
  for (let pair = 0; pair < SIZE * SIZE; pair++) transitions[gap * SIZE * SIZE + pair]! -= step * likely[pair]!
  transitions[transition(gap, from, to)]! += step
}

function addTo({ emissions }: Tables, places: Uint16Array, tag: number, by: number): void {
  for (let i = 0; i < places.length; i++) emissions[places[i]! * SIZE + tag]! += by
}

function emission({ emissions }: Tables, places: Uint16Array, scale: number): Float64Array {
  const sums = new Float64Array(SIZE)
  for (let i = 0; i < places.length; i++) {
    const row = places[i]! * SIZE
    for (let tag = 0; tag < SIZE; tag++) sums[tag]! += emissions[row + tag]!
  }
  const most = Math.max(...sums)
  return sums.map((sum) => Math.exp((sum - most) * scale))
}

function transitionTable({ transitions }: Tables, gap: number, scale: number): Float64Array {
  const table = new Float64Array(SIZE * SIZE)
  for (let from = 0; from < SIZE; from++)
    for (let to = 0; to < SIZE; to++)
      table[from * SIZE + to] = isPossible(from, to) ? Math.exp(transitions[transition(gap, from, to)]! * scale) : 0
  return table
}

function forwards(emitted: readonly Float64Array[], steps: readonly Float64Array[]): Float64Array[] {
  const all: Float64Array[] = []
  emitted.forEach((here, at) => {
    const row = new Float64Array(SIZE)
    for (let to = 0; to < SIZE; to++) {
      let sum = 0
      if (at === 0) sum = isPossible(null, to) ? 1 : 0
      else for (let from = 0; from < SIZE; from++) sum += all[at - 1]![from]! * steps[at]![from * SIZE + to]!
      row[to] = sum * here[to]!
    }
    all.push(scaled(row))
  })
  return all
}

function backwards(emitted: readonly Float64Array[], steps: readonly Float64Array[]): Float64Array[] {
  const all = emitted.map(() => new Float64Array(SIZE).fill(1))
  for (let at = emitted.length - 2; at >= 0; at--) {
    const row = all[at]!
    for (let from = 0; from < SIZE; from++) {
      let sum = 0
      for (let to = 0; to < SIZE; to++)
        sum += steps[at + 1]![from * SIZE + to]! * emitted[at + 1]![to]! * all[at + 1]![to]!
      row[from] = sum
    }
    scaled(row)
  }
  return all
}

/** How likely each pair of tags is, row by row. */
function pairs(before: Float64Array, table: Float64Array, here: Float64Array, after: Float64Array): Float64Array {
  const likely = new Float64Array(SIZE * SIZE)
  for (let from = 0; from < SIZE; from++)
    for (let to = 0; to < SIZE; to++)
      likely[from * SIZE + to] = before[from]! * table[from * SIZE + to]! * here[to]! * after[to]!
  return scaled(likely)
}

function normal(forward: Float64Array, backward: Float64Array): Float64Array {
  return scaled(forward.map((value, tag) => value * backward[tag]!))
}

/** The numbers, changed in place so that they add up to 1. */
function scaled(row: Float64Array): Float64Array {
  let sum = 0
  for (const value of row) sum += value
  for (let i = 0; i < row.length; i++) row[i]! /= sum
  return row
}
