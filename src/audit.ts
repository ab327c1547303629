import { broadcastAuditEntries } from './broadcasts/audit.ts'
import { certificateAuditEntries } from './certificates/personal-store.ts'
import { materialAuditEntries } from './knowledge/material/audit.ts'
import { readNames } from './people/directory-store.ts'
import { roleAuditEntries } from './people/roles/audit.ts'
import { listAuditEntries } from './platform/database/audit.ts'
import type { Db } from './platform/database/database.ts'
import { reportAuditEntries } from './reports/store.ts'
import { attendanceAuditEntries } from './sessions/attendance/store.ts'
import { sessionAuditEntries } from './sessions/staff/audit.ts'

/** What each feature knows of what staff did. */
const AUDITED = [
  reportAuditEntries,
  sessionAuditEntries,
  attendanceAuditEntries,
  roleAuditEntries,
  materialAuditEntries,
  broadcastAuditEntries,
  certificateAuditEntries,
]

/** Something that staff did. `who` is `null` once their data are erased, and where it is not kept. */
export type StaffAct = { at: Temporal.Instant; who: string | null; what: string }

/** What staff did since `since`, the oldest first. */
export async function listStaffActs(db: Db, since: Temporal.Instant): Promise<StaffAct[]> {
  const entries = await listAuditEntries(db, AUDITED, since)
  const names = await readNames(
    db,
    entries.map(({ actorId }) => actorId),
  )
  return entries.map(({ at, actorId, what }) => ({ at, who: (actorId !== null && names.get(actorId)) || null, what }))
}
