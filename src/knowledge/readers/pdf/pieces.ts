import type { Piece } from '../pieces/pieces.ts'
import { tableBlocks } from '../tables.ts'
import { clean } from '../text/clean.ts'
import { withoutContents } from './contents.ts'
import { type Bookmark, headingDepths } from './headings.ts'
import type { Line } from './lines.ts'
import { type Body, bodyOf, hyphenatedWords, joined, type Paragraph, paragraphsOf } from './paragraphs.ts'
import type { Rulings } from './rulings.ts'
import type { Table } from './tables/cells.ts'
import { withContinued } from './tables/continued.ts'
import { withTables } from './tables/tables.ts'

/** What is on the pages; drawn lines by the frame of the lines of text. */
export type Pages = { lines: Line[]; notes: PageNotes; rulings: ReadonlyMap<number, Rulings> }

/** Notes that people put on pages, by the page. */
type PageNotes = Map<number, string[]>

/** What the lines of all pages say, page by page; without those of headers and footers. */
export function pdfPieces(all: Pages, bookmarks: Bookmark[]): Piece[] {
  const lines = withoutContents(all.lines)
  const body = bodyOf(lines)
  const hyphenated = hyphenatedWords(lines)
  const groups = withNotes(groupsOf(withContinued(withTables(lines, all.rulings)), body), all.notes)
  const textOf = (paragraph: Paragraph) => textOfParagraph(paragraph, hyphenated)
  const paragraphs = groups.filter((group) => 'lines' in group)
  const depths = headingDepths(
    paragraphs.map((paragraph) => ({ paragraph, text: textOf(paragraph) })),
    body,
    bookmarks,
  )
  const pieces: Piece[] = []
  let page = 0
  for (const group of groups) {
    const first = pageOf(group)
    if (first !== page) {
      page = first
      pieces.push({ kind: 'place', place: { kind: 'page', number: page } })
    }
    if ('rows' in group) pieces.push(...tableBlocks(group.rows, group.heads))
    else if ('note' in group) pieces.push({ kind: 'note', text: group.note })
    else pieces.push(...paragraphPieces(group, depths.get(group), textOf(group), pieces.at(-1)))
  }
  return pieces
}

type Group = Paragraph | Table | { note: string; page: number }

function pageOf(group: Group): number {
  return 'lines' in group ? group.lines[0]!.page : group.page
}

/** The groups with people's notes, each at the end of its page. */
function withNotes(groups: Group[], notes: PageNotes): Group[] {
  const all = [...notes].flatMap(([page, texts]) => texts.map((text) => ({ note: clean(text), page })))
  if (all.length === 0) return groups
  return [...groups, ...all].sort((a, b) => pageOf(a) - pageOf(b))
}

/** Tables, and paragraphs of the lines between them. */
function groupsOf(all: (Line | Table)[], body: Body): Group[] {
  const groups: Group[] = []
  let between: Line[] = []
  for (const one of all) {
    if ('rows' in one) {
      groups.push(...paragraphsOf(between, body), one)
      between = []
    } else between.push(asOneLine(one))
  }
  return [...groups, ...paragraphsOf(between, body)]
}

/** A line with two or more wide gaps is a row of a table whose columns are not clear; bars keep its cells apart. */
function asOneLine(line: Line): Line {
  return line.parts.length > 2 ? { ...line, text: line.parts.map((part) => part.text).join(' | ') } : line
}

function textOfParagraph({ lines, marker }: Paragraph, hyphenated: Set<string>): string {
  const texts = lines.map((line) => line.text)
  return joined(texts, hyphenated).slice(marker?.length ?? 0)
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
