import { fold } from '../../../language/fold.ts'
import { type Check, type Found, fault, placeOf } from '../finding.ts'
import { inRow, type Plan, type Row, rowsOf } from '../plan.ts'
import { isEmpty } from '../values.ts'

const FEWEST = 4
const MOST = 6
const FEWEST_CONCLUSIONS = 3
const MOST_CONCLUSIONS = 5

/** A box of the SWOT outside of four to six items, an item without its figure, conclusions outside of three to five. */
export const W7: Check = {
  code: 'W7',
  level: 'warning',
  fact: 'F72',
  repair: 'repair-w7',
  find: (plan) => (plan.tables.swot ? [...boxes(plan), ...figures(plan), ...conclusions(plan)] : []),
}

/** «Унутрашње снаге», «Спољашње претње»: a word for where they come from may stand before. */
const box = (names: string) => new RegExp(`^(?:(?:unutr|spolj|intern|ekstern)\\w* )?(?:${names})`)

const BOXES = {
  strengths: box('snag|jak|prednost'),
  weaknesses: box('slab'),
  opportunities: box('sans|prilik|mogucnost'),
  threats: box('pretnj|opasnost|rizi'),
}

export type Box = keyof typeof BOXES

/** Which of the four a text names. */
export function boxOf(text: string): Box | null {
  const folded = fold(text)
  return (Object.keys(BOXES) as Box[]).find((box) => BOXES[box].test(folded)) ?? null
}

function boxes(plan: Plan): Found[] {
  const rows = rowsOf(plan, 'swot').filter(({ cells }) => !isConclusion(cells.box))
  return (Object.keys(BOXES) as Box[]).flatMap((box) => {
    const items = rows.filter(({ cells }) => boxOf(cells.box ?? '') === box && !isEmpty(cells.item))
    if ((items.length >= FEWEST && items.length <= MOST) || isRunOn(items)) return []
    const place = items[0] ? inRow(items[0], 'box') : placeOf(plan, 'swot')
    return [fault(place, 'why-w7-box', { box, count: items.length })]
  })
}

/** Longer ones in which words with capitals follow on words without a stop are several lines that nothing parts: they cannot be counted. */
const LONGEST_ITEM = 60

function isRunOn(items: readonly Row<'swot'>[]): boolean {
  const item = items.length === 1 ? (items[0]!.cells.item ?? '') : ''
  return item.length > LONGEST_ITEM && (item.match(/[^.!?:]\s\p{Lu}\p{Ll}+/gu) ?? []).length >= 2
}

/** Items without a figure: each where the table has a column for it, otherwise none has and it is said once. */
function figures(plan: Plan): Found[] {
  const rows = rowsOf(plan, 'swot').filter(({ cells }) => boxOf(cells.box ?? '') !== null && !isEmpty(cells.item))
  const bare = rows.filter(({ cells, rest }) => isEmpty(cells.figure) && !/\d/.test(`${cells.item} ${rest.join(' ')}`))
  // Where most have theirs, each that has none was forgotten.
  if (rows.some(({ cells }) => cells.figure !== undefined) || bare.length <= rows.length / 2)
    return bare.map((row) =>
      fault(inRow(row, row.at.figure === undefined ? 'item' : 'figure'), 'why-w7-figure', { item: shortOf(row) }),
    )
  return bare.length > 0 ? [fault(placeOf(plan, 'swot'), 'why-w7-figures', { count: bare.length })] : []
}

function shortOf({ cells }: Row<'swot'>): string {
  return (cells.item ?? '').slice(0, 80)
}

function isConclusion(text: string | undefined): boolean {
  return /zaklj/.test(fold(text ?? ''))
}

/** Conclusions as rows of the table, or as items of the text below a heading that says so. */
function conclusions(plan: Plan): Found[] {
  const rows = rowsOf(plan, 'swot').filter(({ cells }) => isConclusion(cells.box))
  const items = plan.swotConclusions
  const count = rows.length || (items?.value ?? 0)
  // Some that cannot be counted are no few.
  if (count === 0 && plan.concludes) return []
  if (count >= FEWEST_CONCLUSIONS && count <= MOST_CONCLUSIONS) return []
  const place = rows[0] ? inRow(rows[0]) : (items?.place ?? placeOf(plan, 'swot'))
  return [fault(place, 'why-w7-conclusions', { count })]
}
