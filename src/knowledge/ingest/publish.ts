import type { Db } from '../../platform/database/database.ts'
import type { Document } from '../readers/document.ts'
import type { Indexed } from '../search/build-segment.ts'
import type { Chunk } from './chunk.ts'
import type { Prepared } from './folder.ts'
import { differentChunks, indexPassages, lockIngestion, replacePassages, withdrawPassages } from './passages.ts'
import { findFolderSources, markSourceWithdrawn, saveSource, targetOf } from './source-store.ts'
import { isSettled } from './sync.ts'
import {
  insertMaterialEvent,
  insertVersion,
  lockVersion,
  markVersion,
  putInUse,
  readDocument,
  settleDocument,
  versionInUse,
} from './version-store.ts'

/** Where a published version belongs: a path below the knowledge folder, or a name of its own for what trainers send. */
type Target = { path: string; keptBy: 'folder' | 'trainers' }

/**
 * Reads files of the knowledge folder into use, each as a new version of its source, where it has something new to say. To be
 * called in a transaction.
 */
export async function publishFiles(db: Db, files: readonly Prepared[], now: Temporal.Instant): Promise<void> {
  await lockIngestion(db)
  const known = await findFolderSources(
    db,
    files.map(({ path }) => path),
  )
  const fresh: Indexed[] = []
  for (const { path, version, chunks } of files) {
    const source = known.get(path)
    if (source && isSettled(source, version.hash)) continue
    const target: Target = { path, keptBy: 'folder' }
    const versionId = await insertVersion(db, version, null, now)
    const { hash, document } = version
    const { indexed } = await use(db, { versionId, target, hash, document, chunks, publishedBy: null }, now)
    fresh.push(...indexed)
  }
  await indexPassages(db, fresh)
}

export type PublishResult =
  | { kind: 'published'; number: number; passages: number; title: string }
  /** Somebody was faster, or it was discarded. */
  | { kind: 'already-decided' }
  /** The source to be replaced is gone or belongs to the knowledge folder. */
  | { kind: 'no-such-source' }

/**
 * Puts a version that was only prepared in use: as a source of its own, or in place of the version in use of the source `replaces`. In one transaction, so
 * that a kill leaves the old version whole; it is published once, however often the button is pressed.
 */
export async function publishVersion(
  db: Db,
  versionId: number,
  replaces: number | null,
  by: number,
  now: Temporal.Instant,
): Promise<PublishResult> {
  await lockIngestion(db)
  const version = await lockVersion(db, versionId)
  if (version?.state !== 'draft') return { kind: 'already-decided' }
  const replaced = replaces === null ? null : await targetOf(db, replaces)
  if (replaces !== null && replaced?.keptBy !== 'trainers') return { kind: 'no-such-source' }
  const document = await settleDocument(db, versionId)
  const chunks = differentChunks(document)
  const target: Target = replaced ?? { path: `trainers/${versionId}`, keptBy: 'trainers' }
  const used = await use(db, { versionId, target, hash: version.hash, document, chunks, publishedBy: by }, now)
  await indexPassages(db, used.indexed)
  return { kind: 'published', number: used.number, passages: chunks.length, title: document.title }
}

async function use(
  db: Db,
  what: {
    versionId: number
    target: Target
    hash: string
    document: Document
    chunks: readonly Chunk[]
    publishedBy: number | null
  },
  now: Temporal.Instant,
): Promise<{ number: number; indexed: Indexed[] }> {
  const sourceId = await saveSource(db, { ...what.target, hash: what.hash }, what.document, now)
  const number = await putInUse(db, what.versionId, sourceId, what.publishedBy, now)
  if (what.publishedBy !== null) await note(db, 'published', what.versionId, what.publishedBy, now)
  const source = { id: sourceId, versionId: what.versionId }
  return { number, indexed: await replacePassages(db, source, what.document, what.chunks, now) }
}

const note = (
  db: Db,
  what: 'published' | 'discarded' | 'withdrawn',
  versionId: number,
  actorId: number,
  now: Temporal.Instant,
) => insertMaterialEvent(db, { versionId, actorId, what }, now)

/** Throws away what was only prepared. `false` when that is decided already. */
export async function discardVersion(db: Db, versionId: number, by: number, now: Temporal.Instant): Promise<boolean> {
  const version = await lockVersion(db, versionId)
  if (version?.state !== 'draft') return false
  await markVersion(db, versionId, 'discarded', now)
  await note(db, 'discarded', versionId, by, now)
  return true
}

/**
 * Takes a source out of search, by a trainer's decision or because its file is gone; its passages stay where they were cited.
 * `false` when it was not in use.
 */
export async function withdrawSource(
  db: Db,
  sourceId: number,
  by: number | 'folder',
  now: Temporal.Instant,
): Promise<boolean> {
  await lockIngestion(db)
  const inUse = await versionInUse(db, sourceId)
  if (!inUse) return false
  await withdrawPassages(db, sourceId, now)
  await markVersion(db, inUse.id, 'withdrawn', now)
  if (by !== 'folder') await note(db, 'withdrawn', inUse.id, by, now)
  await markSourceWithdrawn(db, sourceId, by === 'folder' ? 'folder' : 'trainers', now)
  return true
}

/** Puts an earlier version in use again. `null` when it is in use already, or never was. */
export async function bringBack(
  db: Db,
  versionId: number,
  by: number,
  now: Temporal.Instant,
): Promise<{ title: string; number: number } | null> {
  await lockIngestion(db)
  const version = await lockVersion(db, versionId)
  if (!version || version.sourceId === null || (version.state !== 'replaced' && version.state !== 'withdrawn'))
    return null
  const target = await targetOf(db, version.sourceId)
  if (!target) return null
  const document = await readDocument(db, versionId)
  const chunks = differentChunks(document)
  const used = await use(db, { versionId, target, hash: version.hash, document, chunks, publishedBy: by }, now)
  await indexPassages(db, used.indexed)
  return { title: document.title, number: used.number }
}
