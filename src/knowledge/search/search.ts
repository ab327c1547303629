import { type Language, writingOf } from '../../language/detect.ts'
import { remembering } from '../../language/remembering.ts'
import type { Db } from '../../platform/database/database.ts'
import type { DenseLane, Nearness } from './dense.ts'
import { SIZE } from './encoder/encoder.ts'
import { fuse, type Ranking } from './fusion.ts'
import { type Glossary, makeGlossary } from './glossary.ts'
import { idf } from './index/bm25.ts'
import { rankByWords } from './lexical.ts'
import { type Gist, gistOf } from './likeness.ts'
import type { AskedWord } from './question-words.ts'
import type { Ranked } from './ranking.ts'
import { type Remembered, remembered } from './remembered.ts'
import { createSearchIndex, type SearchIndex } from './search-index.ts'
import { chunksInUse, listTerms, readChunks, readCollection, type StoredChunk } from './store.ts'
import { createTitleCache, type TitleCache } from './titles/cache.ts'
import { titleMatcher } from './titles/match.ts'

/** A passage found. */
export type Hit = {
  chunk: StoredChunk
  /** Of the lexical lane, comparable within one search only; 0 for a passage that it did not find. */
  score: number
  /** How nearly one of its titles says what is asked, squared, 0 to 1: only near matches count. */
  titleMatch: number
  /** How like what its titles are about is to what is asked, and to all that was written: cosines; `null` where that is not known. */
  likeness: number | null
  likenessAround: number | null
  /** What each of its ways of asking is about, in their order, as `bytesOf` has it; left out where that is not known. */
  ways?: Int8Array
  /** How likely it is the one meant, if one of those found by their words is, 0 to 1. */
  chance: number
  /** The same among all that was found by words, entries of the glossary too; all together 1. */
  share: number
  /** Cosine of its embedding to the question's, −1 to 1; `null` without a dense lane, or while it has no embedding. */
  similarity: number | null
  /** It was found by words while what had just been published was still being loaded. */
  isBehind?: true
}

export type Found = {
  /** Best first. */
  hits: Hit[]
  /** Of the question as it is put first; of all ways together when that one has no word that tells anything. */
  words: AskedWord[]
  /** What all that was asked is about: a vector of the encoder. */
  subject: Float32Array
  /** What a word would tell that stands nowhere in the material: the unit that scores are measured in. */
  mostInformation: number
  /** Whether meanings were compared; «failed»: the provider did not answer, and words alone decided. */
  dense: 'off' | 'used' | 'failed'
}

/** A question inside a message or a conversation. */
export type Asked = {
  /** As it can be understood alone, then in the other ways it was put, such as the whole message. */
  asked: readonly [string, ...string[]]
  /** Passages cited before, which a question that follows may mean again. Those out of use are left out. */
  carried?: readonly number[]
}

/** How many of its nearest passages the dense lane brings. */
const NEAREST = 40
/**
 * What the dense lane's ranks count against the lexical one's, by the language of the question. On the shipped questions
 * (words alone: nDCG@10 of 85.1) a simulated lane that reaches 89.8 alone gave 91.5 with 0.5 and 91.7 with 1; a poor one
 * that reaches 70.6 alone gave 82.4 with 0.5 and 80.4 with 1. Words of another language find little by themselves.
 * `npm run eval` shows each lane for the model at hand.
 */
const DENSE_WEIGHT: Record<Language, number> = { sr: 0.5, en: 1 }
/**
 * What the other ways of putting a question count against the first where meanings are compared. With the last words of
 * each shipped question as its other way, 0.5, 0.3 and 0.2 gave nDCG@10 of 78.9, 80.3 and 81.3; without it, 85.1.
 */
const OTHER_PHRASING = 0.3
/** What it counts to have been cited before: enough to lift a passage that is found anyway. */
const CARRIED_WEIGHT = 0.3

export type Lanes = 'lexical' | 'dense' | 'both'

export type Search = {
  /** The passages nearest to a question, best first. */
  find(question: string | Asked, limit: number): Promise<Found>
  /** What texts are compared with each other by, beside the material as it is now. */
  gists(texts: readonly string[]): Promise<Gist[]>
  /** The glossary as it stands in the database now. */
  glossary(): Promise<Glossary>
  /** Reads titles before anybody asks, as many as are remembered: of all passages, and later of those that are new. Ends soon on a signal. */
  warm(signal: AbortSignal): Promise<void>
}

/**
 * Search over the knowledge in `db`. Glossary, passages asked for and `index`, which a process has one of, are kept in memory
 * until the material changes. With a `dense` lane passages are found by their meaning too, while it answers; `lanes` leaves one of the two out,
 * to see what it brings.
 */
export function createSearch(
  db: Db,
  options: { index?: SearchIndex; dense?: DenseLane | undefined; lanes?: Lanes } = {},
): Search {
  const { index = createSearchIndex(db), lanes = 'both' } = options
  const dense = lanes === 'lexical' ? undefined : options.dense
  let cached: Known | undefined
  let warmed: Known | undefined
  let named = createTitleCache(db)

  const current = async () => {
    const { version } = await readCollection(db)
    if (cached?.version === version) return cached
    // Titles never change, so that they stay known, until too many of them are of passages long out of use.
    if (named.isFull()) named = createTitleCache(db)
    const glossary = makeGlossary(await listTerms(db))
    cached = { version, glossary, ...named, chunks: remembered((ids) => readChunks(db, ids), MOST_CHUNKS) }
    return cached
  }

  const rank = async ([question, ...others]: Asked['asked'], limit: number) => {
    const known = await current()
    const { passages, isBehind } = await index.at(known.version)
    const put = { question, around: others.length > 0 ? others.join('\n') : null }
    const { ranked, words, subject } = await rankByWords({ passages, ...known }, put, limit)
    return { ranked, words, subject, mostInformation: idf(0, passages.passages), isBehind, known }
  }

  return {
    gists: async (texts) => {
      const { passages } = await index.at((await current()).version)
      const told = remembering((gram) => idf(passages.count(gram), passages.passages), MOST_GRAMS)
      return texts.map((text) => gistOf(text, told))
    },
    glossary: async () => (await current()).glossary,
    warm: async (signal) => {
      const known = await current()
      if (known === warmed) return
      await known.warm(signal)
      warmed = known
    },
    find: async (question, limit) => {
      const { asked, carried = [] }: Asked = typeof question === 'string' ? { asked: [question] } : question
      // The provider is asked while the words are looked up.
      const [near, { ranked, words, subject, mostInformation, isBehind, known }] = await Promise.all([
        dense ? dense.nearest(asked, Math.max(limit, NEAREST)) : ({ kind: 'off' } as const),
        rank(asked, limit),
      ])
      const order = fuse([
        ...(lanes === 'dense' ? [] : [{ chunkIds: ranked.map(({ chunkId }) => chunkId), weight: 1 }]),
        ...(near.kind === 'used' ? rankingsOf(near.nearest, DENSE_WEIGHT[languageOf(asked[0])]) : []),
        ...(carried.length > 0 ? [{ chunkIds: await chunksInUse(db, carried), weight: CARRIED_WEIGHT }] : []),
      ]).slice(0, limit)
      const hits = await hitsOf(known, order, { ranked: new Map(ranked.map((one) => [one.chunkId, one])), near, words })
      const shown = isBehind ? hits.map((hit): Hit => ({ ...hit, isBehind })) : hits
      return { hits: shown, words, subject, mostInformation, dense: near.kind }
    },
  }
}

/** What is known of the material in one version of it. Passages do not change while they are in use, but for where they stand. */
type Known = TitleCache & { version: number; glossary: Glossary; chunks: Remembered<StoredChunk> }

/** Passages remembered for whoever asks next, and at most as many again: some 5 kB each. */
const MOST_CHUNKS = 500

/** Of so many grams it is remembered what they tell, while texts are made comparable: those of a thousand questions. */
const MOST_GRAMS = 50_000

function languageOf(question: string): Language {
  return writingOf(question)?.language ?? 'sr'
}

/** A lane's list for each phrasing; the first phrasing counts most. */
function rankingsOf(lists: readonly (readonly { chunkId: number }[])[], weight: number): Ranking[] {
  return lists.map((list, i) => ({
    chunkIds: list.map(({ chunkId }) => chunkId),
    weight: i === 0 ? weight : weight * OTHER_PHRASING,
  }))
}

async function hitsOf(
  known: Known,
  order: number[],
  found: { ranked: ReadonlyMap<number, Ranked>; near: Nearness; words: readonly AskedWord[] },
): Promise<Hit[]> {
  const { ranked, near, words } = found
  const unranked = order.filter((id) => !ranked.has(id))
  const titleMatch = await titleMatches(known, unranked, words)
  const similarity = near.kind === 'used' ? await near.similarities(order) : NONE
  const [chunks, titles] = await Promise.all([known.chunks(order), known.titles(order)])
  return order.flatMap((id) => {
    const chunk = chunks.get(id)
    if (!chunk) return []
    const lexical = ranked.get(id) ?? { ...NOT_BY_WORDS, titleMatch: titleMatch.get(id) ?? 0 }
    const { score, chance, share, likeness, likenessAround } = lexical
    const found = { score, titleMatch: lexical.titleMatch, likeness, likenessAround, chance, share }
    const vectors = titles.get(id)?.vectors ?? NO_BYTES
    // They stand behind its headings among its titles.
    const ways = vectors.subarray(Math.max(0, vectors.length - chunk.askedAs.length * SIZE))
    return [{ chunk, ways, ...found, similarity: similarity.get(id) ?? null }]
  })
}

/** Of a passage that was found by its meaning alone. */
export const NOT_BY_WORDS = { score: 0, titleMatch: 0, likeness: null, likenessAround: null, chance: 0, share: 0 }

const NO_BYTES = new Int8Array()

const NONE: ReadonlyMap<number, number> = new Map()

async function titleMatches(
  { titleWords, titles }: Known,
  chunkIds: number[],
  words: readonly AskedWord[],
): Promise<Map<number, number>> {
  if (chunkIds.length === 0) return new Map()
  const all = await titles(chunkIds)
  const matchOf = titleMatcher(words, titleWords)
  return new Map([...all].map(([id, its]) => [id, matchOf(its).nearest ** 2]))
}
