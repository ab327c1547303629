import type { Term } from '../../knowledge/readers/document.ts'
import { findTerms, type Glossary } from '../../knowledge/search/glossary.ts'
import { type AskedWord, questionWords } from '../../knowledge/search/question-words.ts'
import type { Found, Search } from '../../knowledge/search/search.ts'
import type { StoredChunk } from '../../knowledge/search/store.ts'
import { isFunctionWord } from '../../language/function-words.ts'
import { capitalised } from '../../language/letters.ts'
import { sentences } from '../../language/sentences.ts'
import type { Answer } from '../answer.ts'
import { Coverage } from './evidence.ts'
import { extract } from './extract.ts'
import { kindOf } from './question-kind.ts'
import { joinParts } from './several.ts'

type Quoted = Extract<Answer, { kind: 'quoted' }>

/** How much of each side a heading or a sentence must have to speak of both. */
const SPEAKS_OF = 0.6

/**
 * Two things beside each other, each from the glossary or from its own passage. `null` when the best passage sets them beside
 * each other itself, or one of them is nowhere.
 */
export async function sideBySide(
  search: Search,
  { hits, words }: Found,
  sides: readonly [string, string],
  isSure: (found: Found) => boolean,
): Promise<Quoted | null> {
  // A passage that compares is about the two meant, whatever they are called.
  const heading = hits[0]?.chunk.headings.at(-1) ?? ''
  if (kindOf(heading) === 'comparison') return null
  const speaksOfBoth = (text: string) => sides.every((side) => coverageOf(words, side).of(text) >= SPEAKS_OF)
  const chunk = hits[0]?.chunk
  if (chunk && [heading, chunk.headingEn].some(speaksOfBoth)) return null
  const glossary = await search.glossary()
  const terms = sides.map((side) => namedTerm(glossary, questionWords(side)))
  if (terms.includes(null) && chunk && sentencesOf(chunk).some(speaksOfBoth)) return null
  const answers = await Promise.all(
    sides.map((side, at) => (terms[at] ? fromGlossary(terms[at]) : fromPassage(search, side, isSure))),
  )
  const parts = answers.flatMap((answer, at) => (answer ? [{ question: nameOf(answer, sides[at]!), answer }] : []))
  return parts.length === sides.length ? joinParts(parts) : null
}

/** A side as a title: what the glossary or the passage calls it, since in a question it stands in some case («између циља и …»). */
function nameOf({ meaning, quotes }: Quoted, side: string): string {
  return capitalised(meaning?.term ?? quotes[0]?.chunk.headings.at(-1) ?? side)
}

/** How much of one side texts have, as the question's own words tell. */
function coverageOf(words: readonly AskedWord[], side: string): Coverage {
  const own = new Set(questionWords(side))
  return new Coverage(words.filter(({ word }) => own.has(word)))
}

function sentencesOf({ blocks }: StoredChunk): string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? sentences(block.text) : []))
}

/** How many passages are looked at for one side. */
const HITS = 3

function fromGlossary(meaning: Term): Quoted {
  return { kind: 'quoted', meaning, quotes: [], hits: [], evidence: 1 }
}

async function fromPassage(search: Search, side: string, isSure: (found: Found) => boolean): Promise<Quoted | null> {
  const found = await search.find(`шта је ${side}`, HITS)
  if (!isSure(found)) return null
  const coverage = new Coverage(found.words, found.subject)
  const quotes = extract(coverage, found.hits.slice(0, 1), side).map((quote) => ({
    ...quote,
    blocks: quote.blocks.slice(0, 1),
  }))
  return { kind: 'quoted', meaning: null, quotes, hits: found.hits, evidence: 1 }
}

/** The term that words name, when it is most of what they say; `null` for none. */
export function namedTerm(glossary: Glossary, words: readonly string[]): Term | null {
  const [match, other] = findTerms(glossary, [...words])
  if (!match || other) return null
  const telling = (some: readonly string[]) => some.filter((word) => !isFunctionWord(word)).length
  return telling(words.slice(match.from, match.to)) * 2 >= telling(words) ? match.term : null
}
