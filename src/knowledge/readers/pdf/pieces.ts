import { fold } from '../../../language/fold.ts'
import type { Piece } from '../pieces.ts'
import { blocksOfGrid } from '../tables.ts'
import type { Line } from './lines.ts'
import { type Body, bodyOf, hyphenatedWords, joined, type Paragraph, paragraphsOf } from './paragraphs.ts'
import { withoutRunning } from './running.ts'
import { tableAt } from './tables.ts'

/** A bookmark of the file: a heading with how deep it stands, from 1. */
export type Bookmark = { title: string; depth: number }

export type PdfPieces = { pieces: Piece[]; pagesWithText: number }

const CONTENTS_LINE = /(?:\.\s?){4,}\s*\d{0,4}$|…{2,}\s*\d{0,4}$/

/** What the lines of all pages say, page by page. */
export function pdfPieces(all: Line[], pages: number, bookmarks: Bookmark[]): PdfPieces {
  const lines = withoutRunning(all, pages).filter((line) => !CONTENTS_LINE.test(line.text))
  if (lines.length === 0) return { pieces: [], pagesWithText: 0 }
  const body = bodyOf(lines)
  const hyphenated = hyphenatedWords(lines)
  const textOf = ({ lines, marker }: Paragraph) =>
    joined(
      lines.map((line) => line.text),
      hyphenated,
    ).slice(marker?.length ?? 0)
  const groups = groupsOf(lines, body)
  const depthOf = headingDepths(groups, body, bookmarks, textOf)
  const pieces: Piece[] = []
  let page = 0
  for (const group of groups) {
    const first = 'rows' in group ? group.page : group.lines[0]!.page
    if (first !== page) {
      page = first
      pieces.push({ kind: 'place', place: { kind: 'page', number: page } })
    }
    if ('rows' in group) pieces.push(...blocksOfGrid(group.rows, 1))
    else pieces.push(...paragraphPieces(group, depthOf.get(group), textOf(group), pieces.at(-1)))
  }
  return { pieces, pagesWithText: new Set(lines.map((line) => line.page)).size }
}

type Group = Paragraph | { rows: string[][]; page: number }

/** Tables, and paragraphs of the lines between them. */
function groupsOf(lines: Line[], body: Body): Group[] {
  const groups: Group[] = []
  let between: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const table = tableAt(lines, i)
    if (!table) {
      between.push(asOneLine(lines[i]!))
      continue
    }
    groups.push(...paragraphsOf(between, body), { rows: table.rows, page: lines[i]!.page })
    between = []
    i += table.count - 1
  }
  return [...groups, ...paragraphsOf(between, body)]
}

/** A line with two or more wide gaps is a row of a table whose columns are not clear; bars keep its cells apart. */
function asOneLine(line: Line): Line {
  return line.parts.length > 2 ? { ...line, text: line.parts.map((part) => part.text).join(' | ') } : line
}

const LONGEST_HEADING = 200
const LONGEST_BOLD_HEADING = 130

/** How deep each heading stands: by the bookmarks where they name it, else by its size; bold ones of body size are deepest. */
function headingDepths(
  groups: Group[],
  body: Body,
  bookmarks: Bookmark[],
  textOf: (paragraph: Paragraph) => string,
): Map<Group, number> {
  const marked = new Map(bookmarks.map(({ title, depth }) => [fold(title), depth]))
  type Found = { group: Group; size: number; bookmark?: number }
  const found = groups.flatMap((group): Found[] => {
    if ('rows' in group) return []
    const [first] = group.lines as [Line]
    const text = textOf(group)
    if (!/\p{L}{2}/u.test(text) || text.length > LONGEST_HEADING) return []
    const bookmark = marked.get(
      fold(
        joined(
          group.lines.map((line) => line.text),
          new Set(),
        ),
      ),
    )
    if (bookmark !== undefined) return [{ group, size: first.size, bookmark }]
    if (first.size >= body.size * 1.12) return [{ group, size: first.size }]
    const isBullet = group.marker !== null && group.marker.number === null
    const isBold = first.bold && !body.bold && first.size >= body.size && text.length <= LONGEST_BOLD_HEADING
    return isBold && !isBullet && !/[.,;:]$/.test(text) ? [{ group, size: body.size }] : []
  })
  const sizes = [...new Set(found.map(({ size }) => size))].sort((a, b) => b - a)
  return new Map(found.map(({ group, size, bookmark }) => [group, bookmark ?? Math.min(6, sizes.indexOf(size) + 1)]))
}

function paragraphPieces(
  paragraph: Paragraph,
  depth: number | undefined,
  text: string,
  last: Piece | undefined,
): Piece[] {
  const whole = paragraph.marker?.number ? `${paragraph.lines[0]!.text.slice(0, paragraph.marker.length)}${text}` : text
  if (depth !== undefined) return [{ kind: 'heading', depth, text: whole }]
  if (text === '') return []
  const { marker } = paragraph
  if (marker === null) return [{ kind: 'paragraph', text }]
  const ordered = marker.number !== null
  const next = ordered ? (last?.kind === 'list' && last.ordered ? last.items.length + 1 : 1) : null
  // Numbers that do not count on from 1 are the text's own.
  if (marker.number !== next) return [{ kind: 'paragraph', text: whole }]
  if (last?.kind === 'list' && last.ordered === ordered) {
    last.items.push(text)
    return []
  }
  return [{ kind: 'list', ordered, items: [text] }]
}
