import { fold } from '../../language/fold.ts'
import type { Db } from '../../platform/database/database.ts'
import { searchTextOf } from '../search/search-text.ts'
import { changeCollection, insertChunks, readPassage, withdrawChunks } from './passage-store.ts'
import { indexPassages, lockIngestion } from './passages.ts'

/**
 * Lets a passage in use be found by further ways to ask, as long as its file leaves it unchanged: a new one takes its place, told from
 * others by what the file says. Returns that; `null` for a passage out of use.
 */
export async function addWays(
  db: Db,
  chunkId: number,
  ways: readonly string[],
  now: Temporal.Instant,
): Promise<number | null> {
  await lockIngestion(db)
  const passage = await readPassage(db, chunkId)
  if (!passage) return null
  const { title, sourceId, position, versionId, ...chunk } = passage
  const asked = { ...chunk, askedAs: [...chunk.askedAs, ...ways], titles: [...chunk.titles, ...ways.map(fold)] }
  const searchText = searchTextOf({ ...asked, title })
  const [id] = await insertChunks(db, [{ chunk: { ...asked, searchText }, sourceId, position, versionId }])
  await indexPassages(db, [{ id: id!, searchText }])
  await withdrawChunks(db, [chunkId], now)
  await changeCollection(db, 0)
  return id!
}
