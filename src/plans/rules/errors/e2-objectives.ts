import { fold } from '../../../language/fold.ts'
import { type Check, type Found, fault, named, placeOf } from '../finding.ts'
import { generalObjectives, type Objective, specificObjectives } from '../objectives.ts'
import { hasColumn, inRow, type Plan, type Row, rowsOf } from '../plan.ts'
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
  if (found.length === 0 && namesGeneral(plan)) return []
  if (found.length === 0) return [fault(placeOf(plan, 'objectives'), 'why-e2-no-general')]
  return found.slice(1).map((place) => fault(place, 'why-e2-generals', { count: found.length }))
}

/** Whether a row of a table of any kind has a general objective in words: then there is one, wherever it stands. */
function namesGeneral({ lines }: Plan): boolean {
  return lines.some(({ value }) => {
    const folded = fold(value)
    return /\bopst\w+ cilj\w*/.test(folded) && !/\bopst\w+ i poseb/.test(folded) && folded.split(' ').length > 7
  })
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

/** Whether a year stands in one of the columns, in the head of the first, or in a column that was not recognised. */
function hasYear(...columns: readonly ColumnOf<'objectives'>[]): (row: Row<'objectives'>) => boolean {
  return ({ cells, heads, rest }) =>
    rest.some((cell) => yearsIn(cell).length > 0) ||
    columns.some((column) => yearsIn(cells[column] ?? '').length > 0 || yearsIn(heads[column] ?? '').length > 0)
}

/** A column that the table does not have is said once, not for each objective; unless it may be one that was not recognised, or stands elsewhere. */
function absent(plan: Plan): Found[] {
  const rows = rowsOf(plan, 'objectives')
  if (rows.some(({ rest }) => rest.some((cell) => !isEmpty(cell)))) return []
  const parts = PARTS.filter(({ columns }) => !columns.some((column) => hasColumn(plan, 'objectives', column)))
  return parts
    .filter(({ part }) => !isElsewhere(plan, part))
    .map(({ part }) => fault(placeOf(plan, 'objectives'), 'why-e2-column', { part }))
}

/** How plans call a part where a sentence or another table tells it, folded. */
const TOLD: Record<Part, RegExp> = {
  indicator: /\b(?:pokazatelj|indikator)\w*/,
  baseline: /\b(?:pocetn|polazn|bazn)\w*\b.*\d/,
  baselineYear: /\b(?:pocetn|polazn|bazn)\w*\b.*\d/,
  target: /\b(?:ciljn|ciljan|zeljen)\w*\b.*\d/,
  targetYear: /\b(?:ciljn|ciljan|zeljen)\w*\b.*\d/,
  source: /\b(?:verifikacij|prover)\w*/,
}

/** Whether the chapter of objectives tells a part outside of their rows. */
function isElsewhere({ prose, lines, chapters, tables }: Plan, part: Part): boolean {
  const under = new Set([
    ...(chapters.objectives?.place.headings ?? []).slice(-1),
    ...(tables.objectives?.parts ?? []).flatMap(({ place }) => place.headings.slice(-1)),
  ])
  const own = new Set(tables.objectives?.parts.map(({ place }) => place.cell?.table))
  return [...prose, ...lines.filter(({ place }) => !own.has(place.cell?.table))].some(
    ({ value, place }) => place.headings.some((heading) => under.has(heading)) && TOLD[part].test(fold(value)),
  )
}

function lacking(plan: Plan, { text, rows }: Objective): Found[] {
  const known = PARTS.filter(({ columns }) => columns.some((column) => hasColumn(plan, 'objectives', column)))
  return rows.flatMap((row, at) => {
    const parts = known.filter(({ columns, isThere }) => {
      // A table that has no such column says nothing of it; where none of the objective's has, its first row lacks it.
      const asked = rows.filter(
        ({ place, at: own }) => place.cell === null || columns.some((one) => own[one] !== undefined),
      )
      return (asked.includes(row) || (asked.length === 0 && at === 0)) && !isThere(row)
    })
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
