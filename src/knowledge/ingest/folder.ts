import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, extname, join, sep } from 'node:path'
import { CannotStart, codeOf, messageOf } from '../../platform/errors.ts'
import { judge } from '../personal/judge.ts'
import { readMarkdown } from '../readers/markdown/markdown.ts'
import { readInWorker } from '../readers/read-in-worker.ts'
import type { Chunk } from './chunk.ts'
import { differentChunks } from './passages.ts'
import type { NewVersion } from './version-store.ts'

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
  '.mht',
  '.mhtml',
  '.htm',
  '.csv',
])
/** Files above this size are refused unread. */
const LARGEST_FILE_BYTES = 20_000_000

/**
 * Paths of the files below `folder` that can be read, with «/», sorted; hidden files and other endings are left out. Links
 * are followed inside of it, not out of it, and each folder and file is taken once, however many links lead to it or back.
 */
export async function listFiles(folder: string): Promise<string[]> {
  const seen = new Set<string>()
  const walk = async (below: string, root: string): Promise<string[]> => {
    const at = join(folder, below)
    if (!isNew(seen, await realpath(at))) return []
    // What is there itself comes before links to it.
    const entries = (await readdir(at, { withFileTypes: true })).toSorted(
      (a, b) => Number(a.isSymbolicLink()) - Number(b.isSymbolicLink()) || (a.name < b.name ? -1 : 1),
    )
    const found: string[] = []
    for (const { name } of entries.filter((entry) => !entry.name.startsWith('.'))) {
      const path = below === '' ? name : `${below}/${name}`
      const real = await realpath(join(folder, path)).catch(() => null)
      if (real === null || !real.startsWith(`${root}${sep}`)) continue
      const kind = await stat(real)
      if (kind.isDirectory()) found.push(...(await walk(path, root)))
      else if (kind.isFile() && ENDINGS.has(extname(name).toLowerCase()) && isNew(seen, real)) found.push(path)
    }
    return found
  }
  try {
    return (await walk('', await realpath(folder))).sort()
  } catch (error) {
    throw new CannotStart(
      `The material in ${folder} cannot be read (${codeOf(error) ?? messageOf(error)}). Set KNOWLEDGE_DIR to the folder that holds it.`,
      { cause: error },
    )
  }
}

function isNew(seen: Set<string>, path: string): boolean {
  if (seen.has(path)) return false
  seen.add(path)
  return true
}

export async function readBytes(file: string): Promise<Buffer> {
  const { size } = await stat(file)
  if (size > LARGEST_FILE_BYTES) throw new Error(`The file has ${size} bytes; at most ${LARGEST_FILE_BYTES} are read.`)
  return readFile(file)
}

/** A file that was read and cut, ready to be published. */
export type Prepared = { path: string; version: NewVersion; chunks: Chunk[] }

/**
 * Reads a file, cuts it, and looks for people in it, also by the heads of tables that the product gives out (`exported`);
 * `null` when it says nothing. Throws with a sentence that says what is wrong with it.
 */
export async function prepare(
  path: string,
  bytes: Buffer,
  hash: string,
  exported: readonly (readonly string[])[] = [],
): Promise<Prepared | null> {
  const prepared = await read(path, bytes, hash)
  if (!prepared) return null
  const people = judge(prepared.version.document, exported)
  return { ...prepared, version: { ...prepared.version, people } }
}

/** A file as it was at some moment, and what was made of it; `null` where it says nothing. */
export type Ahead = ReadonlyMap<string, { hash: string; prepared: Prepared | null }>

/** All files of a folder, for `ingestFolder` to take as far as they are still the same; what cannot be read is left for it to report. */
export async function prepareAll(folder: string, exported: readonly (readonly string[])[] = []): Promise<Ahead> {
  const ahead = new Map<string, { hash: string; prepared: Prepared | null }>()
  for (const path of await listFiles(folder))
    try {
      const bytes = await readBytes(join(folder, path))
      const hash = hashOf(bytes)
      ahead.set(path, { hash, prepared: await prepare(path, bytes, hash, exported) })
    } catch {}
  return ahead
}

export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function read(path: string, bytes: Buffer, hash: string): Promise<Prepared | null> {
  if (!MARKDOWN.has(extname(path).toLowerCase())) return prepareOffice(path, bytes, hash)
  const document = readMarkdown(decode(bytes), basename(path, extname(path)))
  const chunks = differentChunks(document)
  if (chunks.length === 0 && document.terms.length === 0) return null
  return {
    path,
    chunks,
    version: { fileName: basename(path), format: 'md', language: 'sr', pages: null, hash, document, unread: [] },
  }
}

/** Reads an office document in a thread of its own, as one that a trainer sends. */
async function prepareOffice(path: string, bytes: Buffer, hash: string): Promise<Prepared | null> {
  const fileName = basename(path)
  const read = await readInWorker(bytes, fileName)
  if (read.kind === 'refused') {
    if (read.reason === 'empty') return null
    throw new Error(`The file is not read: ${read.detail ?? read.reason}.`)
  }
  const { format, language, pages, document, unread } = read
  return {
    path,
    chunks: differentChunks(document),
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
