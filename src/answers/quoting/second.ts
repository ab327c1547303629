import type { StoredChunk } from '../../knowledge/search/store.ts'
import { foldedWords } from '../../language/fold.ts'
import type { Coverage } from './evidence.ts'
import { fits, type Lead, rowsOf } from './lead.ts'
import type { Piece } from './pieces.ts'
import type { QuestionKind } from './question-kind.ts'

/** What tells how likely something answers that was not put first. Shares are from 0 to 1. */
type Signs = {
  /** How like what it is about is to all that was asked: a cosine. */
  likeness: number
  /** What it covers of the question that the heading does not: the detail asked for. */
  beyond: number
  /** 1 where it is of the kind asked for. */
  fits: number
  /** Its place in the passage, as a logarithm: authors put what matters first. */
  place: number
  /** How many words it has, as a logarithm. */
  length: number
}

/**
 * A logistic choice among what a passage says besides what was put first, fitted on 102 questions of four hands that the first does not
 * answer. Of 512 questions whose passage was found, the first answers 74 %; the first or this one 88 %, fitted without the hand that is judged,
 * and 83 % where what covers most of the question is chosen.
 */
const WEIGHTS: Record<keyof Signs, number> = { likeness: 4.6, beyond: 2.7, fits: 0.45, place: -0.4, length: 1.4 }

/** Where none stands out, what a passage says is read in its order. */
const LEAST_SHARE = 0.4

/** What answers likeliest where the lead does not: one of the pieces that may be quoted, or a row or item of one; `null` for none. */
export function secondOf(
  coverage: Coverage,
  chunk: StoredChunk,
  { pieces, kind }: { pieces: readonly Piece[]; kind: QuestionKind },
): Lead | null {
  const told = coverage.presences(chunk.headings.at(-1) ?? '')
  const signsOf = (text: string, piece: Piece): Signs => ({
    likeness: coverage.likeness(text),
    beyond: coverage.share(coverage.presences(text).map((presence, word) => presence * (1 - told[word]!))),
    fits: fits(kind, piece) ? 1 : 0,
    place: Math.log(1 + piece.place),
    length: Math.log(1 + foldedWords(text).length),
  })
  const candidates = pieces.flatMap((piece): { lead: Lead; signs: Signs }[] => {
    const rows = rowsOf(piece, kind).map((row) => ({ row, signs: signsOf(row.join(' | '), piece) }))
    // A row alone tells nothing unless it has what is asked for.
    const ofRows = rows.flatMap(({ row, signs }) =>
      signs.beyond > 0 ? [{ lead: { kind: 'rows' as const, rows: [row], piece }, signs }] : [],
    )
    const whole = { lead: { kind: 'piece' as const, piece }, signs: signsOf(piece.text, piece) }
    return piece.block.kind === 'table' ? ofRows : [whole, ...ofRows]
  })
  const [best] = candidates.toSorted((a, b) => worthOf(b.signs) - worthOf(a.signs))
  if (!best) return null
  const all = candidates.reduce((sum, one) => sum + Math.exp(worthOf(one.signs) - worthOf(best.signs)), 0)
  return 1 / all >= LEAST_SHARE ? best.lead : null
}

function worthOf(signs: Signs): number {
  return SIGNS.reduce((sum, sign) => sum + WEIGHTS[sign] * signs[sign], 0)
}

const SIGNS = Object.keys(WEIGHTS) as (keyof Signs)[]
