import { Buffer } from 'node:buffer'

/** A stream of a compound file, read when it is asked for. Source of the format: [MS-CFB]. */
export type Stream = { name: string; length: number; read: () => Buffer }

const FREE = 0xff_ff_ff_fa
const ENTRY_BYTES = 128
const IN_HEADER = 109

/** The streams of a compound file, whatever storages they are in. Throws for what is none, or is damaged. */
export function streamsOf(file: Uint8Array): Stream[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const shift = bytes.readUInt16LE(30)
  if (bytes.readUInt32BE(0) !== 0xd0_cf_11_e0 || (shift !== 9 && shift !== 12)) throw new Error('No compound file')
  const size = 1 << shift
  const sector = (id: number) => bytes.subarray((id + 1) * size, (id + 2) * size)
  const next = wordsOf(sectorsOfTable(bytes, size).map(sector))
  const read = (start: number) => Buffer.concat(chain(start, next).map(sector))
  const entries = entriesIn(read(bytes.readUInt32LE(48)))
  const root = entries.find(({ type }) => type === ROOT)
  const small = root ? read(root.start) : Buffer.alloc(0)
  const smallSize = 1 << bytes.readUInt16LE(32)
  const smallNext = wordsOf([read(bytes.readUInt32LE(60))])
  const smallSector = (id: number) => small.subarray(id * smallSize, (id + 1) * smallSize)
  const smallUpTo = bytes.readUInt32LE(56)
  return entries
    .filter(({ type }) => type === STREAM)
    .map(({ name, start, length }) => ({
      name,
      length,
      read: () => {
        const whole = length < smallUpTo ? Buffer.concat(chain(start, smallNext).map(smallSector)) : read(start)
        return whole.subarray(0, length)
      },
    }))
}

const [STREAM, ROOT] = [2, 5]

/** Which sectors hold the table of what follows what: the first are named in the header, others in sectors of their own. */
function sectorsOfTable(bytes: Buffer, size: number): number[] {
  const named = wordsOf([bytes.subarray(76, 76 + IN_HEADER * 4)])
  const perSector = size / 4 - 1
  let at = bytes.readUInt32LE(68)
  for (let more = Math.min(bytes.readUInt32LE(72), bytes.length / size); more > 0 && at < FREE; more--) {
    const words = wordsOf([bytes.subarray((at + 1) * size, (at + 2) * size)])
    named.push(...words.slice(0, perSector))
    at = words[perSector] ?? FREE
  }
  return named.filter((id) => id < FREE)
}

function wordsOf(parts: Buffer[]): number[] {
  const all = Buffer.concat(parts)
  return Array.from({ length: all.length >> 2 }, (_, at) => all.readUInt32LE(at * 4))
}

/** Throws for a chain that never ends. */
function chain(start: number, next: readonly number[]): number[] {
  const ids: number[] = []
  for (let id = start; id < FREE; id = next[id] ?? FREE) {
    if (ids.length > next.length) throw new Error('A chain of sectors never ends')
    ids.push(id)
  }
  return ids
}

function entriesIn(directory: Buffer) {
  return Array.from({ length: Math.floor(directory.length / ENTRY_BYTES) }, (_, at) => {
    const entry = directory.subarray(at * ENTRY_BYTES, (at + 1) * ENTRY_BYTES)
    const named = Math.min(64, entry.readUInt16LE(64))
    return {
      name: entry.toString('utf16le', 0, Math.max(0, named - 2)),
      type: entry[66],
      start: entry.readUInt32LE(116),
      length: entry.readUInt32LE(120),
    }
  })
}
