import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { Refusal } from '../result.ts'
import type { Source } from '../source.ts'

/** A zipped file with the parts that readers want unpacked. */
export type Archive = {
  /** Names of all entries, unpacked or not. */
  names: Set<string>
  parts: Parts
}

/** Parts by name; programs do not agree on capitals, so these are the same. */
class Parts extends Map<string, Uint8Array> {
  readonly #spelled = new Map<string, string>()

  override set(name: string, part: Uint8Array): this {
    const spelled = this.#spelled.get(name.toLowerCase()) ?? name
    this.#spelled.set(name.toLowerCase(), spelled)
    return super.set(spelled, part)
  }

  override get(name: string): Uint8Array | undefined {
    return super.get(this.#spelled.get(name.toLowerCase()) ?? name)
  }
}

/** What stays packed: pictures, fonts, sounds, films and embedded files. Parts with text may have any name, and macros are looked at. */
const UNWANTED =
  /\.(?:png|jpe?g|jfif|gif|bmp|tiff?|emz?|emf|wmf|wmz|svgz?|svm|wdp|webp|ico|(?<!vbaProject\.)bin|ole|od[tfpsgcb]|ttf|otf|odttf|fntdata|mp[34]|m4[av]|wav|wma|wmv|avi|mov|mpe?g|docx?|docm|xlsx?|xls[mb]|pptx?|pptm|pdf|zip|rar|7z|exe|dll|class|jar)$/i

/**
 * Unpacks what `WANTED` says. Refuses while unpacking: too many entries, declared or real sizes above the limits,
 * encrypted entries; a checksum or size that does not fit is damage.
 */
export async function unpack(source: Source): Promise<Archive> {
  const { bytes, limits } = source
  const buffer = withoutTrailing(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  // Names are only looked up, never written to: those that yauzl would refuse lead nowhere.
  const zip = await orDamaged(yauzl.fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false }))
  if (zip.entryCount > limits.zipEntries) throw new Refusal('unpacks-too-large', `${zip.entryCount} entries`)
  const budget = new Budget(source)
  const archive: Archive = { names: new Set(), parts: new Parts() }
  const wanted: { entry: Entry; name: string }[] = []
  for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
    budget.declare(entry.uncompressedSize)
    if ((entry.generalPurposeBitFlag & 1) === 1) throw new Refusal('encrypted')
    const name = nameOf(entry)
    archive.names.add(name)
    if (!UNWANTED.test(name) && !name.endsWith('/')) wanted.push({ entry, name })
  }
  for (const { entry, name } of wanted) archive.parts.set(name, await unpackEntry(zip, entry, budget))
  return archive
}

const END_OF_ARCHIVE = Buffer.from('PK\x05\x06', 'latin1')
const END_BYTES = 22
const MOST_COMMENT = 65_535

/** The archive up to its end: what mail and copying put behind it is left out, as word processors do. */
function withoutTrailing(bytes: Buffer): Buffer {
  const from = Math.max(0, bytes.length - END_BYTES - MOST_COMMENT)
  const end = bytes.subarray(from).lastIndexOf(END_OF_ARCHIVE)
  if (end < 0 || from + end + END_BYTES > bytes.length) return bytes
  const comment = bytes.readUInt16LE(from + end + END_BYTES - 2)
  const whole = from + end + END_BYTES + comment
  if (whole <= bytes.length) return bytes.subarray(0, whole)
  // A comment that was cut off says nothing that is read.
  const cut = Buffer.from(bytes.subarray(0, from + end + END_BYTES))
  cut.writeUInt16LE(0, cut.length - 2)
  return cut
}

/** The name of an entry as parts refer to it: «/» between folders, none before the first. */
function nameOf(entry: Entry): string {
  return (entry.fileName as unknown as Buffer).toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '')
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
  if (crc32(content) !== entry.crc32) throw new Refusal('damaged', `${nameOf(entry)}: the checksum does not fit`)
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
