import { join } from 'node:path'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { messageOf } from '../../platform/errors.ts'
import { listsPeople, type Seen } from '../personal/judge.ts'
import { readCollection } from '../search/store.ts'
import { type Ahead, hashOf, listFiles, type Prepared, prepare, readBytes } from './folder.ts'
import { mergeAll } from './merge.ts'
import { publishFiles, withdrawSource } from './publish.ts'
import { listFolderSources } from './source-store.ts'
import { type FolderSource, isSettled, planSync } from './sync.ts'

/** What happened to each file of a folder, by its path below the folder. */
export type IngestReport = {
  added: string[]
  changed: string[]
  kept: string[]
  removed: string[]
  refused: { path: string; reason: string }[]
  /** Left as they were, since they would take too much of the material or say nothing any more; `force` does them. */
  heldBack: string[]
  /** Left out since they list people, which everybody could read then; `withPeople` takes them all the same. */
  people: { path: string; seen: Seen }[]
  /** Passages in use afterwards. */
  chunks: number
}

export type Progress = (done: number, all: number, path: string) => void

/**
 * Makes the knowledge base say what the files below `folder` say: new ones are added, changed ones replaced passage by
 * passage, missing ones withdrawn, unchanged ones not touched. What trainers published in the chat is left alone. Each
 * source changes in one transaction, so a kill leaves every source whole. A file that cannot be read is
 * reported and its older version stays. `dryRun` only says what would happen.
 */
export async function ingestFolder(parts: {
  database: Database
  clock: Clock
  folder: string
  progress?: Progress
  force?: boolean
  dryRun?: boolean
  /** Takes lists of people too. */
  withPeople?: boolean
  /** Heads of the tables that the product itself gives out about people. */
  exported?: readonly (readonly string[])[]
  /** Files that were read before there was a database to ask whether they are new. */
  ahead?: Ahead
}): Promise<IngestReport> {
  const { database, folder } = parts
  const sources = new Map((await listFolderSources(database.pool)).map((source) => [source.path, source]))
  const files = await listFiles(folder)
  const there = new Set(files)
  const { changed, emptied, kept, refused, people } = await readChanged(parts, files, sources)
  const plan = planSync({
    sources,
    changed: changed.map(({ path, chunks }) => ({ path, chunks: chunks.length })),
    gone: [...sources.values()].filter(isInUse).flatMap(({ path }) => (there.has(path) ? [] : [path])),
    emptied,
    chunksInUse: (await readCollection(database.pool)).chunks,
    force: parts.force === true,
  })
  const isKnown = (path: string) => isInUse(sources.get(path))
  if (parts.dryRun !== true && plan.publish.length + plan.withdraw.length > 0) {
    const publishing = new Set(plan.publish)
    await apply(
      parts,
      changed.filter(({ path }) => publishing.has(path)),
      plan.withdraw.map((path) => sources.get(path)!),
    )
  }
  return {
    added: plan.publish.filter((path) => !isKnown(path)),
    changed: plan.publish.filter(isKnown),
    kept,
    removed: plan.withdraw,
    refused,
    heldBack: plan.heldBack,
    people,
    chunks: (await readCollection(database.pool)).chunks,
  }
}

/** Another process may be at it, and a large material takes its time. */
const WITHOUT_TIMEOUT = { withoutTimeout: true }

function isInUse(source: FolderSource | undefined): boolean {
  return source?.state === 'in use'
}

async function apply(
  { database, clock, progress }: { database: Database; clock: Clock; progress?: Progress },
  publishing: Prepared[],
  withdrawing: FolderSource[],
): Promise<void> {
  let done = 0
  for (const files of inBatches(publishing)) {
    await database.transaction((db) => publishFiles(db, files, clock.now()), WITHOUT_TIMEOUT)
    done += files.length
    progress?.(done, publishing.length, files.at(-1)!.path)
  }
  for (const source of withdrawing)
    await database.transaction((db) => withdrawSource(db, source.id, 'folder', clock.now()), WITHOUT_TIMEOUT)
  await mergeAll(database)
  await database.maintain('vacuum (analyze) chunk')
}

/** Passages from which on files make a batch: one transaction and one segment each, and something to show for it. */
const BATCH = 250

/** Files that are read into use together, in their order. */
function inBatches(files: readonly Prepared[]): Prepared[][] {
  const batches: Prepared[][] = []
  let passages = BATCH
  for (const file of files) {
    if (passages >= BATCH) {
      batches.push([])
      passages = 0
    }
    batches.at(-1)!.push(file)
    passages += file.chunks.length
  }
  return batches
}

type Reading = {
  changed: Prepared[]
  /** Files in use that say nothing any more. */
  emptied: string[]
  kept: string[]
  refused: { path: string; reason: string }[]
  people: { path: string; seen: Seen }[]
}

/** Reads the files that have something new to say about their source. */
async function readChanged(
  {
    folder,
    withPeople,
    exported,
    ahead,
  }: { folder: string; withPeople?: boolean; exported?: readonly (readonly string[])[]; ahead?: Ahead },
  files: string[],
  sources: ReadonlyMap<string, FolderSource>,
): Promise<Reading> {
  const reading: Reading = { changed: [], emptied: [], kept: [], refused: [], people: [] }
  for (const path of files) {
    try {
      const bytes = await readBytes(join(folder, path))
      const hash = hashOf(bytes)
      const source = sources.get(path)
      const before = ahead?.get(path)
      const anew = () => (before?.hash === hash ? before.prepared : prepare(path, bytes, hash, exported))
      const prepared = source && isSettled(source, hash) ? 'kept' : await anew()
      const people = prepared !== 'kept' && prepared?.version.people
      if (prepared === 'kept') reading.kept.push(path)
      else if (people && listsPeople(people) && withPeople !== true) reading.people.push({ path, seen: people.seen })
      else if (prepared) reading.changed.push(prepared)
      else if (isInUse(source)) reading.emptied.push(path)
      else reading.refused.push({ path, reason: 'The file has no text.' })
    } catch (error) {
      reading.refused.push({ path, reason: messageOf(error) })
    }
  }
  return reading
}
