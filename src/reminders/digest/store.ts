import type { Db } from '../../platform/database/database.ts'
import { countHeld, type Held } from '../../platform/database/retention.ts'
import { USUAL_HOUR } from './rules.ts'

/** When each of these people wants the digest, and for which day they had the last; `hour` is `null` for never. */
export async function readDigests(
  db: Db,
  personIds: readonly number[],
): Promise<Map<number, { hour: number | null; sentOn: string | null }>> {
  const { rows } = await db.query<{ person_id: number; hour: number | null; sent_on: string | null }>(
    'select person_id, hour, sent_on::text from staff_digest where person_id = any ($1::bigint[])',
    [personIds],
  )
  const kept = new Map(rows.map(({ person_id, hour, sent_on }) => [person_id, { hour, sentOn: sent_on }]))
  return new Map(personIds.map((id) => [id, kept.get(id) ?? { hour: USUAL_HOUR, sentOn: null }]))
}

/** Notes that somebody has the digest of a day. `false`: another process was first. */
export async function claimDigest(db: Db, personId: number, day: Temporal.PlainDate): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into staff_digest as kept (person_id, hour, sent_on) values ($1::bigint, $3::smallint, $2::date)
     on conflict (person_id) do update set sent_on = excluded.sent_on where kept.sent_on is distinct from excluded.sent_on`,
    [personId, day.toString(), USUAL_HOUR],
  )
  return rowCount === 1
}

export async function chooseHour(db: Db, personId: number, hour: number | null): Promise<void> {
  await db.query(
    `insert into staff_digest (person_id, hour) values ($1::bigint, $2::smallint)
     on conflict (person_id) do update set hour = excluded.hour`,
    [personId, hour],
  )
}

export function countDigests(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, null::timestamptz as oldest from staff_digest')
}

export async function deleteDigest(db: Db, personId: number): Promise<void> {
  await db.query('delete from staff_digest where person_id = $1::bigint', [personId])
}
