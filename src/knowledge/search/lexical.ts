import { fold, foldedWords, gramsOfWord } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'
import type { Db } from '../../platform/database/database.ts'
import { idf } from './bm25.ts'
import { bareAbbreviations, expansions, findTerms, type Glossary, shortForms } from './glossary.ts'
import { type AskedWord, questionWords } from './question-words.ts'
import { likeliestFirst, type Matched, type Ranked } from './ranking.ts'
import { type AskedGram, type Collection, gramCounts, readTitles, type Scored, scoreChunks } from './store.ts'
import { titleMatcher } from './title-match.ts'

/** How many of the passages found by the question are looked at again by their headings, and how many found by what stands around it. */
const RERANKED = 40
const RERANKED_AROUND = 20
/** What an expansion's grams count against the question's own. */
const EXPANSION_VALUE = 0.4
/** What the grams of a function word count: material of a few hundred passages says too little about how common those are. */
const FUNCTION_VALUE = 0.5
/**
 * What a word counts that stands around the question only, against one of the question itself. With 1 and 0.5 the right
 * passage stood first for 73 % and 71 % of messages as people write them, and what stood around a bare question changed
 * the first passage of 8.3 % and 6.2 %.
 */
const STORY_VALUE = 0.75
/** For an English question the Serbian names are the best there is. */
const TRANSLATION_VALUE = 1

/** A question to be found by its words: as it is asked, and all that was written around it, the question included. */
export type Put = { question: string; around: string | null }
type Knowledge = { collection: Collection; glossary: Glossary }

/**
 * Passages by BM25 over character 4-grams of folded words, ranked by what their titles say, likeliest first; and what
 * the words of the question tell: of all that was written when it has none but function words. At least `limit` passages
 * where there are so many. Three round trips, whatever is put.
 */
export async function rankByWords(
  db: Db,
  knowledge: Knowledge,
  { question, around }: Put,
  { limit, rarestGrams }: { limit: number; rarestGrams: number },
): Promise<{ ranked: Ranked[]; words: AskedWord[] }> {
  const texts = (around === null ? [question] : [question, around]).map((text) =>
    bareAbbreviations(knowledge.glossary, questionWords(text)),
  )
  const counts = await gramCounts(db, countedGrams(texts.flat(), knowledge.glossary))
  const inQuestion = new Set(texts[0])
  const [asked, told = asked] = texts.map((words) => phraseOf(words, inQuestion, knowledge, counts, rarestGrams))
  const grams = bothValues(asked!.values, told!.values)
  const scored = grams.length > 0 ? await scoreChunks(db, grams, Math.max(limit, RERANKED), RERANKED_AROUND) : []
  const matched = await withTitles(db, scored, asked!, told!)
  const { words } = asked!.words.some((word) => !word.isFunction) ? asked! : told!
  return { ranked: likeliestFirst(fold(question), matched), words }
}

/** A text ready to be looked up: its different words, and what its most telling grams count. */
type Phrase = { words: AskedWord[]; values: ReadonlyMap<string, number> }

function phraseOf(
  words: string[],
  inQuestion: ReadonlySet<string>,
  { collection, glossary }: Knowledge,
  counts: ReadonlyMap<string, number>,
  rarestGrams: number,
): Phrase {
  const information = (gram: string) => idf(counts.get(gram) ?? 0, collection.chunks)
  const usual = inUsualForm(counts, glossary, words)
  const worthOf = (word: string) => (inQuestion.has(word) ? 1 : STORY_VALUE)
  const known = [...askedValues(usual, worthOf, glossary)].filter(([gram]) => counts.has(gram))
  const telling = known.map(([gram, value]) => [gram, value * information(gram)] as const)
  return {
    words: askedWords(usual, worthOf, information),
    values: new Map(telling.sort(([, a], [, b]) => b - a).slice(0, rarestGrams)),
  }
}

async function withTitles(db: Db, scored: readonly Scored[], asked: Phrase, told: Phrase): Promise<Matched[]> {
  const titles = await readTitles(
    db,
    scored.map(({ chunkId }) => chunkId),
  )
  const matchOf = titleMatcher(asked.words)
  const matchAroundOf = titleMatcher(told.words)
  return scored.map((one) => {
    const its = titles.get(one.chunkId) ?? []
    const match = matchOf(its)
    return { ...one, titles: its, match, matchAround: told === asked ? match : matchAroundOf(its) }
  })
}

/** All grams whose counts may be needed: of the words, of the short forms they may take, of other names of their terms. */
function countedGrams(words: string[], glossary: Glossary): string[] {
  const short = shortForms(glossary, words).map((form) => form.short)
  const names = findTerms(glossary, words).flatMap(({ term }) => foldedWords([term.term, ...term.aliases].join(' ')))
  return [...new Set([...words, ...short, ...names].flatMap(gramsOfWord))]
}

/** How many times oftener a short form must stand in the material to be searched instead of the words it stands for. */
const USUAL = 2

/**
 * The words of a question with full names replaced by their short form where the material uses that one: it says «ЛАП»,
 * hardly ever «локални акциони план», but «интерно расељена лица» and hardly ever «ИРЛ».
 */
function inUsualForm(counts: ReadonlyMap<string, number>, glossary: Glossary, words: string[]): string[] {
  const usage = (form: string[]) => Math.min(...form.flatMap(gramsOfWord).map((gram) => counts.get(gram) ?? 0))
  return shortForms(glossary, words)
    .filter((form) => usage([form.short]) > USUAL * usage(words.slice(form.from, form.to)))
    .toSorted((a, b) => b.from - a.from)
    .reduce((changed, form) => changed.toSpliced(form.from, form.to - form.from, form.short), words)
}

function bothValues(question: ReadonlyMap<string, number>, around: ReadonlyMap<string, number>): AskedGram[] {
  const grams = new Set([...question.keys(), ...around.keys()])
  return Array.from(grams, (gram) => ({ gram, value: question.get(gram) ?? 0, around: around.get(gram) ?? 0 }))
}

/** The different words of a question; a word tells what its grams tell on average. */
function askedWords(
  words: string[],
  worthOf: (word: string) => number,
  information: (gram: string) => number,
): AskedWord[] {
  return [...new Set(words)].flatMap((word) => {
    const grams = gramsOfWord(word)
    if (grams.length === 0) return []
    const mean = grams.reduce((sum, gram) => sum + information(gram), 0) / grams.length
    return [{ word, information: mean * worthOf(word), isFunction: isFunctionWord(word) }]
  })
}

/** Gram → how much it counts, before its rarity: once for each time it stands in the question, less from function words and expansions. */
function askedValues(words: string[], worthOf: (word: string) => number, glossary: Glossary): Map<string, number> {
  const values = new Map<string, number>()
  const add = (gram: string, value: number) => values.set(gram, (values.get(gram) ?? 0) + value)
  for (const word of words)
    for (const gram of gramsOfWord(word)) add(gram, worthOf(word) * (isFunctionWord(word) ? FUNCTION_VALUE : 1))
  for (const expansion of expansions(glossary, words)) {
    const value = expansion.english ? TRANSLATION_VALUE : EXPANSION_VALUE
    for (const gram of new Set(foldedWords(expansion.text).flatMap(gramsOfWord)))
      if (!values.has(gram)) add(gram, value)
  }
  return values
}
