import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import { CannotStart, codeOf, messageOf } from '../platform/errors.ts'
import { readMarkdown } from './markdown.ts'
import { mergeGramCounts } from './passage-store.ts'
import { type CountedChunk, countedChunks, lockIngestion, prepareWeights } from './passages.ts'
import { publishFile, withdrawSource } from './publish.ts'
import { readInWorker } from './readers/read-in-worker.ts'
import { readCollection } from './search-store.ts'
import { countChunks, listSources, type Source } from './store.ts'
import type { NewVersion } from './version-store.ts'

/** What happened to each file of a folder, by its path below the folder. */
export type IngestReport = {
  added: string[]
  changed: string[]
  kept: string[]
  removed: string[]
  refused: { path: string; reason: string }[]
  /** Removals that were held back, since they would take too much of the material; `force` does them. */
  heldBack: string[]
  /** Passages in use afterwards. */
  chunks: number
}

export type Progress = (done: number, all: number, path: string) => void

const MARKDOWN = new Set(['.md', '.markdown', '.txt'])
const ENDINGS = new Set([
  ...MARKDOWN,
  '.docx',
  '.pptx',
  '.pdf',
  '.odt',
  '.odp',
  '.xlsx',
  '.ods',
  '.html',
  '.htm',
  '.csv',
])
/** Files above this size are refused unread. */
const LARGEST_FILE_BYTES = 20_000_000
/** A sync that would take more than this share of the passages in use is held back: a folder may be missing by mistake. */
const MOST_REMOVED = 0.2

/**
 * Makes the knowledge base say what the files below `folder` say: new ones are added, changed ones replaced passage by
 * passage, missing ones withdrawn, unchanged ones not touched. What trainers published in the chat is left alone. Each
 * source changes in one transaction of its own, so a kill leaves every source whole. A file that cannot be read is
 * reported and its older version stays. `dryRun` only says what would happen.
 */
export async function ingestFolder(parts: {
  database: Database
  clock: Clock
  folder: string
  progress?: Progress
  force?: boolean
  dryRun?: boolean
}): Promise<IngestReport> {
  const { database, clock, folder } = parts
  const report: IngestReport = { added: [], changed: [], kept: [], removed: [], refused: [], heldBack: [], chunks: 0 }
  const known = new Map(
    (await listSources(database.pool))
      .filter((source) => source.keptBy === 'folder')
      .map((source) => [source.path, source]),
  )
  const files = await listFiles(folder)
  const work = await readChanged(folder, files, known, report)
  const gone = [...known.values()].filter((source) => !files.includes(source.path))
  const removing = parts.force === true || (await isModest(database, gone)) ? gone : []
  report.heldBack = gone.filter((source) => !removing.includes(source)).map((source) => source.path)
  report.removed = removing.map((source) => source.path)
  for (const { path } of work) report[known.has(path) ? 'changed' : 'added'].push(path)
  if (parts.dryRun !== true && work.length + removing.length > 0) {
    await applyAll(database, clock, work, removing, parts.progress)
  }
  report.chunks = (await readCollection(database.pool)).chunks
  return report
}

/** Another process may be at it, and a large material takes its time. */
const PATIENT = { patient: true }

async function applyAll(
  database: Database,
  clock: Clock,
  work: Prepared[],
  removing: Source[],
  progress?: Progress,
): Promise<void> {
  // One mean length for the whole run, or the weights would be computed anew file after file.
  await database.transaction(async (db) => {
    await lockIngestion(db)
    await mergeGramCounts(db)
    await prepareWeights(
      db,
      work.flatMap((prepared) => prepared.chunks),
    )
  }, PATIENT)
  for (const [i, { path, version, chunks }] of work.entries()) {
    await database.transaction(
      (db) => publishFile(db, { path, keptBy: 'folder' }, version, chunks, clock.now()),
      PATIENT,
    )
    if ((i + 1) % FILES_BETWEEN_MERGES === 0) await mergeCounts(database)
    progress?.(i + 1, work.length, path)
  }
  await mergeCounts(database)
  for (const source of removing) await database.transaction((db) => withdrawSource(db, source.id, clock.now()), PATIENT)
  // Without a visibility map every posting is fetched from its table: search took four times as long (p50 42 ms to 11 ms).
  await database.maintain('vacuum (analyze) chunk, chunk_gram, gram')
}

/** How many files are read before their gram counts are merged: until then search does not know their rarest grams. */
const FILES_BETWEEN_MERGES = 200

function mergeCounts(database: Database): Promise<void> {
  return database.transaction(async (db) => {
    await lockIngestion(db)
    await mergeGramCounts(db)
  }, PATIENT)
}

/** Whether withdrawing `gone` leaves most of the passages in use. */
async function isModest(database: Database, gone: Source[]): Promise<boolean> {
  if (gone.length === 0) return true
  const { chunks } = await readCollection(database.pool)
  const leaving = await countChunks(
    database.pool,
    gone.map((source) => source.id),
  )
  return leaving <= chunks * MOST_REMOVED
}

/** Paths below `folder`, with «/», sorted; hidden files and other endings are left out. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw new CannotStart(
      `The material in ${folder} cannot be read (${codeOf(error) ?? messageOf(error)}). Set KNOWLEDGE_DIR to the folder that holds it.`,
      { cause: error },
    )
  })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && ENDINGS.has(extname(entry.name).toLowerCase()))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

type Prepared = { path: string; version: NewVersion; chunks: CountedChunk[] }

/** The files whose content differs from what is in use; unreadable ones go into the report, and so do unchanged ones. */
async function readChanged(
  folder: string,
  files: string[],
  known: ReadonlyMap<string, Source>,
  report: IngestReport,
): Promise<Prepared[]> {
  const changed: Prepared[] = []
  for (const path of files) {
    try {
      const bytes = await readBytes(join(folder, path))
      const hash = createHash('sha256').update(bytes).digest('hex')
      if (known.get(path)?.hash === hash) report.kept.push(path)
      else changed.push(await prepare(path, bytes, hash))
    } catch (error) {
      report.refused.push({ path, reason: messageOf(error) })
    }
  }
  return changed
}

async function readBytes(file: string): Promise<Buffer> {
  const { size } = await stat(file)
  if (size > LARGEST_FILE_BYTES) throw new Error(`The file has ${size} bytes; at most ${LARGEST_FILE_BYTES} are read.`)
  return readFile(file)
}

/** Reads a file and cuts it. Throws with a sentence that says what is wrong with it. */
async function prepare(path: string, bytes: Buffer, hash: string): Promise<Prepared> {
  if (!MARKDOWN.has(extname(path).toLowerCase())) return prepareOffice(path, bytes, hash)
  const document = readMarkdown(decode(bytes), basename(path, extname(path)))
  const chunks = countedChunks(document)
  if (chunks.length === 0 && document.terms.length === 0) throw new Error('The file has no text.')
  return {
    path,
    chunks,
    version: { fileName: basename(path), format: 'md', language: 'sr', pages: null, hash, document, unread: [] },
  }
}

/** Reads an office document in a thread of its own, as one that a trainer sends. */
async function prepareOffice(path: string, bytes: Buffer, hash: string): Promise<Prepared> {
  const fileName = basename(path)
  const read = await readInWorker(bytes, fileName)
  if (read.kind === 'refused') throw new Error(`The file is not read: ${read.detail ?? read.reason}.`)
  const { format, language, pages, document, unread } = read
  return {
    path,
    chunks: countedChunks(document),
    version: { fileName, format, language, pages, hash, document, unread },
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error('The file is not UTF-8 text. Save it as UTF-8.')
  }
}
