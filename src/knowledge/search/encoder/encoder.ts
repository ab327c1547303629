import { readFileSync } from 'node:fs'
import { ROWS, rowOfPair, rowsOfWord } from './features.ts'

/** Numbers in a vector. */
export const SIZE = 96

/** Where `npm run train` keeps what it learned: `ROWS` rows of `SIZE` signed bytes. Only how they compare matters. */
export const WEIGHTS_FILE = new URL('encoder.weights', import.meta.url)

let read: Int8Array | undefined

function weights(): Int8Array {
  read ??= new Int8Array(Uint8Array.from(readFileSync(WEIGHTS_FILE)).buffer)
  return read
}

/** Longer messages say no more of their subject. */
const MOST_WORDS = 400

/**
 * What a text is about, as a vector of length 1 (of nothing but zeros where nothing is known of its words): the sum of what its words,
 * their pieces and neighbouring pairs stand for, as learned from the ways of asking that the material lists (Joulin and others,
 * «Bag of Tricks for Efficient Text Classification», 2016). Takes folded words.
 */
export function encode(words: readonly string[]): Float32Array {
  return encoder()(words)
}

/** `encode` for texts that have most of their words in common, as titles of a passage do: adds up each word once, as long as it is kept. */
export function encoder(): (words: readonly string[]) => Float32Array {
  const sums = new Map<string, Int32Array>()
  return (words) => {
    // Sums of whole numbers are the same in any order.
    const sum = new Int32Array(SIZE)
    const known = words.slice(0, MOST_WORDS)
    for (const [i, word] of known.entries()) {
      const own = sums.get(word) ?? sumOfWord(word)
      sums.set(word, own)
      for (let at = 0; at < SIZE; at++) sum[at]! += own[at]!
      if (i > 0) addRow(sum, rowOfPair(known[i - 1]!, word))
    }
    return toUnit(Float32Array.from(sum))
  }
}

function sumOfWord(word: string): Int32Array {
  const sum = new Int32Array(SIZE)
  for (const row of rowsOfWord(word)) addRow(sum, row)
  return sum
}

/** The greatest value of a signed byte. */
const BYTE = 127

/** Vectors of length 1, one after the other, in signed bytes: a cosine is off by less than a hundredth. */
export function bytesOf(vectors: readonly Float32Array[]): Int8Array {
  const bytes = new Int8Array(vectors.length * SIZE)
  for (const [at, vector] of vectors.entries())
    for (let i = 0; i < SIZE; i++) bytes[at * SIZE + i] = Math.round(vector[i]! * BYTE)
  return bytes
}

/** Cosine of a vector of length 1 and the one number `at` of `bytes`. */
export function cosineToBytes(one: Float32Array, bytes: Int8Array, at: number): number {
  let sum = 0
  for (let i = 0; i < SIZE; i++) sum += one[i]! * bytes[at * SIZE + i]!
  return sum / BYTE
}

/** What several texts are about together: the direction of their mean. */
export function centreOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(SIZE)
  for (const vector of vectors) for (let i = 0; i < SIZE; i++) sum[i]! += vector[i]!
  return toUnit(sum)
}

/** The direction of the mean of those numbered `places` of `bytes`. */
export function middleOf(bytes: Int8Array, places: readonly number[]): Float32Array {
  const sum = new Float32Array(SIZE)
  for (const place of places) for (let i = 0, at = place * SIZE; i < SIZE; i++, at++) sum[i]! += bytes[at]!
  return toUnit(sum)
}

/** Cosine of two vectors of length 1, −1 to 1; 0 where one is of zeros. */
export function cosine(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let i = 0; i < SIZE; i++) sum += one[i]! * other[i]!
  return sum
}

function addRow(sum: Int32Array, row: number): void {
  const all = weights()
  for (let i = 0, at = row * SIZE; i < SIZE; i++, at++) sum[i]! += all[at]!
}

/** In place. */
function toUnit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(cosine(vector, vector))
  if (length > 0) for (let i = 0; i < SIZE; i++) vector[i]! /= length
  return vector
}

/** The bytes of rows as they were learned. */
export function packed(rows: Float32Array): Uint8Array {
  if (rows.length !== ROWS * SIZE) throw new RangeError(`${rows.length} weights, not ${ROWS * SIZE}`)
  const unit = rows.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127
  return new Uint8Array(Int8Array.from(rows, (value) => Math.round(value / unit)).buffer)
}
