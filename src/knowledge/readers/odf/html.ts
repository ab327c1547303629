import { type AnyNode, Element, Text } from 'domhandler'
import { TITLE_CLASS } from '../html/pieces.ts'
import { findAll, findFirst, isElement, textIn } from '../package/xml.ts'
import { PAGE_BREAK } from '../page-breaks.ts'
import { LevelNumbers } from '../pieces/level-numbers.ts'
import { clean } from '../text/clean.ts'
import { OWN_MARKS, unreadMark } from '../text/marks.ts'
import type { OdfStyles } from './styles.ts'

/** Text of an OpenDocument file as HTML nodes, with what stands beside the text. */
export type OdfHtml = {
  nodes: AnyNode[]
  /** Footnotes, by the `href` of the links that call them. */
  notes: Map<string, string>
  breaks: number
}

/** What is no text of the document: comments, deleted text, tables of contents, forms, numbering written out. */
const DROPPED = new Set(
  'office:annotation office:annotation-end text:tracked-changes text:table-of-content text:alphabetical-index text:illustration-index text:table-index office:forms text:bookmark text:sequence-decls text:variable-decls table:covered-table-cell text:page-number text:number svg:title svg:desc text:ruby-text presentation:notes'.split(
    ' ',
  ),
)
const SAME: Record<string, string> = {
  'text:list-item': 'li',
  'text:list-header': 'li',
  'table:table-row': 'tr',
  'table:table-header-rows': 'thead',
  'text:line-break': 'br',
  'text:a': 'a',
  'draw:text-box': 'div',
}

/** Turns OpenDocument nodes into HTML, so that one walk reads both. Marks where pages begin. */
export function odfHtml(nodes: AnyNode[], styles: OdfStyles): OdfHtml {
  const turning = new Turning(styles)
  return { nodes: turning.all(nodes), notes: turning.notes, ...turning.counts }
}

class Turning {
  readonly notes = new Map<string, string>()
  readonly counts = { breaks: 0 }
  readonly #styles: OdfStyles
  #textSince = false
  /** A break between paragraphs, rows or items; it goes to the next paragraph. */
  #due = false
  #ordered = false

  readonly #headings: LevelNumbers

  constructor(styles: OdfStyles) {
    this.#styles = styles
    this.#headings = new LevelNumbers(styles.headingLevels)
  }

  all(nodes: AnyNode[]): AnyNode[] {
    return nodes.flatMap((node) =>
      isElement(node) ? this.#element(node) : node.type === 'text' ? this.#text(node.data) : [],
    )
  }

  #text(data: string): AnyNode[] {
    if (data.trim() !== '') this.#textSince = true
    return [new Text(data.replace(OWN_MARKS, ' '))]
  }

  #element(element: Element): AnyNode[] {
    const { name, attribs } = element
    if (DROPPED.has(name)) return []
    switch (name) {
      case 'text:p':
      case 'text:h':
        return this.#paragraph(element)
      case 'text:s':
      case 'text:tab':
        return [new Text(' ')]
      case 'text:soft-page-break':
        return this.#softBreak(element)
      case 'text:note':
        return this.#note(element)
      case 'text:list':
        return this.#list(element)
      case 'table:table':
        return [this.#as('table', element)]
      case 'table:table-cell': {
        const span = {
          colspan: attribs['table:number-columns-spanned'] ?? '1',
          rowspan: attribs['table:number-rows-spanned'] ?? '1',
        }
        return [new Element('td', span, this.all(element.children))]
      }
      case 'draw:frame':
        return this.#frame(element)
      case 'text:span':
        return [this.#as(this.#styles.isBold(attribs['text:style-name'] ?? '') ? 'b' : 'span', element)]
      default:
        return SAME[name] ? [this.#as(SAME[name], element)] : [this.#as(/^draw:/.test(name) ? 'div' : 'span', element)]
    }
  }

  #as(name: string, element: Element): Element {
    const children = this.all(element.children)
    const made = new Element(name, {}, children)
    for (const child of children) child.parent = made
    return made
  }

  #paragraph(element: Element): AnyNode[] {
    const style = element.attribs['text:style-name'] ?? ''
    if (this.#styles.isContents(style)) return []
    if (this.#styles.turnsPage(style) && this.#textSince) this.#due = true
    const start: AnyNode[] = this.#due ? [this.#mark()] : []
    this.#due = false
    const level = Number(element.attribs['text:outline-level'] ?? 1)
    const isHeading = element.name === 'text:h'
    const made = this.#as(
      isHeading ? `h${Math.min(6, Math.max(1, level || 1))}` : this.#styles.isTitle(style) ? 'h1' : 'p',
      element,
    )
    if (!isHeading && this.#styles.isTitle(style)) made.attribs.class = TITLE_CLASS
    if (!isHeading && this.#styles.isBold(style)) made.children = [new Element('b', {}, made.children)]
    if (isHeading) this.#number(element, style, level, made)
    made.children.unshift(...start)
    return [made]
  }

  /** Writes a heading's number, which the file does not hold, before its text, and after a page that turns there. */
  #number({ attribs }: Element, style: string, level: number, made: Element): void {
    if (attribs['text:is-list-header'] === 'true' || !this.#styles.isNumbered(style)) return
    if (attribs['text:restart-numbering'] === 'true')
      this.#headings.restart(level - 1, Number(attribs['text:start-value']) || 1)
    const number = this.#headings.next(level - 1)
    const at = made.children.findIndex((child) => child.type !== 'text' || child.data !== PAGE_BREAK)
    if (number !== '' && at >= 0) made.children.splice(at, 0, new Text(`${number} `))
  }

  #mark(): Text {
    this.counts.breaks += 1
    this.#textSince = false
    return new Text(PAGE_BREAK)
  }

  #softBreak(element: Element): AnyNode[] {
    const parent = element.parent && isElement(element.parent) ? element.parent.name : ''
    if (/^text:(?:p|h|span|a)$/.test(parent)) return [this.#mark()]
    this.#due = true
    return []
  }

  #note(element: Element): AnyNode[] {
    const href = `#note-${this.notes.size}`
    const body = findFirst(element, 'text:note-body')
    this.notes.set(href, clean(body ? findAll(body, 'text:p').map(textIn).join(' ') : ''))
    return [new Element('a', { href }, [])]
  }

  /** Old documents number their headings by lists; those are no lists. Lists inside lists keep the style of the outer one. */
  #list(element: Element): AnyNode[] {
    if (findFirst(element, 'text:h')) return [this.#as('div', element)]
    const style = element.attribs['text:style-name']
    const outer = this.#ordered
    if (style !== undefined) this.#ordered = this.#styles.isOrdered(style)
    const made = this.#as(this.#ordered ? 'ol' : 'ul', element)
    this.#ordered = outer
    return [made]
  }

  /** A frame holds one thing in several forms, best first: a chart or object comes with a picture of itself. */
  #frame(element: Element): AnyNode[] {
    const object = findFirst(element, 'draw:object', 'draw:object-ole', 'draw:plugin')
    const content = element.children.filter(
      (child) => isElement(child) && /^(?:draw:text-box|table:table)$/.test(child.name),
    )
    if (content.length > 0) return [new Element('div', {}, this.all(content))]
    if (object) return [new Text(unreadMark('objects'))]
    if (findFirst(element, 'draw:image')) return [new Element('img', {}, [])]
    return []
  }
}
