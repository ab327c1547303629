import { blocksOfGrid } from '../tables.ts'
import type { Piece } from './pieces.ts'

/** Names that programs give sheets; they say nothing as headings. */
const UNNAMED = /^(sheet|list|tabela|table|табела|лист|радни лист|radni list) ?\d*$/i
const LONGEST_HEADING = 150

/**
 * The pieces of a sheet: a section under its name, or several where empty rows part tables with titles of their own.
 * What stands beside the cells comes after them.
 */
export function sheetPieces(name: string, grid: string[][], beside: Piece[] = []): Piece[] {
  const pieces = [...gridPieces(grid), ...beside]
  if (pieces.length === 0) return []
  // A sheet without a name of its own must not seem to belong to the one before it.
  const heading: Piece[] = [{ kind: 'heading', depth: 1, text: UNNAMED.test(name) ? '' : name }]
  return [{ kind: 'place', place: { kind: 'sheet', name } }, ...heading, ...pieces]
}

/**
 * Tables of a grid, parted by empty rows. The first row of each is its head, with the second where that goes into detail;
 * rows before it with one text only are its title and stand as heading or paragraph. Rows that are no head of their own
 * go on with the head above them.
 */
export function gridPieces(grid: string[][]): Piece[] {
  const pieces: Piece[] = []
  let heads: string[][] | null = null
  for (const run of runsOf(grid)) {
    const titles = run.findIndex((row) => row.filter(Boolean).length > 1)
    const body = titles < 0 ? [] : run.slice(titles)
    pieces.push(...titlePieces(titles < 0 ? run : run.slice(0, titles), body.length > 0))
    if (body.length === 0) continue
    if (heads && goesOn(body, heads, titles > 0)) {
      const rows = body[0]!.join('\n') === heads[0]!.join('\n') ? body.slice(heads.length) : body
      pieces.push(...blocksOfGrid([...heads, ...rows], heads.length))
    } else {
      const [first, second] = body as [string[], string[] | undefined]
      heads = second && goesIntoDetail(first, second, body.slice(2)) ? [spread(first, second), second] : [first]
      pieces.push(...blocksOfGrid([...heads, ...body.slice(heads.length)], heads.length))
    }
  }
  return pieces
}

/** Whether rows after an empty one belong under the head above: they fit below it, and none of them is a head of its own. */
function goesOn(rows: string[][], heads: string[][], hasTitle: boolean): boolean {
  const [first, ...others] = rows as [string[], ...string[][]]
  if (lastFilled(first) > Math.max(...heads.map(lastFilled))) return false
  if (first.some(isNumber)) return true
  const isHead = first.some(
    (text, column) =>
      text !== '' && !/\d/.test(text) && others.length > 0 && others.every((row) => /\d/.test(row[column] ?? '')),
  )
  // Below a title of its own a table of words only is more likely another one.
  return !isHead && (!hasTitle || first.some((text) => /\d/.test(text)))
}

/** Whether the second row of a table is head too: it fills gaps of the first, has gaps itself, and no figures. */
function goesIntoDetail(first: string[], second: string[], rest: string[][]): boolean {
  const width = Math.max(first.length, second.length)
  const own = Array.from({ length: width }, (_, i) => (second[i] === first[i] ? '' : (second[i] ?? '')))
  const fillsGap = own.some((text, i) => text !== '' && !first[i])
  const hasGap = own.some((text, i) => text === '' && first[i])
  const isComplete = own.every((text, i) => text !== '' || first[i])
  const rowsFill = rest.some((row) => own.some((text, i) => text === '' && row[i]))
  return fillsGap && hasGap && isComplete && rowsFill && !own.some(isNumber)
}

/** A head row whose words reach over the gaps that the row below fills. */
function spread(first: string[], second: string[]): string[] {
  const wide: string[] = []
  for (let i = 0; i < Math.max(first.length, second.length); i++)
    wide.push(first[i] || (second[i] ? (wide[i - 1] ?? '') : ''))
  return wide
}

function runsOf(grid: string[][]): string[][][] {
  const runs: string[][][] = []
  let run: string[][] = []
  for (const row of [...grid, []]) {
    if (row.some(Boolean)) run.push(row)
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  return runs
}

/** Rows with one text: the last above a table is its heading when it is short, others are paragraphs. */
function titlePieces(rows: string[][], aboveTable: boolean): Piece[] {
  return rows.map((row, i): Piece => {
    const text = row.find(Boolean)!
    const isHeading = aboveTable && i === rows.length - 1 && text.length <= LONGEST_HEADING && /\p{L}/u.test(text)
    return isHeading ? { kind: 'heading', depth: 2, text } : { kind: 'paragraph', text }
  })
}

function isNumber(text: string): boolean {
  return /^[-+]?\d[\d.,\s]*%?$/.test(text)
}

function lastFilled(row: string[]): number {
  return row.findLastIndex(Boolean)
}
