import { fold, foldedWords, gramsOfWord } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'
import { compareWords, indexWords } from '../../language/word-match.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Chunk } from '../ingest/chunk.ts'
import { idf, weight } from '../search/index/bm25.ts'
import { askedWords } from '../search/lexical.ts'
import { questionWords } from '../search/question-words.ts'
import { createSearch } from '../search/search.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { termsOf } from '../search/search-text.ts'
import { readCollection } from '../search/store.ts'
import { titleMatcher } from '../search/titles/match.ts'
import { type Titles, TitleWords } from '../search/titles/titles.ts'

/**
 * Whether a way to ask finds its passage, which is not published yet, by the passage's own words and by `beside`, the other
 * ways to ask for it. With its own words in the passage, as it will be published, any way would find it, and tell nothing.
 */
export type Finds = (way: string, chunk: Chunk, beside: readonly string[]) => Promise<boolean>

/** As search raises a passage by its titles, and lowers what function words find. */
const TITLE_SHARE = 2
const FUNCTION_VALUE = 0.5
/** A published passage whose title says so nearly what is asked is asked for by it; another must not take that away. */
const ANSWERED = 0.6
/** How many of the published passages that a way finds are looked at. */
const LOOKED_AT = 3

/** A passage as it is weighed here. */
type Weighed = { counts: ReadonlyMap<string, number>; length: number; titles: Titles }

/**
 * A way is kept when it has a telling word of the passage's own, comes to the passage before all others of its document, and
 * asks for nothing that a published passage (of a document with another title: this one may replace its older version) is there
 * for. Of five ways each that people wrote for 41 sections, held back from the rest of the material, this keeps 58 %; of
 * those of another section 6 %. The first three places of all, published ones included, would keep 44 and 7 %; the first
 * three of the document 73 and 17 %.
 */
export async function createFinds(
  { db, index }: { db: Db; index: SearchIndex },
  { title, chunks }: { title: string; chunks: readonly Chunk[] },
): Promise<Finds> {
  // By words alone: meanings would be asked of the provider once for every way.
  const search = createSearch(db, { index, lanes: 'lexical' })
  const { passages } = await index.at((await readCollection(db)).version)
  const titleWords = new TitleWords()
  const own = new Map(chunks.map((chunk) => [chunk, weighed(chunk, [], titleWords)]))
  const inOwn = countPassages([...own.values()])
  const mean = passages.passages > 0 ? passages.meanLength : meanLength([...own.values()])
  const isAnswered = async (way: string) => {
    const { hits } = await search.find(way, LOOKED_AT)
    return hits.some((hit) => hit.titleMatch >= ANSWERED && fold(hit.chunk.title) !== fold(title))
  }
  return async (way, chunk, beside) => {
    const words = questionWords(way)
    if (!isAbout(words, chunk)) return false
    const known = (gram: string) => passages.count(gram) + (inOwn.get(gram) ?? 0)
    const itself = weighed(chunk, beside, titleWords)
    const information = (gram: string) => idf(known(gram), passages.passages + chunks.length)
    const scoreOf = scorer(words, { information, mean, titleWords })
    const score = scoreOf(itself)
    const isFirst = [...own].every(([other, one]) => other === chunk || scoreOf(one) <= score)
    return score > 0 && isFirst && !(await isAnswered(way))
  }
}

/** However many ways agree with each other, they may all be about something else. */
function isAbout(words: readonly string[], chunk: Chunk): boolean {
  const telling = indexWords(words.filter((word) => !isFunctionWord(word)))
  return compareWords(telling, [...new Set(foldedWords(chunk.searchText))]).asked.some((share) => share > 0)
}

function weighed({ searchText, titles }: Chunk, beside: readonly string[], titleWords: TitleWords): Weighed {
  const counts = new Map<string, number>()
  const terms = termsOf([searchText, ...beside].join('\n'))
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return { counts, length: terms.length, titles: titleWords.numbered([...titles, ...beside.map(fold)]) }
}

function scorer(
  words: readonly string[],
  { information, mean, titleWords }: { information: (gram: string) => number; mean: number; titleWords: TitleWords },
) {
  const matchOf = titleMatcher(
    askedWords(words, () => 1, information),
    titleWords,
  )
  const grams = words.flatMap((word) =>
    gramsOfWord(word).map((gram) => ({
      gram,
      value: information(gram) * (isFunctionWord(word) ? FUNCTION_VALUE : 1),
    })),
  )
  return ({ counts, length, titles }: Weighed): number => {
    const score = grams.reduce((sum, { gram, value }) => {
      const count = counts.get(gram) ?? 0
      return count === 0 ? sum : sum + value * weight(count, length, mean)
    }, 0)
    return score * (1 + TITLE_SHARE * matchOf(titles).nearest ** 2)
  }
}

/** In how many passages each gram stands. */
function countPassages(passages: readonly Weighed[]): Map<string, number> {
  const counted = new Map<string, number>()
  for (const { counts } of passages) for (const gram of counts.keys()) counted.set(gram, (counted.get(gram) ?? 0) + 1)
  return counted
}

function meanLength(passages: readonly Weighed[]): number {
  return passages.reduce((sum, { length }) => sum + length, 0) / Math.max(1, passages.length)
}
