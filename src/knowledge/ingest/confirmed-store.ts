import type { Db } from '../../platform/database/database.ts'
import { changeCollection } from './passage-store.ts'

/** Makes a source an answer that somebody answers for, until a day. */
export async function markConfirmed(
  db: Db,
  answer: { sourceId: number; ownerId: number; on: string; validUntil: string | null },
): Promise<void> {
  await db.query(
    `update source set kind = 'confirmed', owner_id = $2::bigint, confirmed_on = $3::date, valid_until = $4::date
     where id = $1::int`,
    [answer.sourceId, answer.ownerId, answer.on, answer.validUntil],
  )
}

/** A confirmed answer in use that has a last day. */
export type Ending = { sourceId: number; title: string; ownerId: number | null; validUntil: string }

const ENDING = `select id as "sourceId", title, owner_id as "ownerId", to_char(valid_until, 'YYYY-MM-DD') as "validUntil"
  from source where kind = 'confirmed' and withdrawn_at is null`

/** Answers whose last day comes by `day` and whose owners were not asked about that day. */
export async function listEnding(db: Db, day: string): Promise<Ending[]> {
  const { rows } = await db.query<Ending>(
    `${ENDING} and valid_until <= $1::date and owner_asked_for is distinct from valid_until order by id`,
    [day],
  )
  return rows
}

/** Answers whose last day was before `day`. */
export async function listEnded(db: Db, day: string): Promise<Ending[]> {
  const { rows } = await db.query<Ending>(`${ENDING} and valid_until < $1::date order by id`, [day])
  return rows
}

/** Notes that an owner is asked about a last day. `false`: somebody else noted it, or the day moved. */
export async function claimAsking(db: Db, { sourceId, validUntil }: Ending): Promise<boolean> {
  const { rowCount } = await db.query(
    `update source set owner_asked_for = valid_until
     where id = $1::int and valid_until = $2::date and owner_asked_for is distinct from valid_until and withdrawn_at is null`,
    [sourceId, validUntil],
  )
  return rowCount === 1
}

/** A confirmed answer as it stands; `null` for any other source. */
export async function readConfirmed(db: Db, sourceId: number): Promise<(Ending & { withdrawn: boolean }) | null> {
  const { rows } = await db.query<Ending & { withdrawn: boolean }>(
    `select id as "sourceId", title, owner_id as "ownerId", to_char(valid_until, 'YYYY-MM-DD') as "validUntil",
            withdrawn_at is not null as withdrawn
     from source where id = $1::int and kind = 'confirmed'`,
    [sourceId],
  )
  return rows[0] ?? null
}

/** Moves the last day of an answer, confirmed anew today by who owns it from now on. What is told of it changes for every process. */
export async function renewConfirmed(
  db: Db,
  answer: { sourceId: number; ownerId: number; on: string; validUntil: string },
): Promise<void> {
  await markConfirmed(db, answer)
  await changeCollection(db, 0)
}

/** The passages that answers of trainers ever had, as far as they are kept. */
export async function confirmedChunks(db: Db): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select chunk.id from chunk join source on source.id = source_id where source.kind = 'confirmed'`,
  )
  return rows.map(({ id }) => id)
}

/** Takes a person out of the answers that they answered for. */
export async function disownConfirmed(db: Db, personId: number): Promise<void> {
  const { rowCount } = await db.query('update source set owner_id = null where owner_id = $1::bigint', [personId])
  if ((rowCount ?? 0) > 0) await changeCollection(db, 0)
}

/** The answers that a person answers for, for them to see. */
export async function readConfirmedOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select title, confirmed_on::text, valid_until::text from source where owner_id = $1::bigint order by id`,
    [personId],
  )
  return rows
}
