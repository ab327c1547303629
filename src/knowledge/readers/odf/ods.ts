import type { Element } from 'domhandler'
import { titleInProperties } from '../package/properties.ts'
import { elementsOf, findAll, findFirst, isElement, parseXml, textIn } from '../package/xml.ts'
import type { Archive } from '../package/zip.ts'
import { columnName } from '../pieces/cells.ts'
import type { Piece } from '../pieces/pieces.ts'
import { sheetPieces } from '../pieces/sheet.ts'
import { Refusal, type UnreadPlace } from '../result.ts'
import { runningText } from '../running.ts'
import { type Reading, refuseTooManyPages, type Source, UnreadList } from '../source.ts'
import { clean, joinLines } from '../text/clean.ts'
import { runningIn } from './running.ts'

/** Reads an OpenDocument spreadsheet; its cells hold what they show. */
export function readOds({ parts }: Archive, source: Source): Reading {
  const content = parts.get('content.xml')
  const tree = content ? parseXml(content) : null
  const book = tree && findFirst(tree, 'office:spreadsheet')
  if (!tree || !book) throw new Refusal('damaged', 'there are no sheets')
  const hiddenStyles = new Set(
    findAll(tree, 'style:style')
      .filter((style) => findFirst(style, 'style:table-properties')?.attribs['table:display'] === 'false')
      .map((style) => style.attribs['style:name'] ?? ''),
  )
  const all = elementsOf(book).filter((child) => child.name === 'table:table')
  refuseTooManyPages(all.length, source.limits)
  const isHidden = (sheet: Element) => hiddenStyles.has(sheet.attribs['table:style-name'] ?? '')
  const unread = new UnreadList()
  const pieces = all.flatMap((sheet, i): Piece[] => {
    const name = clean(sheet.attribs['table:name'] ?? '')
    const at = { kind: 'sheet', number: i + 1, name } as const
    if (isHidden(sheet)) {
      unread.add('hidden-sheets', at)
      return []
    }
    for (const _ of findAll(sheet, 'draw:object', 'draw:object-ole')) unread.add('objects', at)
    for (const _ of findAll(sheet, 'draw:image').filter(isPicture)) unread.add('images', at)
    return sheetPieces(name, gridOf(sheet, at, unread, source), besideCells(sheet))
  })
  const pages = all.filter((sheet) => !isHidden(sheet)).length
  return {
    title: titleInProperties(parts),
    pieces,
    pages,
    unread: [...unread.all(), ...runningText(runningIn(parts.get('styles.xml')))],
    firstHeadingIsTitle: false,
  }
}

/** An object comes with a picture of itself. */
function isPicture(image: Element): boolean {
  return findFirst(image.parent as Element, 'draw:object', 'draw:object-ole') === null
}

/** Texts of shapes, and notes on cells after what their row is about. */
function besideCells(sheet: Element): Piece[] {
  const shapes = findAll(
    sheet,
    'table:shapes',
    'draw:frame',
    'draw:custom-shape',
    'draw:rect',
    'draw:ellipse',
    'draw:g',
  )
    .filter((shape) => !isInside(shape, /^(?:draw:|table:shapes$|office:annotation$)/))
    .map(paragraphsIn)
  const notes = findAll(sheet, 'office:annotation').map((note) => {
    const row = rowAround(note)
    const label = row ? (textsOf(row, new Set()).find(Boolean) ?? '') : ''
    return [label, paragraphsIn(note)].filter(Boolean).join(': ')
  })
  return [...shapes, ...notes].filter(Boolean).map((text): Piece => ({ kind: 'paragraph', text }))
}

function paragraphsIn(element: Element): string {
  return joinLines(findAll(element, 'text:p', 'text:h').map((paragraph) => clean(textIn(paragraph))))
}

function isInside(element: Element, names: RegExp): boolean {
  for (let at = element.parent; at && isElement(at); at = at.parent) if (names.test(at.name)) return true
  return false
}

function rowAround(element: Element): Element | null {
  for (let at = element.parent; at && isElement(at); at = at.parent) if (at.name === 'table:table-row') return at
  return null
}

/** Sheets repeat their last row a million times, and their last cell a thousand; that much is no text. */
const MOST_REPEATED_ROWS = 1_000
const MOST_COLUMNS = 256

type SheetPlace = Extract<UnreadPlace, { kind: 'sheet' }>

/** What is shown of a sheet; rows and columns that are hidden, or filtered out, are told where they have text. */
function gridOf(sheet: Element, at: SheetPlace, unread: UnreadList, source: Source): string[][] {
  const grid: string[][] = []
  const hidden = hiddenColumns(sheet)
  const withText = new Set<number>()
  let number = 0
  for (const row of findAll(sheet, 'table:table-row')) {
    source.checkTime()
    const all = textsOf(row, new Set())
    const texts = hidden.size === 0 ? all : textsOf(row, hidden)
    const repeated = repeats(row, 'table:number-rows-repeated', texts.length === 0 ? 1 : MOST_REPEATED_ROWS)
    number += repeats(row, 'table:number-rows-repeated', MOST_ROWS)
    if (isCollapsed(row)) {
      if (all.some(Boolean)) unread.add('hidden-rows', { ...at, cells: String(number) })
      continue
    }
    for (const column of hidden) if (all[column]) withText.add(column)
    for (let i = 0; i < repeated; i++) grid.push(texts)
  }
  for (const column of withText) unread.add('hidden-columns', { ...at, cells: columnName(column) })
  return grid
}

const MOST_ROWS = 2_000_000

function isCollapsed({ attribs }: Element): boolean {
  return /^(?:collapse|filter)$/.test(attribs['table:visibility'] ?? '')
}

function hiddenColumns(sheet: Element): Set<number> {
  const hidden = new Set<number>()
  let at = 0
  for (const column of findAll(sheet, 'table:table-column')) {
    const end = Math.min(MOST_COLUMNS, at + repeats(column, 'table:number-columns-repeated', MOST_COLUMNS))
    for (; at < end; at++) if (isCollapsed(column)) hidden.add(at)
  }
  return hidden
}

function textsOf(row: Element, hidden: ReadonlySet<number>): string[] {
  const texts: string[] = []
  for (const cell of elementsOf(row)) {
    if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') continue
    const text = cell.name === 'table:table-cell' ? cellText(cell) : ''
    const repeated = repeats(cell, 'table:number-columns-repeated', MOST_COLUMNS)
    for (let i = 0; i < repeated && texts.length < MOST_COLUMNS; i++) texts.push(hidden.has(texts.length) ? '' : text)
  }
  return texts.slice(0, texts.findLastIndex(Boolean) + 1)
}

function cellText(cell: Element): string {
  const paragraphs = elementsOf(cell).filter((child) => child.name === 'text:p')
  return joinLines(paragraphs.map((paragraph) => clean(textIn(paragraph))))
}

function repeats(element: Element, attribute: string, most: number): number {
  return Math.min(most, Math.max(1, Number.parseInt(element.attribs[attribute] ?? '1', 10) || 1))
}
