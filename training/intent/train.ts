import { Random } from '../../bench/random.ts'
import { FEATURES, featuresOf } from '../../src/answers/intent/features.ts'
import type { Model } from '../../src/answers/intent/model.ts'
import { type Around, type Line, spelled } from './data.ts'
import { type Example, regress } from './regression.ts'

/** The classifier that these lines teach; the same lines give the same weights. */
export function trainIntent(lines: readonly Line[], around: Around): Model {
  const names = [...new Set(lines.map((line) => line.label))].sort()
  const random = new Random(3)
  const examples = lines.flatMap((line): Example[] => {
    const label = names.indexOf(line.label)
    return spelled(line, around, random).map(({ text, weight }) => ({ features: featuresOf(text), label, weight }))
  })
  return regress(withoutRare(examples), names)
}

/** How many messages must have a feature for it to be learnt from: what stands in one alone says nothing of others. */
const LEAST_MESSAGES = 2

function withoutRare(examples: readonly Example[]): Example[] {
  const counts = new Uint32Array(FEATURES)
  for (const { features } of examples) for (const id of features.ids) counts[id]!++
  return examples.map(({ features: { ids, values }, ...rest }) => {
    const kept = Array.from(ids.keys()).filter((i) => counts[ids[i]!]! >= LEAST_MESSAGES * 2)
    return {
      ...rest,
      features: { ids: Int32Array.from(kept, (i) => ids[i]!), values: Float32Array.from(kept, (i) => values[i]!) },
    }
  })
}
