/** The few best of many, one after another: a heap with the worst of them on top. Of equal scores the lower number is better. */
export class Best {
  readonly #most: number
  readonly #scores: number[] = []
  readonly #numbers: number[] = []

  constructor(most: number) {
    this.#most = most
  }

  /** What a score must exceed to be among the best; 0 while there is room. */
  get least(): number {
    return this.#scores.length < this.#most ? 0 : (this.#scores[0] ?? Number.POSITIVE_INFINITY)
  }

  /** Takes in what belongs to the best, scores above 0 alone. Numbers that come later must be higher. */
  offer(number: number, score: number): void {
    if (!(score > this.least)) return
    if (this.#scores.length < this.#most) this.#rise(this.#scores.push(score) - 1, number, score)
    else this.#sink(number, score)
  }

  /** Best first. */
  list(): { passage: number; score: number }[] {
    return this.#scores
      .map((score, i) => ({ passage: this.#numbers[i]!, score }))
      .sort((a, b) => b.score - a.score || a.passage - b.passage)
  }

  #rise(from: number, number: number, score: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.#isWorse(number, score, above)) break
      this.#copy(above, at)
      at = above
    }
    this.#put(at, number, score)
  }

  #sink(number: number, score: number): void {
    const size = this.#scores.length
    let at = 0
    for (let below = 1; below < size; below = 2 * at + 1) {
      const right = below + 1
      const worse = right < size && this.#isWorse(this.#numbers[right]!, this.#scores[right]!, below) ? right : below
      if (this.#isWorse(number, score, worse)) break
      this.#copy(worse, at)
      at = worse
    }
    this.#put(at, number, score)
  }

  #isWorse(number: number, score: number, than: number): boolean {
    const other = this.#scores[than]!
    return score < other || (score === other && number > this.#numbers[than]!)
  }

  #copy(from: number, to: number): void {
    this.#put(to, this.#numbers[from]!, this.#scores[from]!)
  }

  #put(at: number, number: number, score: number): void {
    this.#numbers[at] = number
    this.#scores[at] = score
  }
}
