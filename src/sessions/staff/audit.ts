import { type AuditEntry, type AuditEntryRow, auditEntryOf } from '../../platform/database/audit.ts'
import type { Db } from '../../platform/database/database.ts'

/** What staff did to sessions, and to sign-ups that are not their own. Sign-ups stand by their number. */
export async function sessionAuditEntries(db: Db, since: Temporal.Instant): Promise<AuditEntry[]> {
  const { rows } = await db.query<AuditEntryRow>(
    `select done.at::text, done.actor_id,
       'session ' || session.id || ' «' || session.title || '»: ' || done.what
         || case when sign_up_id is null then '' else ' (sign-up ' || sign_up_id || ')' end as what
     from (
       select session_id, at, actor_id, kind as what, sign_up_id from session_event where at >= $1::timestamptz
       union all
       select sign_up_event.session_id, at, actor_id, change ->> 'kind', sign_up_id
       from sign_up_event join sign_up on sign_up.id = sign_up_event.sign_up_id
       where at >= $1::timestamptz and actor_id is not null and actor_id is distinct from sign_up.person_id
     ) as done
     join session on session.id = done.session_id
     order by done.at`,
    [since.toString()],
  )
  return rows.map(auditEntryOf)
}
