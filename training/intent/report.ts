import { featuresOf } from '../../src/answers/intent/features.ts'
import { probabilities } from '../../src/answers/intent/model.ts'
import type { Around, Line } from './data.ts'
import { trainIntent } from './train.ts'

const FOLDS = 5

/** For each label how many lines have it, which share of them is found, and which share of what is taken for it has it. */
export type LabelFigures = { label: string; lines: number; recall: number; precision: number }

/**
 * How well labels are told by cross-validation: each fifth of the lines is read by what the others teach. Labels of one kind («fn:/moje»,
 * «fn:/obuke») are counted by themselves and, as «fn», together.
 */
export function crossValidated(lines: readonly Line[], around: Around): LabelFigures[] {
  const told = Array.from({ length: FOLDS }, (_, fold) => {
    const model = trainIntent(
      lines.filter((_, i) => i % FOLDS !== fold),
      around,
    )
    return lines
      .filter((_, i) => i % FOLDS === fold)
      .map(({ label, text }) => {
        const found = probabilities(model, featuresOf(text))
        return { label, got: model.names[found.indexOf(Math.max(...found))]! }
      })
  }).flat()
  const kindOf = (label: string) => label.split(':')[0]!
  const labels = [...new Set(told.flatMap(({ label }) => [kindOf(label), label]))].sort()
  return labels.map((label) => {
    const is = (one: string) => one === label || kindOf(one) === label
    const right = told.filter((one) => is(one.label) && is(one.got)).length
    const lines = told.filter((one) => is(one.label)).length
    return {
      label,
      lines,
      recall: right / lines,
      precision: right / Math.max(1, told.filter((one) => is(one.got)).length),
    }
  })
}
