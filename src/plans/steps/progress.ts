import { type Draft, entriesOf } from '../draft/draft.ts'
import { missingIn } from '../draft/missing.ts'
import { STEPS, type Step } from './steps.ts'

/** How far a step is: nothing entered, something, or all that it needs. */
export type StepState = 'empty' | 'begun' | 'done'

type Entered = Pick<Draft, 'entries'>

export function stateOf(draft: Entered, { parts, optional }: Step): StepState {
  const count = [...parts, ...optional].reduce((sum, part) => sum + entriesOf(draft, part).length, 0)
  if (count === 0) return 'empty'
  const isWhole = parts.every((part) => {
    const entries = entriesOf(draft, part)
    return entries.length > 0 && entries.every(({ cells }) => missingIn(part, cells).length === 0)
  })
  return isWhole ? 'done' : 'begun'
}

/** What every step is at, in order, and the first that is not done; `null` when all are. */
export function progressOf(draft: Entered): { states: StepState[]; done: number; next: Step | null } {
  const states = STEPS.map((step) => stateOf(draft, step))
  return {
    states,
    done: states.filter((state) => state === 'done').length,
    next: STEPS.find((_, at) => states[at] !== 'done') ?? null,
  }
}
