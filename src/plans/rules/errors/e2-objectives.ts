import { type Check, type Found, fault, named, placeOf } from '../finding.ts'
import { generalObjectives, type Objective, specificObjectives } from '../objectives.ts'
import { hasColumn, inRow, type Plan, type Row } from '../plan.ts'
import type { ColumnOf } from '../tables.ts'
import { isEmpty, numberOf, yearsIn } from '../values.ts'

/** Exactly one general objective; each specific one has an indicator, a baseline and a target, each with its year, and a source. */
export const E2: Check = {
  code: 'E2',
  level: 'error',
  fact: 'F77',
  repair: 'repair-e2',
  find: (plan) =>
    plan.tables.objectives
      ? [...general(plan), ...absent(plan), ...specificObjectives(plan).flatMap((one) => lacking(plan, one))]
      : [],
}

function general(plan: Plan): Found[] {
  const found = generalObjectives(plan)
  if (found.length === 0) return [fault(placeOf(plan, 'objectives'), 'why-e2-no-general')]
  return found.slice(1).map((place) => fault(place, 'why-e2-generals', { count: found.length }))
}

type Part = 'indicator' | 'baseline' | 'baselineYear' | 'target' | 'targetYear' | 'source'

/** What a specific objective needs, in which columns it may stand. */
const PARTS: readonly {
  part: Part
  columns: readonly ColumnOf<'objectives'>[]
  isThere: (row: Row<'objectives'>) => boolean
}[] = [
  { part: 'indicator', columns: ['indicator'], isThere: ({ cells }) => !isEmpty(cells.indicator) },
  { part: 'baseline', columns: ['baseline'], isThere: ({ cells }) => hasNumber(cells.baseline) },
  { part: 'baselineYear', columns: ['baselineYear', 'baseline'], isThere: hasYear('baseline', 'baselineYear') },
  { part: 'target', columns: ['target'], isThere: ({ cells }) => hasNumber(cells.target) },
  {
    part: 'targetYear',
    columns: ['targetYear', 'target', 'deadline'],
    isThere: hasYear('target', 'targetYear', 'deadline', 'objective'),
  },
  { part: 'source', columns: ['source'], isThere: ({ cells }) => !isEmpty(cells.source) },
]

function hasNumber(cell: string | undefined): boolean {
  return numberOf(cell) !== null || /^\s*(?:не постоји|нема)\s*$/iu.test(cell ?? '')
}

/** Whether a year stands in one of the columns, or in the head of the first. */
function hasYear(...columns: readonly ColumnOf<'objectives'>[]): (row: Row<'objectives'>) => boolean {
  return ({ cells, heads }) =>
    columns.some((column) => yearsIn(cells[column] ?? '').length > 0 || yearsIn(heads[column] ?? '').length > 0)
}

/** A column that the table does not have is said once, not for each objective. */
function absent(plan: Plan): Found[] {
  const parts = PARTS.filter(({ columns }) => !columns.some((column) => hasColumn(plan, 'objectives', column)))
  return parts.map(({ part }) => fault(placeOf(plan, 'objectives'), 'why-e2-column', { part }))
}

function lacking(plan: Plan, { text, rows }: Objective): Found[] {
  return rows.flatMap((row) => {
    const parts = PARTS.filter(
      ({ columns, isThere }) => columns.some((column) => hasColumn(plan, 'objectives', column)) && !isThere(row),
    )
    const bare = withoutYearOfNothing(parts.map(({ part }) => part))
    return bare.map((part) => fault(inRow(row, columnOf(part)), 'why-e2-lacks', { part, objective: named(text) }))
  })
}

/** Where there is no value there can be no year of it. */
function withoutYearOfNothing(parts: readonly Part[]): Part[] {
  return parts.filter(
    (part) =>
      !(part === 'baselineYear' && parts.includes('baseline')) && !(part === 'targetYear' && parts.includes('target')),
  )
}

function columnOf(part: Part): ColumnOf<'objectives'> {
  return part === 'baselineYear' ? 'baseline' : part === 'targetYear' ? 'target' : part
}
