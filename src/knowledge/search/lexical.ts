import { fold, foldedWords, gramsOfWord } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'
import { centreOf, cosine, encode } from './encoder/encoder.ts'
import { bareAbbreviations, expansions, type Glossary, shortForms } from './glossary.ts'
import { idf } from './index/bm25.ts'
import type { PassageIndex } from './index/passage-index.ts'
import { bestPassages, scoresOf, type Values } from './index/score.ts'
import { isUnknown, mendWords } from './mend-words.ts'
import { type AskedWord, questionWords } from './question-words.ts'
import { likeliestFirst, type Matched, type Ranked, type Scored } from './ranking.ts'
import type { Remembered } from './remembered.ts'
import { titleMatcher } from './titles/match.ts'
import type { Titles, TitleWords } from './titles/titles.ts'

/**
 * How many of the passages found by the question are looked at again by their titles, and how many found by what stands around it. With
 * 40 «na kolko godina se donsi lap» lost the one section that is asked for, since ways to ask of many others speak of years.
 */
const RERANKED = 60
const RERANKED_AROUND = 30
/**
 * How many of a question's grams are looked up, the most telling first: so many, and as many more as a long question has above
 * `LONG`. All of them take no longer, but ranking and evidence are fitted to the scores of these: with all, 49 % of the questions
 * as people write them got a clean answer where 51 % do, and fewer of the shipped ones were sure.
 */
const MOST_GRAMS = 40
const LONG = 120
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
type Knowledge = {
  passages: PassageIndex
  glossary: Glossary
  titleWords: TitleWords
  titles: Remembered<Titles>
}

/**
 * Passages by BM25 over character 4-grams of folded words, ranked by what their titles say, likeliest first; and what
 * the words of the question tell: of all that was written when it has none but function words. At least `limit` passages
 * where there are so many. One round trip at most, whatever is put.
 */
export async function rankByWords(
  knowledge: Knowledge,
  { question, around }: Put,
  limit: number,
): Promise<{ ranked: Ranked[]; words: AskedWord[]; subject: Float32Array }> {
  const texts = (around === null ? [question] : [question, around]).map((text) =>
    bareAbbreviations(knowledge.glossary, questionWords(text)),
  )
  const most = Math.max(limit, RERANKED)
  const found = findPassages(knowledge, texts, most)
  const { phrases, scored } = (await withMendedWords(knowledge, texts, found, most)) ?? found
  const [asked, told = asked] = phrases
  const matched = await withTitles(knowledge, scored, asked!, told!)
  const { words } = asked!.words.some((word) => !word.isFunction) ? asked! : told!
  return { ranked: likeliestFirst(fold(question), matched), words, subject: told!.subject }
}

/** What is looked up, the question first, and the passages found by that. */
type FoundPassages = { phrases: readonly Phrase[]; scored: Scored[] }

function findPassages(knowledge: Knowledge, texts: readonly string[][], most: number): FoundPassages {
  const inQuestion = new Set(texts[0])
  const phrases = texts.map((words) => phraseOf(words, inQuestion, knowledge))
  const [asked, told = asked] = phrases
  return { phrases, scored: scorePassages(knowledge.passages, asked!, told!, most) }
}

/**
 * The same with typing errors mended, where there are some: by words of the titles of what was found in spite of them. Of ten questions
 * with typing errors none was answered at once before, and eight are now (half a of the sets, `npm run eval -- --answers`).
 */
async function withMendedWords(
  knowledge: Knowledge,
  texts: readonly string[][],
  { scored }: FoundPassages,
  most: number,
): Promise<FoundPassages | null> {
  const countOf = remembered((gram) => knowledge.passages.count(gram))
  if (!texts.some((words) => words.some((word) => isUnknown(countOf, word)))) return null
  const titles = await knowledge.titles(scored.map(({ chunkId }) => chunkId))
  const isWord = knowledge.titleWords.among([...titles.values()])
  const mended = texts.map((words) => mendWords({ countOf, isWord }, words))
  const isChanged = mended.some((words, i) => words.some((word, at) => word !== texts[i]![at]))
  return isChanged ? findPassages(knowledge, mended, most) : null
}

/** A text ready to be looked up: its different words, what its grams count, and what it is about. */
type Phrase = { words: AskedWord[]; values: Values; subject: Float32Array }

function phraseOf(words: string[], inQuestion: ReadonlySet<string>, { passages, glossary }: Knowledge): Phrase {
  const countOf = remembered((gram) => passages.count(gram))
  const information = (gram: string) => idf(countOf(gram), passages.passages)
  const usual = inUsualForm(countOf, glossary, words)
  const worthOf = (word: string) => (inQuestion.has(word) ? 1 : STORY_VALUE)
  const values = [...askedValues(usual, worthOf, glossary)]
  const known = values.filter(([gram]) => countOf(gram) > 0)
  const telling = known.map(([gram, value]) => [gram, value * information(gram)] as const)
  const most = MOST_GRAMS + Math.max(0, values.length - LONG)
  return {
    words: askedWords(usual, worthOf, information),
    values: new Map(telling.sort(([, a], [, b]) => b - a).slice(0, most)),
    subject: encode(words),
  }
}

/** Asks once for each gram: words of a question share many. */
function remembered(countOf: (gram: string) => number): (gram: string) => number {
  const counts = new Map<string, number>()
  return (gram) => {
    const known = counts.get(gram)
    if (known !== undefined) return known
    const count = countOf(gram)
    counts.set(gram, count)
    return count
  }
}

/**
 * The `most` passages that score best for the question itself, best first, and behind them, as far as they are others, those
 * that score best for what stands around it.
 */
function scorePassages(passages: PassageIndex, asked: Phrase, told: Phrase, most: number): Scored[] {
  const best = bestPassages(passages, asked.values, most)
  if (told === asked) return best.map(({ passage, score }) => ({ chunkId: passage, score, around: score }))
  const found = new Set(best.map(({ passage }) => passage))
  const others = bestPassages(passages, told.values, RERANKED_AROUND).filter(({ passage }) => !found.has(passage))
  const ids = [...best, ...others].map(({ passage }) => passage)
  const scores = scoresOf(passages, asked.values, ids)
  const around = scoresOf(passages, told.values, ids)
  return ids.map((chunkId, i) => ({ chunkId, score: scores[i]!, around: around[i]! }))
}

async function withTitles(
  knowledge: Knowledge,
  scored: readonly Scored[],
  asked: Phrase,
  told: Phrase,
): Promise<Matched[]> {
  const titles = await knowledge.titles(scored.map(({ chunkId }) => chunkId))
  const matchOf = titleMatcher(asked.words, knowledge.titleWords)
  const matchAroundOf = told === asked ? null : titleMatcher(told.words, knowledge.titleWords)
  return scored.map((one) => {
    const its = titles.get(one.chunkId) ?? NO_TITLES
    const match = matchOf(its)
    return {
      ...one,
      heading: its.heading,
      match,
      matchAround: matchAroundOf?.(its) ?? match,
      likeness: cosine(asked.subject, its.subject),
      likenessAround: cosine(told.subject, its.subject),
      listsWays: its.listsWays,
    }
  })
}

const NO_TITLES: Titles = {
  heading: '',
  words: new Int32Array(),
  subject: centreOf([]),
  listsWays: false,
  vectors: new Int8Array(),
}

/** How many times oftener a short form must stand in the material to be searched instead of the words it stands for. */
const USUAL = 2

/**
 * The words of a question with full names replaced by their short form where the material uses that one: it says «ЛАП»,
 * hardly ever «локални акциони план», but «интерно расељена лица» and hardly ever «ИРЛ».
 */
function inUsualForm(countOf: (gram: string) => number, glossary: Glossary, words: string[]): string[] {
  const usage = (form: string[]) => Math.min(...form.flatMap(gramsOfWord).map(countOf))
  return shortForms(glossary, words)
    .filter((form) => usage([form.short]) > USUAL * usage(words.slice(form.from, form.to)))
    .toSorted((a, b) => b.from - a.from)
    .reduce((changed, form) => changed.toSpliced(form.from, form.to - form.from, form.short), words)
}

/** The different words of a question; a word tells what its grams tell on average. */
export function askedWords(
  words: readonly string[],
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
