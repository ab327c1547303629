import type { AnyNode, Element, Document as Tree } from 'domhandler'
import { chartTexts } from '../drawing/chart.ts'
import { diagramTexts } from '../drawing/diagram.ts'
import { formulaText } from '../drawing/formula.ts'
import { elementsOf, findAll, findFirst, isElement, textIn } from '../package/xml.ts'
import type { Piece } from '../pieces/pieces.ts'
import { type Place, topDown } from '../pieces/top-down.ts'
import type { Unread } from '../result.ts'
import { type Cell, tableBlocks } from '../tables.ts'
import { clean, joinLines } from '../text/clean.ts'
import { lowered, raised } from '../text/raised.ts'

/** Told of everything in a shape that is not read. */
export type Miss = (what: Unread['what']) => void

const RUNNING = /^(?:dt|ftr|hdr|sldNum|sldImg)$/

/** The title of a slide, its other shapes from the top down, those in groups too, and the texts that stand on every slide. */
export function slideShapes(tree: Tree): { title: string; shapes: Element[]; running: string[] } {
  const root = findFirst(tree, 'p:spTree')
  const all = root ? flat(root) : []
  const isRunning = (shape: Element) => RUNNING.test(placeholderOf(shape)?.attribs.type ?? '')
  const shapes = all.filter((shape) => !isRunning(shape))
  const title = shapes.find(
    (shape) => /^(?:title|ctrTitle)$/.test(placeholderOf(shape)?.attribs.type ?? '') && textsOf(shape).length > 0,
  )
  return {
    title: title
      ? textsOf(title)
          .map(({ text }) => text)
          .join(' ')
      : '',
    shapes: shapes.filter((shape) => shape !== title),
    running: all.filter(isHeaderOrFooter).flatMap((shape) => textsOf(shape).map(({ text }) => text)),
  }
}

/** Dates and numbers of slides say nothing. */
function isHeaderOrFooter(shape: Element): boolean {
  return /^(?:ftr|hdr)$/.test(placeholderOf(shape)?.attribs.type ?? '')
}

function flat(group: Element): Element[] {
  return topDown(elementsOf(group), placeOf).flatMap((child) => {
    if (child.name === 'p:grpSp') return flat(child)
    if (child.name !== 'mc:AlternateContent') return /^p:(?:sp|pic|graphicFrame|cxnSp)$/.test(child.name) ? [child] : []
    const choice = elementsOf(child).find((one) => one.name === 'mc:Choice') ?? elementsOf(child)[0]
    return choice ? flat(choice) : []
  })
}

/** Where a shape or a group stands in what holds it; `null` where the layout says it. */
function placeOf(shape: Element): Place | null {
  const holder = elementsOf(shape).find((child) => /^(?:p:spPr|p:grpSpPr|p:xfrm)$/.test(child.name))
  const frame = holder?.name === 'p:xfrm' ? holder : holder && findFirst(holder, 'a:xfrm')
  const offset = frame && findFirst(frame, 'a:off')?.attribs
  const size = frame && findFirst(frame, 'a:ext')?.attribs
  if (!offset || !size) return null
  const [left, top] = [Number(offset.x), Number(offset.y)]
  return { left, top, right: left + Number(size.cx), bottom: top + Number(size.cy) }
}

/** What a shape says; `partOf` gives the part that a relation of the slide names. */
export function shapePieces(shape: Element, miss: Miss, partOf: (id: string) => Uint8Array | undefined): Piece[] {
  if (shape.name === 'p:pic') miss('images')
  if (shape.name !== 'p:graphicFrame') return textPieces(shape)
  const table = findFirst(shape, 'a:tbl')
  if (table) return readTable(table)
  const diagram = findFirst(shape, 'dgm:relIds')
  if (diagram) return diagramPieces(partOf(diagram.attribs['r:dm'] ?? ''), miss)
  const chart = findFirst(shape, 'c:chart', 'cx:chart')
  miss(chart ? 'charts' : 'objects')
  const said = chart ? chartTexts(partOf(chart.attribs['r:id'] ?? '')) : []
  return said.map((text): Piece => ({ kind: 'paragraph', text }))
}

type Text = { text: string; bullet: 'none' | 'bullet' | 'number' }

/** Text with bullets or numbers as lists, other text as paragraphs. */
function textPieces(shape: Element): Piece[] {
  const pieces: Piece[] = []
  for (const { text, bullet } of textsOf(shape)) {
    const last = pieces.at(-1)
    if (bullet === 'none') pieces.push({ kind: 'paragraph', text })
    else if (last?.kind === 'list' && last.ordered === (bullet === 'number')) last.items.push(text)
    else pieces.push({ kind: 'list', ordered: bullet === 'number', items: [text] })
  }
  return pieces
}

function textsOf(shape: Element): Text[] {
  const body = elementsOf(shape).find((child) => child.name === 'p:txBody')
  if (!body) return []
  const paragraphs = elementsOf(body).filter((child) => child.name === 'a:p' && paragraphText(child) !== '')
  // The main text of a layout has bullets unless it says otherwise; one paragraph alone is no list.
  const placeholder = placeholderOf(shape)
  const isMain = placeholder !== null && /^(?:body|obj)?$/.test(placeholder.attribs.type ?? '') && paragraphs.length > 1
  return paragraphs.map((paragraph) => ({ text: paragraphText(paragraph), bullet: bulletOf(paragraph, isMain) }))
}

function bulletOf(paragraph: Element, isMain: boolean): Text['bullet'] {
  const properties = elementsOf(paragraph).find((child) => child.name === 'a:pPr')
  const marks = properties ? elementsOf(properties).map((child) => child.name) : []
  if (marks.includes('a:buNone')) return 'none'
  if (marks.includes('a:buAutoNum')) return 'number'
  if (marks.includes('a:buChar') || marks.includes('a:buBlip')) return 'bullet'
  return isMain ? 'bullet' : 'none'
}

function paragraphText(paragraph: Element): string {
  return clean(paragraph.children.map(runText).join(''))
}

/** The text of a run; formulas in one line, raised and lowered signs as such, of two forms of the same the newer one. */
function runText(node: AnyNode): string {
  if (!isElement(node)) return ''
  switch (node.name) {
    case 'a:br':
      return ' '
    case 'a:t':
      return textIn(node)
    case 'm:oMath':
      return ` ${formulaText(node)} `
    case 'mc:AlternateContent': {
      const [newer] = elementsOf(node)
      return newer ? newer.children.map(runText).join('') : ''
    }
    case 'a:r': {
      const text = node.children.map(runText).join('')
      const baseline = Number(findFirst(node, 'a:rPr')?.attribs.baseline ?? 0)
      return baseline > 0 ? raised(text) : baseline < 0 ? lowered(text) : text
    }
    default:
      return node.children.map(runText).join('')
  }
}

function placeholderOf(shape: Element): Element | null {
  const properties = elementsOf(shape).find((child) => /^p:nv/.test(child.name))
  return properties ? findFirst(properties, 'p:ph') : null
}

function readTable(table: Element): Piece[] {
  const rows = findAll(table, 'a:tr').map((row) =>
    elementsOf(row)
      .filter((cell) => cell.name === 'a:tc' && cell.attribs.hMerge !== '1' && cell.attribs.vMerge !== '1')
      .map(readCell),
  )
  return tableBlocks(rows, 1)
}

function readCell(cell: Element): Cell {
  const text = joinLines(findAll(cell, 'a:p').map(paragraphText))
  return { text, columns: Number(cell.attribs.gridSpan) || 1, rows: Number(cell.attribs.rowSpan) || 1 }
}

/** The texts in a diagram («SmartArt») as a list, in the order of its outline. */
function diagramPieces(part: Uint8Array | undefined, miss: Miss): Piece[] {
  const items = diagramTexts(part)
  if (items.length === 0) miss('diagrams')
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }]
}
