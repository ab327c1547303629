import type { Db } from '../platform/database/database.ts'
import { asStored, toJsonbArray, toPlainArray } from '../platform/database/parameter.ts'
import type { CertificateNumber } from './number.ts'
import type { Rule, Valid } from './rules.ts'
import { hashOf, numberHash, type Statement } from './statement.ts'

export type State = 'valid' | 'replaced' | 'revoked'

/** A certificate as it is kept. */
export type Certificate = {
  id: number
  /** `null`: its person is erased. */
  number: CertificateNumber | null
  sessionId: number
  signUpId: number | null
  personId: number | null
  stated: Statement
  /** Of what was stated when it was given. */
  hash: Buffer
  state: State
  endedAt: Temporal.Instant | null
  reason: string | null
  /** Revoked by staff. */
  barred: boolean
  /** Whether it came in place of another. */
  isReplacement: boolean
}

type CertificateRow = {
  id: number
  number: CertificateNumber | null
  session_id: number
  sign_up_id: number | null
  person_id: number | null
  stated: Statement
  stated_hash: Buffer
  state: State
  ended_at: string | null
  reason: string | null
  barred: boolean
  replaces: number | null
}

const COLUMNS = `id, number, session_id, sign_up_id, person_id, stated, stated_hash, state, ended_at::text, reason, barred,
  replaces`

function certificateOf(row: CertificateRow): Certificate {
  return {
    id: row.id,
    number: row.number,
    sessionId: row.session_id,
    signUpId: row.sign_up_id,
    personId: row.person_id,
    stated: row.stated,
    hash: Buffer.from(row.stated_hash),
    state: row.state,
    endedAt: row.ended_at === null ? null : Temporal.Instant.from(row.ended_at),
    reason: row.reason,
    barred: row.barred,
    isReplacement: row.replaces !== null,
  }
}

/** What a rule wants of those it names. */
export function validOf({ id, signUpId, stated }: Certificate & { signUpId: number }): Valid {
  return { id, signUpId, attended: stated.attended, of: stated.of, minutes: stated.minutes }
}

/** The rule of a session, and since when its certificates are given; without a row as is usual. */
export async function readRule(db: Db, sessionId: number): Promise<Rule & { givenAt: Temporal.Instant | null }> {
  const { rows } = await db.query<{ least_days: number | null; quiz: number | null; given_at: string | null }>(
    'select least_days, quiz, given_at::text from certificate_rule where session_id = $1::int',
    [sessionId],
  )
  const [row] = rows
  const givenAt = row?.given_at ? Temporal.Instant.from(row.given_at) : null
  return { leastDays: row?.least_days ?? null, quiz: row?.quiz ?? null, givenAt }
}

export async function saveRule(db: Db, sessionId: number, { leastDays, quiz }: Rule): Promise<void> {
  await db.query(
    `insert into certificate_rule (session_id, least_days, quiz) values ($1::int, $2::int, $3::int)
     on conflict (session_id) do update set least_days = excluded.least_days, quiz = excluded.quiz`,
    [sessionId, leastDays, quiz],
  )
}

/** From now on the certificates of the session follow its attendance. */
export async function markGiven(
  db: Db,
  by: { sessionId: number; staffId: number },
  now: Temporal.Instant,
): Promise<void> {
  await db.query(
    `insert into certificate_rule as kept (session_id, given_at, given_by) values ($1::int, $2::timestamptz, $3::bigint)
     on conflict (session_id) do update set given_at = excluded.given_at, given_by = excluded.given_by
     where kept.given_at is null`,
    [by.sessionId, now.toString(), by.staffId],
  )
}

/** All certificates that were ever given in a session, in order. */
export async function listCertificates(db: Db, sessionId: number): Promise<Certificate[]> {
  const { rows } = await db.query<CertificateRow>(
    `select ${COLUMNS} from certificate where session_id = $1::int order by id`,
    [sessionId],
  )
  return rows.map(certificateOf)
}

/** A person's certificates, the newest first; those that were replaced are left out. */
export async function listOwn(db: Db, personId: number, most: number): Promise<Certificate[]> {
  const { rows } = await db.query<CertificateRow>(
    `select ${COLUMNS} from certificate where person_id = $1::bigint and state <> 'replaced' order by id desc limit $2::int`,
    [personId, most],
  )
  return rows.map(certificateOf)
}

export async function readCertificate(db: Db, id: number): Promise<Certificate | null> {
  const { rows } = await db.query<CertificateRow>(`select ${COLUMNS} from certificate where id = $1::int`, [id])
  return rows[0] ? certificateOf(rows[0]) : null
}

/** The certificate with each of these numbers, in their order, also where the number is kept no more; `null`: there is none. */
export async function findByNumbers(db: Db, numbers: readonly CertificateNumber[]): Promise<(Certificate | null)[]> {
  const hashes = numbers.map((number) => numberHash(number).toString('hex'))
  const { rows } = await db.query<CertificateRow & { hash: string }>(
    `select ${COLUMNS}, encode(number_hash, 'hex') as hash from certificate
     where number_hash = any (select decode(hex, 'hex') from unnest($1::text[]) as hex)`,
    [toPlainArray(hashes)],
  )
  const found = new Map(rows.map((row) => [row.hash, certificateOf(row)]))
  return hashes.map((hash) => found.get(hash) ?? null)
}

/** The certificate with this number, also one whose number is kept no more. */
export async function findByNumber(db: Db, number: CertificateNumber): Promise<Certificate | null> {
  return (await findByNumbers(db, [number]))[0] ?? null
}

/** A certificate that has no row yet. */
export type NewCertificate = {
  number: CertificateNumber
  signUpId: number
  personId: number | null
  stated: Statement
  replaces: number | null
}

/** Keeps new ones. A number that was given before fails, and so does a second valid one of a sign-up. Returns their ids. */
export async function insertCertificates(
  db: Db,
  by: { sessionId: number; staffId: number | null },
  certificates: readonly NewCertificate[],
  now: Temporal.Instant,
): Promise<number[]> {
  if (certificates.length === 0) return []
  const stored = certificates.map(({ stated }) => asStored(stated))
  const { rows } = await db.query<{ id: number }>(
    `insert into certificate (session_id, given_by, given_at, number, number_hash, sign_up_id, person_id, stated_hash, replaces,
       stated, heard)
     select $1::int, $2::bigint, $3::timestamptz, number, number_hash, sign_up_id, person_id, stated_hash, replaces, stated,
       exists (select from certificate as before where before.id = new.replaces and before.heard)
     from rows from (
       unnest($4::text[], $5::bytea[], $6::int[], $7::bigint[], $8::bytea[], $9::int[]), jsonb_array_elements($10::jsonb)
     ) with ordinality
       as new (number, number_hash, sign_up_id, person_id, stated_hash, replaces, stated, place)
     order by place
     returning id`,
    [
      by.sessionId,
      by.staffId,
      now.toString(),
      certificates.map(({ number }) => number),
      certificates.map(({ number }) => numberHash(number)),
      certificates.map(({ signUpId }) => signUpId),
      toPlainArray(certificates.map(({ personId }) => personId)),
      stored.map(({ stored }, i) => hashOf(certificates[i]!.number, stored)),
      toPlainArray(certificates.map(({ replaces }) => replaces)),
      toJsonbArray(stored.map(({ json }) => json)),
    ],
  )
  // Who has not heard yet how the one before ended hears of the new one alone.
  await db.query('update certificate set told_at = $2::timestamptz where id = any ($1::int[]) and told_at is null', [
    certificates.flatMap(({ replaces }) => replaces ?? []),
    now.toString(),
  ])
  return rows.map(({ id }) => id)
}

export type Ending = {
  state: 'replaced' | 'revoked'
  /** `null`: a corrected sheet did it. */
  staffId: number | null
  reason: string | null
  barred: boolean
}

/**
 * Ends certificates that are valid. Whoever has a new one in its place is told of that one, and whoever never heard of theirs of nothing.
 * Returns which ended.
 */
export async function endCertificates(
  db: Db,
  ids: readonly number[],
  { state, staffId, reason, barred }: Ending,
  now: Temporal.Instant,
): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `update certificate
     set state = $2::text, ended_at = $3::timestamptz, ended_by = $4::bigint, reason = $5::text, barred = $6::boolean,
         told_at = case when $2::text = 'replaced' or not heard then $3::timestamptz end
     where id = any ($1::int[]) and state = 'valid'
     returning id`,
    [ids, state, now.toString(), staffId, reason, barred],
  )
  return rows.map(({ id }) => id)
}

/** The rule may give certificates to this sign-up again. Returns whether it might not. */
export async function unbar(db: Db, signUpId: number): Promise<boolean> {
  const { rowCount } = await db.query('update certificate set barred = false where sign_up_id = $1::int and barred', [
    signUpId,
  ])
  return (rowCount ?? 0) > 0
}

/** Sessions whose certificates were given, of those asked for. */
export async function givenAmong(db: Db, sessionIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ session_id: number }>(
    'select session_id from certificate_rule where session_id = any ($1::int[]) and given_at is not null',
    [sessionIds],
  )
  return rows.map(({ session_id }) => session_id)
}

/** The same of those alone whose rule wants one of these quizzes passed. */
export async function givenWanting(
  db: Db,
  sessionIds: readonly number[],
  quizIds: readonly number[],
): Promise<number[]> {
  const { rows } = await db.query<{ session_id: number }>(
    `select session_id from certificate_rule
     where session_id = any ($1::int[]) and quiz = any ($2::int[]) and given_at is not null`,
    [sessionIds, quizIds],
  )
  return rows.map(({ session_id }) => session_id)
}

/** Sign-ups with a valid certificate, of these sessions. */
export async function certifiedAmong(db: Db, sessionIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await db.query<{ sign_up_id: number }>(
    `select sign_up_id from certificate where session_id = any ($1::int[]) and state = 'valid' and sign_up_id is not null`,
    [sessionIds],
  )
  return new Set(rows.map((row) => row.sign_up_id))
}

/** Those whose people are to be told next; nobody else takes them until the transaction ends. */
export async function takeUntold(
  db: Db,
  most: number,
): Promise<{ id: number; personId: number | null; givenBy: number | null; state: State }[]> {
  const { rows } = await db.query<{ id: number; person_id: number | null; given_by: number | null; state: State }>(
    `select id, person_id, given_by, state from certificate where told_at is null order by id limit $1::int for update skip locked`,
    [most],
  )
  return rows.map(({ id, person_id, given_by, state }) => ({ id, personId: person_id, givenBy: given_by, state }))
}

export async function markTold(db: Db, ids: readonly number[], now: Temporal.Instant): Promise<void> {
  await db.query('update certificate set told_at = $2::timestamptz, heard = true where id = any ($1::int[])', [
    ids,
    now.toString(),
  ])
}

/** Has its person told again. */
export async function markUntold(db: Db, id: number): Promise<void> {
  await db.query(`update certificate set told_at = null where id = $1::int and state = 'valid'`, [id])
}
