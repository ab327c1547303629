import type { Features } from '../../src/answers/check/meaning/features.ts'
import type { MeaningModel } from '../../src/answers/check/meaning/model.ts'

/** What was measured of a claim, and whether its source says it. */
export type Example = { features: Features; says: boolean }

/** Pulls weights to nothing (L2). Chosen by cross-validation on the first half of the sentences: 1, 3 and 10 come to nearly the same. */
const STRENGTH = 1.5
const STEPS = 12
/** A feature that fewer examples have is left out. */
const FEWEST = 5

/** What differs between a claim and its source. */
const DIFFERENCE =
  /^(?:missing|elsewhere|nowhere|isolated|exchanged|slots|mixed|contrary|denied|replaced|cause|endings exchanged)|moved$|added$|dropped$|left out$|more often$/

/**
 * A logistic regression by Newton's steps, which come to the same weights in whatever order the examples are; to two decimals. What
 * differs can only speak against a claim: lies are often lightly altered and paraphrases rearranged, but that is so of the sentences
 * learnt from, and no reason to believe what was rearranged more.
 */
export function regress(examples: readonly Example[]): MeaningModel {
  const left = new Set(namesIn(examples))
  for (;;) {
    const model = fitted(examples, [...left])
    const wrong = Object.entries(model.weights).filter(([name, weight]) => weight > 0 && DIFFERENCE.test(name))
    if (wrong.length === 0) return model
    for (const [name] of wrong) left.delete(name)
  }
}

function fitted(examples: readonly Example[], names: readonly string[]): MeaningModel {
  const places = new Map(names.map((name, i) => [name, i]))
  const rows = examples.map(({ features, says }) => ({
    entries: [...features].flatMap(([name, value]): [number, number][] => {
      const at = places.get(name)
      return at === undefined ? [] : [[at, value]]
    }),
    says,
  }))
  let weights = new Float64Array(names.length + 1)
  for (let step = 0; step < STEPS; step++) weights = stepped(weights, rows)
  const rounded = Array.from(weights, (weight) => Math.round(weight * 100) / 100)
  return {
    bias: rounded[names.length]!,
    weights: Object.fromEntries(
      names.map((name, i) => [name, rounded[i]!] as const).filter(([, weight]) => weight !== 0),
    ),
  }
}

type Row = { entries: [number, number][]; says: boolean }

function namesIn(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>()
  for (const { features } of examples) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].flatMap(([name, count]) => (count >= FEWEST ? [name] : [])).sort()
}

/** The weights after one of Newton's steps; the last is the bias, which nothing pulls. */
function stepped(weights: Float64Array, rows: readonly Row[]): Float64Array<ArrayBuffer> {
  const size = weights.length
  const gradient = Float64Array.from(weights, (weight, i) => (i === size - 1 ? 0 : STRENGTH * weight))
  const curvature = Array.from({ length: size }, (_, i) => {
    const row = new Float64Array(size)
    row[i] = i === size - 1 ? 1e-9 : STRENGTH
    return row
  })
  for (const { entries, says } of rows) {
    const all: [number, number][] = [...entries, [size - 1, 1]]
    const sum = all.reduce((total, [at, value]) => total + weights[at]! * value, 0)
    const chance = 1 / (1 + Math.exp(-sum))
    for (const [i, value] of all) {
      gradient[i]! += (chance - Number(says)) * value
      for (const [k, other] of all) curvature[i]![k]! += chance * (1 - chance) * value * other
    }
  }
  const step = solved(curvature, gradient)
  return Float64Array.from(weights, (weight, i) => weight - step[i]!)
}

/** x of `matrix` x = `right`, by Cholesky's parts; the matrix is symmetric and positive. Changes the matrix. */
function solved(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length
  for (let i = 0; i < size; i++)
    for (let k = 0; k <= i; k++) {
      let sum = matrix[i]![k]!
      for (let j = 0; j < k; j++) sum -= matrix[i]![j]! * matrix[k]![j]!
      matrix[i]![k] = i === k ? Math.sqrt(sum) : sum / matrix[k]![k]!
    }
  const found = Float64Array.from(right)
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) found[i]! -= matrix[i]![k]! * found[k]!
    found[i]! /= matrix[i]![i]!
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) found[i]! -= matrix[k]![i]! * found[k]!
    found[i]! /= matrix[i]![i]!
  }
  return found
}
