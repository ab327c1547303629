import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type IngestReport, ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
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
  await pool.query('truncate source, version, chunk, chunk_gram, gram, gram_change, term, question, citation cascade')
  await pool.query('update collection set chunks = 0, grams = 0, weighed_for = 0, version = version + 1')
  await pool.query('truncate embedding_model, embedding restart identity')
}
