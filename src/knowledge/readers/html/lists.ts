import type { Element } from 'domhandler'
import { elementsOf } from '../package/xml.ts'
import type { Piece } from '../pieces.ts'
import type { InlineText } from './inline-text.ts'

/** A list as one block, the items of lists inside it after the item they belong to. */
export function listOf(list: Element, walk: InlineText): Piece[] {
  const items = itemsOf(list, walk)
  return items.length === 0 ? [] : [{ kind: 'list', ordered: list.name === 'ol', items }]
}

function itemsOf(list: Element, walk: InlineText): string[] {
  return elementsOf(list).flatMap((child) => {
    if (isList(child)) return itemsOf(child, walk)
    const text = walk.inlineText(child.children, isList)
    const inner = elementsOf(child)
      .filter(isList)
      .flatMap((nested) => itemsOf(nested, walk))
    return text === '' ? inner : [text, ...inner]
  })
}

function isList(element: Element): boolean {
  return element.name === 'ul' || element.name === 'ol' || element.name === 'menu'
}
