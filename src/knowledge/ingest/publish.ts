import type { Db } from '../../platform/database/database.ts'
import { judge, type ListOfPeople, listsPeople } from '../personal/judge.ts'
import type { Document } from '../readers/document.ts'
import type { Chunk } from './chunk.ts'
import type { Prepared } from './folder.ts'
import { differentChunks, type InUse, lockIngestion, replacePassages, withdrawPassages } from './passages.ts'
import { confirmPeople } from './people-store.ts'
import { findFolderSources, markSourceWithdrawn, saveSources, targetOf, type UsedSource } from './source-store.ts'
import { isSettled } from './sync.ts'
import {
  insertMaterialEvent,
  insertVersions,
  lockVersion,
  markVersion,
  putInUse,
  readDocument,
  settleDocument,
  type Version,
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
  const changed = files.filter(({ path, version }) => {
    const source = known.get(path)
    return !source || !isSettled(source, version.hash)
  })
  if (changed.length === 0) return
  const ids = await insertVersions(
    db,
    changed.map(({ version }) => version),
    null,
    now,
  )
  const used = changed.map(({ path, version: { hash, document }, chunks }, i): Used => {
    return { versionId: ids[i]!, path, keptBy: 'folder', hash, document, chunks }
  })
  await use(db, used, null, now)
}

export type PublishResult =
  | { kind: 'published'; number: number; passages: number; title: string }
  /** Somebody was faster, or it was discarded. */
  | { kind: 'already-decided' }
  /** A coordinator has to let it through first (`confirmPeople`). */
  | { kind: 'lists-people'; people: ListOfPeople }
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
  const people = heldBackFor(version, document)
  if (people) return { kind: 'lists-people', people }
  const chunks = differentChunks(document)
  const target: Target = replaced ?? { path: `trainers/${versionId}`, keptBy: 'trainers' }
  const numbers = await use(db, [{ versionId, ...target, hash: version.hash, document, chunks }], by, now)
  return { kind: 'published', number: numbers.get(versionId)!, passages: chunks.length, title: document.title }
}

/** The list of people that a document is, as long as no coordinator let it through; `null` otherwise. */
function heldBackFor({ people, isConfirmed }: Version, document: Document): ListOfPeople | null {
  if (isConfirmed) return null
  const verdict = people ?? judge(document)
  return listsPeople(verdict) ? verdict : null
}

/** A version that is to be put in use, and what it says. */
type Used = UsedSource & { versionId: number; chunks: readonly Chunk[] }

/** Returns the numbers of the versions, by their ids. */
async function use(
  db: Db,
  versions: readonly Used[],
  publishedBy: number | null,
  now: Temporal.Instant,
): Promise<Map<number, number>> {
  const sourceIds = await saveSources(db, versions, now)
  const inUse = versions.map(({ path, versionId, document, chunks }): InUse => {
    return { sourceId: sourceIds.get(path)!, versionId, document, chunks }
  })
  const ids = inUse.map(({ versionId: id, sourceId }) => ({ id, sourceId }))
  const numbers = await putInUse(db, ids, publishedBy, now)
  if (publishedBy !== null)
    for (const { versionId } of versions) await note(db, 'published', versionId, publishedBy, now)
  await replacePassages(db, inUse, now)
  return numbers
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
 * Takes a source out of search, by a trainer's decision, because its file is gone, or because its last day has passed; its passages stay where they were cited.
 * `false` when it was not in use.
 */
export async function withdrawSource(
  db: Db,
  sourceId: number,
  by: number | 'folder' | 'last day',
  now: Temporal.Instant,
): Promise<boolean> {
  await lockIngestion(db)
  const inUse = await versionInUse(db, sourceId)
  if (!inUse) return false
  await withdrawPassages(db, sourceId, now)
  await markVersion(db, inUse.id, 'withdrawn', now)
  if (typeof by === 'number') await note(db, 'withdrawn', inUse.id, by, now)
  await markSourceWithdrawn(db, sourceId, by === 'folder' ? 'folder' : 'trainers', now)
  return true
}

export type BringBackResult =
  | { kind: 'published'; number: number; passages: number; title: string }
  | { kind: 'lists-people'; people: ListOfPeople }
  /** It is in use already, or never was. */
  | { kind: 'already-decided' }

/** Puts an earlier version in use again. */
export async function bringBack(
  db: Db,
  versionId: number,
  by: number,
  now: Temporal.Instant,
): Promise<BringBackResult> {
  await lockIngestion(db)
  const version = await lockVersion(db, versionId)
  if (!version || version.sourceId === null || (version.state !== 'replaced' && version.state !== 'withdrawn'))
    return { kind: 'already-decided' }
  const target = await targetOf(db, version.sourceId)
  if (!target) return { kind: 'already-decided' }
  const document = await readDocument(db, versionId)
  const people = heldBackFor(version, document)
  if (people) return { kind: 'lists-people', people }
  const chunks = differentChunks(document)
  const numbers = await use(db, [{ versionId, ...target, hash: version.hash, document, chunks }], by, now)
  return { kind: 'published', number: numbers.get(versionId)!, passages: chunks.length, title: document.title }
}

/**
 * Puts a version that lists people in use by the word of a coordinator, whose `reason` is kept: a draft as `publishVersion`
 * does, an earlier version as `bringBack` does.
 */
export async function publishPeople(
  db: Db,
  { versionId, replaces, reason }: { versionId: number; replaces: number | null; reason: string },
  by: number,
  now: Temporal.Instant,
): Promise<PublishResult> {
  await lockIngestion(db)
  const version = await lockVersion(db, versionId)
  if (!version || version.state === 'published' || version.state === 'discarded') return { kind: 'already-decided' }
  await confirmPeople(db, versionId, now)
  await insertMaterialEvent(db, { versionId, actorId: by, what: 'confirmed', reason }, now)
  return version.state === 'draft'
    ? publishVersion(db, versionId, replaces, by, now)
    : bringBack(db, versionId, by, now)
}
