/** Numbers as bytes of seven bits each, the lowest first, the eighth bit saying that more follow: one byte up to 127. */

/** Bytes that grow while they are written. */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 12)
  #length = 0

  /** A whole number from 0 to 2³² − 1. */
  number(value: number): void {
    this.#reserve(5)
    let rest = value
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.#bytes[this.#length++] = rest
  }

  byte(value: number): void {
    this.#reserve(1)
    this.#bytes[this.#length++] = value
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** What was written, until more is. */
  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more))
    grown.set(this.written)
    this.#bytes = grown
  }
}

/** Reads what a `ByteWriter` wrote. Past the end it reads zeros, and `isWhole` is false. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #at: number

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes
    this.#at = at
  }

  number(): number {
    let byte = this.byte()
    let value = byte & 127
    for (let shift = 7; byte > 127 && shift < 35; shift += 7) {
      byte = this.byte()
      value |= (byte & 127) << shift
    }
    return value >>> 0
  }

  byte(): number {
    const at = this.#at++
    return at < this.#bytes.length ? this.#bytes[at]! : 0
  }

  /** Whether everything was read, and nothing beyond. */
  get isWhole(): boolean {
    return this.#at === this.#bytes.length
  }
}
