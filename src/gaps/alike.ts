import { cosine, type Gist } from '../knowledge/search/likeness.ts'
import type { NearHit } from './rules.ts'

/** What questions are compared by: their words, and the passages that search finds near them. */
export type Comparable = { gist: Gist; hits: readonly NearHit[] }

/**
 * From this likeness on, on average to the questions of a group, a question joins it; the passages count `HITS_SHARE` of it, the first
 * `HITS` of them. Chosen on half of 99 questions in 30 groups (`test/gaps/sets/alike.jsonl`): of pairs put together 91 % belong together
 * and 50 % of those that do are; on the half nobody tuned on 96 % and 39 %. A question too many in a group costs more than one too few:
 * it gets an answer to something else, while two groups of one kind are joined with a tap.
 */
const LEAST_ALIKE = 0.205
const HITS_SHARE = 0.3
const HITS = 5

/** How alike two questions are, 0 to 1. */
function likeness(a: Comparable, b: Comparable): number {
  return (1 - HITS_SHARE) * cosine(a.gist, b.gist) + HITS_SHARE * cosine(nearest(a), nearest(b))
}

function nearest({ hits }: Comparable): Map<number, number> {
  return new Map(hits.slice(0, HITS).map(({ chunkId, score }) => [chunkId, Math.max(0, score)]))
}

/** A group of questions, to be compared with. */
export type ComparableGroup = { gapId: number; questions: readonly Comparable[] }

/** Groups by how alike they are to a question, the most alike first. */
export function byLikeness(
  question: Comparable,
  groups: readonly ComparableGroup[],
): { gapId: number; likeness: number }[] {
  return groups
    .map(({ gapId, questions }) => ({
      gapId,
      likeness: questions.reduce((sum, other) => sum + likeness(question, other), 0) / Math.max(1, questions.length),
    }))
    .toSorted((a, b) => b.likeness - a.likeness)
}

/** The group that a question belongs to; `null`: it is like none. */
export function groupOf(question: Comparable, groups: readonly ComparableGroup[]): number | null {
  const [best] = byLikeness(question, groups)
  return best && best.likeness >= LEAST_ALIKE ? best.gapId : null
}
