import { crc32 } from 'node:zlib'
import { ByteWriter } from './bytes.ts'
import { LONGEST_TERM, MOST_COUNTED, MOST_PASSAGES } from './segment.ts'

/** How a segment is written. A version more for every change of what follows. */
export const FORMAT = 1
/** The format, and the checksum (CRC-32) of all that follows. */
export const HEAD_BYTES = 5

/**
 * Writes a segment, term by term in ascending order:
 *
 *     format, checksum │ passages │ their numbers, as distances │ their lengths │ terms, letters, postings │ term …
 *     term: letters shared with the one before │ the others │ postings │ posting …
 *     posting: distance of its place to the one before, doubled, + 1 where the count is one │ the count, where it is not
 *
 * All are numbers of `bytes.ts`, but for the head and the counts, which are a byte. A posting takes 1.3 bytes on average.
 */
export class SegmentEncoder {
  readonly #head = new ByteWriter()
  readonly #body = new ByteWriter()
  #terms = 0
  #letters = 0
  #postings = 0
  #last = ''

  constructor(passages: ArrayLike<number>, lengths: ArrayLike<number>) {
    if (passages.length > MOST_PASSAGES) throw new Error(`A segment holds ${MOST_PASSAGES} passages at most.`)
    this.#head.number(passages.length)
    for (let i = 0; i < passages.length; i++) this.#head.number(passages[i]! - (i > 0 ? passages[i - 1]! : 0))
    for (let i = 0; i < lengths.length; i++) this.#head.number(lengths[i]!)
  }

  /** `places` ascending, with their `counts`; at least one. */
  term(term: string, places: ArrayLike<number>, counts: ArrayLike<number>): void {
    if (term.length > LONGEST_TERM) throw new Error(`A term has ${LONGEST_TERM} code units at most.`)
    const shared = sharedLetters(this.#last, term)
    this.#body.number(shared)
    this.#body.number(term.length - shared)
    for (let i = shared; i < term.length; i++) this.#body.number(term.charCodeAt(i))
    this.#body.number(places.length)
    let before = 0
    for (let i = 0; i < places.length; i++) {
      this.#posting(places[i]! - before, Math.min(counts[i]!, MOST_COUNTED))
      before = places[i]!
    }
    this.#last = term
    this.#terms += 1
    this.#letters += term.length
    this.#postings += places.length
  }

  #posting(distance: number, count: number): void {
    this.#body.number(2 * distance + (count === 1 ? 1 : 0))
    if (count !== 1) this.#body.byte(count)
  }

  finish(): Uint8Array {
    for (const total of [this.#terms, this.#letters, this.#postings]) this.#head.number(total)
    const bytes = new Uint8Array(HEAD_BYTES + this.#head.written.length + this.#body.written.length)
    bytes.set(this.#head.written, HEAD_BYTES)
    bytes.set(this.#body.written, HEAD_BYTES + this.#head.written.length)
    bytes[0] = FORMAT
    new DataView(bytes.buffer).setUint32(1, crc32(bytes.subarray(HEAD_BYTES)))
    return bytes
  }
}

function sharedLetters(before: string, term: string): number {
  let shared = 0
  while (shared < before.length && shared < term.length && before[shared] === term[shared]) shared++
  return shared
}
