import { SegmentEncoder } from './encode.ts'

type Postings = { places: number[]; counts: number[] }

/** Makes a segment of passages. To be given them by ascending numbers, at most `MOST_PASSAGES`. */
export class SegmentBuilder {
  readonly #passages: number[] = []
  readonly #lengths: number[] = []
  readonly #terms = new Map<string, Postings>()

  /** How many passages it has been given. */
  get size(): number {
    return this.#passages.length
  }

  /** `terms` as they stand in the passage, repetitions included. */
  add(passage: number, terms: readonly string[]): void {
    if (passage <= (this.#passages.at(-1) ?? -1)) throw new Error('Passages come by ascending numbers.')
    const place = this.#passages.length
    for (const term of terms) this.#count(term, place)
    this.#passages.push(passage)
    this.#lengths.push(terms.length)
  }

  #count(term: string, place: number): void {
    const postings = this.#terms.get(term)
    if (!postings) {
      this.#terms.set(term, { places: [place], counts: [1] })
      return
    }
    const { places, counts } = postings
    const last = places.length - 1
    if (places[last] === place) counts[last]! += 1
    else {
      places.push(place)
      counts.push(1)
    }
  }

  finish(): Uint8Array {
    const encoder = new SegmentEncoder(this.#passages, this.#lengths)
    for (const term of [...this.#terms.keys()].sort()) {
      const { places, counts } = this.#terms.get(term)!
      encoder.term(term, places, counts)
    }
    return encoder.finish()
  }
}
