import type { StoredChunk } from '../../../knowledge/search/store.ts'
import type { Coverage } from '../evidence.ts'
import type { QuestionKind } from '../question-kind.ts'
import { type AskedOf, askedLog } from './asked-of.ts'
import type { Piece } from './cut.ts'
import { type Lead, leadByRule } from './lead.ts'

/** What tells how likely something in a passage answers first. Shares are from 0 to 1. */
type Signs = {
  /** How often it is what is asked for, as a logarithm. */
  asked: number
  /** How like what it is about is to all that was asked: a cosine. */
  likeness: number
  /** 1 for what the rules would say first. */
  byRule: number
  /** What it covers of the question that the heading does not. */
  beyond: number
  /** Its place in the passage, as a logarithm. */
  place: number
}

/**
 * A logistic choice among the sentences, rows and items of a passage, fitted on 624 questions of five hands for which a reader said what
 * should be read first: it is that for 84.5 % of them, each hand judged by the fit on the others; by rule alone for 83.2 %. Of 140 questions of a
 * sixth hand 60 were answered otherwise; a reader who did not know which answer was which preferred 27 of these to what the rules said, and what they
 * said to 12.
 */
const WEIGHTS: Record<keyof Signs, number> = { asked: 1, likeness: 3.5, byRule: 0.5, beyond: 0.9, place: -1.3 }

/** What answers first. `pieces` in reading order, at least one; `asked`: what each is asked of, where that is known. */
export function leadOf(
  coverage: Coverage,
  chunk: StoredChunk,
  pieces: readonly Piece[],
  { kind, asked }: { kind: QuestionKind; asked: AskedOf | null },
): Lead {
  const byRule = leadByRule(coverage, chunk, pieces, kind)
  return (asked && likeliest(coverage, chunk, pieces, { asked, byRule })) ?? byRule
}

/** What answers first by what each piece is asked of: a sentence, row or item; lists and tables stand under what introduces them. `null`: nothing of the kind. */
function likeliest(
  coverage: Coverage,
  chunk: StoredChunk,
  pieces: readonly Piece[],
  { asked, byRule }: { asked: AskedOf; byRule: Lead },
): Lead | null {
  const told = coverage.presences(chunk.headings.at(-1) ?? '')
  const worthOf = ({ lead, row, text }: Candidate) => {
    const signs: Signs = {
      asked: askedLog(asked, lead.piece.place, row),
      likeness: coverage.likeness(text),
      byRule: isSaidBy(byRule, lead) ? 1 : 0,
      beyond: coverage.beyond(told, text),
      place: Math.log(1 + lead.piece.place),
    }
    return SIGNS.reduce((sum, sign) => sum + WEIGHTS[sign] * signs[sign], 0)
  }
  const candidates = pieces.flatMap(candidatesOf)
  const worths = candidates.map(worthOf)
  const best = candidates[worths.indexOf(Math.max(...worths))]
  if (!best) return null
  // Rows that the rules say together stay together.
  return isSaidBy(byRule, best.lead) ? byRule : best.lead
}

type Candidate = { lead: Lead; row?: number; text: string }

function candidatesOf(piece: Piece): Candidate[] {
  const { block, text } = piece
  if (block.kind === 'paragraph') return [{ lead: { kind: 'piece', piece }, text }]
  const rows = block.kind === 'table' ? block.rows : block.items.map((item) => [item])
  return rows.map((cells, row) => ({ lead: { kind: 'rows', rows: [cells], piece }, row, text: cells.join(' | ') }))
}

/** Whether what one lead says is a part of another. */
function isSaidBy(lead: Lead, part: Lead): boolean {
  if (lead.piece !== part.piece || lead.kind !== part.kind) return false
  if (lead.kind === 'piece' || part.kind === 'piece') return true
  const said = new Set(lead.rows.map((row) => row.join(' | ')))
  return part.rows.every((row) => said.has(row.join(' | ')))
}

const SIGNS = Object.keys(WEIGHTS) as (keyof Signs)[]
