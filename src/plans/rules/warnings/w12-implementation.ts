import { fold } from '../../../language/fold.ts'
import { type Check, type Found, fault, placeOf } from '../finding.ts'
import { type Plan, rowsOf } from '../plan.ts'
import { yearsIn } from '../values.ts'

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
  if (isRepeated(rows)) return []
  const count = Math.min(rows.length, fewestInAYear(rows))
  return count >= FEWEST_MEETINGS ? [] : [fault(placeOf(plan, 'meetings'), 'why-w12-meetings', { count })]
}

/** In the years between the first and the last that have a meeting; a plan may begin or end within one. */
function fewestInAYear(rows: ReturnType<typeof rowsOf<'meetings'>>): number {
  const years = rows.map(({ cells }) => yearsIn(cells.date ?? ''))
  if (years.some((said) => said.length !== 1)) return rows.length
  const counts = Map.groupBy(years.flat(), (year) => year)
  const inOrder = [...counts].toSorted(([a], [b]) => a - b).map(([, meetings]) => meetings.length)
  return Math.min(...(inOrder.length > 2 ? inOrder.slice(1, -1) : [Math.max(...inOrder)]))
}

/** «Савет се састаје једном годишње», in the text of a plan that has no table of meetings. */
function onceAYear({ prose }: Plan): Found[] {
  const said = prose.find(({ value }) =>
    /\b(?:sastaj\w*|sastan\w*|sednic\w*|zaseda\w*)\b[^.]* (?:jednom|jedanput|jedna|jednu)(?: sednic\w*| sastan\w*)? (?:u (?:toku )?)?(?:svake )?godi[ns]\w*|\bjedn(?:a|u|om|og) (?:redovn\w+ )?(?:sednic\w*|sastan\w*) godisnje/.test(
      fold(value),
    ),
  )
  return said ? [fault(said.place, 'why-w12-meetings', { count: 1 })] : []
}

/** One row for several meetings: «два пута годишње», «сваког квартала», «март и септембар». */
function isRepeated(rows: ReturnType<typeof rowsOf<'meetings'>>): boolean {
  const said = fold(rows.map(({ cells }) => `${cells.meeting} ${cells.date}`).join(' '))
  return (
    /\b(?:dva|dvaput|tri|cetiri|polugodisnj|kvartaln|tromesec|mesecn|svak\w* (?!godin))\w*/.test(said) ||
    /\b\w+ i \w+/.test(fold(rows[0]?.cells.date ?? ''))
  )
}

function coordinator(plan: Plan): Found[] {
  const chapter = plan.chapters.implementation ?? plan.tables.bodies?.parts[0] ?? sharedChapter(plan)
  const { coordinators } = plan
  if (!chapter || coordinators.length === 1) return []
  const place = coordinators[1]?.place ?? chapter.place
  return coordinators.length === 0
    ? [fault(place, 'why-w12-nobody')]
    : [fault(place, 'why-w12-several', { count: coordinators.length })]
}

/** «Примена и праћење», a chapter of both, unless it says in other words who answers for the whole. */
function sharedChapter({ chapters: { monitoring }, prose }: Plan): Plan['chapters']['monitoring'] {
  if (
    !monitoring?.place.headings.some((heading) => /\b(?:primen|sprov|implementacij|realizacij)\w*/.test(fold(heading)))
  )
    return undefined
  return prose.some(({ value }) => LEADS.test(fold(value))) ? undefined : monitoring
}

const LEADS =
  /\b(?:koordin\w*|rukovod\w* (?:\w+ ){0,2}(?:sprov|primen|plan|lap)\w*|(?:odgovor(?:an|na|no|ni)|odgovara|zaduz\w*) (?:\w+ ){0,3}(?:sprov|primen|plan|lap)\w*)\b/

function reportDeadline(plan: Plan): Found[] {
  const chapter = plan.chapters.monitoring ?? plan.tables.monitoring?.parts[0] ?? plan.chapters.implementation
  return chapter && plan.reportDeadline === null ? [fault(chapter.place, 'why-w12-report')] : []
}
