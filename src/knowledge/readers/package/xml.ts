import type { AnyNode, Document, Element } from 'domhandler'
import { DomUtils, Parser, parseDocument } from 'htmlparser2'
import { decodeText } from '../text/encoding.ts'
import { renamingOf, withKnownPrefixes } from './prefixes.ts'

/**
 * The tree of an XML part, its names with the prefixes that readers know. Entities of a DTD are never expanded, nothing external is
 * loaded, and faulty XML gives what could be understood of it.
 */
export function parseXml(bytes: Uint8Array): Document {
  return withKnownPrefixes(parseDocument(decodeText(bytes), { xmlMode: true }))
}

/** A tree as XML again, without comments and instructions. */
export function xmlOf(node: AnyNode): string {
  if (node.type === 'text') return node.data.replace(/[&<>]/g, entityOf)
  if (!isElement(node)) return 'children' in node ? node.children.map(xmlOf).join('') : ''
  const attribs = Object.entries(node.attribs).map(
    ([name, value]) => ` ${name}="${value.replace(/[&<>"]/g, entityOf)}"`,
  )
  return `<${node.name}${attribs.join('')}>${node.children.map(xmlOf).join('')}</${node.name}>`
}

function entityOf(sign: string): string {
  return `&#${sign.codePointAt(0)};`
}

/** What is told of XML that is read as a stream, with where each tag or text begins and the first place after it. */
export type XmlEvents = {
  open(name: string, attribs: Record<string, string>, from: number, to: number): void
  text(text: string, from: number, to: number): void
  /** An element without content is opened and closed by the same tag. */
  close(name: string, from: number, to: number): void
}

/** Reads XML from its beginning to its end, as `parseXml` does, without making a tree of it. */
export function streamXml(xml: string, { open, text, close }: XmlEvents): void {
  const parser = new Parser(
    {
      onopentag: (name, attribs) => open(name, attribs, parser.startIndex, parser.endIndex + 1),
      ontext: (said) => text(said, parser.startIndex, parser.endIndex + 1),
      onclosetag: (name) => close(name, parser.startIndex, parser.endIndex + 1),
    },
    { xmlMode: true },
  )
  parser.end(xml)
}

/** The same of a part, its names with the prefixes that readers know: sheets may be large. */
export function streamPart(bytes: Uint8Array, { open, text, close }: XmlEvents): void {
  let known: ((name: string) => string) | null | undefined
  streamXml(decodeText(bytes), {
    open: (name, attribs, ...at) => {
      if (known === undefined) known = renamingOf(attribs)
      open(known ? known(name) : name, attribs, ...at)
    },
    text,
    close: (name, ...at) => close(known ? known(name) : name, ...at),
  })
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
