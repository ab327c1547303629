import type { Plain } from '../../bot/message/texts.ts'
import type { Texts } from '../chat/texts.types.ts'
import type { Part } from '../draft/draft.ts'

/** One of the twenty steps: what it asks, what is entered in it, and where the method and the example say more. */
export type Step = {
  number: number
  title: Plain<Texts>
  asks: Plain<Texts>
  /** What is entered; those of `optional` are good to have, and a step is whole without them. */
  parts: readonly Part[]
  optional: readonly Part[]
  /** Facts of the method. */
  facts: readonly string[]
}

type Entered = Pick<Step, 'parts' | 'facts'> & { optional?: readonly Part[] }

const step = (number: number, title: Plain<Texts>, asks: Plain<Texts>, { optional = [], ...rest }: Entered): Step => ({
  number,
  title,
  asks,
  optional,
  ...rest,
})

/** The steps by which a plan is made; good practice, not a prescription. */
export const STEPS: readonly Step[] = [
  step(1, 'step-1', 'step-1-asks', { parts: ['oldPlan'], optional: ['previous'], facts: ['F54', 'F301'] }),
  step(2, 'step-2', 'step-2-asks', { parts: ['decision'], optional: ['mayor'], facts: ['F56', 'F57'] }),
  step(3, 'step-3', 'step-3-asks', { parts: ['group'], facts: ['F59', 'F61'] }),
  step(4, 'step-4', 'step-4-asks', {
    parts: ['profile', 'categories', 'themes'],
    optional: ['data'],
    facts: ['F63', 'F64'],
  }),
  step(5, 'step-5', 'step-5-asks', { parts: ['needs'], optional: ['services'], facts: ['F69'] }),
  step(6, 'step-6', 'step-6-asks', { parts: ['actors'], facts: ['F71'] }),
  step(7, 'step-7', 'step-7-asks', { parts: ['swot', 'conclusions'], optional: ['analysis'], facts: ['F72'] }),
  step(8, 'step-8', 'step-8-asks', { parts: ['problems'], facts: ['F74'] }),
  step(9, 'step-9', 'step-9-asks', { parts: ['priorities'], facts: ['F76'] }),
  step(10, 'step-10', 'step-10-asks', { parts: ['objectives'], facts: ['F78', 'F80'] }),
  step(11, 'step-11', 'step-11-asks', { parts: ['activities'], optional: ['firstYear'], facts: ['F82', 'F83'] }),
  step(12, 'step-12', 'step-12-asks', { parts: ['passports'], facts: ['F84'] }),
  step(13, 'step-13', 'step-13-asks', { parts: ['coordinator', 'bodies', 'meetings', 'risks'], facts: ['F86'] }),
  step(14, 'step-14', 'step-14-asks', { parts: ['budget'], facts: ['F87', 'F88'] }),
  step(15, 'step-15', 'step-15-asks', { parts: ['alignment', 'legal'], facts: ['F89', 'F90'] }),
  step(16, 'step-16', 'step-16-asks', { parts: ['method', 'debate'], optional: ['comments'], facts: ['F93'] }),
  step(17, 'step-17', 'step-17-asks', { parts: ['opinion', 'statement', 'adoption'], facts: ['F94'] }),
  step(18, 'step-18', 'step-18-asks', { parts: ['budgetLine'], facts: ['F96'] }),
  step(19, 'step-19', 'step-19-asks', { parts: ['monitoring', 'evaluation'], facts: ['F99'] }),
  step(20, 'step-20', 'step-20-asks', {
    parts: ['yearlyReport', 'revision'],
    optional: ['glossary'],
    facts: ['F300', 'F301'],
  }),
]

export function stepOf(number: number): Step {
  return STEPS[number - 1]!
}

/** The step in which a part is entered. */
export function stepOfPart(part: Part): Step {
  return STEPS.find(({ parts, optional }) => parts.includes(part) || optional.includes(part)) ?? STEPS[0]!
}
