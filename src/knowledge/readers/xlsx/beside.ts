import type { Element } from 'domhandler'
import { chartTexts } from '../drawing/chart.ts'
import { diagramTexts } from '../drawing/diagram.ts'
import { relations } from '../package/relations.ts'
import { elementsOf, findAll, findFirst, parseXml, textIn } from '../package/xml.ts'
import { columnName } from '../pieces/cells.ts'
import type { Piece } from '../pieces/pieces.ts'
import type { Unread } from '../result.ts'
import { clean, joinLines } from '../text/clean.ts'

/** What stands beside the cells of a sheet, and what of it is not read, with the address of its cell. */
export type Beside = { pieces: Piece[]; unread: { what: Unread['what']; cell: string | undefined }[] }

/** Shapes, charts and notes of the sheet at `path`; `rowLabel` says what a row is about. */
export function besideSheet(parts: Map<string, Uint8Array>, path: string, rowLabel: (row: number) => string): Beside {
  const beside: Beside = { pieces: [], unread: [] }
  for (const { type, target } of relations(parts, path).values()) {
    const part = parts.get(target)
    if (type === 'oleObject' || type === 'package') beside.unread.push({ what: 'objects', cell: undefined })
    if (!part) continue
    if (type === 'drawing') readDrawing(parts, target, beside)
    if (type === 'comments') beside.pieces.push(...notesOf(part, rowLabel))
    if (type === 'threadedComment')
      for (const { attribs } of findAll(parseXml(part), 'threadedComment', 'tc:threadedComment'))
        beside.unread.push({ what: 'comments', cell: attribs.ref })
  }
  return beside
}

/** Notes on cells, each after what its row is about; review comments leave only a hint here. */
function notesOf(part: Uint8Array, rowLabel: (row: number) => string): Piece[] {
  const tree = parseXml(part)
  const authors = findAll(tree, 'author').map((author) => clean(textIn(author)))
  return findAll(tree, 'comment').flatMap(({ attribs, children }) => {
    const said = clean(findAll({ children }, 't').map(textIn).join(''))
    const author = authors[Number(attribs.authorId)] ?? ''
    const text = author !== '' && said.startsWith(`${author}:`) ? said.slice(author.length + 1).trim() : said
    if (text === '' || text.startsWith('[Threaded comment]')) return []
    const label = rowLabel(Number(/\d+$/.exec(attribs.ref ?? '')?.[0]))
    return [{ kind: 'paragraph', text: label === '' ? text : `${label}: ${text}` }]
  })
}

function readDrawing(parts: Map<string, Uint8Array>, path: string, beside: Beside): void {
  const targets = relations(parts, path)
  const partOf = (id: string | undefined) => parts.get(targets.get(id ?? '')?.target ?? '')
  const root = elementsOf(parseXml(parts.get(path)!)).at(0)
  for (const anchor of root ? elementsOf(root) : []) {
    const cell = cellOf(anchor)
    const add = (what: Unread['what']) => beside.unread.push({ what, cell })
    const texts = findAll(anchor, 'xdr:txBody').map(bodyText)
    for (const chart of findAll(anchor, 'c:chart', 'cx:chart')) {
      texts.push(...chartTexts(partOf(chart.attribs['r:id'])))
      add('charts')
    }
    for (const diagram of findAll(anchor, 'dgm:relIds')) {
      const found = diagramTexts(partOf(diagram.attribs['r:dm']))
      texts.push(...found)
      if (found.length === 0) add('diagrams')
    }
    for (const _ of findAll(anchor, 'xdr:pic')) add('images')
    beside.pieces.push(...texts.filter(Boolean).map((text): Piece => ({ kind: 'paragraph', text })))
  }
}

function bodyText(body: Element): string {
  return joinLines(findAll(body, 'a:p').map((paragraph) => clean(findAll(paragraph, 'a:t').map(textIn).join(''))))
}

/** The cell that a drawing is anchored to. */
function cellOf(anchor: Element): string | undefined {
  const from = findFirst(anchor, 'xdr:from')
  const [column, row] = ['xdr:col', 'xdr:row'].map((name) =>
    Number(textIn(from && findFirst(from, name)) || Number.NaN),
  )
  return Number.isInteger(column) && Number.isInteger(row) ? `${columnName(column!)}${row! + 1}` : undefined
}
