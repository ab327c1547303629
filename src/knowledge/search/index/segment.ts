/**
 * A segment: the postings of some passages, never changed once it is written. Its bytes are what is kept, its arrays what is
 * searched. The arrays lie outside the heap of JavaScript, three bytes a posting.
 */
export type Segment = {
  /** The numbers of its passages, ascending. A passage's place in this array is what postings name. */
  passages: Int32Array
  /** How many terms each passage has, repetitions included. */
  lengths: Uint32Array
  /** The code units of all terms, term after term, in the order of their code units. */
  letters: Uint16Array
  /** Where each term begins in `letters`, and where the last one ends. */
  termStarts: Uint32Array
  /** Postings, term after term: the places of the passages that have it, ascending … */
  places: Uint16Array
  /** … and how often each has it, at most `MOST_COUNTED`. */
  counts: Uint8Array
  /** Where the postings of each term begin, and where the last ones end. */
  postingStarts: Uint32Array
}

/** Passages of one segment: their places fit sixteen bits, and decoding or merging it takes well under a tenth of a second. */
export const MOST_PASSAGES = 32_768
/** What a byte holds. BM25 has long stopped counting by then. */
export const MOST_COUNTED = 255
/** Code units of a term. */
export const LONGEST_TERM = 255

export function termCount(segment: Segment): number {
  return segment.termStarts.length - 1
}

export function termAt({ letters, termStarts }: Segment, term: number): string {
  return String.fromCharCode(...letters.subarray(termStarts[term], termStarts[term + 1]))
}

/** The number of a term, or −1. */
export function findTerm(segment: Segment, term: string): number {
  let low = 0
  let high = termCount(segment) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const order = compareTerm(segment, middle, term)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Below 0 when the segment's term comes before `term`, above 0 when it comes after. */
function compareTerm({ letters, termStarts }: Segment, at: number, term: string): number {
  const start = termStarts[at]!
  const length = termStarts[at + 1]! - start
  const common = Math.min(length, term.length)
  for (let i = 0; i < common; i++) {
    const difference = letters[start + i]! - term.charCodeAt(i)
    if (difference !== 0) return difference
  }
  return length - term.length
}

/** Where a passage stands in a segment, or −1. */
export function findPassage({ passages }: Segment, passage: number): number {
  const at = firstFrom(passages, passage, 0, passages.length)
  return passages[at] === passage ? at : -1
}

/** The first place in `from` ≤ place < `to` of an ascending array whose number is at least `least`; `to` where none is. */
export function firstFrom(ascending: Int32Array | Uint16Array, least: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}
