import { fileURLToPath } from 'node:url'
import { compare } from '../../src/answers/check/meaning/features.ts'
import type { MeaningModel } from '../../src/answers/check/meaning/model.ts'
import { Source } from '../../src/answers/check/meaning/source.ts'
import { Terms } from '../../src/answers/check/meaning/terms.ts'
import { type PlacedClaim, placeClaims, readClaims } from '../../src/answers/evaluation/claims.ts'
import { type Example, regress } from './regression.ts'

/** Sentences that say what their source says, and sentences that do not; the other half is never learnt from. */
const SENTENCES = fileURLToPath(new URL('../../test/answers/check/sets/a', import.meta.url))
const MATERIAL = fileURLToPath(new URL('../../knowledge', import.meta.url))

/** A sentence as the regression sees it. */
export type LabelledClaim = Example & { claim: PlacedClaim }

export function labelledClaims(): LabelledClaim[] {
  const { claims, glossary } = placeClaims(readClaims(SENTENCES), MATERIAL)
  const terms = new Terms(glossary)
  const sources = new Map<PlacedClaim['passage'], Source>()
  return claims.map((claim) => {
    const source = sources.get(claim.passage) ?? new Source([{ ...claim.passage, language: 'sr' }], terms)
    sources.set(claim.passage, source)
    return { claim, says: !claim.lie, features: compare(claim.text, claim.language, source, terms).features }
  })
}

/** The weights that tell what a source says from what it does not, as they are kept. */
export function learnMeaning(examples: readonly Example[] = labelledClaims()): string {
  return written(regress(examples))
}

function written(model: MeaningModel): string {
  return `${JSON.stringify(model, null, 2)}\n`
}
