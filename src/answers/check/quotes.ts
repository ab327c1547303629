import type { Verdict } from './faults.ts'

/** Sentences of passages that stand in for what was written. Two claims may be nearest to the same one: it is said once. */
export class Quotes {
  readonly #owners = new Map<string, string>()

  /** The verdict on a claim; it keeps its quote where no other claim had it before. */
  onceEach(claim: string, verdict: Verdict): Verdict {
    if (verdict.fault === null || verdict.nearest === null) return verdict
    const quote = `${verdict.nearest.passage} ${verdict.nearest.text}`
    const owner = this.#owners.get(quote) ?? claim
    this.#owners.set(quote, owner)
    return owner === claim ? verdict : { ...verdict, nearest: null }
  }
}
