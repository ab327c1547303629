import { type AnyNode, Element, Text, type Document as Tree } from 'domhandler'
import { DomUtils, parseDocument } from 'htmlparser2'
import { findAll, findFirst, textIn } from '../package/xml.ts'
import { decodeText } from '../text/encoding.ts'
import { OWN_MARKS, unreadMark } from '../text/marks.ts'
import { CHUNK, type PartOf } from './prepare.ts'

/** Puts the pages and texts that a document takes in («altChunk») where they belong; others are not read. */
export function takeChunksIn(root: Tree, partOf: PartOf): void {
  for (const paragraph of findAll(root, 'p')) {
    const [, id] = textIn(paragraph).split(CHUNK)
    if (id === undefined) continue
    const content = new Element('div', {}, nodesOf(partOf(id)))
    for (const node of content.children) node.parent = content
    DomUtils.replaceElement(paragraph, content)
  }
}

function nodesOf(part: Uint8Array | undefined): AnyNode[] {
  const text = part ? decodeText(part).replace(OWN_MARKS, ' ') : ''
  if (/<[a-z][^<>]{0,500}>/i.test(text.slice(0, 20_000))) {
    const page = parseDocument(text)
    return (findFirst(page, 'body') ?? page).children
  }
  if (text === '' || /[\0\ufffd]|^PK|^\{\\rtf/.test(text)) return [new Text(unreadMark('objects'))]
  return text.split(/\r?\n/).map((line) => new Element('p', {}, [new Text(line)]))
}
