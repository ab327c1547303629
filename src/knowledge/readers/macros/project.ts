import { Buffer } from 'node:buffer'
import { streamsOf } from './compound.ts'
import { isStatement } from './statement.ts'

/**
 * Whether a project of macros («vbaProject.bin») has any: Office keeps an empty module for the document and each sheet as soon as
 * somebody has looked at the editor. One that cannot be read may have some. Source of the format: [MS-OVBA].
 */
export function hasMacros(project: Uint8Array): boolean {
  try {
    const streams = new Map(streamsOf(project).map((stream) => [stream.name.toLowerCase(), stream]))
    const bytesOf = (name: string) => {
      const stream = streams.get(name.toLowerCase())
      if (!stream || stream.length > MOST_STREAM) throw new Error(`The stream «${name}» is missing, or too long`)
      return stream.read()
    }
    const modules = modulesIn(unpacked(bytesOf('dir')))
    if (modules.length > MOST_MODULES) return true
    return modules.some(({ name, sourceAt }) => hasStatement(unpacked(bytesOf(name).subarray(sourceAt))))
  } catch {
    return true
  }
}

function hasStatement(source: Buffer): boolean {
  return source
    .toString('latin1')
    .split(/\r\n?|\n/)
    .some(isStatement)
}

const [PROJECT_VERSION, STREAM_NAME, SOURCE_AT] = [0x00_09, 0x00_32, 0x00_31]

/** The modules that a directory of records names: the stream of each, and where its source begins in it. */
function modulesIn(records: Buffer): { name: string; sourceAt: number }[] {
  const modules: { name: string; sourceAt: number }[] = []
  let name = ''
  let at = 0
  while (at + 6 <= records.length) {
    const id = records.readUInt16LE(at)
    // The one record that says 4 and has 6.
    const length = id === PROJECT_VERSION ? 6 : records.readUInt32LE(at + 2)
    const value = records.subarray(at + 6, at + 6 + length)
    if (id === STREAM_NAME) name = value.toString('utf16le')
    if (id === SOURCE_AT) modules.push({ name, sourceAt: value.readUInt32LE(0) })
    at += 6 + length
  }
  return modules
}

/** What is longer is no source without a statement. */
const MOST_BYTES = 1_000_000
const MOST_STREAM = 8_000_000
/** A sheet has a module each. */
const MOST_MODULES = 2_000
const CHUNK = 4_096

/** Unpacks what is packed as [MS-OVBA] 2.4.1 says. Throws for what is packed otherwise, and for too much. */
function unpacked(packed: Buffer): Buffer {
  if (packed[0] !== 1) throw new Error('Packed otherwise')
  const chunks: Buffer[] = []
  for (let at = 1; at + 2 <= packed.length; ) {
    const header = packed.readUInt16LE(at)
    const end = at + (header & 0x0f_ff) + 3
    const body = packed.subarray(at + 2, end)
    chunks.push(header >> 15 === 0 ? body.subarray(0, CHUNK) : unpackedChunk(body))
    if (chunks.length * CHUNK > MOST_BYTES) throw new Error('Too much')
    at = end
  }
  return Buffer.concat(chunks)
}

function unpackedChunk(body: Buffer): Buffer {
  const chunk = Buffer.alloc(CHUNK)
  let length = 0
  for (let at = 0; at < body.length; ) {
    const flags = body[at++]!
    for (let bit = 0; bit < 8 && at < body.length; bit++) {
      if (((flags >> bit) & 1) === 0) {
        length = chunk.writeUInt8(body[at++]!, length)
        continue
      }
      const token = body.readUInt16LE(at)
      at += 2
      // The further one is, the more bits say how far back the copy begins, and the fewer how long it is.
      const bits = Math.max(4, Math.ceil(Math.log2(length)))
      const back = (token >> (16 - bits)) + 1
      const copied = (token & (0xff_ff >> bits)) + 3
      for (let n = 0; n < copied; n++) length = chunk.writeUInt8(chunk.readUInt8(length - back), length)
    }
  }
  return chunk.subarray(0, length)
}
