import type { Db } from '../../platform/database/database.ts'
import { NOTICE_KINDS, type NoticeKind, WANTED_BY_DEFAULT } from './rules.ts'

/** Those of these people who want this kind of messages, in the same order. */
export async function wantNotices(db: Db, kind: NoticeKind, personIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select asked.id
     from unnest($1::bigint[]) with ordinality as asked (id, place)
     left join notice_choice as choice on choice.person_id = asked.id and choice.kind = $2::text
     where coalesce(choice.wanted, $3::boolean)
     order by asked.place`,
    [personIds, kind, WANTED_BY_DEFAULT[kind]],
  )
  return rows.map((row) => row.id)
}

/** What a person gets, by kind. */
export async function readNoticeChoices(db: Db, personId: number): Promise<Record<NoticeKind, boolean>> {
  const { rows } = await db.query<{ kind: NoticeKind; wanted: boolean }>(
    'select kind, wanted from notice_choice where person_id = $1::bigint',
    [personId],
  )
  const chosen = new Map(rows.map(({ kind, wanted }) => [kind, wanted]))
  return Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, chosen.get(kind) ?? WANTED_BY_DEFAULT[kind]])) as Record<
    NoticeKind,
    boolean
  >
}

export async function deleteNoticeChoices(db: Db, personId: number): Promise<void> {
  await db.query('delete from notice_choice where person_id = $1::bigint', [personId])
}

export async function chooseNotices(db: Db, personId: number, kind: NoticeKind, wanted: boolean): Promise<void> {
  await db.query(
    `insert into notice_choice (person_id, kind, wanted) values ($1::bigint, $2::text, $3::boolean)
     on conflict (person_id, kind) do update set wanted = excluded.wanted`,
    [personId, kind, wanted],
  )
}
