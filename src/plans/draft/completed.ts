import { money } from '../rules/errors/sums.ts'
import { amountOf, isEmpty, markOf, numberOf } from '../rules/values.ts'
import type { Cells, Draft, Entry, Part } from './draft.ts'

/**
 * The draft with what follows from its entries: marks of objectives and activities, sums of scores and their ranks, totals and
 * shares of the budget. What people wrote into such a cell themselves stays where nothing follows.
 */
export function completed<D extends Pick<Draft, 'entries'>>(draft: D): D {
  const objectives = marked(draft.entries.filter(({ part }) => part === 'objectives'))
  const activities = numbered(draft.entries.filter(({ part }) => part === 'activities'))
  const priorities = ranked(draft.entries.filter(({ part }) => part === 'priorities'))
  const known = new Map([...objectives, ...activities, ...priorities].map((entry) => [entry.id, entry]))
  const marks = new Map(activities.map(({ cells }) => [keyOf(cells.activity), cells.mark ?? '']))
  const entries = draft.entries.map((entry) => {
    if (entry.part !== 'budget') return known.get(entry.id) ?? entry
    return {
      ...entry,
      cells: costed({ ...entry.cells, mark: entry.cells.mark || (marks.get(keyOf(entry.cells.activity)) ?? '') }),
    }
  })
  return { ...draft, entries }
}

/** Columns that follow from others. */
export const COMPUTED: Partial<Record<Part, readonly string[]>> = {
  objectives: ['mark'],
  activities: ['mark'],
  priorities: ['sum', 'rank'],
  budget: ['mark', 'total', 'share'],
}

const keyOf = (text: string | undefined) => (text ?? '').trim().toLowerCase()

/** Whether a row of objectives is the general one, by what its kind says. */
export function isGeneralKind(cells: Cells): boolean {
  return /^\s*(?:општ|opšt|opst)/iu.test(cells.kind ?? '')
}

/** «ОЦ» for the general objective, «ПЦ1», «ПЦ2» for the others in order. */
function marked(objectives: readonly Entry[]): Entry[] {
  let count = 0
  return objectives.map((entry) => {
    const mark = isGeneralKind(entry.cells) ? 'ОЦ' : `ПЦ${++count}`
    return { ...entry, cells: { ...entry.cells, mark: entry.cells.mark || mark } }
  })
}

/** «1.2.3»: the objective, the measure among its measures, the activity among those of its measure. */
function numbered(activities: readonly Entry[]): Entry[] {
  const measures = new Map<string, string[]>()
  const counts = new Map<string, number>()
  return activities.map((entry) => {
    const objective = markOf(entry.cells.objective)
    if (entry.cells.mark || objective === null) return entry
    const known = measures.get(objective) ?? []
    const name = keyOf(entry.cells.measure)
    const all = known.includes(name) ? known : [...known, name]
    measures.set(objective, all)
    const measure = `${objective}.${all.indexOf(name) + 1}`
    const count = (counts.get(measure) ?? 0) + 1
    counts.set(measure, count)
    return { ...entry, cells: { ...entry.cells, mark: `${measure}.${count}` } }
  })
}

const CRITERIA = 'number gravity urgency duty feasibility cost funding development'.split(' ')

function ranked(priorities: readonly Entry[]): Entry[] {
  const summed = priorities.map((entry) => {
    const scores = CRITERIA.map((criterion) => numberOf(entry.cells[criterion]))
    const sum = scores.includes(null) ? numberOf(entry.cells.sum) : scores.reduce<number>((all, one) => all + one!, 0)
    return { entry, sum }
  })
  return summed.map(({ entry, sum }) => {
    if (sum === null) return entry
    const rank = 1 + summed.filter((other) => (other.sum ?? 0) > sum).length
    return { ...entry, cells: { ...entry.cells, sum: String(sum), rank: String(rank) } }
  })
}

/** The total of a line of the budget, and the share of it that the municipality bears. */
function costed(cells: Cells): Cells {
  const [quantity, price] = [amountOf(cells.quantity), amountOf(cells.price)]
  const total = quantity !== null && price !== null ? quantity * price : (amountOf(cells.total) ?? yearsSum(cells))
  if (total === null) return cells
  const secured = isEmpty(cells.secured) ? null : amountOf(cells.secured)
  const share = secured === null || total === 0 ? null : Math.round((1_000 * secured) / total) / 10
  return {
    ...cells,
    total: money(total),
    ...(share === null ? {} : { share: `${String(share).replace('.', ',')} %` }),
  }
}

function yearsSum(cells: Cells): number | null {
  const amounts = Object.keys(cells)
    .filter((key) => /^\d{4}$/.test(key))
    .map((year) => amountOf(cells[year]))
  const known = amounts.filter((amount) => amount !== null)
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0)
}
