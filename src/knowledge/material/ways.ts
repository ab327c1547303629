import type { Language } from '../../language/detect.ts'
import { fold } from '../../language/fold.ts'
import type { Chunk } from '../ingest/chunk.ts'
import type { Finds } from './finds.ts'

/**
 * Proposes ways in which people may ask for each of `passages`, in the language of the document: a list for each, possibly
 * empty. Goes on the account of a chat. `null` when there is nothing to be had any more: the budget is spent, the provider fails or was stopped. Never throws
 * for what a provider does.
 */
export type ProposeWays = (
  chatId: number,
  passages: readonly { title: string; text: string }[],
  about: { language: Language; most: number; signal: AbortSignal },
) => Promise<string[][] | null>

/** What came of asking for ways to ask. */
export type Proposed = {
  /** For each passage, in their order; empty where none was kept. */
  ways: string[][]
  /** How many passages the model was shown, and what it proposed for them before any was thrown away. */
  shown: number
  proposed: number
  /** Why not all passages were shown. */
  ended: 'whole' | 'slow' | 'failed' | 'long'
}

/** Ways kept for a passage. The material that comes with the bot has at least twelve, by hand. */
const MOST_WAYS = 5
/** Passages in one request: more of them and a small model mixes them up, fewer and the words around them cost more than they do. */
const TOGETHER = 4
/** Requests under way at once. */
const AT_ONCE = 3
/** Passages of a document that are shown: some 60 requests at most, and 300 searches. */
const MOST_PASSAGES = 60
const LONGEST_WAY = 120

/**
 * Has ways to ask proposed for the passages of a document, and keeps those that find their passage.
 * Ends when `signal` does, with what there is by then.
 */
export async function proposeWays(
  parts: { propose: ProposeWays; finds: Finds },
  chatId: number,
  document: { language: Language; title: string; chunks: readonly Chunk[] },
  signal: AbortSignal,
): Promise<Proposed> {
  const { chunks, title, language } = document
  const shown = chunks.slice(0, MOST_PASSAGES)
  const result: Proposed = {
    ways: chunks.map(() => []),
    shown: 0,
    proposed: 0,
    ended: shown.length < chunks.length ? 'long' : 'whole',
  }
  const batches = Array.from({ length: Math.ceil(shown.length / TOGETHER) }, (_, i) => i * TOGETHER)
  const work = async () => {
    for (let at = batches.shift(); at !== undefined && isGoingOn(result, signal); at = batches.shift()) {
      const batch = shown.slice(at, at + TOGETHER)
      const told = batch.map((chunk) => ({ title: [title, ...chunk.headings].join(' › '), text: chunk.body }))
      const lists = await parts.propose(chatId, told, { language, most: MOST_WAYS, signal })
      if (lists === null) result.ended = signal.aborted ? 'slow' : 'failed'
      else await keep(parts.finds, result, { at, batch, lists }, signal)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (result.ended !== 'failed' && (signal.aborted || batches.length > 0)) result.ended = 'slow'
  return result
}

function isGoingOn(result: Proposed, signal: AbortSignal): boolean {
  return !signal.aborted && result.ended !== 'failed'
}

async function keep(
  finds: Finds,
  result: Proposed,
  { at, batch, lists }: { at: number; batch: readonly Chunk[]; lists: readonly string[][] },
  signal: AbortSignal,
): Promise<void> {
  result.shown += batch.length
  for (const [i, chunk] of batch.entries()) {
    const ways = fitting(lists[i] ?? [], chunk)
    result.proposed += lists[i]?.length ?? 0
    for (const way of ways)
      if (
        !signal.aborted &&
        (await finds(
          way,
          chunk,
          ways.filter((other) => other !== way),
        ))
      )
        result.ways[at + i]!.push(way)
  }
}

/** The ways that can be questions at all, each once, and none that the passage has already. */
export function fitting(ways: readonly string[], chunk: Pick<Chunk, 'headings' | 'askedAs'>): string[] {
  const had = new Set([...chunk.headings, ...chunk.askedAs].map(fold))
  const kept: string[] = []
  for (const way of ways.map((one) => one.replace(/\s+/g, ' ').trim())) {
    const folded = fold(way)
    if (folded === '' || way.length > LONGEST_WAY || had.has(folded)) continue
    had.add(folded)
    kept.push(way)
  }
  return kept.slice(0, MOST_WAYS)
}
