import { fold } from '../../language/fold.ts'
import { sentences } from '../../language/sentences.ts'
import { categoriesIn } from '../rules/categories.ts'
import type { Row, Table, Tables } from '../rules/plan.ts'
import type { TableName } from '../rules/tables.ts'
import { type Box, boxOf } from '../rules/warnings/w7-swot.ts'
import { needIn } from '../rules/wording.ts'
import { type PlanPiece, placeInText, type TextPiece } from './pieces.ts'
import { itemsOf, leadingName } from './swot-matrix.ts'

type Listed = { name: TableName; table: Pick<Table, 'rows' | 'totals' | 'parts'> }

/** The SWOT, the categories and the needs of a plan that has no table of them, but says them in lists and paragraphs. */
export function listedBeside(tables: Tables, pieces: readonly PlanPiece[]): Listed[] {
  const texts = pieces.filter((piece): piece is TextPiece => piece.kind === 'text')
  const swot = tables.swot ? [] : swotIn(texts)
  const needs = tables.needs ? [] : needsIn(texts)
  const categories = tables.categories ? [] : presentIn(texts)
  return [asTable('swot', swot), asTable('needs', needs), asTable('categories', categories)].filter(
    (table) => table !== null,
  )
}

/** `rest`: what else the text says of it. */
type Item = { piece: TextPiece; cells: Record<string, string>; rest?: string }

function asTable(name: TableName, items: readonly Item[]): Listed | null {
  const rows = items.map(({ piece, cells, rest }, at): Row => {
    const place = placeInText(piece)
    const label = Object.values(cells).find(Boolean) ?? ''
    return {
      cells,
      years: new Map(),
      group: '',
      place: { ...place, table: name, row: { number: at + 1, label, text: piece.text } },
      heads: {},
      rest: rest === undefined ? [] : [rest],
      at: {},
    }
  })
  const [first] = rows
  if (!first) return null
  const columns = new Set(Object.keys(first.cells))
  return {
    name,
    table: { rows, totals: [], parts: [{ place: { ...first.place, row: null }, columns, years: new Set() }] },
  }
}

/** Fewer boxes than this are words of the text. */
const FEWEST_BOXES = 3
const LONGEST_NAME = 40

/**
 * «Снаге», as a heading or a line, and the list or the paragraph below it; or «Снаге: једно; друго». A box that was there is named
 * no more: «Ризици» in the chapter on carrying out are none of the SWOT's.
 */
function swotIn(texts: readonly TextPiece[]): Item[] {
  const items: Item[] = []
  let headings: readonly string[] = []
  let box: string | null = null
  let last: TextPiece | null = null as TextPiece | null
  const under = new Map<Box, readonly string[]>()
  for (const piece of texts) {
    if (piece.headings !== headings) {
      headings = piece.headings
      box = nameOfBox(headings.at(-1) ?? '')
    }
    const named = nameOfBox(piece.text)
    const leading = named === null ? leadingName(piece.text) : null
    // What follows a list as a paragraph is no more of it.
    if (!piece.isItem && last?.isItem && last.headings === piece.headings && named === null && leading === null)
      box = null
    const isBelow: boolean = piece.isItem || box === headings.at(-1)
    box = named ?? leading ?? (isBelow ? box : null)
    if (box === null || named !== null) continue
    const kind = boxOf(box)!
    if ((under.get(kind) ?? headings) !== headings) continue
    under.set(kind, headings)
    last = piece
    for (const item of itemsOf(piece.text, leading ?? '')) items.push({ piece, cells: { box, item } })
  }
  return new Set(items.map(({ cells }) => boxOf(cells.box!))).size >= FEWEST_BOXES ? items : []
}

function nameOfBox(text: string): string | null {
  const name = text.replace(/^[\s\d.)–-]+/u, '').replace(/[:.]\s*$/, '')
  return name.length > 0 && name.length <= LONGEST_NAME && !/[;,:]/.test(name) && boxOf(name) !== null ? text : null
}

/** What stands below a heading of needs: each paragraph names its categories, and sentences say what they need. */
function needsIn(texts: readonly TextPiece[]): Item[] {
  return texts
    .filter(({ headings }) => /\bpotreb/.test(fold(headings.at(-1) ?? '')))
    .flatMap((piece) => {
      const said = piece.isItem ? [piece.text] : sentences(piece.text).filter((sentence) => needIn(sentence) !== null)
      return (said.length > 0 ? said : ['']).map((need) => ({ piece, cells: { category: piece.text, need } }))
    })
}

/** «Избеглице – присутне су. Евидентирано је …», «Тражиоци азила: нису присутни»: several such paragraphs are a list of categories. */
const PRESENT =
  /^(.{3,120}?)\s*[–—:-]\s*((?:у општини\s|у граду\s|u opštini\s|u gradu\s)?(?:(?:ни)?(?:је|су)\s|(?:ni)?(?:je|su)\s)?(?:присутн|prisutn|одсутн|odsutn)\p{L}*)(?!\p{L})(.*)$/isu
const FEWEST_CATEGORIES = 2

function presentIn(texts: readonly TextPiece[]): Item[] {
  const items = texts.flatMap((piece): Item[] => {
    const [, category, said, rest] = PRESENT.exec(piece.text) ?? []
    if (category === undefined || said === undefined || categoriesIn(category).size === 0) return []
    const isAbsent = /(?:ниј|нис|nij|nis|одсут|odsut)/iu.test(said)
    return [{ piece, cells: { category, present: isAbsent ? 'не' : 'да' }, ...(rest ? { rest } : {}) }]
  })
  return items.length >= FEWEST_CATEGORIES ? items : []
}
