import { type AnyNode, Element, Text } from 'domhandler'
import { ITEM_NUMBER } from '../html/lists.ts'
import { TITLE_CLASS } from '../html/pieces.ts'
import { findAll, findFirst, isElement, textIn } from '../package/xml.ts'
import { PAGE_BREAK } from '../page-breaks.ts'
import { LevelNumbers } from '../pieces/level-numbers.ts'
import { clean } from '../text/clean.ts'
import { OWN_MARKS, unreadMark } from '../text/marks.ts'
import { OdfLists } from './lists.ts'
import type { OdfStyles } from './styles.ts'

/** Text of an OpenDocument file as HTML nodes, with what stands beside the text. */
export type OdfHtml = {
  nodes: AnyNode[]
  /** Footnotes, by the `href` of the links that call them. */
  notes: Map<string, string>
  breaks: number
}

/** What is no text of the document: deleted text, tables of contents, forms, numbering written out. */
const DROPPED = new Set(
  'office:annotation-end text:tracked-changes text:table-of-content text:alphabetical-index text:illustration-index text:table-index office:forms text:bookmark text:sequence-decls text:variable-decls table:covered-table-cell text:page-number text:number svg:title svg:desc text:ruby-text presentation:notes'.split(
    ' ',
  ),
)
const SAME: Record<string, string> = {
  'table:table-row': 'tr',
  'table:table-header-rows': 'thead',
  'text:line-break': 'br',
  'text:a': 'a',
  'draw:text-box': 'div',
}

/** What an object in a frame is: what it says, or marks of what is not read. By the `xlink:href` of its element. */
export type ObjectText = (element: Element) => string

/** Turns OpenDocument nodes into HTML, so that one walk reads both. Marks where pages begin, and what is not read. */
export function odfHtml(nodes: AnyNode[], styles: OdfStyles, objectText: ObjectText): OdfHtml {
  const turning = new Turning(styles, objectText)
  return { nodes: turning.all(nodes), notes: turning.notes, ...turning.counts }
}

class Turning {
  readonly notes = new Map<string, string>()
  readonly counts = { breaks: 0 }
  readonly #styles: OdfStyles
  #textSince = false
  /** A break between paragraphs, rows or items; it goes to the next paragraph. */
  #due = false
  #isHiding = false
  readonly #objectText: ObjectText
  readonly #headings: LevelNumbers
  readonly #lists: OdfLists

  constructor(styles: OdfStyles, objectText: ObjectText) {
    this.#styles = styles
    this.#objectText = objectText
    this.#lists = new OdfLists(styles)
    this.#headings = new LevelNumbers(styles.headingLevels)
  }

  all(nodes: AnyNode[]): AnyNode[] {
    return nodes.flatMap((node) =>
      isElement(node) ? this.#element(node) : node.type === 'text' ? this.#text(node.data) : [],
    )
  }

  #text(data: string): AnyNode[] {
    if (data.trim() !== '') {
      this.#textSince = true
      this.#isHiding = false
    }
    return [new Text(data.replace(OWN_MARKS, ' '))]
  }

  #element(element: Element): AnyNode[] {
    const { name, attribs } = element
    if (DROPPED.has(name)) return []
    if (this.#isHidden(element)) return this.#hide(element)
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
      case 'text:list-item':
      case 'text:list-header':
        return [this.#as('li', element, { [ITEM_NUMBER]: this.#lists.numberOf(element) })]
      case 'office:annotation':
        return [new Text(unreadMark('comments'))]
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

  /** Text that the style, the section or a condition hides; a change of its paragraph or span shows itself in what is around it. */
  #isHidden({ name, attribs }: Element): boolean {
    switch (name) {
      case 'text:p':
      case 'text:h':
      case 'text:span':
        return this.#styles.isHidden(attribs['text:style-name'] ?? '')
      case 'text:section':
        return attribs['text:display'] === 'none' || attribs['text:is-hidden'] === 'true'
      case 'text:hidden-text':
      case 'text:hidden-paragraph':
        return attribs['text:is-hidden'] === 'true'
      default:
        return false
    }
  }

  /** Hidden texts in a row are one. */
  #hide(element: Element): AnyNode[] {
    const says = (textIn(element) + (element.attribs['text:string-value'] ?? '')).trim() !== ''
    if (!says || this.#isHiding) return []
    this.#isHiding = true
    return [new Text(unreadMark('hidden-text'))]
  }

  #as(name: string, element: Element, attribs: Record<string, string> = {}): Element {
    const children = this.all(element.children)
    const made = new Element(name, attribs, children)
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

  /** Old documents number their headings by lists; those are no lists. */
  #list(element: Element): AnyNode[] {
    if (findFirst(element, 'text:h')) return [this.#as('div', element)]
    return this.#lists.inside(element, (isNumbered) => [this.#as(isNumbered ? 'ol' : 'ul', element)])
  }

  /** A frame holds one thing in several forms, best first: a chart or object comes with a picture of itself. */
  #frame(element: Element): AnyNode[] {
    const object = findFirst(element, 'draw:object', 'draw:object-ole', 'draw:plugin')
    const content = element.children.filter(
      (child) => isElement(child) && /^(?:draw:text-box|table:table)$/.test(child.name),
    )
    if (content.length > 0) return [new Element('div', {}, this.all(content))]
    if (object) return [new Text(this.#objectText(object))]
    if (findFirst(element, 'draw:image')) return [new Element('img', {}, [])]
    return []
  }
}
