import { type AuditEntry, type AuditEntryRow, auditEntryOf } from '../platform/database/audit.ts'
import type { Db } from '../platform/database/database.ts'
import { countHeld, forgetBefore, type Held } from '../platform/database/retention.ts'
import type { Words } from '../platform/database/words.ts'

/** Why staff revoked one. What a certificate states is never changed but by its own person's erasing. */
export const CERTIFICATE_WORDS: Words = { table: 'certificate', text: ['reason'] }

/** A person's certificates, for them to read. */
export async function readCertificatesOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select number, stated, state, given_at as "givenAt", ended_at as "endedAt", reason
     from certificate where person_id = $1::bigint order by id`,
    [personId],
  )
  return rows
}

/**
 * Takes a person out of their certificates: number, name and reasons go. What is left is found by whoever has the number, and says
 * whose it was to whoever asks about the right name.
 */
/** The certificates of somebody who was known without Telegram become those of the person whom they turned out to be. */
export async function giveCertificates(db: Db, from: number, to: number): Promise<void> {
  await db.query('update certificate set person_id = $2::bigint where person_id = $1::bigint', [from, to])
}

export async function blankCertificatesOf(db: Db, personId: number): Promise<void> {
  await db.query(
    `update certificate
     set number = null, person_id = null, reason = null, stated = jsonb_set(stated, '{name}', 'null'),
         told_at = coalesce(told_at, given_at)
     where person_id = $1::bigint`,
    [personId],
  )
}

/** Forgets certificates given before `before`. Returns how many. */
export function deleteCertificates(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(db, 'delete from certificate where given_at < $1::timestamptz', before)
}

export function countCertificates(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(given_at) as oldest from certificate')
}

/** What staff did about certificates, those of one press together; a certificate stands by its id. */
export async function certificateAuditEntries(db: Db, since: Temporal.Instant): Promise<AuditEntry[]> {
  const { rows } = await db.query<AuditEntryRow>(
    `select done.at::text, done.actor_id, 'session ' || session_id || ': ' || done.what as what
     from (
       select given_at as at, given_by as actor_id, session_id,
         case when count(*) = 1 then 'certificate ' || min(id) || ' given' else count(*) || ' certificates given' end as what
       from certificate where given_at >= $1::timestamptz and given_by is not null
       group by given_at, given_by, session_id
       union all
       select ended_at, ended_by, session_id, 'certificate ' || id || ' ' || state
       from certificate where ended_at >= $1::timestamptz and ended_by is not null
     ) as done
     order by done.at`,
    [since.toString()],
  )
  return rows.map(auditEntryOf)
}
