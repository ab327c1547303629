import { diffArrays } from 'diff'
import { sectionsByPassage } from '../ingest/chunk.ts'
import { type Document, textOfBlock } from '../readers/document.ts'

/** A passage of a version: under which headings, and what it says. */
export type Passage = { headings: readonly string[]; text: string }

/** Words that stand in both, in the earlier version alone, or in the later one alone. */
export type Run = { words: string; in: 'both' | 'before' | 'after' }

/** What became of one passage; one that says the same may stand elsewhere now. */
export type Difference =
  | { kind: 'same'; passage: Passage }
  | { kind: 'gone'; passage: Passage }
  | { kind: 'added'; passage: Passage }
  | { kind: 'changed'; before: Passage; after: Passage; runs: Run[] }

export function passagesOf(document: Document): Passage[] {
  const sections = document.sections
    .flatMap(sectionsByPassage)
    .map(({ headings, blocks }) => ({ headings, text: blocks.map(textOfBlock).join('\n') }))
  return [...sections, ...document.terms.map(({ term, meaning }) => ({ headings: [term], text: meaning }))]
}

/**
 * What became of the passages between two versions, in the order of the later one; a passage that is gone stands where it was. Those
 * that say the same are found first, wherever they stand; of the rest, those under the same headings are one that was changed.
 */
export function differencesBetween(before: readonly Passage[], after: readonly Passage[]): Difference[] {
  const partners = partnersOf(before, after)
  const taken = new Set(partners.filter((at) => at !== null))
  let next = 0
  const goneUpTo = (end: number): Difference[] => {
    const gone = before.slice(next, end).filter((_, i) => !taken.has(next + i))
    next = Math.max(next, end)
    return gone.map((passage) => ({ kind: 'gone', passage }))
  }
  const told = after.flatMap((passage, i): Difference[] => {
    const at = partners[i]!
    return at === null ? [{ kind: 'added', passage }] : [...goneUpTo(at), pairOf(before[at]!, passage)]
  })
  return [...told, ...goneUpTo(before.length)]
}

/** For each later passage the place of the earlier one that it was; `null` for a new one. Each earlier passage is used once. */
function partnersOf(before: readonly Passage[], after: readonly Passage[]): (number | null)[] {
  const left = new Set(before.keys())
  const found = new Map<number, number>()
  for (const key of [sayingOf, headingOf]) {
    const places = Map.groupBy([...left], (at) => key(before[at]!))
    for (const [i, passage] of after.entries()) {
      const at = found.has(i) ? undefined : places.get(key(passage))?.shift()
      if (at === undefined) continue
      found.set(i, at)
      left.delete(at)
    }
  }
  return after.map((_, i) => found.get(i) ?? null)
}

const sayingOf = (passage: Passage) => JSON.stringify([passage.headings, passage.text])
const headingOf = ({ headings }: Passage) => JSON.stringify(headings)

function pairOf(before: Passage, after: Passage): Difference {
  return before.text === after.text
    ? { kind: 'same', passage: after }
    : { kind: 'changed', before, after, runs: runsBetween(before.text, after.text) }
}

/** Beyond it two texts have so little in common that marks in them would only confuse, and looking for more takes ever longer. */
const MOST_EDITS = 400

function runsBetween(before: string, after: string): Run[] {
  const [old, now] = [before, after].map((text) => text.split(/(?<=\s)/)) as [string[], string[]]
  const parts = diffArrays(old, now, { maxEditLength: MOST_EDITS })
  if (!parts) return [run(before, 'before'), run(after, 'after')]
  return parts.map(({ value, added, removed }) => run(value.join(''), added ? 'after' : removed ? 'before' : 'both'))
}

const run = (words: string, side: Run['in']): Run => ({ words, in: side })
