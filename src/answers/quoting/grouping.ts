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
 * Clauses that are answered together: those that are found first in one passage, and what hardly asks for something else. A sentence that names
 * its subject stands by itself, since who puts it so wants to read an answer to it.
 */
export function grouped(parts: readonly Part[], glossary: Glossary): Part[][] {
  const groups: Part[][] = []
  let waiting: Part[] = []
  for (const part of parts) {
    const own = isOwnSentence(part)
    const same = own ? undefined : groups.find(([first]) => first && isOfSame(glossary, first, part))
    const before = same ?? groups.at(-1)
    if (own || (!same && isApart(part, before))) {
      groups.push([...waiting, part])
      waiting = []
    } else if (before) before.push(part)
    else waiting.push(part)
  }
  return waiting.length > 0 ? [...groups, waiting] : groups
}

/** With so many telling words a sentence names its subject, whether or not that is found. */
const NAMES_SUBJECT = 4

function isOwnSentence({ clause, opens, found }: Part): boolean {
  if (!found) return true
  if (!opens) return false
  if (evidence(found) >= LEAST_SURE) return true
  return (
    mayStandAlone(clause) && tellingWords(clause) >= (evidence(found) >= LEAST_NEAR ? SEARCHABLE_WORDS : NAMES_SUBJECT)
  )
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
