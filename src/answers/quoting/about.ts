import type { ContentBlock } from '../../knowledge/readers/document.ts'
import type { Found, Hit, Search } from '../../knowledge/search/search.ts'
import { chunksInUse, readChunks, type StoredChunk } from '../../knowledge/search/store.ts'
import { fold } from '../../language/fold.ts'
import { sentences } from '../../language/sentences.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Answer } from '../answer.ts'
import type { About } from '../intent/intent.ts'
import type { Exchange } from '../reading/conversation.ts'
import { HITS } from './answer.ts'
import { Coverage, textOfHit } from './evidence.ts'
import { extract } from './extract.ts'
import { sectionOf } from './meant.ts'

type Parts = { db: Db; search: Search }

/** Answers what is said of the last answer: shorter, an example, where it stands, more of it, that it was not meant. */
export async function answerAbout(parts: Parts, about: About, last: Exchange): Promise<Answer> {
  const cited = await chunksOf(parts.db, last.cited)
  if (cited.length === 0 && about !== 'yes' && about !== 'no') return askedBack([])
  switch (about) {
    case 'shorter':
      return shorter(cited)
    case 'source':
      return { kind: 'sources', quotes: cited.map((chunk, i) => ({ n: i + 1, chunk, blocks: chunk.blocks })) }
    case 'example':
      return example(parts.search, last, cited)
    case 'more':
      return more(parts.search, last)
    case 'yes':
    case 'no':
      return askedBack(await chunksOf(parts.db, last.found))
  }
}

/** Passages by their ids, in that order; those that are gone or out of use are left out. */
export async function chunksOf(db: Db, ids: readonly number[]): Promise<StoredChunk[]> {
  if (ids.length === 0) return []
  const found = await readChunks(db, await chunksInUse(db, ids))
  return ids.flatMap((id) => found.get(id) ?? [])
}

const CHOICES = 2

function askedBack(chunks: readonly StoredChunk[]): Answer {
  const sections = [...Map.groupBy(chunks, sectionOf).values()].map(([first]) => first!)
  return { kind: 'asked-back', choices: sections.slice(0, CHOICES), hits: [] }
}

/** How many passages are told again in short. */
const MOST_SHORT = 2

function shorter(cited: readonly StoredChunk[]): Answer {
  const quotes = cited
    .slice(0, MOST_SHORT)
    .map((chunk, i) => ({ n: i + 1, chunk, blocks: chunk.blocks.slice(0, 1).map(firstOf) }))
  return { kind: 'quoted', meaning: null, quotes, hits: [], evidence: 1 }
}

/** The first sentence of a paragraph, the first entries of a list or table. */
function firstOf(block: ContentBlock): ContentBlock {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: sentences(block.text)[0] ?? block.text }
    case 'list':
      return { ...block, items: block.items.slice(0, 3) }
    case 'table':
      return { ...block, rows: block.rows.slice(0, 3) }
  }
}

async function more(search: Search, last: Exchange): Promise<Answer> {
  const found = await search.find(last.question, HITS)
  const others = found.hits.filter((hit) => last.found.includes(hit.chunk.id))
  return others.length === 0 ? { kind: 'none-such', what: 'more' } : quoted(found, others, last.question)
}

/** Whether a passage holds an example, by its heading or text. */
const EXAMPLE = /\bprimer(i|a|e|u|om|ima)?\b|\bexample/
/** How much of what was talked about a passage must speak of, if its example is to be one of that. */
const LEAST_COVERED = 0.7

async function example(search: Search, last: Exchange, cited: readonly StoredChunk[]): Promise<Answer> {
  const topic = last.topic === '' ? last.question : last.topic
  const asked = `пример ${topic}`
  const found = await search.find({ asked: [asked, last.question] }, HITS)
  const coverage = new Coverage(found.words.filter(({ word }) => !EXAMPLE.test(word)))
  const sources = new Set(cited.map((chunk) => chunk.sourceId))
  const fitting = found.hits.filter(
    (hit) =>
      sources.has(hit.chunk.sourceId) &&
      EXAMPLE.test(fold(textOfHit(hit))) &&
      coverage.of(textOfHit(hit)) >= LEAST_COVERED,
  )
  const named = fitting.filter(({ chunk }) => EXAMPLE.test(fold(chunk.headings.at(-1) ?? '')))
  const best = [...named, ...fitting.filter((hit) => !named.includes(hit))]
  return best.length === 0 ? { kind: 'none-such', what: 'example' } : quoted(found, best, asked)
}

function quoted(found: Found, hits: Hit[], question: string): Answer {
  const quotes = extract(new Coverage(found.words, found.subject), hits.slice(0, 1), question)
  return { kind: 'quoted', meaning: null, quotes, hits, evidence: 1 }
}
