import { completed } from '../draft/completed.ts'
import { type Cells, type Draft, entriesOf, type Part } from '../draft/draft.ts'
import { columnsOf, headOf, titleOf } from '../draft/layout.ts'
import { isEmpty, yesOf } from '../rules/values.ts'

/** An entry in one line, each cell with its head: what a wording is made of, and all that it may say. */
function lineOf(part: Part, cells: Cells): string {
  const said = columnsOf(part).filter((column) => !isEmpty(cells[column]))
  return `${titleOf(part)}: ${said.map((column) => `${headOf(part, column)}: ${cells[column]!.trim()}`).join('; ')}`
}

/** What an objective says of itself, and when and where the plan is. */
export function objectiveSources(draft: Draft, cells: Cells): string[] {
  return [planLine(draft), lineOf('objectives', cells)]
}

const TOLD: readonly Part[] = ['needs', 'problems', 'swot', 'conclusions']

/** What the analysis stands on: who is there, needs, causes, the SWOT and what was concluded. */
export function analysisSources(draft: Draft): string[] {
  const whole = completed(draft)
  const present = entriesOf(whole, 'categories').filter(({ cells }) => yesOf(cells.present) !== false)
  const others = TOLD.flatMap((part) => entriesOf(whole, part))
  return [planLine(draft), ...[...present, ...others].map(({ part, cells }) => lineOf(part, cells))]
}

function planLine({ place, period }: Draft): string {
  return `План: ${place.kind} ${place.name}, ${period.from}–${period.to}. године`
}
