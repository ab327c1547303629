import type { ContentBlock } from '../../knowledge/readers/document.ts'
import type { Hit } from '../../knowledge/search/search.ts'
import { sentences } from '../../language/sentences.ts'
import type { Quote } from '../answer.ts'
import { type Coverage, textOfHit, together } from './evidence.ts'

/** How much is quoted from the best passage, and from each further one, in characters. A passage within its share is quoted whole. */
const FIRST_SHARE = 1_100
const FURTHER_SHARE = 450
/** A further passage is quoted when it scores this share of the best one … */
const NEAR_SCORE = 0.88
/** … or when it covers this much of the question that the passages before it leave open. */
const NEW_COVERAGE = 0.18
const MOST_PASSAGES = 3

/**
 * The extractive answer: the sentences, lists and tables of the best passages that answer the question. The best
 * passage stands first; within each, reading order is kept. `hits` best first, at least one.
 */
export function extract(coverage: Coverage, hits: readonly Hit[]): Quote[] {
  return chooseHits(coverage, hits).map((hit, i) => ({
    n: i + 1,
    chunk: hit.chunk,
    blocks: quoteBlocks(coverage, hit.chunk.blocks, i === 0 ? FIRST_SHARE : FURTHER_SHARE),
  }))
}

/** How many of the passages found are looked at for what the best one leaves open. */
const LOOKED_AT = 4

/** The best passage, and others that are nearly as good or answer what it leaves open. */
function chooseHits(coverage: Coverage, hits: readonly Hit[]): Hit[] {
  const [best, ...others] = hits
  if (!best) return []
  const chosen = [best]
  let covered = coverage.presences(textOfHit(best))
  for (const hit of others.slice(0, LOOKED_AT)) {
    if (chosen.length === MOST_PASSAGES) break
    const withIt = together(covered, coverage.presences(textOfHit(hit)))
    const near = hit.score >= best.score * NEAR_SCORE && chosen.length < 2
    if (!near && coverage.share(withIt) - coverage.share(covered) < NEW_COVERAGE) continue
    chosen.push(hit)
    covered = withIt
  }
  return chosen
}

function quoteBlocks(coverage: Coverage, blocks: ContentBlock[], share: number): ContentBlock[] {
  const isRegister = blocks.some((block) => block.kind === 'table' && block.rows.length > WHOLE_TABLE_ROWS)
  if (lengthOf(blocks) <= share && !isRegister) return blocks
  const pieces = blocks.flatMap((block, at) =>
    piecesOf(block).map((piece, within) => ({ ...piece, at, within, value: coverage.of(piece.text) })),
  )
  const [lead, ...rest] = pieces
  if (!lead) return []
  // The first sentence of a passage answers its heading, so it always stands (not so a row of a register).
  const ranked = [
    ...(isRow(lead.block) ? [] : [lead]),
    ...(isRow(lead.block) ? pieces : rest).toSorted((a, b) => b.value - a.value || a.at - b.at || a.within - b.within),
  ]
  const bestRow = Math.max(0, ...pieces.filter((piece) => isRow(piece.block)).map((piece) => piece.value)) * 0.8
  const kept: typeof pieces = []
  let length = 0
  for (const piece of ranked) {
    if (kept.length > 0 && length + piece.text.length > share) continue
    if (kept.length > 0 && isRow(piece.block) && piece.value < bestRow) continue
    kept.push(piece)
    length += piece.text.length
  }
  kept.sort((a, b) => a.at - b.at || a.within - b.within)
  return joinPieces(withoutDanglingIntroductions(kept, blocks))
}

/** A sentence that introduces a list or table («…:») goes when that is not quoted: it would promise what does not follow. */
function withoutDanglingIntroductions<T extends Piece & { at: number }>(kept: T[], blocks: ContentBlock[]): T[] {
  return kept.filter((piece, i) => {
    const introduces =
      piece.text.endsWith(':') && blocks[piece.at + 1] !== undefined && blocks[piece.at + 1]!.kind !== 'paragraph'
    return !introduces || kept.slice(i + 1).some((other) => other.at === piece.at + 1)
  })
}

/** Whether a piece is one row of a longer table. */
function isRow(block: ContentBlock): boolean {
  return block.kind === 'table' && block.rows.length === 1
}

function lengthOf(blocks: ContentBlock[]): number {
  return blocks.flatMap(piecesOf).reduce((sum, piece) => sum + piece.text.length, 0)
}

type Piece = { text: string; block: ContentBlock }

/** A longer table is a register: only the rows that answer are quoted, under its column heads. */
const WHOLE_TABLE_ROWS = 12

/** A block as the smallest things that may be quoted: sentences; list items with their sign; a table, or rows of a long one. */
function piecesOf(block: ContentBlock): Piece[] {
  switch (block.kind) {
    case 'paragraph':
      return sentences(block.text).map((text) => ({ text, block: { kind: 'paragraph', text } }))
    case 'list':
      return block.ordered
        ? [{ text: block.items.join('\n'), block }]
        : block.items.map((item) => ({ text: item, block: { kind: 'list', ordered: false, items: [item] } }))
    case 'table':
      return block.rows.length <= WHOLE_TABLE_ROWS
        ? [{ text: [block.head, ...block.rows].map((row) => row.join(' | ')).join('\n'), block }]
        : block.rows.map((row) => ({ text: row.join(' | '), block: { ...block, rows: [row] } }))
  }
}

/** Pieces of one block that follow one another become one block again; a gap between sentences is marked. */
function joinPieces(pieces: (Piece & { at: number; within: number })[]): ContentBlock[] {
  const blocks: ContentBlock[] = []
  let previous: { at: number; within: number } | undefined
  for (const piece of pieces) {
    const last = blocks.at(-1)
    const gap = previous !== undefined && piece.at === previous.at && piece.within > previous.within + 1
    if (previous?.at === piece.at && last?.kind === 'paragraph' && piece.block.kind === 'paragraph')
      last.text += `${gap ? ' […] ' : ' '}${piece.block.text}`
    else if (previous?.at === piece.at && last?.kind === 'list' && piece.block.kind === 'list')
      last.items.push(...piece.block.items)
    else if (previous?.at === piece.at && last?.kind === 'table' && piece.block.kind === 'table')
      last.rows.push(...piece.block.rows)
    else blocks.push(structuredClone(piece.block))
    previous = piece
  }
  return blocks
}
