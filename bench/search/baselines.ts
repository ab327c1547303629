import MiniSearch from 'minisearch'
import { toLatin } from '../../src/language/script.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { timed } from '../timing.ts'
import type { Passage } from './collection.ts'

/** Finds up to `limit` passages: their paths, best first, a path as often as it has passages among them. */
export type Finder = (question: string, limit: number) => Promise<string[]>

/**
 * PostgreSQL's own full text search, as its manual has it: stemmed by `serbian` (which reads Latin), a GIN index, any
 * word of the question, ranked by cover density.
 */
export async function createFullText(
  db: Db,
  passages: Passage[],
): Promise<{ find: Finder; ms: number; bytes: number }> {
  const { ms } = await timed(async () => {
    await db.query('create table bench_full_text (path text not null, body text not null, words tsvector not null)')
    for (let at = 0; at < passages.length; at += 500) await insertFullText(db, passages.slice(at, at + 500))
    await db.query('create index on bench_full_text using gin (words)')
    await db.query('analyze bench_full_text')
  })
  const { rows } = await db.query<{ bytes: number }>(`select pg_total_relation_size('bench_full_text') as bytes`)
  return { find: (question, limit) => findFullText(db, question, limit), ms, bytes: rows[0]!.bytes }
}

async function insertFullText(db: Db, passages: Passage[]): Promise<void> {
  await db.query(
    `insert into bench_full_text (path, body, words)
     select path, body, to_tsvector('serbian', body) from unnest($1::text[], $2::text[]) as new (path, body)`,
    [passages.map((passage) => passage.path), passages.map((passage) => toLatin(passage.text))],
  )
}

async function findFullText(db: Db, question: string, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ path: string }>(
    `with asked as (select replace(plainto_tsquery('serbian', $1::text)::text, '&', '|')::tsquery as words)
     select path from bench_full_text, asked
     where bench_full_text.words @@ asked.words
     order by ts_rank_cd(bench_full_text.words, asked.words) desc
     limit $2::int`,
    [toLatin(question), limit],
  )
  return rows.map((row) => row.path)
}

/** minisearch as it comes: the words as they stand, BM25, nothing fuzzy, no prefixes. */
export function createMiniSearch(passages: Passage[]): Finder {
  const index = new MiniSearch({ fields: ['text'], storeFields: ['path'] })
  index.addAll(passages.map((passage, id) => ({ id, ...passage })))
  return async (question, limit) =>
    index
      .search(question, { prefix: false })
      .slice(0, limit)
      .map((hit) => hit.path as string)
}
