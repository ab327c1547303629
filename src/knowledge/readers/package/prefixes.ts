import type { Element, Document as Tree } from 'domhandler'
import { DomUtils } from 'htmlparser2'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'

/** The prefixes that readers know names by. Most programs write these; a few write «ns0», or another of their own. */
const PREFIXES: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
  'http://schemas.openxmlformats.org/presentationml/2006/main': 'p',
  'http://purl.oclc.org/ooxml/presentationml/main': 'p',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
  'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing': 'xdr',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  ...Object.fromEntries(
    ['office', 'text', 'table', 'style', 'presentation', 'meta', 'manifest'].map((name) => [
      `${OASIS}${name}:1.0`,
      name,
    ]),
  ),
  [`${OASIS}drawing:1.0`]: 'draw',
  'http://purl.org/dc/elements/1.1/': 'dc',
}

/** How a file's names become those that readers know, from the attributes of its first element; `null` when they are those. */
export function renamingOf(attribs: Record<string, string>): ((name: string) => string) | null {
  const known = new Map<string, string>()
  for (const [attribute, uri] of Object.entries(attribs)) {
    const prefix = attribute === 'xmlns' ? '' : /^xmlns:(.+)$/.exec(attribute)?.[1]
    const wanted = PREFIXES[uri]
    if (prefix !== undefined && wanted !== undefined && prefix !== wanted) known.set(prefix, wanted)
  }
  if (known.size === 0) return null
  return (name) => {
    const at = name.indexOf(':')
    const wanted = known.get(at < 0 ? '' : name.slice(0, at))
    if (wanted === undefined) return name
    return wanted === '' ? name.slice(at + 1) : `${wanted}:${name.slice(at + 1)}`
  }
}

/** Gives the names of a tree the prefixes that readers know. */
export function withKnownPrefixes(tree: Tree): Tree {
  const root = tree.children.find((node): node is Element => node.type === 'tag')
  const renamed = root && renamingOf(root.attribs)
  if (!renamed) return tree
  for (const element of DomUtils.findAll(() => true, tree.children)) {
    element.name = renamed(element.name)
    element.attribs = Object.fromEntries(
      Object.entries(element.attribs).map(([name, value]) => [attributeOf(name, renamed), value]),
    )
  }
  return tree
}

/** Attributes without a prefix belong to their element, whatever the default namespace is. */
function attributeOf(name: string, renamed: (name: string) => string): string {
  if (name === 'xmlns' || name.startsWith('xmlns:')) {
    const prefix = renamed(name === 'xmlns' ? 'x' : `${name.slice(6)}:x`).split(':')
    return prefix.length === 1 ? 'xmlns' : `xmlns:${prefix[0]}`
  }
  return name.includes(':') ? renamed(name) : name
}
