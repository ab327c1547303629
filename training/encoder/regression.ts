import { Random } from '../../bench/random.ts'
import { SIZE } from '../../src/knowledge/search/encoder/encoder.ts'
import { ROWS } from '../../src/knowledge/search/encoder/features.ts'
import { inOtherOrder } from '../order.ts'

/** A text as the rows of its features, and the number of the passage it asks for or is a sentence of. */
export type Example = { rows: Int32Array; passage: number }

/** As measured on questions of four hands that are no part of the material (`docs/decisions`): more of each changes nothing. */
const EPOCHS = 4
const RATE = 0.05
/** How sure a cosine of 1 makes, in log-odds. */
const SHARPNESS = 12
/** The share of features that an example is read without, so that none is relied on. */
const LEFT_OUT = 0.3
/** What of the certainty goes to all passages alike. */
const SMOOTHING = 0.05
/** What a difference below this changes is nothing. */
const NOTHING = 2e-4

/**
 * Rows such that the unit vector of a text's sum points to the vector of its passage: a softmax over all passages of the cosine,
 * by AdaGrad with one rate a row. The same examples give the same rows.
 */
export function learnRows(examples: readonly Example[], passages: number): Float32Array {
  const random = new Random(5)
  const state: State = {
    rows: Float32Array.from({ length: ROWS * SIZE }, () => (random.below(2001) / 1000 - 1) * 0.08),
    rowSquares: new Float32Array(ROWS).fill(1e-6),
    passages: Float32Array.from({ length: passages * SIZE }, () => (random.below(2001) / 1000 - 1) * 0.15),
    passageSquares: new Float32Array(passages).fill(1e-6),
    chances: new Float64Array(passages),
  }
  const steps = EPOCHS * examples.length
  let step = 0
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const example of inOtherOrder(examples, random)) {
      learnOne(state, { ...example, rows: thinned(example.rows, random) }, RATE * (1 - step / steps))
      step++
    }
  return state.rows
}

type State = {
  rows: Float32Array
  rowSquares: Float32Array
  passages: Float32Array
  passageSquares: Float32Array
  /** Of one example, passage by passage. */
  chances: Float64Array
}

function thinned(rows: Int32Array, random: Random): Int32Array {
  const kept = rows.filter(() => !random.happens(LEFT_OUT))
  return kept.length > 0 ? kept : rows
}

function learnOne(state: State, { rows, passage }: Example, rate: number): void {
  const { direction, length } = directionOf(state.rows, rows)
  if (length === 0) return
  const pull = learnPassages(state, direction, passage, rate)
  // Only what stands across the direction changes a cosine.
  const along = dot(pull, 0, direction, 0)
  for (let i = 0; i < SIZE; i++) pull[i] = (pull[i]! - along * direction[i]!) / length
  for (const row of rows) descend(state.rows, state.rowSquares, row, pull, 1, rate)
}

function directionOf(all: Float32Array, rows: Int32Array): { direction: Float64Array; length: number } {
  const direction = new Float64Array(SIZE)
  for (const row of rows) for (let i = 0, at = row * SIZE; i < SIZE; i++, at++) direction[i]! += all[at]!
  const length = Math.sqrt(dot(direction, 0, direction, 0))
  if (length > 0) for (let i = 0; i < SIZE; i++) direction[i]! /= length
  return { direction, length }
}

/** One step for the passages' vectors; gives the gradient for the direction. */
function learnPassages(state: State, direction: Float64Array, right: number, rate: number): Float64Array {
  const { passages, passageSquares, chances } = state
  let most = -Infinity
  for (let k = 0; k < chances.length; k++) {
    chances[k] = SHARPNESS * dot(passages, k * SIZE, direction, 0)
    most = Math.max(most, chances[k]!)
  }
  let all = 0
  for (let k = 0; k < chances.length; k++) all += chances[k] = Math.exp(chances[k]! - most)
  const pull = new Float64Array(SIZE)
  for (let k = 0; k < chances.length; k++) {
    const wanted = SMOOTHING / chances.length + (k === right ? 1 - SMOOTHING : 0)
    const error = chances[k]! / all - wanted
    if (Math.abs(error) < NOTHING) continue
    for (let i = 0, at = k * SIZE; i < SIZE; i++, at++) pull[i]! += SHARPNESS * error * passages[at]!
    descend(passages, passageSquares, k, direction, SHARPNESS * error, rate)
  }
  return pull
}

/** One step of AdaGrad for the vector number `which`, along `gradient` times `factor`. */
function descend(
  vectors: Float32Array,
  squares: Float32Array,
  which: number,
  gradient: Float64Array,
  factor: number,
  rate: number,
): void {
  squares[which]! += (factor * factor * dot(gradient, 0, gradient, 0)) / SIZE
  const step = (rate * factor) / Math.sqrt(squares[which]!)
  for (let i = 0, at = which * SIZE; i < SIZE; i++, at++) vectors[at]! -= step * gradient[i]!
}

function dot(one: Float32Array | Float64Array, from: number, other: Float64Array, otherFrom: number): number {
  let sum = 0
  for (let i = 0; i < SIZE; i++) sum += one[from + i]! * other[otherFrom + i]!
  return sum
}
