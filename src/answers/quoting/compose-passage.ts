import type { ContentBlock } from '../../knowledge/readers/document.ts'
import { asideBy, asksFor, isInvented } from '../../knowledge/search/asides.ts'
import type { Hit } from '../../knowledge/search/search.ts'
import type { StoredChunk } from '../../knowledge/search/store.ts'
import { capitalised } from '../../language/letters.ts'
import type { Coverage } from './evidence.ts'
import { type AskedOf, askedOf } from './pieces/asked-of.ts'
import { readableTable, rowInWords } from './pieces/asked-row.ts'
import { isTitle, joinPieces, openingOf, type Piece, piecesOf, promisesHowMany, withNeeds } from './pieces/cut.ts'
import { isFact, type Lead } from './pieces/lead.ts'
import { leadOf } from './pieces/likeliest.ts'
import { secondOf } from './pieces/second.ts'
import type { QuestionKind } from './question-kind.ts'
import type { Said } from './said.ts'

/** What a passage is quoted for. */
export type Asking = { coverage: Coverage; question: string; kind: QuestionKind; said: Said }

/** How much is quoted from the best passage, and from a further one, in characters; a list that is asked for may be longer. */
const FIRST_SHARE = 750
const LIST_SHARE = 1_500
/** The same where a detail of the passage answers: the rest is mostly about other matters. */
const DETAIL_SHARE = 500
/** How much of what the answer covers of the question a sentence must cover to support a detail. */
const SUPPORTS = 0.5
const FURTHER_SHARE = 320
/** How long a form may be that is quoted; a longer one is only named. */
const FORM_SHARE = 2_500

/** Of the best passage what answers first, then what supports it, in reading order; a form to fill in is quoted whole or not at all. */
export function composePassage(asking: Asking, hit: Pick<Hit, 'chunk' | 'ways'>): ContentBlock[] {
  const { chunk } = hit
  const pieces = piecesOf(chunk.blocks)
  if (pieces.length === 0) return []
  const asked = askedOf(asking.coverage, hit)
  const lead = leadOf(asking.coverage, chunk, pieces, { kind: asking.kind, asked })
  if (isForm(pieces) && (asksFor(asking.question, 'example') || !isDetail(lead, pieces)))
    return formBlocks(asking, pieces)
  const opening = lead.kind === 'piece' ? withNeeds(pieces, lead.piece) : []
  const first = lead.kind === 'rows' ? rowBlocks(asking.coverage, lead, pieces) : []
  say(asking, first.map(textOf), opening)
  const share = (isDetail(lead, pieces) ? DETAIL_SHARE : FIRST_SHARE) - lengthOf(opening)
  const supporting = { ...asking, heading: chunk.headings.at(-1) ?? '' }
  const second = secondBlocks(supporting, chunk, pieces, { lead, opening, share, asked })
  const begun = { lead, opening: [...opening, ...second.pieces], share: share - lengthOf(second.pieces) }
  const support = supportOf(supporting, pieces, begun)
  const rest = readOn(begun.opening, support)
  const blocks =
    second.rows.length > 0
      ? [...first, ...joinRuns(opening), ...second.rows, ...joinRuns(rest)]
      : [...first, ...joinRuns([...begun.opening, ...rest])]
  return blocks.map((block) => (block.kind === 'table' ? readableTable(block) : block))
}

/** What answers likeliest where the lead does not, with what it needs: a row of a table by itself, an item with its list if there is room. */
function secondBlocks(
  asking: Supporting,
  chunk: StoredChunk,
  pieces: readonly Piece[],
  { lead, opening, share, asked }: Taken & { asked: AskedOf | null },
): { pieces: Piece[]; rows: ContentBlock[] } {
  const mayQuote = (piece: Piece) => maySupport(asking, piece, lead, pieces)
  const isShown = (piece: Piece) => piece === lead.piece || opening.includes(piece)
  // A list that is asked for stands behind what answers first anyway, whole.
  const others = pieces.filter(
    (piece) => !isShown(piece) && !isAskedList(asking, piece) && (piece.block.kind === 'table' || mayQuote(piece)),
  )
  const second = secondOf(asking.coverage, chunk, { pieces: others, kind: asking.kind, asked })
  if (!second) return NOTHING
  if (second.kind === 'rows' && (second.piece.block.kind === 'table' || second.piece.text.length > share)) {
    const rows = rowBlocks(asking.coverage, second, pieces)
    if (rows.every((block) => asking.said.has(textOf(block)))) return NOTHING
    say(asking, rows.map(textOf), [])
    return { pieces: [], rows }
  }
  const added = withNeeds(pieces, second.piece).filter((piece) => !isShown(piece))
  if (lengthOf(added) > share || !added.every(mayQuote)) return NOTHING
  say(asking, [], added)
  return { pieces: added, rows: [] }
}

const NOTHING = { pieces: [], rows: [] }

/** What may be read behind what stands first: nothing that leans on what does not stand right before it. */
function readOn(first: readonly Piece[], support: readonly Piece[]): Piece[] {
  const last = first.at(-1)
  if (!last || support.every(({ place }) => place > last.place)) return [...support]
  return support.filter(({ needs }) => needs.every((place) => support.some((other) => other.place === place)))
}

/** Pieces in the order in which they are read; where it goes back, a paragraph begins. */
function joinRuns(pieces: readonly Piece[]): ContentBlock[] {
  const starts = pieces.flatMap((piece, at) => (at === 0 || piece.place < pieces[at - 1]!.place ? [at] : []))
  return starts.flatMap((start, i) => joinPieces(pieces.slice(start, starts[i + 1])))
}

/** What a further passage adds, no longer than a few sentences; nothing when all was said. */
export function furtherBlocks(asking: Asking, hit: Pick<Hit, 'chunk' | 'ways'>): ContentBlock[] {
  const { chunk } = hit
  const pieces = piecesOf(chunk.blocks)
  if (pieces.length === 0) return []
  const asked = askedOf(asking.coverage, hit)
  const lead = leadOf(asking.coverage, chunk, pieces, { kind: asking.kind, asked })
  if (lead.kind === 'rows') {
    const blocks = rowBlocks(asking.coverage, lead, pieces).slice(0, 1)
    return blocks.every((block) => asking.said.has(textOf(block))) ? [] : blocks
  }
  const opening = withNeeds(pieces, lead.piece)
  if (opening.every((piece) => asking.said.has(piece.text))) return []
  if (lengthOf(opening) > FURTHER_SHARE && opening.length > 1) return []
  return joinPieces(opening)
}

const BLANK = /_{4,}|\[[^\]]*\p{L}[^\]]*\]/gu

/** Whether a passage has blanks to be filled in, so that what is left out of it would be missed. */
function isForm(pieces: readonly Piece[]): boolean {
  return pieces.reduce((sum, { text }) => sum + (text.match(BLANK)?.length ?? 0), 0) > 1
}

function formBlocks(asking: Asking, pieces: readonly Piece[]): ContentBlock[] {
  const shown = lengthOf(pieces) <= FORM_SHARE ? pieces : pieces.slice(0, 1)
  say(asking, [], shown)
  return joinPieces(shown)
}

type Supporting = Asking & { heading: string }
type Taken = { lead: Lead; opening: readonly Piece[]; share: number }

/** The pieces that support what answers first: those that cover most of the question, as many as fit. */
function supportOf(asking: Supporting, pieces: readonly Piece[], { lead, opening, share }: Taken): Piece[] {
  const taken = new Set(opening)
  const isWanted = (piece: Piece) => isAskedList(asking, piece) || isAskedBody(asking, piece, pieces)
  const values = pieces.map((piece) => asking.coverage.of(piece.text) + (isWanted(piece) ? 1 : 0))
  const least = SUPPORTS * asking.coverage.of(lead.piece.text)
  let left = share
  for (const piece of pieces.toSorted((a, b) => values[b.place]! - values[a.place]! || a.place - b.place)) {
    const added = withNeeds(pieces, piece).filter((one) => !taken.has(one))
    if (added.length === 0 || !added.every((one) => maySupport(asking, one, lead, pieces))) continue
    if (isDetail(lead, pieces) && !isWanted(piece) && !standsBy(lead, piece) && values[piece.place]! < least) continue
    const room = added.some(isWanted) ? LIST_SHARE : left
    if (lengthOf(added) > room) continue
    for (const one of added) taken.add(one)
    say(asking, [], added)
    left -= lengthOf(added)
  }
  return pieces.filter((piece) => taken.has(piece) && !opening.includes(piece))
}

/** Whether what answers is not what the passage begins with. */
function isDetail({ kind, piece }: Lead, pieces: readonly Piece[]): boolean {
  return kind === 'rows' || piece !== openingOf(pieces)
}

/** Whether a sentence leans on what answers, or introduces the table it is taken from. */
function standsBy({ kind, piece }: Lead, other: Piece): boolean {
  return kind === 'rows' ? other.place === 0 : other.needs.includes(piece.place)
}

/** Whether a whole list or table is what is asked for. */
function isAskedList({ kind }: Asking, { block }: Piece): boolean {
  return block.kind !== 'paragraph' && (kind === 'list' || kind === 'how')
}

/**
 * A list or table is what its passage is about from this share of its letters on: what stands around it only introduces it. Where a fact or
 * a verdict is asked for, a sentence is enough.
 */
const MOST_OF_PASSAGE = 0.5

function isAskedBody({ kind }: Asking, piece: Piece, pieces: readonly Piece[]): boolean {
  if (piece.block.kind === 'paragraph' || isFact(kind) || kind === 'yes-no') return false
  return piece.text.length >= lengthOf(pieces) * MOST_OF_PASSAGE
}

function mayShow({ question }: Asking, table: { head: readonly string[] }): boolean {
  return !isInvented(table) || asksFor(question, 'example')
}

/** Rows of a table that is read at a glance: where none stands out («до 50 km», «преко 50 km») all are shown. */
const SMALL_TABLE = 4

function isSmall({ rows }: { rows: readonly unknown[] }): boolean {
  return rows.length <= SMALL_TABLE
}

function maySupport(asking: Supporting, piece: Piece, lead: Lead, pieces: readonly Piece[]): boolean {
  const { block, text } = piece
  // Of what is quoted by rows, the whole would say them again; so would what introduces it.
  if (lead.kind === 'rows' && (piece === lead.piece || piece.needs.includes(lead.piece.place))) return false
  if (block.kind === 'table')
    return (
      lead.kind !== 'rows' &&
      (isAskedBody(asking, piece, pieces) || mayShow(asking, block)) &&
      (isAskedBody(asking, piece, pieces) ||
        isAskedList(asking, piece) ||
        asking.kind === 'comparison' ||
        pieces.length === 1 ||
        (asking.kind === 'quantity' && isSmall(block)))
    )
  if (isTitle(piece)) return false
  const aside = asideBy(text)
  if (aside !== null && ![asking.question, asking.heading].some((words) => asksFor(words, aside))) return false
  return !asking.said.has(text)
}

/** The asked rows in words; of a single one, what else it says stands under it. */
function rowBlocks(coverage: Coverage, { rows, piece }: RowsLead, pieces: readonly Piece[]): ContentBlock[] {
  const { block } = piece
  if (block.kind !== 'table') return itemBlocks(rows.flat(), introductionOf(piece, pieces))
  const [first, ...others] = rows.map((row) => rowInWords(coverage, block, row))
  if (!first) return []
  if (others.length > 0) return [bullets([first, ...others].map(({ words, more }) => [words, ...more].join('; ')))]
  return [
    { kind: 'paragraph', text: capitalised(first.words) },
    ...(first.more.length > 0 ? [bullets(first.more)] : []),
  ]
}

type RowsLead = Extract<Lead, { kind: 'rows' }>

function bullets(items: string[]): ContentBlock {
  return { kind: 'list', ordered: false, items }
}

/** A single item reads on from what introduces its list; several stand under it. */
function itemBlocks(items: string[], introduction: string | null): ContentBlock[] {
  const [item = ''] = items
  if (items.length > 1)
    return [...(introduction ? [{ kind: 'paragraph' as const, text: introduction }] : []), bullets(items)]
  const text = introduction ? `${introduction} ${item}` : item
  return [{ kind: 'paragraph', text: capitalised(text.replace(/[;,]$/, '.')) }]
}

/** What introduces a list, unless it promises how many there are. */
function introductionOf(piece: Piece, pieces: readonly Piece[]): string | null {
  const before = pieces[piece.place - 1]
  if (!before?.text.endsWith(':') || promisesHowMany(before)) return null
  return before.text
}

function say({ said }: Asking, texts: readonly string[], pieces: readonly Piece[]): void {
  for (const text of [...texts, ...pieces.map((piece) => piece.text)]) said.add(text)
}

function textOf(block: ContentBlock): string {
  return block.kind === 'paragraph' ? block.text : block.kind === 'list' ? block.items.join('\n') : ''
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.text.length, 0)
}
