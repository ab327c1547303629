import { Random } from '../../bench/random.ts'
import { FEATURES, type Features } from '../../src/answers/intent/features.ts'
import { type Model, softmax } from '../../src/answers/intent/model.ts'
import { inOtherOrder } from '../order.ts'

export type Example = { features: Features; label: number; weight: number }

const EPOCHS = 3
/** With the weights that are kept. */
const EPOCHS_AFTER = 2
const RATE = 0.5
/** Pulls weights to nothing (L1): the larger, the fewer are left. */
const SPARSITY = 3e-5

/**
 * A multinomial logistic regression by AdaGrad with L1 (proximal steps, each weight's owed shrinking paid when it is met again).
 * The order of examples is shuffled with a seed, so the same examples give the same weights.
 */
export function regress(examples: readonly Example[], names: readonly string[]): Model {
  const state = newState(names.length)
  const random = new Random(1)
  for (let epoch = 0; epoch < EPOCHS; epoch++) learnOnce(state, inOtherOrder(examples, random))
  keepMostTelling(state, examples)
  for (let epoch = 0; epoch < EPOCHS_AFTER; epoch++) learnOnce(state, inOtherOrder(examples, random))
  return sparse(state, names)
}

/** Weights and sums of squared gradients by feature and label; `kept`: which weights may be other than nothing, `null` for all. */
type State = {
  labels: number
  weights: Float32Array
  squares: Float32Array
  biases: Float64Array
  biasSquares: Float64Array
  kept: Uint8Array | null
}

function newState(labels: number): State {
  const [weights, squares] = [new Float32Array(FEATURES * labels), new Float32Array(FEATURES * labels)]
  return {
    labels,
    weights,
    squares,
    biases: new Float64Array(labels),
    biasSquares: new Float64Array(labels),
    kept: null,
  }
}

function learnOnce(state: State, examples: readonly Example[]): void {
  const { weights, biases, biasSquares, labels } = state
  for (const { features, label, weight } of examples) {
    const gradient = scores(weights, biases, features, labels)
    gradient[label]! -= 1
    for (let k = 0; k < labels; k++) {
      const g = gradient[k]! * weight
      biasSquares[k]! += g * g
      biases[k]! -= (0.1 * g) / Math.sqrt(biasSquares[k]! + 1e-6)
    }
    step(state, features, gradient, weight)
  }
}

function scores(weights: Float32Array, biases: Float64Array, { ids, values }: Features, labels: number): Float64Array {
  const sums = Float64Array.from(biases)
  for (let i = 0; i < ids.length; i++) {
    const from = ids[i]! * labels
    const value = values[i]!
    for (let k = 0; k < labels; k++) sums[k]! += weights[from + k]! * value
  }
  return softmax(sums)
}

/** What a gradient below this changes is less than the rounding of the weights. */
const NOTHING = 1e-3

function step(state: State, { ids, values }: Features, gradient: Float64Array, weight: number): void {
  const { weights, squares, labels, kept } = state
  const moved = Array.from(gradient.keys()).filter((k) => Math.abs(gradient[k]!) >= NOTHING)
  for (let i = 0; i < ids.length; i++) {
    const from = ids[i]! * labels
    for (const k of moved) {
      const at = from + k
      if (kept && kept[at] === 0) continue
      const part = gradient[k]! * weight * values[i]!
      const sum = squares[at]! + part * part
      squares[at] = sum
      const rate = RATE / Math.sqrt(sum + 1e-8)
      const next = weights[at]! - rate * part
      const owed = rate * SPARSITY
      weights[at] = next > owed ? next - owed : next < -owed ? next + owed : 0
    }
  }
}

/** Weights that are kept: two bytes each, and half a megabyte in all. */
const KEPT = 500_000

/**
 * Leaves the weights that tell most over all examples: large ones of features that are met often. By their size alone frequent
 * features would go first, whose weights are small: 89 % of messages told right where all weights tell 96 %.
 */
function keepMostTelling(state: State, examples: readonly Example[]): void {
  const { weights, labels } = state
  const met = new Float32Array(FEATURES)
  for (const { features } of examples)
    for (let i = 0; i < features.ids.length; i++) met[features.ids[i]!]! += features.values[i]! ** 2
  const telling = weights.map((weight, at) => Math.abs(weight) * Math.sqrt(met[Math.floor(at / labels)]!))
  const least =
    telling
      .filter((one) => one > 0)
      .sort()
      .at(-KEPT) ?? 0
  state.kept = Uint8Array.from(telling, (one) => (one > 0 && one >= least ? 1 : 0))
  for (let at = 0; at < weights.length; at++) if (state.kept[at] === 0) weights[at] = 0
}

function sparse({ weights: all, biases, labels: count }: State, names: readonly string[]): Model {
  const starts = new Int32Array(FEATURES + 1)
  const labels: number[] = []
  const weights: number[] = []
  for (let feature = 0; feature < FEATURES; feature++) {
    for (let k = 0; k < count; k++) {
      const weight = all[feature * count + k]!
      if (weight === 0) continue
      labels.push(k)
      weights.push(weight)
    }
    starts[feature + 1] = labels.length
  }
  const rounded = Array.from(biases, (bias) => Math.round(bias * 1e4) / 1e4)
  return { names, biases: rounded, starts, labels: Uint8Array.from(labels), weights: Float32Array.from(weights) }
}
