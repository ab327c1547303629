import type { Element } from 'domhandler'
import { elementsOf } from '../package/xml.ts'
import { LevelNumbers, type NumberFormat } from '../pieces/level-numbers.ts'
import type { Piece } from '../pieces/pieces.ts'
import type { InlineText } from './inline-text.ts'

/** A list: bullets in a row as one block, those of lists inside it after the item they belong to; numbered items each with its number. */
export function listOf(list: Element, walk: InlineText): Piece[] {
  const pieces: Piece[] = []
  for (const piece of itemsOf(list, walk)) {
    const last = pieces.at(-1)
    if (piece.kind === 'list' && last?.kind === 'list') last.items.push(...piece.items)
    else pieces.push(piece)
  }
  return pieces
}

function itemsOf(list: Element, walk: InlineText): Piece[] {
  const number = list.name === 'ol' ? numbersOf(list) : null
  return elementsOf(list).flatMap((child) => {
    if (isList(child)) return itemsOf(child, walk)
    const text = walk.inlineText(child.children, isList)
    const inner = elementsOf(child)
      .filter(isList)
      .flatMap((nested) => itemsOf(nested, walk))
    const label = number?.(child) ?? ''
    if (text === '') return inner
    return [
      label === '' ? { kind: 'list', ordered: false, items: [text] } : { kind: 'numbered', label, text },
      ...inner,
    ]
  })
}

/** Gives an item the number that its own format has counted for it; empty for an item without one. */
export const ITEM_NUMBER = 'item-number'

const FORMATS: Record<string, NumberFormat> = {
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
}

/** Gives each item of a numbered list its number, as a browser counts. */
function numbersOf(list: Element): (item: Element) => string {
  const start = Number.parseInt(list.attribs.start ?? '1', 10) || 1
  const format = FORMATS[list.attribs.type ?? ''] ?? 'decimal'
  const numbers = new LevelNumbers([{ template: '%1.', format, start, restarts: true, isLegal: false }])
  return (item) => {
    const counted = item.attribs[ITEM_NUMBER]
    if (counted !== undefined) return counted
    const value = Number.parseInt(item.attribs.value ?? '', 10)
    if (Number.isSafeInteger(value)) numbers.restart(0, value)
    return numbers.next(0)
  }
}

function isList(element: Element): boolean {
  return element.name === 'ul' || element.name === 'ol' || element.name === 'menu'
}
