import { findTerms, type Glossary } from '../../knowledge/search/glossary.ts'
import type { Found, Hit } from '../../knowledge/search/search.ts'
import { foldedWords } from '../../language/fold.ts'
import type { Answer } from '../answer.ts'
import { mayStandAlone, tellingWords } from '../reading/conversation.ts'
import { entryOf } from './answer.ts'
import { Coverage, evidence, LEAST_NEAR, LEAST_SURE, textOfHit } from './evidence.ts'

/** A clause, what was found for it beside the whole, and whether a sentence begins with it. */
export type Part = { clause: string; opens: boolean } & (
  | { found: Found; refusal?: never }
  | { found?: never; refusal: Answer }
)

/** Words with fewer telling ones among them («а кад?», «колико траје») find by themselves only what is beside the point. */
export const SEARCHABLE_WORDS = 2

/**
 * Clauses that are answered together: those that are found first in one passage, and what hardly asks for something else. A sentence that is
 * found, and what names something that nothing found speaks of, stand by themselves: who puts it so wants to read of it.
 */
export function grouped(parts: readonly Part[], glossary: Glossary): Part[][] {
  const groups: Part[][] = []
  let waiting: Part[] = []
  const begin = (part: Part) => {
    groups.push([...waiting, part])
    waiting = []
  }
  const alone = parts.filter((part) => isUnspokenOf(part, parts))
  for (const part of parts) {
    if (alone.includes(part)) groups.push([part])
    else if (isOwnSentence(part)) begin(part)
    else {
      const answered = groups.filter(([first]) => first && !alone.includes(first))
      const same = answered.find(([first]) => first && isOfSame(glossary, first, part))
      const before = same ?? answered.at(-1)
      if (!same && isApart(part, before)) begin(part)
      else if (before) before.push(part)
      else waiting.push(part)
    }
  }
  return waiting.length > 0 ? [...groups, waiting] : groups
}

/** Whether a sentence is found, or named so that it would be. */
function isOwnSentence({ clause, opens, found }: Part): boolean {
  if (!found) return true
  if (!opens) return false
  const sure = evidence(found)
  if (sure >= LEAST_SURE) return true
  return sure >= LEAST_NEAR && mayStandAlone(clause) && tellingWords(clause) >= SEARCHABLE_WORDS
}

/** How little of a clause what is found for all of them may cover, for it to be spoken of nowhere. */
const UNSPOKEN = 0.25

/** Whether a clause names something that the passages found for the others say nothing of, nor any for itself. */
function isUnspokenOf({ clause, found }: Part, parts: readonly Part[]): boolean {
  if (!found || evidence(found) >= LEAST_NEAR || tellingWords(clause) < SEARCHABLE_WORDS) return false
  const coverage = new Coverage(found.words)
  const others = parts.flatMap((part) => (part.found === found ? [] : (part.found?.hits.slice(0, 1) ?? [])))
  return others.length > 0 && others.every((hit) => coverage.of(textOfHit(hit)) < UNSPOKEN)
}

/** Whether two parts are found first in one passage, or in an entry of the glossary and the passage about it. */
function isOfSame(glossary: Glossary, first: Part, part: Part): boolean {
  const [one, other] = [first.found?.hits[0], part.found?.hits[0]]
  if (!one || !other) return false
  const isAbout = (entry: Hit, hit: Hit) => {
    const term = entryOf(glossary, entry)
    return term !== null && findTerms(glossary, foldedWords(headingOf(hit))).some((match) => match.term === term)
  }
  return one.chunk.id === other.chunk.id || isAbout(one, other) || isAbout(other, one)
}

function headingOf({ chunk }: Hit): string {
  return chunk.headings.at(-1) ?? ''
}

/** A clause found as surely as this asks for something else, whatever was found before. */
const SURELY_ELSE = 0.9

/** Whether a clause asks for something else than those before it: what is found for it says more of it than their passages. */
function isApart({ found }: Part, before: readonly Part[] | undefined): boolean {
  const [own] = found?.hits ?? []
  if (!found || !own) return false
  const sure = evidence(found)
  if (!before || sure >= SURELY_ELSE) return sure >= LEAST_SURE
  const coverage = new Coverage(found.words)
  const said = before.flatMap((part) => part.found?.hits.slice(0, 1) ?? []).map((hit) => coverage.of(textOfHit(hit)))
  return sure >= LEAST_NEAR && coverage.of(textOfHit(own)) > Math.max(0, ...said)
}
