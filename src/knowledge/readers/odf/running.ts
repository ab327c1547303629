import type { AnyNode } from 'domhandler'
import { findAll, isElement, parseXml } from '../package/xml.ts'

const RUNNING = ['header', 'header-left', 'header-first', 'footer', 'footer-left', 'footer-first'].map(
  (name) => `style:${name}`,
)

/** What a program fills in on each page; the file holds some example of it. */
const FIELD = /^text:(?:page-number|page-count|sheet-name|file-name|date|time|title)$/

/** The texts of headers and footers that are shown, which stand with the styles of pages. */
export function runningIn(styles: Uint8Array | undefined): string[] {
  if (!styles) return []
  return findAll(parseXml(styles), ...RUNNING)
    .filter(({ attribs }) => attribs['style:display'] !== 'false')
    .map((element) => textBesideFields(element.children))
}

function textBesideFields(nodes: readonly AnyNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return (node as unknown as { data: string }).data
      return isElement(node) && !FIELD.test(node.name) ? textBesideFields(node.children) : ' '
    })
    .join('')
}
