import { crc32 } from 'node:zlib'
import { ByteReader } from './bytes.ts'
import { FORMAT, HEAD_BYTES } from './encode.ts'
import { LONGEST_TERM, MOST_PASSAGES, type Segment, termCount } from './segment.ts'

/** A segment that cannot be read. `isNewer`: a later version of the program wrote it; otherwise it is damaged. */
export class UnreadableSegment extends Error {
  readonly isNewer: boolean

  constructor(message: string, isNewer = false) {
    super(message)
    this.isNewer = isNewer
  }
}

/** A segment from its bytes. Throws `UnreadableSegment` for all others, whatever they are: none is ever taken for a segment half. */
export function decodeSegment(bytes: Uint8Array): Segment {
  checkHead(bytes)
  const reader = new ByteReader(bytes, HEAD_BYTES)
  const { passages, lengths } = readPassages(reader, bytes.length)
  const segment: Segment = { passages, lengths, ...arraysFor(reader, bytes.length) }
  let letter = 0
  let posting = 0
  for (let term = 0; term < termCount(segment); term++) {
    letter = readTerm(reader, segment, term, letter)
    posting = readPostings(reader, segment, term, posting)
  }
  must(letter === segment.letters.length && posting === segment.places.length && reader.isWhole)
  return segment
}

function checkHead(bytes: Uint8Array): void {
  must(bytes.length > HEAD_BYTES)
  if (bytes[0]! > FORMAT) throw new UnreadableSegment(`The format ${bytes[0]} is newer than ${FORMAT}, ours.`, true)
  if (bytes[0] !== FORMAT) throw new UnreadableSegment(`The format ${bytes[0]} is not read any more.`)
  const checksum = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1)
  if (crc32(bytes.subarray(HEAD_BYTES)) !== checksum) throw new UnreadableSegment('The checksum is wrong.')
}

function readPassages(reader: ByteReader, most: number): Pick<Segment, 'passages' | 'lengths'> {
  const count = reader.number()
  must(count <= Math.min(most, MOST_PASSAGES))
  const passages = new Int32Array(count)
  let number = 0
  for (let i = 0; i < count; i++) {
    const distance = reader.number()
    number += distance
    must((i === 0 || distance > 0) && number < 2 ** 31)
    passages[i] = number
  }
  const lengths = new Uint32Array(count)
  for (let i = 0; i < count; i++) lengths[i] = reader.number()
  return { passages, lengths }
}

/** Every term and every posting takes a byte or more, so that no number in a damaged head asks for more memory than that. */
function arraysFor(reader: ByteReader, most: number): Omit<Segment, 'passages' | 'lengths'> {
  const [terms, letters, postings] = [reader.number(), reader.number(), reader.number()]
  must(terms <= most && letters <= terms * LONGEST_TERM && postings <= most)
  return {
    letters: new Uint16Array(letters),
    termStarts: new Uint32Array(terms + 1),
    places: new Uint16Array(postings),
    counts: new Uint8Array(postings),
    postingStarts: new Uint32Array(terms + 1),
  }
}

/** Returns where the next term begins in `letters`. */
function readTerm(reader: ByteReader, { letters, termStarts }: Segment, term: number, start: number): number {
  const before = term > 0 ? termStarts[term - 1]! : start
  const shared = reader.number()
  const added = reader.number()
  const end = start + shared + added
  must(shared <= start - before && shared + added <= LONGEST_TERM && end <= letters.length)
  letters.copyWithin(start, before, before + shared)
  for (let at = start + shared; at < end; at++) letters[at] = reader.number()
  must(term === 0 || isAfter(letters, before, start, start, end))
  termStarts[term + 1] = end
  return end
}

/** Whether the letters of a term come after those of the one before. */
function isAfter(letters: Uint16Array, before: number, beforeEnd: number, start: number, end: number): boolean {
  let i = 0
  while (before + i < beforeEnd && start + i < end && letters[before + i] === letters[start + i]) i++
  if (start + i >= end) return false
  return before + i >= beforeEnd || letters[before + i]! < letters[start + i]!
}

/** Returns where the postings of the next term begin. */
function readPostings(reader: ByteReader, segment: Segment, term: number, start: number): number {
  const { places, counts, passages } = segment
  const end = start + reader.number()
  must(end > start && end <= places.length)
  let place = 0
  for (let at = start; at < end; at++) {
    const coded = reader.number()
    place += coded >>> 1
    const count = coded & 1 ? 1 : reader.byte()
    must(place < passages.length && (at === start || coded > 1) && count > 0)
    places[at] = place
    counts[at] = count
  }
  segment.postingStarts[term + 1] = end
  return end
}

function must(holds: boolean): void {
  if (!holds) throw new UnreadableSegment('The bytes are no segment.')
}
