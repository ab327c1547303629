import { type AuditEntry, type AuditEntryRow, auditEntryOf } from '../platform/database/audit.ts'
import type { Db } from '../platform/database/database.ts'

/** Broadcasts that staff ordered, with what became of them, and what they changed in them. */
export async function broadcastAuditEntries(db: Db, since: Temporal.Instant): Promise<AuditEntry[]> {
  const { rows } = await db.query<AuditEntryRow>(
    `select broadcast.made_at::text as at, broadcast.author_id as actor_id,
       'broadcast ' || broadcast.id || ' ordered, now ' || broadcast.state as what
     from broadcast
     where broadcast.made_at >= $1::timestamptz
     union all
     select made_at::text, author_id, 'broadcast ' || broadcast_id || ' ' || kind
     from broadcast_change
     where made_at >= $1::timestamptz
     order by at`,
    [since.toString()],
  )
  return rows.map(auditEntryOf)
}
