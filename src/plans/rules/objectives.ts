import { fold, foldedWords } from '../../language/fold.ts'
import { remembering } from '../../language/remembering.ts'
import { inRow, type Place, type Plan, type Row, rowsOf } from './plan.ts'
import { sameWord } from './same-word.ts'
import { isEmpty, markOf } from './values.ts'

/** «Посебни», «посебан», «специфичног»: what a plan calls an objective below its general one, as part of an expression. */
export const SPECIFIC = String.raw`(?:посеб|специфич|poseb|specifi)\p{L}*`

/** Whether a row of objectives is the general one: by its kind, or by how it begins. */
function isGeneral({ cells, group }: Row<'objectives'>): boolean {
  // What stands below a general objective and has words of its own is another one.
  const above = isEmpty(cells.objective) || isSameText(group, cells.objective!) ? group : ''
  const said = [cells.kind, cells.mark, cells.objective, above].filter((text) => text !== undefined && text !== '')
  const first = said.map((text) => fold(text!)).find((text) => KIND.test(text))
  if (first === undefined) return /^(?:oc|opc)\b/.test(fold(cells.mark ?? ''))
  return GENERAL.test(first) && !/poseb|specific/.test(first)
}

/** «Општи», «општег циља»; an objective in an «општини» is none. */
const KIND = /\b(?:opst(?:i|eg|em|im|ih)\b|poseb|specific)/
const GENERAL = /^\W*(?:\w+ ){0,3}opst(?:i|eg|em|im|ih)\b/

/** One objective, which may have several indicators, each in a row of its own. */
export type Objective = { text: string; mark: string | null; rows: Row<'objectives'>[]; place: Place }

/** Specific objectives of the table, in order. */
export function specificObjectives(plan: Plan): Objective[] {
  return objectivesOf(rowsOf(plan, 'objectives').filter((row) => !isGeneral(row)))
}

/** General objectives of the table and of the text; one that stands in both counts once. */
export function generalObjectives(plan: Plan): Place[] {
  const inTable = objectivesOf(rowsOf(plan, 'objectives').filter(isGeneral))
  const inText = plan.general.filter(({ value }) => !inTable.some(({ text }) => isSameText(text, value)))
  const different = inText.filter((one, i) => !inText.slice(0, i).some((earlier) => isSameGeneral(earlier, one)))
  return [...inTable.map(({ place }) => place), ...different.map(({ place }) => place)]
}

/** Whether two texts are one general objective, told twice: alike, and not two by their numbers. */
export function isSameGeneral(a: Plan['general'][number], b: Plan['general'][number]): boolean {
  return (a.mark === null || b.mark === null || a.mark === b.mark) && isSameText(a.value, b.value)
}

function objectivesOf(rows: readonly Row<'objectives'>[]): Objective[] {
  const found: Objective[] = []
  for (const row of rows) {
    const text = row.cells.objective ?? ''
    const mark = markOf(row.cells.mark) ?? headMark(row) ?? (MARKED.test(text) ? markOf(text) : null)
    const before = found.at(-1)
    const goesOn = before && (isEmpty(text) || fold(before.text) === fold(text))
    const known = goesOn ? before : found.find((one) => isToldAgain(one, { text, mark, row }))
    if (known) known.rows.push(row)
    else found.push({ text, mark, rows: [row], place: inRow(row, 'objective') })
  }
  return found
}

/** Whether another table names an objective once more, as the one of who measures it does: by its words, or by its number alone. */
function isToldAgain(
  one: Objective,
  { text, mark, row }: { text: string; mark: string | null; row: Row<'objectives'> },
): boolean {
  const [first] = one.rows
  if (!row.place.cell || first?.place.cell?.table === row.place.cell.table) return false
  if (one.mark !== null && mark !== null && one.mark !== mark) return false
  return isSameText(one.text, text) || (one.mark !== null && one.mark === mark && BARE.test(text))
}

const BARE = new RegExp(String.raw`^\s*(?:(?:${SPECIFIC}\s*)?(?:циљ|cilj|[псpsоo][цc])\s*)?[\d.]+\s*$`, 'iu')

/** «ПЦ1 …», «Посебан циљ 2: …», «1.2 …», «3. …»: a text that begins with its mark. «16 породица» begins with a figure. */
const MARKED = new RegExp(
  String.raw`^\s*(?:(?:${SPECIFIC}\s*)?(?:циљ|cilj|[псpsоo][цc])\s*\d|\d{1,2}(?:\.\d{1,2})+\.?\s|\d{1,2}[.):]\s)`,
  'iu',
)

/** «Посебан циљ 1» beside the objective, in a table of its own for each. */
function headMark({ heads }: Row<'objectives'>): string | null {
  return /(?:циљ|cilj)\s*\d{1,2}\.?\s*$/iu.test(heads.objective ?? '') ? markOf(heads.objective) : null
}

/** Share of words that two texts must have in common to be one text, written again. */
const SAME_TEXT = 0.6

/** Whether one text is the other, shortened or worded a little differently. */
export function isSameText(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)].toSorted((x, y) => x.length - y.length)
  if (!left || !right || left.length === 0) return false
  const common = left.filter((word) => right.some((other) => sameWord(word, other) || word === other)).length
  return common / left.length >= SAME_TEXT && common / right.length >= SAME_TEXT / 2
}

/** The number of the objective that a mark of an activity or measure begins with: «1» of «1.2.3». */
export function objectiveNumber(mark: string | null): string | null {
  return mark?.split('.')[0] ?? null
}

/** Each text is compared with all others of its table. */
const wordsOf: (text: string) => readonly string[] = remembering(foldedWords, 2_000)
