import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FEATURES, featuresOf } from '../../../src/answers/intent/features.ts'
import { WEIGHTS_FILE } from '../../../src/answers/intent/intent.ts'
import { type Model, modelBytes, probabilities, readModel } from '../../../src/answers/intent/model.ts'

/** Label 1 for whatever has a feature of «упомоћ», in proportion to how many. */
function aModel(): Model {
  const ids = [...featuresOf('упомоћ').ids].sort((a, b) => a - b)
  const starts = new Int32Array(FEATURES + 1)
  for (const id of ids) starts[id + 1]!++
  for (let feature = 0; feature < FEATURES; feature++) starts[feature + 1]! += starts[feature]!
  return {
    names: ['question', 'emergency'],
    biases: [0.5, -0.25],
    starts,
    labels: new Uint8Array(ids.length).fill(1),
    weights: Float32Array.from(ids, (_, i) => 1.27 - i * 0.01),
  }
}

it('a model is read as it was written, to the step of its weights', () => {
  const model = aModel()
  const read = readModel(modelBytes(model))
  expect(read).toMatchObject({
    names: model.names,
    biases: model.biases,
    starts: model.starts,
    labels: model.labels,
  })
  for (const [i, weight] of model.weights.entries()) expect(read.weights[i]).toBeCloseTo(weight, 2)
})

it('probabilities sum to one, and follow the weights', () => {
  const [ordinary, cry] = ['локални план', 'упомоћ'].map((text) => probabilities(aModel(), featuresOf(text)))
  for (const found of [ordinary!, cry!]) expect(found[0]! + found[1]!).toBeCloseTo(1, 10)
  expect(cry![1]).toBeGreaterThan(0.8)
  expect(ordinary![1]).toBeLessThan(0.5)
})

it('features are blind to script, and know what folding takes away', () => {
  const ids = (text: string) => [...featuresOf(text).ids].sort((a, b) => a - b)
  expect(ids('Туче ме муж')).toEqual(ids('tuče me muž'))
  expect(ids('tuče')).not.toEqual(ids('tuce'))
})

it('the weights are small enough to be kept beside the code', () => {
  expect(readFileSync(WEIGHTS_FILE).length).toBeLessThanOrEqual(500_000)
})
