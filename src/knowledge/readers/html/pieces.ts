import type { AnyNode, Element } from 'domhandler'
import { formulaText } from '../drawing/formula.ts'
import { isElement } from '../package/xml.ts'
import type { Piece } from '../pieces/pieces.ts'
import type { Unread } from '../result.ts'
import { clean, cleanAroundBreaks, joinLines } from '../text/clean.ts'
import { AFTER_LABEL, labelled, withoutUnread } from '../text/marks.ts'
import { lowered, raised } from '../text/raised.ts'
import { hides, isOpener } from './folded.ts'
import type { InlineText } from './inline-text.ts'
import { listOf } from './lists.ts'
import { isLayout, tableOf } from './tables.ts'

const DROPPED = new Set(
  'head script style noscript template nav footer aside select textarea svg canvas audio video map dialog rt rp'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'html body p div section article main header blockquote center address figure figcaption dl dt dd pre li td th tr tbody thead tfoot details summary fieldset legend caption hgroup form'.split(
    ' ',
  ),
)

/** Marks the title of a document that has such a style: it stands above headings of the first level. */
export const TITLE_CLASS = 'document-title'

export type HtmlOptions = {
  /** Footnotes by the `href` of the links that call them: such a link gives a note. */
  notes?: Map<string, string>
  /** Where no heading stands, short paragraphs all in bold are headings. */
  boldHeadings?: boolean
  /** The text has marks of page breaks, which stay. */
  pageBreaks?: boolean
}

/** What a tree of HTML says. */
export function htmlPieces(nodes: AnyNode[], options: HtmlOptions = {}): Piece[] {
  const walk = new Walk(options)
  walk.nodes(nodes, false)
  walk.flush()
  if (options.boldHeadings && !walk.pieces.some((piece) => piece.kind === 'heading'))
    return walk.pieces.map((piece) => (walk.bold.has(piece) ? asHeading(piece) : piece))
  return walk.pieces
}

class Walk implements InlineText {
  readonly pieces: Piece[] = []
  readonly bold = new Set<Piece>()
  #text = ''
  #plain = 0
  #notes: string[] = []
  #unread: Unread['what'][] = []
  readonly #options: HtmlOptions

  constructor(options: HtmlOptions) {
    this.#options = options
  }

  nodes(nodes: AnyNode[], bold: boolean): void {
    for (const node of nodes) {
      if (node.type === 'text') this.#add(node.data, bold)
      else if (isElement(node)) this.#element(node, bold)
    }
  }

  #add(text: string, bold: boolean): void {
    this.#text += text
    if (!bold) this.#plain += clean(text).length
  }

  #element(element: Element, bold: boolean): void {
    const { name } = element
    if (DROPPED.has(name) || this.#hidden(element)) return
    const note = name === 'a' ? this.#options.notes?.get(element.attribs.href ?? '') : undefined
    if (note !== undefined) this.#notes.push(note)
    else if (name === 'br') this.#lineBreak()
    else if (name === 'img' || name === 'picture') this.#unread.push('images')
    else if (/^(?:iframe|object|embed)$/.test(name)) this.#unread.push('objects')
    else if (name === 'sup' || name === 'sub') this.#raised(element, bold)
    else if (name === 'math') this.#add(` ${formulaText(element)} `, bold)
    else if (name === 'button') this.#button(element, bold)
    else if (/^h[1-6]$/.test(name)) this.#heading(element)
    else if (name === 'ul' || name === 'ol' || name === 'menu') this.#block(() => this.#collect(listOf(element, this)))
    else if (name === 'table' && !isLayout(element)) this.#block(() => this.#collect(tableOf(element, this)))
    else if (name === 'hr') this.flush()
    else if (BLOCKS.has(name) || name === 'table') this.#block(() => this.nodes(element.children, bold))
    else this.nodes(element.children, bold || name === 'b' || name === 'strong')
  }

  /** What is hidden until a click is text; what stays hidden is told, if it says anything. */
  #hidden(element: Element): boolean {
    const hidden = hides(element)
    if (hidden === 'text') this.#unread.push('hidden-text')
    return hidden !== null
  }

  /** Raised numbers are written as such; those that lead to a note stand in brackets. */
  #raised(element: Element, bold: boolean): void {
    const inner = new Walk(this.#options)
    inner.nodes(element.children, bold)
    this.#notes.push(...inner.#notes)
    const text = inner.#text
    const leads = element.children.some((child) => isElement(child) && child.attribs.href?.startsWith('#'))
    if (leads && /^\s*\d+\s*$/.test(text)) this.#add(`[${text.trim()}]`, bold)
    else this.#add(element.name === 'sup' ? raised(text) : lowered(text), bold)
  }

  /** A button that opens what is folded below it is text; others do something, and say nothing. */
  #button(element: Element, bold: boolean): void {
    if (isOpener(element)) this.#block(() => this.nodes(element.children, bold))
  }

  /** Two line breaks in a row part paragraphs. */
  #lineBreak(): void {
    if (/\n\s*$/.test(this.#text)) this.flush()
    else this.#text += '\n'
  }

  #block(work: () => void): void {
    this.flush()
    work()
    this.flush()
  }

  #heading(element: Element): void {
    this.flush()
    const text = this.inlineText(element.children)
    const depth = element.attribs.class === TITLE_CLASS ? 0 : Number(element.name[1])
    if (text !== '') this.pieces.push({ kind: 'heading', depth, text })
    this.flush()
  }

  #collect(pieces: Piece[]): void {
    this.pieces.push(...pieces)
  }

  /** The text of nodes inside a heading, an item or a cell, its lines joined; images and notes in it are kept track of. */
  inlineText(nodes: AnyNode[], skip: (element: Element) => boolean = () => false): string {
    const inner = new Walk(this.#options)
    inner.nodes(
      nodes.filter((node) => !(isElement(node) && skip(node))),
      false,
    )
    inner.flush()
    const texts: string[] = []
    for (const piece of inner.pieces) {
      if (piece.kind === 'note') this.#notes.push(piece.text)
      else if (piece.kind === 'unread') this.#unread.push(piece.what)
      else if (piece.kind === 'numbered') texts.push(`${piece.label} ${piece.text}`)
      else if (piece.kind === 'list') texts.push(...piece.items)
      else if (piece.kind === 'table') texts.push(...[piece.head, ...piece.rows].map((row) => row.join(' | ')))
      else if (piece.kind !== 'place') texts.push(piece.text)
    }
    return joinLines(texts)
  }

  /** Ends the paragraph that is being gathered. */
  flush(): void {
    const { text: said, unread } = withoutUnread(this.#text)
    const parts = labelled(said)
    const text = this.#cleaned(parts?.text ?? said)
    if (text !== '')
      this.#paragraph(parts ? { kind: 'numbered', label: clean(parts.label), text } : { kind: 'paragraph', text })
    this.pieces.push(...[...unread, ...this.#unread].map((what): Piece => ({ kind: 'unread', what })))
    this.pieces.push(...this.#notes.map((note): Piece => ({ kind: 'note', text: note })))
    this.#text = ''
    this.#plain = 0
    this.#notes = []
    this.#unread = []
  }

  #paragraph(piece: Piece): void {
    this.pieces.push(piece)
    if (this.#plain === 0) this.bold.add(piece)
  }

  #cleaned(text: string): string {
    return this.#options.pageBreaks ? cleanAroundBreaks(text.replaceAll(AFTER_LABEL, ' ')) : clean(text)
  }
}

const LONGEST_HEADING = 120

function asHeading(piece: Piece): Piece {
  if (piece.kind !== 'paragraph' || piece.text.length > LONGEST_HEADING) return piece
  if (/[.,;:!…]$/.test(piece.text) || !/\p{L}{2}/u.test(piece.text)) return piece
  return { kind: 'heading', depth: 2, text: piece.text }
}
