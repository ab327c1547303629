import type { Db } from '../../platform/database/database.ts'
import type { PassageWords } from './embedding-store.ts'
import type { Size } from './index/merge-plan.ts'

/** A segment as it is stored, without its bytes: every passage in use from `first` to `last` is in it. */
export type SegmentRow = { id: number; first: number; last: number; passages: number; withdrawn: number[] }

const COLUMNS = 'id, first_passage as first, last_passage as last, passages, withdrawn'

/** All segments, by the numbers of their passages. */
export async function listSegments(db: Db): Promise<SegmentRow[]> {
  const { rows } = await db.query<SegmentRow>(`select ${COLUMNS} from index_segment order by first_passage`)
  return rows
}

/** All segments and the version of the collection, as they stand at one moment. */
export async function readSegments(db: Db): Promise<{ version: number; segments: SegmentRow[] }> {
  const { rows } = await db.query<{ version: number } & { [K in keyof SegmentRow]: SegmentRow[K] | null }>(
    `select version, ${COLUMNS} from collection left join index_segment on true order by first_passage`,
  )
  return {
    version: rows[0]!.version,
    segments: rows.flatMap(({ version, ...row }) => (row.id === null ? [] : [row as SegmentRow])),
  }
}

/** What changes whenever segments do: the version of the collection, and the newest segment. */
export async function readNewest(db: Db): Promise<{ version: number; newest: number }> {
  const { rows } = await db.query<{ version: number; newest: number }>(
    'select version, (select coalesce(max(id), 0) from index_segment) as newest from collection',
  )
  return rows[0]!
}

/** `null` when it is there no more: merged, or mended. */
export async function readBytes(db: Db, id: number): Promise<Uint8Array | null> {
  const { rows } = await db.query<{ bytes: Uint8Array }>('select bytes from index_segment where id = $1::int', [id])
  return rows[0]?.bytes ?? null
}

export async function insertSegment(
  db: Db,
  segment: { first: number; last: number; passages: number; withdrawn?: readonly number[]; bytes: Uint8Array },
): Promise<void> {
  await db.query(
    `insert into index_segment (first_passage, last_passage, passages, withdrawn, bytes)
     values ($1::int, $2::int, $3::int, $4::int[], $5::bytea)`,
    [segment.first, segment.last, segment.passages, segment.withdrawn ?? [], segment.bytes],
  )
}

/** These of the segments, as they stand now, until the transaction ends; those that are there no more are left out. */
export async function lockSegments(db: Db, ids: readonly number[]): Promise<SegmentRow[]> {
  const { rows } = await db.query<SegmentRow>(
    `select ${COLUMNS} from index_segment where id = any ($1::int[]) order by first_passage for update`,
    [ids],
  )
  return rows
}

export async function deleteSegments(db: Db, ids: readonly number[]): Promise<void> {
  await db.query('delete from index_segment where id = any ($1::int[])', [ids])
}

/** Notes in their segments that passages went out of use. */
export async function markWithdrawn(db: Db, chunkIds: readonly number[]): Promise<void> {
  await db.query(
    `update index_segment
     set withdrawn = withdrawn || array(select id from unnest($1::int[]) as id where id between first_passage and last_passage)
     where exists (select from unnest($1::int[]) as id where id between first_passage and last_passage)`,
    [chunkIds],
  )
}

/** Passages in use, and what of them the segments hold. They differ where segments are missing. */
export async function countIndexed(db: Db): Promise<{ passages: number; indexed: number }> {
  const { rows } = await db.query<{ passages: number; indexed: number }>(
    `select chunks as passages,
            (select coalesce(sum(passages - cardinality(withdrawn)), 0)::int from index_segment) as indexed
     from collection`,
  )
  return rows[0]!
}

/** The next passages in use after `after` that no segment holds, at most `most`, with none between them that one holds; `null` where none is. */
export async function nextMissing(
  db: Db,
  after: number,
  most: number,
): Promise<{ first: number; last: number } | null> {
  const { rows } = await db.query<{ first: number | null; last: number | null }>(
    `with first as (
       select min(id) as id from chunk
       where id > $1::int and withdrawn_at is null
         and not exists (select from index_segment where chunk.id between first_passage and last_passage)
     ), run as (
       select chunk.id from chunk, first
       where chunk.id >= first.id and withdrawn_at is null
         and chunk.id < (select coalesce(min(first_passage), 2147483647) from index_segment where first_passage > first.id)
       order by chunk.id limit $2::int
     )
     select min(id) as first, max(id) as last from run`,
    [after, most],
  )
  const { first, last } = rows[0]!
  return first === null || last === null ? null : { first, last }
}

/** The passages in use from `first` to `last`, with what search reads of them; at most `most`, by their numbers. */
export async function readWords(
  db: Db,
  { first, last, most }: { first: number; last: number; most: number },
): Promise<{ id: number; words: PassageWords }[]> {
  const { rows } = await db.query<Omit<PassageWords, 'headingEn' | 'askedAs'> & WordsRow>(
    `select chunk.id, source.title, chunk.headings, chunk.heading_en, chunk.asked_as, chunk.body
     from chunk join source on source.id = chunk.source_id
     where chunk.id between $1::int and $2::int and chunk.withdrawn_at is null
     order by chunk.id limit $3::int`,
    [first, last, most],
  )
  return rows.map(({ id, heading_en: headingEn, asked_as: askedAs, ...row }) => ({
    id,
    words: { ...row, headingEn, askedAs },
  }))
}

type WordsRow = { id: number; heading_en: string; asked_as: string[] }

export function sizeOf({ passages, withdrawn }: SegmentRow): Size {
  return { passages, withdrawn: withdrawn.length }
}
