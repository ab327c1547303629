import { type AuditEntry, type AuditEntryRow, auditEntryOf } from '../../platform/database/audit.ts'
import type { Db } from '../../platform/database/database.ts'

/** Roles given and taken, and invitations. Whoever erased their data is called so. */
export async function roleAuditEntries(db: Db, since: Temporal.Instant): Promise<AuditEntry[]> {
  const { rows } = await db.query<AuditEntryRow>(
    `select done.at::text, done.actor_id, done.what
     from (
       select role_event.at, actor_id,
              case when erased_at is null then coalesce(full_name, name) else 'somebody erased' end || ' is now a '
              || role_event.role
              || case source when 'configuration' then ' (COORDINATOR_IDS)' when 'invitation' then ' (invitation)' else '' end as what
       from role_event join person on person.id = role_event.person_id where role_event.at >= $1::timestamptz
       union all
       select made_at, made_by, 'invitation ' || id || ' made' from trainer_invite where made_at >= $1::timestamptz
       union all
       select revoked_at, revoked_by, 'invitation ' || id || ' taken back' from trainer_invite
       where revoked_at >= $1::timestamptz
     ) as done
     order by done.at`,
    [since.toString()],
  )
  return rows.map(auditEntryOf)
}
