import { lengthNorm, weightBy } from './bm25.ts'
import { findPassage, findTerm, type Segment, termCount } from './segment.ts'

/** A segment with what has been withdrawn of it, made ready to be searched. */
export type Part = {
  segment: Segment
  /** 1 at the places of passages that were withdrawn; `null` while none was. */
  withdrawn: Uint8Array | null
  /** In how many passages in use each term stands, `UNKNOWN` until it is asked for; `null` while all are in use. */
  inUse: Uint32Array | null
  /** What BM25 needs to know of each passage's length. */
  norms: Float64Array
  /** The weight of a term that stands once in each: that of four postings in five. */
  once: Float64Array
  /** Where scores are added up, for one question at a time. */
  sums: Float64Array
}

const UNKNOWN = 0xffff_ffff

/**
 * All segments together, at one moment: what is counted and scored is what one fresh segment of the passages in use would
 * give, however they are spread over segments and whatever has been withdrawn. Segments come by the numbers of their
 * passages, all of one before all of the next.
 */
export class PassageIndex {
  readonly parts: readonly Part[]
  /** How many passages are in use, and how many terms they have on average. */
  readonly passages: number
  readonly meanLength: number

  constructor(segments: readonly { segment: Segment; withdrawn: readonly number[] }[]) {
    const marked = segments.map(({ segment, withdrawn }) => ({ segment, withdrawn: markWithdrawn(segment, withdrawn) }))
    const lengths = marked.map(lengthsInUse)
    this.passages = lengths.reduce((sum, { passages }) => sum + passages, 0)
    this.meanLength = lengths.reduce((sum, { terms }) => sum + terms, 0) / Math.max(1, this.passages)
    this.parts = marked.map(({ segment, withdrawn }) => partOf(segment, withdrawn, this.meanLength))
  }

  /** In how many passages in use a term stands. */
  count(term: string): number {
    return this.parts.reduce((sum, part) => {
      const at = findTerm(part.segment, term)
      return at < 0 ? sum : sum + countInUse(part, at)
    }, 0)
  }

  /** Whether a passage is in use. */
  has(passage: number): boolean {
    return this.parts.some(({ segment, withdrawn }) => {
      const place = findPassage(segment, passage)
      return place >= 0 && withdrawn?.[place] !== 1
    })
  }
}

/** Marks the places of `numbers` in a segment; `null` where none of them stands in it. */
export function markWithdrawn(segment: Segment, numbers: readonly number[]): Uint8Array | null {
  const places = numbers.map((number) => findPassage(segment, number)).filter((place) => place >= 0)
  if (places.length === 0) return null
  const withdrawn = new Uint8Array(segment.passages.length)
  for (const place of places) withdrawn[place] = 1
  return withdrawn
}

function lengthsInUse({ segment, withdrawn }: Pick<Part, 'segment' | 'withdrawn'>) {
  let passages = 0
  let terms = 0
  for (const [place, length] of segment.lengths.entries()) {
    if (withdrawn?.[place] === 1) continue
    passages += 1
    terms += length
  }
  return { passages, terms }
}

function partOf(segment: Segment, withdrawn: Uint8Array | null, meanLength: number): Part {
  const norms = Float64Array.from(segment.lengths, (length) => lengthNorm(length, meanLength))
  return {
    segment,
    withdrawn,
    inUse: withdrawn && new Uint32Array(termCount(segment)).fill(UNKNOWN),
    norms,
    once: norms.map((norm) => weightBy(1, norm)),
    sums: new Float64Array(segment.passages.length),
  }
}

function countInUse({ segment, withdrawn, inUse }: Part, term: number): number {
  const { places, postingStarts } = segment
  const start = postingStarts[term]!
  const end = postingStarts[term + 1]!
  if (!withdrawn || !inUse) return end - start
  if (inUse[term] === UNKNOWN) {
    let count = 0
    for (let at = start; at < end; at++) count += 1 - withdrawn[places[at]!]!
    inUse[term] = count
  }
  return inUse[term]!
}
