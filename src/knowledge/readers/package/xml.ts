import type { AnyNode, Document, Element } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import { decodeText } from '../encoding.ts'

/**
 * The tree of an XML part. Names keep their prefixes. Entities of a DTD are never expanded, nothing external is
 * loaded, and faulty XML gives what could be understood of it.
 */
export function parseXml(bytes: Uint8Array): Document {
  return parseDocument(decodeText(bytes), { xmlMode: true })
}

/** The XML of a part of a workbook. Most programs write its names without a prefix; those that write one take «x». */
export function sheetXml(bytes: Uint8Array): string {
  return decodeText(bytes).replace(/<(\/?)x:/g, '<$1')
}

export function parseSheetXml(bytes: Uint8Array): Document {
  return parseDocument(sheetXml(bytes), { xmlMode: true })
}

export function isElement(node: AnyNode): node is Element {
  return node.type === 'tag' || node.type === 'script' || node.type === 'style'
}

export function elementsOf(parent: { children: AnyNode[] }): Element[] {
  return parent.children.filter(isElement)
}

/** All elements below `parent` with one of the names, in order, those inside each other too. */
export function findAll(parent: { children: AnyNode[] }, ...names: string[]): Element[] {
  return DomUtils.findAll((element) => names.includes(element.name), parent.children)
}

export function findFirst(parent: { children: AnyNode[] }, ...names: string[]): Element | null {
  return DomUtils.findOne((element) => names.includes(element.name), parent.children)
}

export function textIn(node: { children: AnyNode[] } | null): string {
  return node === null ? '' : DomUtils.textContent(node.children)
}
