/** Beginnings of words, and whole words («=» at their end), each with what it stands for. */
export class Prefixes<T> {
  readonly #whole = new Map<string, T[]>()
  readonly #beginnings = new Map<string, T[]>()
  readonly #counts: 'longest' | 'all'
  #longest = 0

  /** Of several beginnings of a word the `longest` counts, or `all` of them. */
  constructor(counts: 'longest' | 'all') {
    this.#counts = counts
  }

  add(written: string, value: T): void {
    const isWhole = written.endsWith('=')
    const word = isWhole ? written.slice(0, -1) : written
    const known = isWhole ? this.#whole : this.#beginnings
    const values = known.get(word)
    if (values) values.push(value)
    else known.set(word, [value])
    if (!isWhole) this.#longest = Math.max(this.#longest, word.length)
  }

  /** What a word stands for, the whole of it first; a short beginning takes a short ending only. */
  of(word: string): readonly T[] {
    const found = [...(this.#whole.get(word) ?? [])]
    for (let length = Math.min(this.#longest, word.length); length > 1; length--) {
      if (found.length > 0 && this.#counts === 'longest') break
      if (word.length - length > longestEnding(length)) break
      found.push(...(this.#beginnings.get(word.slice(0, length)) ?? []))
    }
    return found
  }
}

/** Letters that may stand after a beginning: «плана», «планирањима». */
function longestEnding(length: number): number {
  return length < 4 ? 3 : length < 5 ? 7 : 9
}
