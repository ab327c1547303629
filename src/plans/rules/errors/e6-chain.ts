import { type Check, type Found, fault, named } from '../finding.ts'
import { isSameText, type Objective, objectiveNumber, SPECIFIC, specificObjectives } from '../objectives.ts'
import { inRow, type Plan, type Row, rowsOf, unreadLines } from '../plan.ts'
import { isEmpty, markOf } from '../values.ts'

/** Every measure leads to an objective, and no objective is without an activity. */
export const E6: Check = {
  code: 'E6',
  level: 'error',
  fact: 'F82',
  repair: 'repair-e6',
  find: (plan) => {
    const objectives = specificObjectives(plan).slice(0, MOST_OBJECTIVES)
    const links = rowsOf(plan, 'activities').map((row) => ({ row, link: linkOf(row, objectives) }))
    // Where nothing in the table says what an activity is for, nothing can be said about it either.
    const known = links.filter(({ link }) => link.kind !== 'unsaid')
    if (objectives.length === 0 || known.length === 0 || known.length < links.length / 2) return []
    return [
      ...leadingNowhere(known),
      ...withoutActivity(objectives, known)
        .filter(({ objective }) => !isUnread(plan, objective))
        .map(({ found }) => found),
    ]
  },
}

/** A plan with more has other faults first. */
const MOST_OBJECTIVES = 50

type Link = { kind: 'to'; objective: Objective } | { kind: 'nowhere'; said: string } | { kind: 'unsaid' }

/** Which objective a row is for: by what its columns or the row above say, in words or by number. */
function linkOf({ cells, group }: Row<'activities'>, objectives: readonly Objective[]): Link {
  const said = [cells.objective, group].filter((text): text is string => !isEmpty(text))
  for (const text of said) {
    const objective =
      objectives.find((one) => isNamedBy(one, text)) ?? objectives.find((one) => isSameText(one.text, text))
    if (objective) return { kind: 'to', objective }
    if (isReference(text) && objectives.some((one) => one.mark !== null)) return { kind: 'nowhere', said: text }
  }
  const mark = markOf(cells.mark)?.includes('.')
    ? markOf(cells.mark)
    : (numbered(cells.measure) ?? numbered(cells.activity))
  const number = objectiveNumber(mark)
  const objective = objectives.find((one) => one.mark !== null && ownNumber(one.mark) === number)
  if (objective) return { kind: 'to', objective }
  const asked = said[0] ?? (number === null ? null : `${mark}`)
  return asked === null || objectives.every((one) => one.mark === null)
    ? { kind: 'unsaid' }
    : { kind: 'nowhere', said: asked }
}

/** «ПЦ9», «Посебни циљ 9», «9.»: nothing but an objective's number. */
function isReference(text: string): boolean {
  return REFERENCE.test(text)
}
const REFERENCE = new RegExp(String.raw`^\s*(?:${SPECIFIC}\s)?(?:циљ|cilj|пц|pc|сц|sc)?[\s.]*\d{1,2}\.?\s*$`, 'iu')

/** «Мера 1.2», «1.2.1 Набавка»: the mark of what is numbered in levels. */
function numbered(text: string | undefined): string | null {
  const mark = markOf(/^\D{0,20}\d[\d.]*/.exec(text ?? '')?.[0])
  return mark?.includes('.') || /^\s*(?:мера|mera)/iu.test(text ?? '') ? mark : null
}

/** «ПЦ1», «Посебни циљ 1», «1.»: the number of an objective; the last one of «5.1». */
function ownNumber(mark: string): string {
  return mark.split('.').filter(Boolean).at(-1) ?? mark
}

/** «Посебни циљ 2», «ПЦ2»: a text that is little more than an objective's number. */
function isNamedBy({ mark }: Objective, text: string): boolean {
  const number = markOf(/^\D{0,20}\d[\d.]*/.exec(text)?.[0])
  if (mark === null || number === null) return false
  // «Мера 2.1» is of objective 2; «Циљ 5.1» is the first of chapter 5.
  const named = /^\s*(?:мера|mera)/iu.test(text) ? objectiveNumber(number) : ownNumber(number)
  return ownNumber(mark) === named
}

type Known = { row: Row<'activities'>; link: Link }

function leadingNowhere(known: readonly Known[]): Found[] {
  return known.flatMap(({ row, link }) =>
    link.kind === 'nowhere'
      ? [
          fault(inRow(row, row.at.objective === undefined ? 'measure' : 'objective'), 'why-e6-nowhere', {
            said: named(link.said),
            activity: named(row.cells.activity ?? ''),
          }),
        ]
      : [],
  )
}

function withoutActivity(
  objectives: readonly Objective[],
  known: readonly Known[],
): { objective: Objective; found: Found }[] {
  return objectives
    .filter((objective) => !known.some(({ link }) => link.kind === 'to' && link.objective === objective))
    .map((objective) => ({
      objective,
      found: fault(objective.place, 'why-e6-empty', { objective: named(objective.text) }),
    }))
}

/** Whether a table that was not recognised stands under an objective or one of its measures. */
function isUnread(plan: Plan, objective: Objective): boolean {
  return unreadLines(plan).some(({ place }) => {
    const heading = place.headings.at(-1) ?? ''
    return isNamedBy(objective, heading) || isSameText(objective.text, heading)
  })
}
