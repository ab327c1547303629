import { cosineTo, type Gist } from '../knowledge/search/likeness.ts'
import type { NearHit } from './rules.ts'

/** What questions are compared by: their words, and the passages that search finds near them. */
export type Comparable = { gist: Gist; hits: readonly NearHit[] }

/**
 * From this likeness on, on average to the questions of a group, a question joins it; the passages count `HITS_SHARE` of it, the first
 * `COMPARED_HITS` of them. Chosen on half of 99 questions in 30 groups (`test/gaps/sets/alike.jsonl`): of pairs put together 86 % belong together
 * and 50 % of those that do are; on the half nobody tuned on 95 % and 35 %. A question too many in a group costs more than one too few:
 * it gets an answer to something else, while two groups of one kind are joined with a tap.
 */
const LEAST_ALIKE = 0.205
const HITS_SHARE = 0.3
export const COMPARED_HITS = 5

/** How alike other questions are to one, 0 to 1. */
function likenessTo(one: Comparable): (other: Comparable) => number {
  const byWords = cosineTo(one.gist)
  const byPassages = cosineTo(nearest(one))
  return (other) => (1 - HITS_SHARE) * byWords(other.gist) + HITS_SHARE * byPassages(nearest(other))
}

function nearest({ hits }: Comparable): Map<number, number> {
  return new Map(hits.slice(0, COMPARED_HITS).map(({ chunkId, score }) => [chunkId, Math.max(0, score)]))
}

/** A group of questions, to be compared with. */
export type ComparableGroup = { gapId: number; questions: readonly Comparable[] }

/** Groups by how alike they are to a question, the most alike first. */
export function byLikeness(
  question: Comparable,
  groups: readonly ComparableGroup[],
): { gapId: number; likeness: number }[] {
  const likeness = likenessTo(question)
  return groups
    .map(({ gapId, questions }) => ({
      gapId,
      likeness: questions.reduce((sum, other) => sum + likeness(other), 0) / Math.max(1, questions.length),
    }))
    .toSorted((a, b) => b.likeness - a.likeness)
}

/** The group that a question belongs to; `null`: it is like none. */
export function groupOf(question: Comparable, groups: readonly ComparableGroup[]): number | null {
  const [best] = byLikeness(question, groups)
  return best && best.likeness >= LEAST_ALIKE ? best.gapId : null
}
