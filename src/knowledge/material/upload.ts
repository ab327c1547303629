import { createHash } from 'node:crypto'
import type { Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import { type Chunk, chunksOf } from '../ingest/chunk.ts'
import { insertMaterialEvent, insertVersion, publishedTwin } from '../ingest/version-store.ts'
import { judge, listsPeople, type Verdict } from '../personal/judge.ts'
import { readAny } from '../readers/read-any.ts'
import type { ReadResult, RefusalReason } from '../readers/result.ts'
import type { Scanner } from '../readers/scans/find.ts'
import { withScannedPages } from '../readers/scans/scanned.ts'
import type { ReadingProgress } from '../readers/source.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { createFinds } from './finds.ts'
import { type Proposed, type ProposeWays, proposeWays } from './ways.ts'

/** What documents are read with. */
export type ReadingParts = {
  db: Db
  index: SearchIndex
  log: Log
  /** What recognises text in pictures of pages; `null` without. */
  scanner: Scanner | null
  /** Where LibreOffice is, for old formats; `null` without. */
  office: string | null
  /** `null` without a model. */
  propose: ProposeWays | null
  /** Heads of the tables that the product itself gives out about people. */
  exported: readonly (readonly string[])[]
}

/** A file that was read, with what it says as passages, and of people. */
export type Upload = {
  name: string
  hash: string
  read: Extract<ReadResult, { kind: 'read' }>
  chunks: Chunk[]
  people: Verdict
}

export type UploadReading =
  | { kind: 'read'; upload: Upload }
  /** The same bytes are published already. */
  | { kind: 'twin'; twin: NonNullable<Awaited<ReturnType<typeof publishedTwin>>> }
  | { kind: 'refused'; reason: RefusalReason }

/** Reads a file that staff sent, wherever they sent it. Takes a slot of its own (`ReadingSlots`). Never throws for what a file may hold. */
export async function readUpload(
  { db, office, scanner, exported }: Pick<ReadingParts, 'db' | 'office' | 'scanner' | 'exported'>,
  { name, bytes }: { name: string; bytes: Uint8Array },
  progress?: ReadingProgress,
): Promise<UploadReading> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const twin = await publishedTwin(db, hash)
  if (twin) return { kind: 'twin', twin }
  const written = await readAny(bytes, name, office, progress ? { progress } : {})
  const read = await withScannedPages(written, bytes, name, scanner)
  if (read.kind === 'refused') return { kind: 'refused', reason: read.reason }
  const { document } = read
  return { kind: 'read', upload: { name, hash, read, chunks: chunksOf(document), people: judge(document, exported) } }
}

/** Whether ways to ask are proposed. Whose names and numbers stand in a list did not agree that a provider reads them. */
export function mayPropose({ propose }: Pick<ReadingParts, 'propose'>, { chunks, people }: Upload): boolean {
  return propose !== null && chunks.length > 0 && !listsPeople(people)
}

/** How long ways to ask are waited for before the document is shown: with what reading it takes, within a minute. */
const WAYS_MS = 50_000

/** Ways to ask for a document's passages, on the account of a chat; `null` where something went wrong with it. */
export async function waysFor(
  parts: Pick<ReadingParts, 'db' | 'index' | 'log' | 'propose'>,
  { read, chunks }: Upload,
  chatId: number,
): Promise<Proposed | null> {
  const { propose } = parts
  if (!propose) return null
  try {
    const document = { language: read.language, title: read.document.title, chunks }
    const finds = await createFinds(parts, document)
    return await proposeWays({ propose, finds }, chatId, document, AbortSignal.timeout(WAYS_MS))
  } catch (error) {
    // The document is there, and can be published without.
    parts.log.warn({ err: error }, 'no ways to ask were proposed')
    return null
  }
}

/** Keeps what was read as a draft, not searched. Returns the id of the version. */
export async function insertUpload(
  db: Db,
  { name, hash, read, people }: Upload,
  proposed: Proposed | null,
  by: { personId: number; now: Temporal.Instant },
): Promise<number> {
  const { format, language, pages, document, unread } = read
  const version = {
    fileName: name,
    format,
    language,
    pages,
    hash,
    document,
    unread,
    people,
    ways: proposed?.ways ?? [],
  }
  const versionId = await insertVersion(db, version, by.personId, by.now)
  await insertMaterialEvent(db, { versionId, actorId: by.personId, what: 'sent' }, by.now)
  return versionId
}
