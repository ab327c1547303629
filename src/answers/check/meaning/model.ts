import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Features } from './features.ts'

/** A logistic regression: what each feature counts for a claim's being said by its source, and what there is to begin with. */
export type MeaningModel = { bias: number; weights: Readonly<Record<string, number>> }

export const WEIGHTS_FILE = new URL('meaning.weights.json', import.meta.url)

const SCHEMA = z.object({ bias: z.number(), weights: z.record(z.string(), z.number()) })
let shipped: MeaningModel | undefined

/** How likely it is that the source says what the claim says, 0 to 1. */
export function chanceOf(features: Features, model: MeaningModel = shippedModel()): number {
  let sum = model.bias
  for (const [name, value] of features) sum += (model.weights[name] ?? 0) * value
  return 1 / (1 + Math.exp(-sum))
}

/** The features that speak most against a claim, worst first. */
export function worstOf(features: Features, model: MeaningModel = shippedModel()): string[] {
  return [...features]
    .map(([name, value]) => ({ name, counts: (model.weights[name] ?? 0) * value }))
    .filter(({ counts }) => counts < 0)
    .sort((a, b) => a.counts - b.counts)
    .slice(0, TOLD)
    .map(({ name }) => name)
}
const TOLD = 3

function shippedModel(): MeaningModel {
  shipped ??= SCHEMA.parse(JSON.parse(readFileSync(WEIGHTS_FILE, 'utf8')))
  return shipped
}
