import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { type IngestReport, ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { rebuildSegment } from '../../src/knowledge/search/build-segment.ts'
import { decodeSegment } from '../../src/knowledge/search/index/decode.ts'
import { PassageIndex } from '../../src/knowledge/search/index/passage-index.ts'
import { type Segment, termAt, termCount } from '../../src/knowledge/search/index/segment.ts'
import { countIndexed, listSegments, readBytes } from '../../src/knowledge/search/segment-store.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database/database.ts'

/** Makes the material just these files, heading by heading: file → heading → text. */
export async function readIn(database: Database, files: Record<string, Record<string, string>>): Promise<IngestReport> {
  const folder = mkdtempSync(join(tmpdir(), 'knowledge-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, sections] of Object.entries(files)) {
    const text = Object.entries(sections).map(([heading, body]) => `## ${heading}\n\n${body}\n`)
    writeFileSync(join(folder, name), text.join('\n'))
  }
  return ingestFolder({ database, clock: systemClock, folder, force: true })
}

/** Removes all material, with its embeddings and the traces that cite it. */
export async function removeMaterial({ pool }: Database): Promise<void> {
  await pool.query('truncate source, version, chunk, index_segment, term, question, citation cascade')
  await pool.query('update collection set chunks = 0, version = version + 1')
  await pool.query('truncate embedding_model, embedding restart identity')
}

/** The stored index says of the passages in use what a fresh one would, and the collection counts them right. */
export async function checkIndex({ pool }: Pick<Database, 'pool'>): Promise<void> {
  const { rows } = await pool.query<{ id: number }>('select id from chunk where withdrawn_at is null order by id')
  expect(await countIndexed(pool)).toEqual({ passages: rows.length, indexed: rows.length })
  const stored = await storedIndex(pool)
  const fresh = decodeSegment((await rebuildSegment(pool, { first: 0, last: 2 ** 31 - 1 })).bytes)
  const right = new PassageIndex([{ segment: fresh, withdrawn: [] }])
  expect(rows.filter(({ id }) => !stored.has(id))).toEqual([])
  expect([stored.passages, stored.meanLength]).toEqual([right.passages, right.meanLength])
  const terms = new Set([...termsOf(fresh), ...stored.parts.flatMap(({ segment }) => termsOf(segment))])
  expect([...terms].filter((term) => stored.count(term) !== right.count(term))).toEqual([])
}

async function storedIndex(db: Database['pool']): Promise<PassageIndex> {
  const segments: { segment: Segment; withdrawn: number[] }[] = []
  for (const { id, withdrawn } of await listSegments(db))
    segments.push({ segment: decodeSegment((await readBytes(db, id))!), withdrawn })
  return new PassageIndex(segments)
}

function termsOf(segment: Segment): string[] {
  return Array.from({ length: termCount(segment) }, (_, term) => termAt(segment, term))
}
