import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Db } from '../../platform/database/database.ts'
import { SegmentBuilder } from './index/build.ts'
import { searchTextOf, termsOf } from './search-text.ts'
import { readWords } from './segment-store.ts'

/** A passage to be indexed. */
export type Indexed = { id: number; searchText: string }

/** Passages indexed before something else may have its turn: some 15 ms. */
const AT_ONCE = 50

/** A segment of passages, which come by their numbers. */
export async function buildSegment(passages: readonly Indexed[]): Promise<Uint8Array> {
  const builder = new SegmentBuilder()
  for (const [i, { id, searchText }] of passages.entries()) {
    builder.add(id, termsOf(searchText))
    if ((i + 1) % AT_ONCE === 0) await nextTurn()
  }
  return builder.finish()
}

const READ_AT_ONCE = 500

/** A segment made of the passages in use from `first` to `last` as they are stored. */
export async function rebuildSegment(
  db: Db,
  { first, last }: { first: number; last: number },
): Promise<{ passages: number; bytes: Uint8Array }> {
  const builder = new SegmentBuilder()
  for (let from = first; ; ) {
    const read = await readWords(db, { first: from, last, most: READ_AT_ONCE })
    for (const { id, words } of read) builder.add(id, termsOf(searchTextOf(words)))
    if (read.length < READ_AT_ONCE) return { passages: builder.size, bytes: builder.finish() }
    from = read.at(-1)!.id + 1
    await nextTurn()
  }
}
