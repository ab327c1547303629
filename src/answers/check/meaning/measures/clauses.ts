import type { Beside, Note } from '../beside.ts'

/** Whether clauses of the claim are made of pieces of several clauses or sentences of the source. */
export function measureClauses(beside: Beside, note: Note): void {
  note('mixed clauses', mixedClauses(beside))
  note('mixed sentences', Math.min(4, mixedSentences(beside)))
}

/** The share of words that stand outside of the clause of the source that has most of their own clause. */
function mixedClauses({ claim, first }: Beside): number {
  const counts = new Map<number, Map<number, number>>()
  for (const token of claim.tokens) {
    const place = first.places[token.at]!
    if (place < 0) continue
    const of = first.sentence.reading.tokens[place]!.clause
    const here = counts.get(token.clause) ?? new Map<number, number>()
    counts.set(token.clause, here.set(of, (here.get(of) ?? 0) + 1))
  }
  let all = 0
  let outside = 0
  for (const here of counts.values()) {
    const sizes = [...here.values()]
    const sum = sizes.reduce((a, b) => a + b)
    all += sum
    outside += sum - Math.max(...sizes)
  }
  return all === 0 ? 0 : outside / all
}

/** How many words of a clause only the second sentence has, where others only the first has. */
function mixedSentences({ claim, first, second }: Beside): number {
  if (second === null) return 0
  const only = new Map<number, [number, number]>()
  for (const { at, clause } of claim.tokens) {
    const inFirst = first.places[at]! >= 0
    if (inFirst === second.places[at]! >= 0) continue
    const counts = only.get(clause) ?? [0, 0]
    counts[inFirst ? 0 : 1]++
    only.set(clause, counts)
  }
  return [...only.values()].reduce((sum, [one, other]) => sum + Math.min(one, other), 0)
}
