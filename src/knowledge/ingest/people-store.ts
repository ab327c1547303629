import type { Db } from '../../platform/database/database.ts'
import { toJsonb } from '../../platform/database/parameter.ts'
import type { ListOfPeople, Verdict } from '../personal/judge.ts'
import type { Document } from '../readers/document.ts'

/** Notes that a coordinator lets a version be published though it lists people. */
export async function confirmPeople(db: Db, versionId: number, now: Temporal.Instant): Promise<void> {
  await db.query('update version set people_confirmed_at = $2::timestamptz where id = $1::int', [
    versionId,
    now.toString(),
  ])
}

/** A version in use in which nobody has looked for people yet, the oldest; `null` when there is none. */
export async function nextUnseen(db: Db): Promise<{ id: number; document: Document } | null> {
  const { rows } = await db.query<{ id: number; document: Document }>(
    `select id, document from version where people is null and state = 'published' order by id limit 1`,
  )
  return rows[0] ?? null
}

export async function saveSeen(db: Db, versionId: number, people: Verdict): Promise<void> {
  await db.query('update version set people = $2::jsonb where id = $1::int', [versionId, toJsonb(people)])
}

/** Something in use that lists people, which coordinators did not know of. */
export type Found = { versionId: number; sourceId: number; title: string; people: ListOfPeople }

/** What in use lists people and was neither let through nor told of; it counts as told from now on. */
export async function takeUntold(db: Db, now: Temporal.Instant): Promise<Found[]> {
  const { rows } = await db.query<{ id: number; source_id: number; title: string; people: ListOfPeople }>(
    `update version set people_told_at = $1::timestamptz
     from source
     where source.id = version.source_id and version.state = 'published' and people ->> 'kind' in ('people', 'export')
       and people_confirmed_at is null and people_told_at is null
     returning version.id, version.source_id, source.title, version.people`,
    [now.toString()],
  )
  return rows.map((row) => ({ versionId: row.id, sourceId: row.source_id, title: row.title, people: row.people }))
}
