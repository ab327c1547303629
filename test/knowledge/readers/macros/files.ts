import { Buffer } from 'node:buffer'

// Projects of macros written by hand, as Office writes them.

const [SECTOR, SMALL, FREE, END, TABLE] = [512, 64, 0xff_ff_ff_ff, 0xff_ff_ff_fe, 0xff_ff_ff_fd]

/** A project with these modules, by name. Before the source of each stands what Office keeps there for itself. */
export function aProject(modules: Record<string, string>): Uint8Array {
  const cache = Buffer.alloc(37, 0xaa)
  const streams = Object.entries(modules).map(([name, source]): [string, Buffer] => [
    name,
    Buffer.concat([cache, packed(Buffer.from(source, 'latin1'))]),
  ])
  const named = Object.keys(modules).map((name) =>
    Buffer.concat([
      record(0x1a, Buffer.from(name, 'latin1')),
      record(0x32, Buffer.from(name, 'utf16le')),
      record(0x31, number(cache.length)),
    ]),
  )
  const version = Buffer.concat([Buffer.from([0x09, 0, 4, 0, 0, 0]), Buffer.alloc(6)])
  return aCompound([['dir', packed(Buffer.concat([record(0x01, number(3)), version, ...named]))], ...streams])
}

function record(id: number, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([id, 0]), number(value.length), value])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** Packed as [MS-OVBA] says, by copying what stood before wherever three letters of it come again. */
export function packed(bytes: Buffer): Buffer {
  const chunks: Buffer[] = []
  for (let from = 0; from < bytes.length; from += 4_096) chunks.push(packedChunk(bytes.subarray(from, from + 4_096)))
  return Buffer.concat([Buffer.from([1]), ...chunks])
}

function packedChunk(chunk: Buffer): Buffer {
  const groups: number[] = []
  for (let at = 0; at < chunk.length; ) {
    const tokens: number[] = []
    let flags = 0
    for (let bit = 0; bit < 8 && at < chunk.length; bit++) {
      const before = at < 3 ? -1 : chunk.subarray(0, at).lastIndexOf(chunk.subarray(at, at + 3))
      if (before < 0 || at + 3 > chunk.length) {
        tokens.push(chunk[at++]!)
        continue
      }
      const bits = Math.max(4, Math.ceil(Math.log2(at)))
      const token = ((at - before - 1) << (16 - bits)) & 0xff_ff
      tokens.push(token & 0xff, token >> 8)
      flags |= 1 << bit
      at += 3
    }
    groups.push(flags, ...tokens)
  }
  const header = Buffer.alloc(2)
  header.writeUInt16LE(0xb0_00 | (groups.length - 1))
  return Buffer.concat([header, Buffer.from(groups)])
}

/** A compound file of streams; those of 4,096 bytes and more lie in sectors of their own, the others in small ones. */
export function aCompound(streams: [name: string, bytes: Buffer][]): Uint8Array {
  const sectors: Buffer[] = []
  const next: number[] = []
  const put = (bytes: Buffer): number => {
    const first = sectors.length
    for (let at = 0; at < Math.max(1, bytes.length); at += SECTOR) {
      sectors.push(padded(bytes.subarray(at, at + SECTOR), SECTOR))
      next.push(sectors.length)
    }
    next[next.length - 1] = END
    return first
  }
  const smalls: Buffer[] = []
  const smallNext: number[] = []
  const entries = streams.map(([name, bytes]) => {
    if (bytes.length >= 4_096) return entry(name, 2, put(bytes), bytes.length)
    const first = smalls.length
    for (let at = 0; at < bytes.length; at += SMALL) {
      smalls.push(padded(bytes.subarray(at, at + SMALL), SMALL))
      smallNext.push(smalls.length)
    }
    smallNext[smallNext.length - 1] = END
    return entry(name, 2, first, bytes.length)
  })
  const small = Buffer.concat(smalls)
  const root = entry('Root Entry', 5, put(small), small.length)
  const smallTable = put(Buffer.concat(smallNext.map(number)))
  const directory = put(Buffer.concat([root, ...entries]))
  const table = sectors.length
  next.push(TABLE)
  sectors.push(padded(Buffer.concat(next.map(number)), SECTOR, 0xff))
  return Buffer.concat([header({ directory, smallTable, table }), ...sectors])
}

function header({ directory, smallTable, table }: { directory: number; smallTable: number; table: number }): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt16LE(6, 32)
  bytes.writeUInt32LE(1, 44)
  bytes.writeUInt32LE(directory, 48)
  bytes.writeUInt32LE(4_096, 56)
  bytes.writeUInt32LE(smallTable, 60)
  bytes.writeUInt32LE(1, 64)
  bytes.writeUInt32LE(END, 68)
  bytes.fill(0xff, 76)
  bytes.writeUInt32LE(table, 76)
  return bytes
}

function entry(name: string, type: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 'utf16le')
  bytes.writeUInt16LE((name.length + 1) * 2, 64)
  bytes[66] = type
  for (const at of [68, 72, 76]) bytes.writeUInt32LE(FREE, at)
  bytes.writeUInt32LE(start, 116)
  bytes.writeUInt32LE(length, 120)
  return bytes
}

function padded(bytes: Buffer, size: number, fill = 0): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(size - bytes.length, fill)])
}
