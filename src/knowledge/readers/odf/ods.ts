import type { Element } from 'domhandler'
import { clean, joinLines } from '../clean.ts'
import { titleInProperties } from '../package/properties.ts'
import { elementsOf, findAll, findFirst, parseXml, textIn } from '../package/xml.ts'
import type { Archive } from '../package/zip.ts'
import { Refusal } from '../result.ts'
import { sheetPieces } from '../sheet-pieces.ts'
import { type Reading, refuseTooManyPages, type Source, unreadOf } from '../source.ts'

/** Reads an OpenDocument spreadsheet; its cells hold what they show. */
export function readOds({ parts, names }: Archive, source: Source): Reading {
  const content = parts.get('content.xml')
  const tree = content ? parseXml(content) : null
  const book = tree && findFirst(tree, 'office:spreadsheet')
  if (!tree || !book) throw new Refusal('damaged', 'there are no sheets')
  const hidden = new Set(
    findAll(tree, 'style:style')
      .filter((style) => findFirst(style, 'style:table-properties')?.attribs['table:display'] === 'false')
      .map((style) => style.attribs['style:name'] ?? ''),
  )
  const all = elementsOf(book).filter((child) => child.name === 'table:table')
  refuseTooManyPages(all.length, source.limits)
  const visible = all.filter((sheet) => !hidden.has(sheet.attribs['table:style-name'] ?? ''))
  const pieces = visible.flatMap((sheet) =>
    sheetPieces(clean(sheet.attribs['table:name'] ?? ''), gridOf(sheet, source)),
  )
  const unread = unreadOf({
    images: [...names].filter((name) => /^(?:Pictures|media)\/./.test(name)).length,
    objects: findAll(book, 'draw:object', 'draw:object-ole').length,
    'hidden-sheets': all.length - visible.length,
  })
  return { title: titleInProperties(parts), pieces, pages: visible.length, unread, firstHeadingIsTitle: false }
}

/** Sheets repeat their last row a million times, and their last cell a thousand; that much is no text. */
const MOST_REPEATED_ROWS = 1_000
const MOST_COLUMNS = 256

function gridOf(sheet: Element, source: Source): string[][] {
  const grid: string[][] = []
  for (const row of findAll(sheet, 'table:table-row')) {
    source.checkTime()
    const texts = textsOf(row)
    const repeated = repeats(row, 'table:number-rows-repeated', texts.length === 0 ? 1 : MOST_REPEATED_ROWS)
    for (let i = 0; i < repeated; i++) grid.push(texts)
  }
  return grid
}

function textsOf(row: Element): string[] {
  const texts: string[] = []
  for (const cell of elementsOf(row)) {
    if (cell.name !== 'table:table-cell' && cell.name !== 'table:covered-table-cell') continue
    const text = cell.name === 'table:table-cell' ? cellText(cell) : ''
    const repeated = repeats(cell, 'table:number-columns-repeated', MOST_COLUMNS)
    for (let i = 0; i < repeated && texts.length < MOST_COLUMNS; i++) texts.push(text)
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
