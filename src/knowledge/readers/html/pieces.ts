import type { AnyNode, Element } from 'domhandler'
import { clean, cleanAroundBreaks, joinLines } from '../clean.ts'
import { isElement } from '../package/xml.ts'
import type { Piece } from '../pieces.ts'
import type { InlineText } from './inline-text.ts'
import { listOf } from './lists.ts'
import { isLayout, tableOf } from './tables.ts'

const DROPPED = new Set(
  'head script style noscript template nav footer aside form button select textarea iframe object embed svg canvas audio video map dialog'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'html body p div section article main header blockquote center address figure figcaption dl dt dd pre li td th tr tbody thead tfoot details summary fieldset caption hgroup'.split(
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

export type HtmlPieces = { pieces: Piece[]; images: number }

/** What a tree of HTML says. */
export function htmlPieces(nodes: AnyNode[], options: HtmlOptions = {}): HtmlPieces {
  const walk = new Walk(options)
  walk.nodes(nodes, false)
  walk.flush()
  if (options.boldHeadings && !walk.pieces.some((piece) => piece.kind === 'heading')) {
    return {
      pieces: walk.pieces.map((piece) => (walk.bold.has(piece) ? asHeading(piece) : piece)),
      images: walk.images,
    }
  }
  return { pieces: walk.pieces, images: walk.images }
}

class Walk implements InlineText {
  readonly pieces: Piece[] = []
  readonly bold = new Set<Piece>()
  images = 0
  #text = ''
  #plain = 0
  #notes: string[] = []
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
    if (DROPPED.has(name) || isHidden(element)) return
    const note = name === 'a' ? this.#options.notes?.get(element.attribs.href ?? '') : undefined
    if (note !== undefined) this.#notes.push(note)
    else if (name === 'br') this.#lineBreak()
    else if (name === 'img' || name === 'picture') this.images += 1
    else if (/^h[1-6]$/.test(name)) this.#heading(element)
    else if (name === 'ul' || name === 'ol' || name === 'menu') this.#block(() => this.#collect(listOf(element, this)))
    else if (name === 'table' && !isLayout(element)) this.#block(() => this.#collect(tableOf(element, this)))
    else if (name === 'hr') this.flush()
    else if (BLOCKS.has(name) || name === 'table') this.#block(() => this.nodes(element.children, bold))
    else this.nodes(element.children, bold || name === 'b' || name === 'strong')
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
    this.images += inner.images
    const texts: string[] = []
    for (const piece of inner.pieces) {
      if (piece.kind === 'note') this.#notes.push(piece.text)
      else if (piece.kind === 'list') texts.push(...piece.items)
      else if (piece.kind === 'table') texts.push(...[piece.head, ...piece.rows].map((row) => row.join(' | ')))
      else if (piece.kind !== 'place') texts.push(piece.text)
    }
    return joinLines(texts)
  }

  /** Ends the paragraph that is being gathered. */
  flush(): void {
    const text = this.#options.pageBreaks ? cleanAroundBreaks(this.#text) : clean(this.#text)
    if (text !== '') {
      const piece: Piece = { kind: 'paragraph', text }
      this.pieces.push(piece)
      if (this.#plain === 0) this.bold.add(piece)
    }
    this.pieces.push(...this.#notes.map((note): Piece => ({ kind: 'note', text: note })))
    this.#text = ''
    this.#plain = 0
    this.#notes = []
  }
}

function isHidden(element: Element): boolean {
  return 'hidden' in element.attribs || /display\s*:\s*none/i.test(element.attribs.style ?? '')
}

const LONGEST_HEADING = 120

function asHeading(piece: Piece): Piece {
  const isShort = piece.kind === 'paragraph' && piece.text.length <= LONGEST_HEADING
  if (!isShort || /[.,;:!…]$/.test(piece.text) || !/\p{L}{2}/u.test(piece.text)) return piece
  return { kind: 'heading', depth: 2, text: piece.text }
}
