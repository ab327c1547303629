import { foldedWords, gramsOfWord } from '../language/fold.ts'
import { isFunctionWord } from '../language/function-words.ts'
import type { Db } from '../platform/database.ts'
import { idf } from './bm25.ts'
import { expansions, type Glossary, makeGlossary } from './glossary.ts'
import { gramCounts, listTerms, readChunks, readCollection, type StoredChunk, scoreChunks } from './store.ts'

/** A passage found, with its score; scores compare within one search only. */
export type Hit = { chunk: StoredChunk; score: number }

/** A gram of the question with what it tells, in nats. */
export type AskedGram = { gram: string; information: number }

export type Found = { hits: Hit[]; asked: AskedGram[]; words: string[] }

/** How many of a question's grams are looked up, the most telling first. More cost time and find no better. */
export const RAREST_GRAMS = 24
/** What an expansion's grams count against the question's own. */
const EXPANSION_VALUE = 0.4
/** What the grams of a function word count: material of a few hundred passages says too little about how common those are. */
const FUNCTION_VALUE = 0.25
/** For an English question the Serbian names are the best there is. */
const TRANSLATION_VALUE = 1

export type Search = {
  /** The passages nearest to `question`, best first. */
  find(question: string, limit: number): Promise<Found>
  /** The glossary as it stands in the database now. */
  glossary(): Promise<Glossary>
}

/** Search over the knowledge in `db`. The glossary is kept in memory until the material changes. */
export function createSearch(db: Db): Search {
  let cached: { version: number; glossary: Glossary } | undefined

  const current = async () => {
    const collection = await readCollection(db)
    if (cached?.version !== collection.version)
      cached = { version: collection.version, glossary: makeGlossary(await listTerms(db)) }
    return { collection, glossary: cached.glossary }
  }

  return {
    glossary: async () => (await current()).glossary,
    find: async (question, limit) => {
      const { collection, glossary } = await current()
      const words = foldedWords(question)
      const values = askedValues(words, glossary)
      const counts = await gramCounts(db, [...values.keys()])
      const information = (gram: string) => idf(counts.get(gram) ?? 0, collection.chunks)
      const known = [...values]
        .filter(([gram]) => counts.has(gram))
        .map(([gram, value]) => ({ gram, value: value * information(gram) }))
        .sort((a, b) => b.value - a.value)
        .slice(0, RAREST_GRAMS)
      const scores = known.length > 0 ? await scoreChunks(db, known, limit) : []
      const chunks = await readChunks(
        db,
        scores.map((score) => score.chunkId),
      )
      const scoreOf = new Map(scores.map((score) => [score.chunkId, score.score]))
      return {
        hits: chunks.map((chunk) => ({ chunk, score: scoreOf.get(chunk.id)! })),
        asked: ownGrams(words).map(({ gram, value }) => ({ gram, information: value * information(gram) })),
        words,
      }
    },
  }
}

/** The different grams of the question itself, without expansions. */
function ownGrams(words: string[]): { gram: string; value: number }[] {
  const values = new Map<string, number>()
  for (const word of words)
    for (const gram of gramsOfWord(word))
      values.set(gram, Math.max(values.get(gram) ?? 0, isFunctionWord(word) ? FUNCTION_VALUE : 1))
  return Array.from(values, ([gram, value]) => ({ gram, value }))
}

/** Gram → how much it counts, before its rarity: once for each time it stands in the question, less from function words and expansions. */
function askedValues(words: string[], glossary: Glossary): Map<string, number> {
  const values = new Map<string, number>()
  const add = (gram: string, value: number) => values.set(gram, (values.get(gram) ?? 0) + value)
  for (const word of words) for (const gram of gramsOfWord(word)) add(gram, isFunctionWord(word) ? FUNCTION_VALUE : 1)
  for (const expansion of expansions(glossary, words)) {
    const value = expansion.english ? TRANSLATION_VALUE : EXPANSION_VALUE
    for (const gram of new Set(foldedWords(expansion.text).flatMap(gramsOfWord)))
      if (!values.has(gram)) add(gram, value)
  }
  return values
}
