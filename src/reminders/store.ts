import { type Db, lockForTransaction } from '../platform/database/database.ts'
import { toJsonb } from '../platform/database/parameter.ts'
import { countHeld, type Held } from '../platform/database/retention.ts'
import type { Words } from '../platform/database/words.ts'
import { sessionsOfSignUps, signUpsOver } from '../sessions/line/store.ts'
import type { Session } from '../sessions/session/session.ts'
import { type Reminder, type ReminderPlan, USUAL_REMINDERS } from './rules.ts'

/** What staff wrote to stand in reminders. */
export const REMINDER_WORDS: Words = { table: 'reminder_plan', text: ['note'], json: ['material'] }

/** When each of these sessions reminds: as staff changed it, or as is usual. */
export async function readPlans(db: Db, sessionIds: readonly number[]): Promise<Map<number, ReminderPlan>> {
  const { rows } = await db.query<ReminderPlan & { session_id: number }>(
    'select session_id, reminders, note, material from reminder_plan where session_id = any ($1::int[])',
    [sessionIds],
  )
  const changed = new Map(rows.map(({ session_id, ...plan }) => [session_id, plan]))
  return new Map(
    sessionIds.map((id) => [id, changed.get(id) ?? { reminders: [...USUAL_REMINDERS], note: '', material: null }]),
  )
}

export async function readPlan(db: Db, sessionId: number): Promise<ReminderPlan> {
  return (await readPlans(db, [sessionId])).get(sessionId)!
}

/**
 * Changes when a session reminds, on what it is by now: of two who change it at once, the second waits and sees what the
 * first left. A session without a row has none to lock, so its name is.
 */
export async function changePlan(
  db: Db,
  sessionId: number,
  change: (plan: ReminderPlan) => ReminderPlan,
): Promise<void> {
  await lockForTransaction(db, `reminders:${sessionId}`)
  await keepPlan(db, sessionId, change(await readPlan(db, sessionId)))
}

/** Lets a session remind when another does, of what that says to bring; what goes with the thanks belongs to that one. */
export async function copyPlan(db: Db, from: number, to: number): Promise<void> {
  const plan = await readPlan(db, from)
  await changePlan(db, to, () => ({ ...plan, material: null }))
}

async function keepPlan(db: Db, sessionId: number, plan: ReminderPlan): Promise<void> {
  await db.query(
    `insert into reminder_plan (session_id, reminders, note, material)
     values ($1::int, $2::jsonb, $3::text, $4::jsonb)
     on conflict (session_id) do update
     set reminders = excluded.reminders, note = excluded.note, material = excluded.material`,
    [sessionId, toJsonb(plan.reminders satisfies Reminder[]), plan.note, plan.material && toJsonb(plan.material)],
  )
}

/**
 * Notes what was decided of a reminder. `false`: it was decided before, by this process or another; whoever is first
 * sends it, in the same transaction.
 */
export async function claimRun(
  db: Db,
  run: { sessionId: number; reminder: string; dueAt: Temporal.Instant; outcome: 'sent' | 'late' },
  now: Temporal.Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into reminder_run (session_id, reminder, due_at, decided_at, outcome, people)
     values ($1::int, $2::text, $3::timestamptz, $4::timestamptz, $5::text, 0)
     on conflict do nothing`,
    [run.sessionId, run.reminder, run.dueAt.toString(), now.toString(), run.outcome],
  )
  return rowCount === 1
}

export async function countRun(
  db: Db,
  run: { sessionId: number; reminder: string; dueAt: Temporal.Instant; people: number },
): Promise<void> {
  await db.query(
    `update reminder_run set people = $4::int where session_id = $1::int and reminder = $2::text and due_at = $3::timestamptz`,
    [run.sessionId, run.reminder, run.dueAt.toString(), run.people],
  )
}

/** What was decided of a reminder. */
export type Run = {
  sessionId: number
  reminder: string
  dueAt: Temporal.Instant
  outcome: 'sent' | 'late'
  people: number
}

/** Everything decided of the reminders of these sessions, by due time. */
export async function readRuns(db: Db, sessionIds: readonly number[]): Promise<Run[]> {
  const { rows } = await db.query<{
    session_id: number
    reminder: string
    due_at: Date
    outcome: 'sent' | 'late'
    people: number
  }>(
    `select session_id, reminder, due_at, outcome, people from reminder_run
     where session_id = any ($1::int[]) order by due_at`,
    [sessionIds],
  )
  return rows.map(({ session_id, due_at, ...run }) => ({
    ...run,
    sessionId: session_id,
    dueAt: Temporal.Instant.fromEpochMilliseconds(due_at.getTime()),
  }))
}

/** Somebody says that they are coming, to a session that begins at `startsAt`. `false`: they had said so. */
export async function saveComing(
  db: Db,
  answer: { signUpId: number; startsAt: Temporal.Instant },
  now: Temporal.Instant,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into reminder_answer as kept (sign_up_id, at, starts_at) values ($1::int, $2::timestamptz, $3::timestamptz)
     on conflict (sign_up_id) do update set at = excluded.at, starts_at = excluded.starts_at
     where kept.starts_at is distinct from excluded.starts_at`,
    [answer.signUpId, now.toString(), answer.startsAt.toString()],
  )
  return rowCount === 1
}

/** When a person said that they are coming, and to which of their sign-ups. */
export async function readComing(db: Db, personId: number): Promise<unknown[]> {
  const sessions = await sessionsOfSignUps(db, personId)
  const { rows } = await db.query<{ sign_up_id: number; at: Date }>(
    'select sign_up_id, at from reminder_answer where sign_up_id = any ($1::int[]) order by at',
    [[...sessions.keys()]],
  )
  return rows.map(({ sign_up_id, at }) => ({ session: sessions.get(sign_up_id), at }))
}

/** Those of these sign-ups whose people said that they are coming, to the session as it begins now. */
export async function comingAmong(
  db: Db,
  { starts }: Pick<Session, 'starts'>,
  signUpIds: readonly number[],
): Promise<Set<number>> {
  const { rows } = await db.query<{ sign_up_id: number }>(
    `select sign_up_id from reminder_answer
     where sign_up_id = any ($1::int[]) and coalesce(starts_at, $2::timestamptz) = $2::timestamptz`,
    [signUpIds, starts.toInstant().toString()],
  )
  return new Set(rows.map((row) => row.sign_up_id))
}

/** Forgets who was coming to sessions that ended before `before`. Returns how many answers. */
export async function deleteAnswers(db: Db, before: Temporal.Instant): Promise<number> {
  const { rows } = await db.query<{ sign_up_id: number }>(
    'select sign_up_id from reminder_answer where at < $1::timestamptz',
    [before.toString()],
  )
  const over = await signUpsOver(
    db,
    rows.map((row) => row.sign_up_id),
    before,
  )
  const { rowCount } = await db.query('delete from reminder_answer where sign_up_id = any ($1::int[])', [over])
  return rowCount ?? 0
}

export function countAnswers(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(at) as oldest from reminder_answer')
}
