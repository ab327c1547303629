import { type AuditEntry, type AuditEntryRow, auditEntryOf } from '../../platform/database/audit.ts'
import type { Db } from '../../platform/database/database.ts'

/** What staff did to documents. */
export async function materialAuditEntries(db: Db, since: Temporal.Instant): Promise<AuditEntry[]> {
  const { rows } = await db.query<AuditEntryRow>(
    `select material_event.at::text, material_event.actor_id,
       'document ' || version.id || ' «' || version.file_name || '»: ' || material_event.what
         || coalesce(' since «' || material_event.reason || '»', '') as what
     from material_event
     join version on version.id = material_event.version_id
     where material_event.at >= $1::timestamptz
     order by material_event.id`,
    [since.toString()],
  )
  return rows.map(auditEntryOf)
}
