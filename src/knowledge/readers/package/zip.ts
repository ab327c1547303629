import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Refusal } from '../result.ts'
import type { Source } from '../source.ts'

/** A zipped file with the parts that readers want unpacked. */
export type Archive = {
  /** Names of all entries, unpacked or not. */
  names: Set<string>
  parts: Map<string, Uint8Array>
}

/** Parts with text or structure; pictures, fonts and embedded files stay packed. */
const WANTED = /\.(xml|rels)$|^mimetype$/i

/**
 * Unpacks what `WANTED` says. Refuses while unpacking: too many entries, declared or real sizes above the limits,
 * encrypted entries; a checksum or size that does not fit is damage.
 */
export async function unpack(source: Source): Promise<Archive> {
  const { bytes, limits } = source
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await orDamaged(yauzl.fromBufferPromise(buffer, { lazyEntries: true }))
  if (zip.entryCount > limits.zipEntries) throw new Refusal('unpacks-too-large', `${zip.entryCount} entries`)
  const budget = new Budget(source)
  const archive: Archive = { names: new Set(), parts: new Map() }
  const wanted: Entry[] = []
  for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
    budget.declare(entry.uncompressedSize)
    if ((entry.generalPurposeBitFlag & 1) === 1) throw new Refusal('encrypted')
    archive.names.add(entry.fileName)
    if (WANTED.test(entry.fileName)) wanted.push(entry)
  }
  for (const entry of wanted) archive.parts.set(entry.fileName, await unpackEntry(zip, entry, budget))
  return archive
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Entry | null>()
  zip.once('entry', resolve)
  zip.once('end', () => resolve(null))
  zip.once('error', reject)
  zip.readEntry()
  return orDamaged(promise.finally(() => zip.removeAllListeners()))
}

async function unpackEntry(zip: ZipFile, entry: Entry, budget: Budget): Promise<Uint8Array> {
  const stream = await orDamaged(zip.openReadStreamPromise(entry))
  const chunks: Buffer[] = []
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      budget.spend(chunk.length)
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damaged(error)
  }
  const content = Buffer.concat(chunks)
  if (crc32(content) !== entry.crc32) throw new Refusal('damaged', `${entry.fileName}: the checksum does not fit`)
  return content
}

async function orDamaged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof Refusal ? error : damaged(error)
  }
}

function damaged(error: unknown): Refusal {
  return new Refusal('damaged', error instanceof Error ? error.message : String(error))
}

/** How much may still be unpacked; sizes that a file declares are refused before the work, real ones during it. */
class Budget {
  #declared = 0
  #spent = 0
  readonly #source: Source

  constructor(source: Source) {
    this.#source = source
  }

  declare(bytes: number): void {
    this.#declared += bytes
    this.#check(this.#declared)
  }

  spend(bytes: number): void {
    this.#spent += bytes
    this.#check(this.#spent)
    this.#source.checkTime()
  }

  #check(unpacked: number): void {
    const { limits, bytes } = this.#source
    const tooDense = unpacked > limits.ratioFromBytes && unpacked > bytes.length * limits.unpackedRatio
    if (unpacked > limits.unpackedBytes || tooDense) throw new Refusal('unpacks-too-large')
  }
}
