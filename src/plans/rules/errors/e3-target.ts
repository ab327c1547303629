import { type Check, type Found, fault, named } from '../finding.ts'
import { isSameText } from '../objectives.ts'
import { inRow, type Period, type Place, type Plan, periodOf, rowsOf } from '../plan.ts'
import { numberOf, yearsIn } from '../values.ts'

/** A target differs from its baseline, and its year lies in the period. */
export const E3: Check = {
  code: 'E3',
  level: 'error',
  fact: 'F80',
  repair: 'repair-e3',
  find: (plan) => {
    const targets = targetsOf(plan)
    const period = periodOf(plan)
    return [...targets.flatMap(unchanged), ...targets.flatMap((target) => (period ? outside(target, period) : []))]
  },
}

type Target = { name: string; indicator: string; baseline: string; target: string; years: number[]; place: Place }

/** Targets of objectives, of activities, and those of the annex that stand nowhere else. */
function targetsOf(plan: Plan): Target[] {
  const objectives = rowsOf(plan, 'objectives').map((row): Target => {
    const { cells, heads } = row
    // Each says by when: a deadline within the period mends no target beyond it.
    const years = [`${cells.target ?? ''} ${heads.target ?? ''}`, cells.targetYear, cells.deadline].flatMap((said) =>
      yearsIn(said ?? '').slice(-1),
    )
    return { ...valuesOf(cells), name: cells.objective ?? '', years, place: inRow(row, 'target') }
  })
  const activities = rowsOf(plan, 'activities').map(
    (row): Target => ({
      ...valuesOf(row.cells),
      name: row.cells.activity ?? '',
      years: yearsIn(row.cells.target ?? '').slice(-1),
      place: inRow(row, 'target'),
    }),
  )
  const passports = rowsOf(plan, 'passports').map(
    (row): Target => ({
      ...valuesOf(row.cells),
      name: row.cells.indicator ?? '',
      years: yearsIn(row.cells.target ?? '').slice(-1),
      place: inRow(row, 'target'),
    }),
  )
  const repeats = ({ indicator }: Target) => objectives.some((one) => isSameText(one.indicator, indicator))
  return [...objectives, ...activities, ...passports.filter((one) => !repeats(one))]
}

function valuesOf(cells: { indicator?: string; baseline?: string; target?: string }) {
  return { indicator: cells.indicator ?? '', baseline: cells.baseline ?? '', target: cells.target ?? '' }
}

function unchanged({ name, baseline, target, place }: Target): Found[] {
  const [from, to] = [numberOf(baseline), numberOf(target)]
  const isSame = from !== null && from === to && baseline.includes('%') === target.includes('%')
  return isSame ? [fault(place, 'why-e3-same', { value: String(to), name: named(name) })] : []
}

function outside({ name, years, place }: Target, period: Period): Found[] {
  const last = years.find((year) => year < period.from || year > period.to)
  if (last === undefined) return []
  return [fault(place, 'why-e3-year', { year: String(last), name: named(name), plan: `${period.from}–${period.to}` })]
}
