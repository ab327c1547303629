/** A text that is changed from its beginning to its end. */
export class Edited {
  readonly #text: string
  readonly #parts: string[] = []
  #copied = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Puts `by` in place of what stands between two places; neither lies before the change made last. */
  replace(from: number, to: number, by: string): void {
    this.#parts.push(this.#text.slice(this.#copied, from), by)
    this.#copied = to
  }

  toString(): string {
    return this.#parts.join('') + this.#text.slice(this.#copied)
  }
}
