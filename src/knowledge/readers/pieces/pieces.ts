import { bareDocument, bareSection, type ContentBlock, type Document, type Place, type Section } from '../document.ts'
import type { Unread } from '../result.ts'
import { type Met, sectionsWithText } from './outline.ts'

/** What a file says, in reading order, before it is gathered under its headings. */
export type Piece =
  | { kind: 'heading'; depth: number; text: string }
  | { kind: 'place'; place: Place }
  /** Goes to the end of its section. */
  | { kind: 'note'; text: string }
  /** An item with the number that the document shows before it: «3.», «б)», «Члан 7.». */
  | { kind: 'numbered'; label: string; text: string }
  /** Something stands here that is not read. */
  | { kind: 'unread'; what: Unread['what'] }
  | ContentBlock

/** A document of `pieces`, whose headings are given their path below `title`. */
export function documentOf(pieces: Piece[], title: string): Document {
  const said = withLists(pieces)
  const sections = sectionsOf(said, title)
  return bareDocument(title, sections.length > 0 ? sections : headingsAsText(said))
}

type Said = Exclude<Piece, { kind: 'numbered' | 'unread' }>

/** Items numbered «1.», «2.» and so on as lists; others, whose number is part of what they say, as paragraphs. */
function withLists(pieces: Piece[]): Said[] {
  const said: Said[] = []
  for (const piece of pieces) {
    if (piece.kind === 'unread') continue
    if (piece.kind === 'numbered') {
      const number = /^\d{1,4}\.$/.test(piece.label) ? Number.parseInt(piece.label, 10) : null
      const last = said.at(-1)
      if (number === null) said.push({ kind: 'paragraph', text: `${piece.label} ${piece.text}` })
      else if (last?.kind === 'list' && last.ordered && (last.start ?? 1) + last.items.length === number)
        last.items.push(piece.text)
      else said.push({ kind: 'list', ordered: true, items: [piece.text], ...(number === 1 ? {} : { start: number }) })
    } else said.push(piece)
  }
  return said
}

/** A section for each heading and each place: a passage is cited with one page. */
function sectionsOf(pieces: Said[], title: string): Section[] {
  const met: Met[] = []
  const path: { depth: number; text: string }[] = []
  let section = bareSection([])
  let isHeaded = false
  let notes: ContentBlock[] = []
  const open = (place: Place | null, withHeading: boolean) => {
    section.blocks.push(...notes)
    notes = []
    met.push({ section, isHeaded })
    section = bareSection(withoutTitle(path, title), [], place)
    isHeaded = withHeading && path.at(-1)!.text !== ''
  }
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'heading':
        while (path.length > 0 && path.at(-1)!.depth >= piece.depth) path.pop()
        path.push({ depth: piece.depth, text: piece.text })
        open(section.place, true)
        break
      case 'place':
        open(piece.place, false)
        break
      case 'note':
        notes.push({ kind: 'paragraph', text: piece.text })
        break
      default:
        section.blocks.push(piece)
    }
  }
  open(null, false)
  return sectionsWithText(met)
}

function withoutTitle(path: { text: string }[], title: string): string[] {
  const headings = path.map((heading) => heading.text).filter(Boolean)
  return headings[0] === title ? headings.slice(1) : headings
}

/** A file with headings only still says something. */
function headingsAsText(pieces: Said[]): Section[] {
  let place: Place | null = null
  return pieces.flatMap((piece) => {
    if (piece.kind === 'place') place = piece.place
    if (piece.kind !== 'heading' || piece.text === '') return []
    return [bareSection([], [{ kind: 'paragraph', text: piece.text }], place)]
  })
}
