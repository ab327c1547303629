import { foldedWords, gramsOfWord } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'
import type { Db } from '../../platform/database/database.ts'
import { idf } from './bm25.ts'
import { expansions, type Glossary, shortForms } from './glossary.ts'
import type { AskedWord } from './question-words.ts'
import { type Collection, gramCounts, readTitles, scoreChunks } from './store.ts'
import { titleMatcher } from './title-match.ts'

/** A passage as the lexical lane ranks it: its BM25 score, raised by how nearly a title says what is asked, 0 to 1. */
export type Ranked = { chunkId: number; score: number; titleMatch: number }

/** How many of the passages found are looked at again by their headings. */
const RERANKED = 40
/** What a heading that says just what is asked adds to a passage's score. */
const TITLE_SHARE = 2
/** What an expansion's grams count against the question's own. */
const EXPANSION_VALUE = 0.4
/** What the grams of a function word count: material of a few hundred passages says too little about how common those are. */
const FUNCTION_VALUE = 0.5
/** For an English question the Serbian names are the best there is. */
const TRANSLATION_VALUE = 1

/**
 * Passages by BM25 over character 4-grams of a question's folded words, best first, and what those words tell. At least
 * `limit` passages where there are so many.
 */
export async function rankByWords(
  db: Db,
  knowledge: { collection: Collection; glossary: Glossary },
  question: string[],
  { limit, rarestGrams }: { limit: number; rarestGrams: number },
): Promise<{ ranked: Ranked[]; words: AskedWord[] }> {
  const { collection, glossary } = knowledge
  const words = await inUsualForm(db, glossary, question)
  const values = askedValues(words, glossary)
  const counts = await gramCounts(db, [...values.keys()])
  const information = (gram: string) => idf(counts.get(gram) ?? 0, collection.chunks)
  const known = [...values]
    .filter(([gram]) => counts.has(gram))
    .map(([gram, value]) => ({ gram, value: value * information(gram) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, rarestGrams)
  const scores = known.length > 0 ? await scoreChunks(db, known, Math.max(limit, RERANKED)) : []
  const asked = askedWords(words, information)
  const titles = await readTitles(
    db,
    scores.map(({ chunkId }) => chunkId),
  )
  return { ranked: rankByTitle(scores, titles, asked), words: asked }
}

/** How many times oftener a short form must stand in the material to be searched instead of the words it stands for. */
const USUAL = 2

/**
 * The words of a question with full names replaced by their short form where the material uses that one: it says «ЛАП»,
 * hardly ever «локални акциони план», but «интерно расељена лица» and hardly ever «ИРЛ».
 */
async function inUsualForm(db: Db, glossary: Glossary, words: string[]): Promise<string[]> {
  const forms = shortForms(glossary, words)
  if (forms.length === 0) return words
  const counts = await gramCounts(db, [...new Set([...words, ...forms.map((form) => form.short)].flatMap(gramsOfWord))])
  const usage = (form: string[]) => Math.min(...form.flatMap(gramsOfWord).map((gram) => counts.get(gram) ?? 0))
  const shorter = forms.filter((form) => usage([form.short]) > USUAL * usage(words.slice(form.from, form.to)))
  return shorter
    .toSorted((a, b) => b.from - a.from)
    .reduce((changed, form) => changed.toSpliced(form.from, form.to - form.from, form.short), words)
}

/** Raises passages by how nearly their titles say what is asked. Returns them best first. */
function rankByTitle(
  scores: { chunkId: number; score: number }[],
  titles: ReadonlyMap<number, string[]>,
  asked: readonly AskedWord[],
): { chunkId: number; score: number; titleMatch: number }[] {
  const matchOf = titleMatcher(asked)
  return scores
    .map(({ chunkId, score }) => {
      const match = matchOf(titles.get(chunkId) ?? [])
      return { chunkId, score: score * (1 + TITLE_SHARE * match), titleMatch: match }
    })
    .sort((a, b) => b.score - a.score || a.chunkId - b.chunkId)
}

/** The different words of a question; a word tells what its grams tell on average. */
function askedWords(words: string[], information: (gram: string) => number): AskedWord[] {
  return [...new Set(words)].flatMap((word) => {
    const grams = gramsOfWord(word)
    if (grams.length === 0) return []
    const mean = grams.reduce((sum, gram) => sum + information(gram), 0) / grams.length
    return [{ word, information: mean, isFunction: isFunctionWord(word) }]
  })
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
