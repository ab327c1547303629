import { chanceOf } from '../../src/answers/check/meaning/model.ts'
import type { LabelledClaim } from './learn.ts'
import { regress } from './regression.ts'

const FOLDS = 5

/** With which least chance what shares of true sentences are kept and of lies are not. */
export type MeaningFigures = { least: number; kept: number; caught: number }

/** How well sentences are told by cross-validation; those of one section are always in the same fifth. */
export function crossValidatedMeaning(examples: readonly LabelledClaim[]): MeaningFigures[] {
  const sections = [...new Set(examples.map(sectionOf))]
  const foldOf = (example: LabelledClaim) => sections.indexOf(sectionOf(example)) % FOLDS
  const told = Array.from({ length: FOLDS }, (_, fold) => {
    const model = regress(examples.filter((one) => foldOf(one) !== fold))
    return examples
      .filter((one) => foldOf(one) === fold)
      .map(({ features, says }) => ({ says, chance: chanceOf(features, model) }))
  }).flat()
  return [0.4, 0.45, 0.5, 0.55, 0.58, 0.6, 0.62, 0.65, 0.7].map((least) => ({
    least,
    kept: shareOf(
      told.filter((one) => one.says),
      (one) => one.chance >= least,
    ),
    caught: shareOf(
      told.filter((one) => !one.says),
      (one) => one.chance < least,
    ),
  }))
}

function sectionOf({ claim }: LabelledClaim): string {
  return `${claim.file} ${claim.heading}`
}

function shareOf<T>(all: readonly T[], counts: (one: T) => boolean): number {
  return all.filter(counts).length / Math.max(1, all.length)
}
