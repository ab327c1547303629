/** Reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009): lanes whose scores cannot be compared are joined by rank. */

/** The larger, the less the rank matters. The value of the paper; others change little. */
const RANK_CONSTANT = 60

/** One lane's passages, best first, and what its opinion counts. */
export type Ranking = { chunkIds: readonly number[]; weight: number }

/** The passages of all rankings, best first: each counts its weight, divided by how far down it stands. */
export function fuse(rankings: readonly Ranking[]): number[] {
  const scores = new Map<number, number>()
  for (const { chunkIds, weight } of rankings)
    for (const [i, chunkId] of chunkIds.entries())
      scores.set(chunkId, (scores.get(chunkId) ?? 0) + weight / (RANK_CONSTANT + i + 1))
  return [...scores].sort(([, a], [, b]) => b - a).map(([chunkId]) => chunkId)
}
