import type { Glossary } from '../../knowledge/search/glossary.ts'
import type { Search } from '../../knowledge/search/search.ts'
import {
  type Collection,
  chunksInUse,
  readChunks,
  readCollection,
  type StoredChunk,
} from '../../knowledge/search/store.ts'
import { type Locale, languageOf } from '../../language/locale.ts'
import { mask } from '../../language/mask.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Answer } from '../answer.ts'
import { type CheckedAnswer, type CheckedBlocks, createChecker, type Removed } from '../check/check.ts'
import { GIVEN_PASSAGES, passagesOf } from '../check/passage-facts.ts'
import { type Account, accountOf } from '../keeping/trace.ts'
import type { Call } from '../reading/rewriter.ts'
import { addSpent, FREE, type Spending } from '../spending/budget.ts'
import { type CachedAnswer, cacheKey, readCached } from './cache-store.ts'
import type { Task } from './prompts.ts'
import type { SecondReading } from './second-reader.ts'
import type { WriteResult, Writer } from './writer.ts'

/** What is being done, while a person waits: passages are read, or this much is written and checked. */
export type Progress = { kind: 'reading' } | { kind: 'writing'; soFar: () => CheckedBlocks }

/** What is to be written: `question` as it stands by itself, from what was `found`. */
export type Work = {
  task: Task
  question: string
  locale: Locale
  found: Found
  /** Passages cited before in the conversation, best first. */
  carried: readonly number[]
  /** What understanding the question cost. */
  spentBefore: Spending
  call: Call
  onProgress: (progress: Progress) => void
}

export type Composed = {
  answer: Answer
  account: Account
  /** What to keep for whoever asks the same; `null`: nothing new. */
  toCache: { key: string; version: number; answer: CachedAnswer } | null
}

type Found = Extract<Answer, { kind: 'quoted' }>
type Parts = { db: Db; search: Search; writer: Writer }
type Text = { text: string; chunks: StoredChunk[]; checked: CheckedAnswer }

/** Has an answer written from what was found, or takes the one written before for the same question; checked either way. */
export async function compose(parts: Parts, work: Work): Promise<Composed> {
  const { writer } = parts
  const [glossary, collection] = await Promise.all([parts.search.glossary(), readCollection(parts.db)])
  const key = keyOf(writer, work, collection)
  const about = { model: writer.model, promptHash: writer.hashOf(work.task) }
  const cached = await fromCache(parts.db, key, work.locale, glossary)
  if (cached) {
    const answer = settle(
      work,
      { kind: 'written', ...cached, stopped: false, spent: FREE, second: null },
      cached.chunks,
    )
    const { verdict, removed } = cached.checked
    return {
      answer,
      account: accountOf(work.spentBefore, { ...about, verdict, removed, cached: true, cacheKey: key }),
      toCache: null,
    }
  }
  work.onProgress({ kind: 'reading' })
  const chunks = await chosenChunks(parts.db, work)
  const order = {
    task: work.task,
    locale: work.locale,
    question: work.question,
    passages: passagesOf(chunks.map((chunk) => ({ chunk }))),
    glossary,
  }
  const result = await writer.write(work.call, order, (soFar) => work.onProgress({ kind: 'writing', soFar }))
  const answer = settle(work, result, chunks)
  const isKept = isWhole(answer, result)
  return {
    answer,
    account: accountOf(addSpent(work.spentBefore, result.spent), {
      ...about,
      ...accountOfResult(answer, result, work.locale),
      cacheKey: isKept ? key : null,
    }),
    toCache: isKept
      ? {
          key,
          version: collection.version,
          answer: {
            text: result.text,
            passages: chunks.map((chunk) => chunk.id),
            refused: [...(result.second?.refused ?? [])],
          },
        }
      : null,
  }
}

/** The passages the model gets: the best that were found, and after them those cited before. */
async function chosenChunks(db: Db, { found, carried }: Work): Promise<StoredChunk[]> {
  const best = found.hits.slice(0, GIVEN_PASSAGES).map((hit) => hit.chunk)
  const more = carried.filter((id) => !best.some((chunk) => chunk.id === id))
  if (more.length === 0) return best
  const before = await readChunks(db, await chunksInUse(db, more))
  return [...best.slice(0, GIVEN_PASSAGES - more.length), ...more.flatMap((id) => before.get(id) ?? [])]
}

function keyOf(writer: Writer, work: Work, { version }: Collection): string {
  const question = mask(work.question).text
  return cacheKey({
    question,
    language: languageOf(work.locale),
    version,
    promptHash: writer.hashOf(work.task),
    model: writer.model,
  })
}

/** A text written before, with its passages; `null` when there is none for this reader, or a passage is gone. */
async function fromCache(db: Db, key: string, locale: Locale, glossary: Glossary): Promise<Text | null> {
  const cached = await readCached(db, key)
  if (!cached) return null
  const found = await readChunks(db, cached.passages)
  const chunks = cached.passages.flatMap((id) => found.get(id) ?? [])
  if (chunks.length < cached.passages.length) return null
  const passages = passagesOf(chunks.map((chunk) => ({ chunk })))
  const checker = createChecker(passages, glossary, languageOf(locale))
  checker.refuse(cached.refused)
  const checked = checker.check(cached.text)
  return isFor(locale, checked) ? { text: cached.text, chunks, checked } : null
}

/** What a person gets for what the model wrote or failed to write. */
function settle({ task, locale, found, question }: Work, result: WriteResult, chunks: StoredChunk[]): Answer {
  const without = (fallback: Exclude<Account['fallback'], null> | 'no-answer'): Answer => {
    if (task !== 'answer') return { kind: 'not-formed', fallback }
    // The model found nothing in the passages: better no answer than one beside the point.
    if (fallback === 'no-answer') return { kind: 'unknown', nearest: found.hits, evidence: found.evidence }
    return { ...found, fallback }
  }
  if (result.kind === 'failed') return without(result.fallback)
  const { checked, stopped } = result
  if (stopped && checked.blocks.length === 0) return { kind: 'stopped', hits: found.hits }
  if (checked.verdict === 'no-answer') return without('no-answer')
  if (!isFor(locale, checked) || (!stopped && checked.verdict === 'too-little')) return without('check')
  const quotes = checked.citations.flatMap(({ n, key }) => {
    const chunk = chunks[key - 1]
    return chunk ? [{ n, chunk, blocks: chunk.blocks }] : []
  })
  const cited = new Set(quotes.map((quote) => quote.chunk.id))
  return {
    kind: 'written',
    blocks: checked.blocks,
    quotes,
    meaning: task === 'answer' ? found.meaning : null,
    hits: found.hits,
    evidence: found.evidence,
    ending: stopped ? 'stopped' : checked.cut ? 'cut' : 'whole',
    offer: task === 'answer' && !stopped ? offerOf(found, cited, question) : null,
  }
}

/** Whether a text can be shown to this reader: Latin never becomes Cyrillic exactly, so it is no text for one who reads that. */
function isFor(locale: Locale, { writing }: CheckedAnswer): boolean {
  if (writing === null) return true
  if (locale === 'en') return writing.language === 'en'
  return writing.language === 'sr' && (locale === 'sr-Latn' || writing.script === 'cyrl')
}

/** How near the best passage another one's score must be to be offered. */
const NEAR = 0.4

/** The nearest passage that was not cited and that answers a question of its own; `null` when there is none near. */
function offerOf({ hits }: Found, cited: ReadonlySet<number>, question: string): StoredChunk | null {
  const headings = new Set(hits.filter((hit) => cited.has(hit.chunk.id)).map((hit) => hit.chunk.headings.at(-1)))
  const best = Math.max(0, ...hits.map((hit) => hit.score))
  const other = hits.find(({ chunk, score }) => {
    const heading = chunk.headings.at(-1) ?? ''
    return heading.endsWith('?') && heading !== question && !headings.has(heading) && score >= best * NEAR
  })
  return other?.chunk ?? null
}

function accountOfResult(answer: Answer, result: WriteResult, locale: Locale): Partial<Account> {
  const fallback = 'fallback' in answer && answer.fallback !== 'no-answer' ? (answer.fallback ?? null) : null
  if (result.kind === 'failed') return { fallback }
  const { verdict, removed, writing } = result.checked
  const stranger: Removed[] = isFor(locale, result.checked)
    ? []
    : [{ text: '', cited: [], reason: 'language', detail: `${writing?.language} ${writing?.script}` }]
  return {
    verdict,
    removed: [...stranger, ...removed],
    fallback,
    stopped: result.stopped,
    second: result.second && accountOfSecond(result.second),
  }
}

function accountOfSecond({ read, refused, spent }: SecondReading): NonNullable<Account['second']> {
  return {
    read,
    refused: refused?.length ?? null,
    inputTokens: spent.input,
    outputTokens: spent.output,
    cost: spent.cost,
  }
}

function isWhole(answer: Answer, result: WriteResult): result is Extract<WriteResult, { kind: 'written' }> {
  return answer.kind === 'written' && result.kind === 'written' && !result.stopped
}
