import { fold } from '../../../language/fold.ts'
import { type Check, type Found, fault, placeOf } from '../finding.ts'
import { type Plan, rowsOf } from '../plan.ts'

/** Meetings a year, at least. */
const FEWEST_MEETINGS = 2

/** Fewer than two meetings a year, not exactly one coordinator, or no deadline for the yearly report. */
export const W12: Check = {
  code: 'W12',
  level: 'warning',
  fact: 'F86',
  repair: 'repair-w12',
  find: (plan) => [...meetings(plan), ...coordinator(plan), ...reportDeadline(plan)],
}

function meetings(plan: Plan): Found[] {
  const rows = rowsOf(plan, 'meetings')
  if (rows.length === 0) return onceAYear(plan)
  if (rows.length >= FEWEST_MEETINGS || isRepeated(rows)) return []
  return [fault(placeOf(plan, 'meetings'), 'why-w12-meetings', { count: rows.length })]
}

/** «Савет се састаје једном годишње», in the text of a plan that has no table of meetings. */
function onceAYear({ prose }: Plan): Found[] {
  const said = prose.find(({ value }) =>
    /\b(?:sastaj\w*|sastan\w*|sednic\w*|zaseda\w*)\b[^.]* jednom (?:u )?(?:godi[ns]\w*)/.test(fold(value)),
  )
  return said ? [fault(said.place, 'why-w12-meetings', { count: 1 })] : []
}

/** One row for several meetings: «два пута годишње», «сваког квартала», «март и септембар». */
function isRepeated(rows: ReturnType<typeof rowsOf<'meetings'>>): boolean {
  const said = fold(rows.map(({ cells }) => `${cells.meeting} ${cells.date}`).join(' '))
  return (
    /\b(?:dva|dvaput|tri|cetiri|polugodisnj|kvartaln|tromesec|mesecn|svak)\w*/.test(said) ||
    /\b\w+ i \w+/.test(fold(rows[0]?.cells.date ?? ''))
  )
}

function coordinator(plan: Plan): Found[] {
  const chapter = plan.chapters.implementation ?? plan.tables.bodies?.parts[0]
  const { coordinators } = plan
  if (!chapter || coordinators.length === 1) return []
  const place = coordinators[1]?.place ?? chapter.place
  return coordinators.length === 0
    ? [fault(place, 'why-w12-nobody')]
    : [fault(place, 'why-w12-several', { count: coordinators.length })]
}

function reportDeadline(plan: Plan): Found[] {
  const chapter = plan.chapters.monitoring ?? plan.tables.monitoring?.parts[0] ?? plan.chapters.implementation
  return chapter && plan.reportDeadline === null ? [fault(chapter.place, 'why-w12-report')] : []
}
