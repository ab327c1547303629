import { cosine, cosineToBytes, middleOf, SIZE } from '../../../knowledge/search/encoder/encoder.ts'
import type { Hit } from '../../../knowledge/search/search.ts'
import type { Coverage } from '../evidence.ts'

/** What each piece of a passage was asked of, by its mark: a share from 0 to 1. */
export type AskedOf = ReadonlyMap<string, number>

/** What a piece has that nobody asked for. */
const LEAST = 0.02

/** How much more often than another a piece is what is asked for, as a logarithm. */
export function askedLog(asked: AskedOf, place: number, row?: number): number {
  return Math.log(LEAST + (asked.get(markOf(place, row)) ?? 0))
}

/** The mark of a piece, or of a row or item of it (`row` from 0), as the material has it: «3», «3b», «3ab» for the 28th. */
export function markOf(place: number, row?: number): string {
  return row === undefined ? `${place + 1}` : `${place + 1}${lettersOf(row)}`
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

function lettersOf(row: number): string {
  const last = LETTERS[row % LETTERS.length]!
  return row < LETTERS.length ? last : lettersOf(Math.floor(row / LETTERS.length) - 1) + last
}

/** How much more the likest ways tell than others … */
const SHARPNESS = 12
/**
 * … and how much more what is nearest to the middle of its ways. Of 3,300 ways left out of the material these found the piece that answers for 78.8 %,
 * the likest ways alone for 76.6 %, the middle and the number of its ways for 74.7 %.
 */
const OF_THE_MIDDLE = 8

/**
 * Of the ways in which a passage is asked for, the share that each piece answers, those telling most that are likest to the question. `null` where
 * the material does not say which piece answers, or it is not known what the question is about.
 */
export function askedOf({ subject }: Coverage, { chunk, ways }: Pick<Hit, 'chunk' | 'ways'>): AskedOf | null {
  const { answeredIn } = chunk
  if (!subject || !ways || ways.length < answeredIn.length * SIZE || !answeredIn.some(Boolean)) return null
  const votes = [...waysByPiece(answeredIn)].map(([piece, places]): [string, number] => {
    const near = places.reduce((sum, at) => sum + Math.exp(SHARPNESS * cosineToBytes(subject, ways, at)), 0)
    return [piece, near * Math.exp(OF_THE_MIDDLE * cosine(subject, middleOf(ways, places)))]
  })
  const all = votes.reduce((sum, [, vote]) => sum + vote, 0)
  return new Map(votes.map(([piece, vote]) => [piece, vote / all]))
}

/** The places of the ways that each piece answers. */
function waysByPiece(answeredIn: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, piece] of answeredIn.entries())
    if (piece !== '') places.set(piece, [...(places.get(piece) ?? []), at])
  return places
}
