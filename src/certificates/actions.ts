import { readNames } from '../people/directory-store.ts'
import { readEntered } from '../people/entered/store.ts'
import { dayAt } from '../platform/clock.ts'
import { type Db, lockForTransaction } from '../platform/database/database.ts'
import { passedAmong } from '../quiz/actions.ts'
import type { Sheet } from '../sessions/attendance/attendance.ts'
import { readSheet } from '../sessions/attendance/reads.ts'
import { readSession } from '../sessions/session/store.ts'
import { newNumber } from './number.ts'
import { datesOf, type Judged, judge, mayGive, type Rule, type Settling, settle } from './rules.ts'
import type { Statement } from './statement.ts'
import {
  type Certificate,
  endCertificates,
  insertCertificates,
  listCertificates,
  markGiven,
  markUntold,
  type NewCertificate,
  readCertificate,
  readRule,
  saveRule,
  unbar,
  validOf,
} from './store.ts'

/** Who stands for certificates; `null`: nobody is named on them. */
export type Issuer = string | null

/** How the certificates of a session stand: whom the rule names, what was given, and what giving would do now. */
export type Overview = {
  sheet: Sheet
  rule: Rule
  /** `null`: none were given yet. */
  givenAt: Temporal.Instant | null
  mayGive: boolean
  judged: Judged[]
  /** All that were ever given, in order. */
  certificates: Certificate[]
  settling: Settling
}

export async function readOverview(db: Db, sessionId: number, now: Temporal.Instant): Promise<Overview | null> {
  const sheet = await readSheet(db, sessionId)
  if (!sheet) return null
  const { givenAt, ...rule } = await readRule(db, sessionId)
  const certificates = await listCertificates(db, sessionId)
  const valid = certificates.filter(isHeld)
  const barred = new Set(
    certificates.flatMap(({ barred, signUpId }) => (barred && signUpId !== null ? [signUpId] : [])),
  )
  const names = await namesIn(db, sheet, valid)
  const passed = await passedIn(db, sheet, rule, valid)
  const judged = judge(sheet, rule, { names, barred, passed })
  const settling = settle(judged, sheet, valid.map(validOf))
  return { sheet, rule, givenAt, mayGive: mayGive(sheet, now), judged, certificates, settling }
}

type Held = Certificate & { signUpId: number }

function isHeld(certificate: Certificate): certificate is Held {
  return certificate.state === 'valid' && certificate.signUpId !== null
}

/**
 * By sign-up, who has passed the quiz of the rule or need not: somebody without Telegram cannot take it, and whoever has a certificate
 * keeps it, since what was answered is not kept as long.
 */
async function passedIn(db: Db, { people }: Sheet, { quiz }: Rule, valid: readonly Held[]): Promise<Set<number>> {
  if (quiz === null) return new Set()
  const ids = people.flatMap(({ personId }) => personId ?? [])
  const passed = await passedAmong(db, ids, quiz)
  const entered = await readEntered(db, ids)
  const has = (personId: number | null) => personId !== null && (passed.has(personId) || entered.has(personId))
  return new Set([
    ...valid.map(({ signUpId }) => signUpId),
    ...people.flatMap(({ signUpId, personId }) => (has(personId) ? [signUpId] : [])),
  ])
}

/** What people are called by their sign-ups: as on the certificate that they have, since that may have been corrected. */
async function namesIn(db: Db, { people }: Sheet, valid: readonly Held[]): Promise<Map<number, string>> {
  const known = await readNames(
    db,
    people.map(({ personId }) => personId),
  )
  const onPaper = new Map(valid.map(({ signUpId, stated }) => [signUpId, stated.name]))
  return new Map(
    people.flatMap(({ signUpId, personId }) => {
      const name = onPaper.has(signUpId) ? onPaper.get(signUpId) : personId === null ? null : known.get(personId)
      return name ? [[signUpId, name] as const] : []
    }),
  )
}

export type GiveResult =
  | { kind: 'given'; given: number; replaced: number; revoked: number }
  /** Nothing to do: everybody whom the rule names has one. */
  | { kind: 'as-they-are' }
  | { kind: 'too-early' }
  | { kind: 'cancelled' }
  | { kind: 'unknown' }

/** Gives a certificate to everybody whom the rule names; from then on they follow the attendance by themselves. */
export async function giveCertificates(
  db: Db,
  by: { sessionId: number; staffId: number; issuer: Issuer },
  now: Temporal.Instant,
): Promise<GiveResult> {
  const overview = await lockOverview(db, by.sessionId, now)
  if (!overview) return { kind: 'unknown' }
  if (overview.sheet.session.state === 'cancelled') return { kind: 'cancelled' }
  if (!overview.mayGive) return { kind: 'too-early' }
  await markGiven(db, by, now)
  return carryOut(db, overview, by, now)
}

/** Two at once would both give the same person one. */
async function lockOverview(db: Db, sessionId: number, now: Temporal.Instant): Promise<Overview | null> {
  await lockForTransaction(db, `certificates:${sessionId}`)
  return readOverview(db, sessionId, now)
}

/** What followed from a sheet that was corrected after certificates were given; `null`: none were. */
export async function followAttendance(
  db: Db,
  by: { sessionId: number; issuer: Issuer },
  now: Temporal.Instant,
): Promise<GiveResult | null> {
  const overview = await lockOverview(db, by.sessionId, now)
  return overview?.givenAt ? carryOut(db, overview, { ...by, staffId: null }, now) : null
}

async function carryOut(
  db: Db,
  { sheet, settling, certificates }: Overview,
  by: { sessionId: number; staffId: number | null; issuer: Issuer },
  now: Temporal.Instant,
): Promise<GiveResult> {
  const { give, replace, revoke } = settling
  if (give.length + replace.length + revoke.length === 0) return { kind: 'as-they-are' }
  const ending = { staffId: by.staffId, reason: null, barred: false }
  const replaced = await endCertificates(
    db,
    idsOf(replace.map(({ certificate }) => certificate)),
    { ...ending, state: 'replaced' },
    now,
  )
  const revoked = await endCertificates(db, idsOf(revoke), { ...ending, state: 'revoked' }, now)
  const issued = { sheet, issuer: by.issuer, now }
  const made = [
    ...give.map((one) => certificateFor(one, issued, lastOf(certificates, one)?.id ?? null)),
    ...replace.map(({ certificate, by: one }) => certificateFor(one, issued, certificate.id)),
  ]
  await insertCertificates(db, by, made, now)
  return { kind: 'given', given: give.length, replaced: replaced.length, revoked: revoked.length }
}

const idsOf = (all: readonly { id: number }[]) => all.map(({ id }) => id)

/** The last that somebody had, in whose place a new one comes. */
function lastOf(certificates: readonly Certificate[], { attended }: Judged): Certificate | undefined {
  return certificates.findLast(({ signUpId }) => signUpId === attended.signUpId)
}

function certificateFor(
  { attended, name }: Judged,
  { sheet, issuer, now }: { sheet: Sheet; issuer: Issuer; now: Temporal.Instant },
  replaces: number | null,
): NewCertificate {
  const { session } = sheet
  const stated: Statement = {
    name,
    title: session.title,
    module: session.module,
    place: session.place,
    attended: datesOf(attended),
    of: sheet.days.length,
    minutes: attended.minutes,
    issuedOn: now.toZonedDateTimeISO(session.starts.timeZoneId).toPlainDate().toString(),
    issuer,
  }
  return { number: newNumber(), signUpId: attended.signUpId, personId: attended.personId, stated, replaces }
}

/** Changes whom the rule names. Certificates that were given follow when they are given anew. */
export async function changeRule(db: Db, sessionId: number, change: Partial<Rule>): Promise<void> {
  // An old button may name a session that is gone.
  if (!(await readSession(db, sessionId))) return
  await lockForTransaction(db, `certificates:${sessionId}`)
  const { leastDays, quiz } = await readRule(db, sessionId)
  await saveRule(db, sessionId, { leastDays, quiz, ...change })
}

export type CorrectResult =
  /** `certificateId`: the new one. */
  | { kind: 'corrected'; certificateId: number }
  | { kind: 'same' }
  /** Ended meanwhile, or its person is erased. */
  | { kind: 'gone' }

/** Gives a certificate with the right name in place of one that is valid; all else that it states stays. */
export async function correctName(
  db: Db,
  by: { certificateId: number; name: string; staffId: number },
  now: Temporal.Instant,
): Promise<CorrectResult> {
  const certificate = await lockCertificate(db, by.certificateId)
  if (certificate?.state !== 'valid' || certificate.signUpId === null || certificate.stated.name === null)
    return { kind: 'gone' }
  const { id, sessionId, signUpId, personId, stated } = certificate
  if (stated.name === by.name) return { kind: 'same' }
  const ending = { state: 'replaced', staffId: by.staffId, reason: null, barred: false } as const
  await endCertificates(db, [id], ending, now)
  const issuedOn = dayAt(now).toString()
  const next = { number: newNumber(), signUpId, personId, stated: { ...stated, name: by.name, issuedOn }, replaces: id }
  const [made] = await insertCertificates(db, { sessionId, staffId: by.staffId }, [next], now)
  return { kind: 'corrected', certificateId: made! }
}

/** As it is once nobody else changes the certificates of its session until the transaction ends. */
async function lockCertificate(db: Db, id: number): Promise<Certificate | null> {
  const found = await readCertificate(db, id)
  if (!found) return null
  await lockForTransaction(db, `certificates:${found.sessionId}`)
  return readCertificate(db, id)
}

/** Sends the paper once more, as it is sent the first time. */
export function tellAgain(db: Db, certificateId: number): Promise<void> {
  return markUntold(db, certificateId)
}

export type RevokeResult = { kind: 'revoked'; sessionId: number } | { kind: 'gone' }

/** Takes a certificate back; the rule alone gives none in its place. */
export async function revokeCertificate(
  db: Db,
  by: { certificateId: number; reason: string; staffId: number },
  now: Temporal.Instant,
): Promise<RevokeResult> {
  const certificate = await lockCertificate(db, by.certificateId)
  const ending = { state: 'revoked', staffId: by.staffId, reason: by.reason, barred: true } as const
  const ended = certificate ? await endCertificates(db, [certificate.id], ending, now) : []
  return ended.length > 0 ? { kind: 'revoked', sessionId: certificate!.sessionId } : { kind: 'gone' }
}

/** Lets the rule give somebody a certificate again whose was revoked, and gives it where it does. */
export async function restore(
  db: Db,
  by: { certificateId: number; staffId: number; issuer: Issuer },
  now: Temporal.Instant,
): Promise<GiveResult> {
  const certificate = await lockCertificate(db, by.certificateId)
  if (!certificate || certificate.signUpId === null || !(await unbar(db, certificate.signUpId)))
    return { kind: 'unknown' }
  const overview = (await readOverview(db, certificate.sessionId, now))!
  return carryOut(db, overview, { ...by, sessionId: certificate.sessionId }, now)
}
