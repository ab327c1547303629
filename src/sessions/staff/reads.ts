import { readNames } from '../../people/directory-store.ts'
import type { Contact } from '../../people/entered/rules.ts'
import { readEntered } from '../../people/entered/store.ts'
import { chatsOf } from '../../people/store.ts'
import type { Db } from '../../platform/database/database.ts'
import type { How } from '../attendance/attendance.ts'
import { lineOf } from '../line/order.ts'
import type { Change, SignUp, Status } from '../line/sign-up.ts'
import { changeOf, readEvents, readRoll } from '../line/store.ts'
import { rebuild } from '../line/why.ts'
import type { Answers } from '../questions/questions.ts'
import { readAnswers } from '../questions/store.ts'
import type { PlanChange, Session } from '../session/session.ts'
import { SESSION_COLUMNS, type SessionEventKind, type SessionRow, sessionOf } from '../session/store.ts'
import { twinsIn } from './twins.ts'

/** A session in the list of staff, with how many people stand where. */
export type StaffCard = { session: Session; counts: Partial<Record<Status, number>> }

/** All sessions: those ahead by start, then those past, the latest first. */
export async function listSessionsForStaff(db: Db, now: Temporal.Instant): Promise<StaffCard[]> {
  const { rows } = await db.query<SessionRow & { counts: Partial<Record<Status, number>> | null }>(
    `select ${SESSION_COLUMNS}, counted.counts
     from session
     left join (
       select session_id, jsonb_object_agg(status, people) as counts
       from (select session_id, status, count(*) as people from sign_up group by session_id, status) as by_status
       group by session_id
     ) as counted on counted.session_id = session.id
     order by session.ends_at <= $1::timestamptz, abs(extract(epoch from session.starts_at - $1::timestamptz)), session.id`,
    [now.toString()],
  )
  return rows.map((row) => ({ session: sessionOf(row), counts: row.counts ?? {} }))
}

/** Somebody in a session, with their place in line. `call` says how whoever has no Telegram is reached; `null` for all others. */
export type Entry = {
  signUp: SignUp
  position: number | null
  name: string | null
  telegramId: number | null
  call: Contact | null
  /** They blocked the bot, or their account is gone: nothing reaches them. */
  isBlocked: boolean
  /** Somebody else in the session has the same name and municipality. */
  hasTwin: boolean
}

/** Everybody in a session: those with a place, the line in its order, those waiting for approval, those who left. */
export async function listEntries(db: Db, sessionId: number): Promise<Entry[]> {
  const roll = await readRoll(db, sessionId)
  if (!roll) return []
  const people = roll.signUps.flatMap(({ personId }) => (personId === null ? [] : [personId]))
  const names = await readNames(db, people)
  const chats = await chatsOf(db, people)
  const entered = await readEntered(db, people)
  const positions = new Map(lineOf(roll).map(({ id }, i) => [id, i + 1]))
  const entries = roll.signUps.map((signUp) => ({
    signUp,
    position: positions.get(signUp.id) ?? null,
    name: (signUp.personId !== null && names.get(signUp.personId)) || null,
    telegramId: (signUp.personId !== null && chats.get(signUp.personId)) || null,
    call: (signUp.personId !== null && entered.get(signUp.personId)) || null,
    isBlocked: signUp.personId !== null && roll.unreachable.has(signUp.personId),
  }))
  const twins = twinsIn(entries)
  return entries
    .map((entry) => ({ ...entry, hasTwin: twins.has(entry.signUp.id) }))
    .sort((a, b) => RANK[a.signUp.status] - RANK[b.signUp.status] || (a.position ?? 0) - (b.position ?? 0))
}

/** Those with a place, each with what they answered. */
export type Guest = { entry: Entry; answers: Answers }

export async function listGuests(db: Db, sessionId: number): Promise<Guest[]> {
  const entries = (await listEntries(db, sessionId)).filter(({ signUp }) => signUp.status === 'confirmed')
  const answers = await readAnswers(
    db,
    entries.map(({ signUp }) => signUp.id),
  )
  return entries.map((entry) => ({ entry, answers: answers.get(entry.signUp.id)! }))
}

const RANK: Record<Status, number> = {
  confirmed: 0,
  offered: 1,
  waitlisted: 1,
  requested: 2,
  declined: 3,
  expired: 3,
  cancelled: 3,
  removed: 3,
  substituted: 3,
}

/** One line of a session's history. `subject` is whom it concerns; `null` names nobody. */
export type HistoryLine = {
  at: Temporal.Instant
  actor: string | null
  subject: string | null
  reason: string | null
} & (
  | { kind: 'session'; what: SessionEventKind; changes: PlanChange[] }
  | { kind: 'sign-up'; change: Change }
  | { kind: 'attendance'; noted: Noted }
)

/** Attendance noted by one act, or by the code of a day: of how many people, and of how many of them it was taken back. */
export type Noted = { on: string; people: number; how: How; undone: number }

type HistoryRow = {
  at: string
  actor_id: number | null
  subject_id: number | null
  reason: string | null
  what: SessionEventKind | null
  changes: PlanChange[] | null
  change: Change | null
  noted: Noted | null
}

/** What happened in a session and who did it, the newest first. */
export async function sessionHistory(db: Db, sessionId: number, limit = 200): Promise<HistoryLine[]> {
  const { rows } = await db.query<HistoryRow>(
    `select happened.at::text, happened.actor_id, sign_up.person_id as subject_id, reason, what, changes, change, noted
     from (
       select at, id as n, actor_id, sign_up_id, reason, kind as what, changes, null::jsonb as change,
         null::jsonb as noted
       from session_event where session_id = $1::int
       union all
       select at, number, actor_id, sign_up_id, reason, null, null, change, null from sign_up_event
       where session_id = $1::int
       union all
       select max(at), max(attendance.id), case when how = 'code' then null else max(actor_id) end,
         case when count(*) = 1 then max(sign_up_id) end, max(reason), null, null, null,
         jsonb_build_object('on', held_on, 'people', count(*), 'how', how, 'undone', count(undone_at))
       from attendance join sign_up on sign_up.id = attendance.sign_up_id
       where sign_up.session_id = $1::int
       group by held_on, how, case when how = 'code' then 0 else act end
     ) as happened
     left join sign_up on sign_up.id = happened.sign_up_id
     order by happened.at desc, happened.n desc
     limit $2::int`,
    [sessionId, limit],
  )
  const names = await readNames(
    db,
    rows.flatMap((row) => [row.actor_id, row.subject_id]),
  )
  const nameOf = (id: number | null) => (id !== null && names.get(id)) || null
  return rows.map(({ at, actor_id, subject_id, reason, what, changes, change, noted }) => {
    const line = { actor: nameOf(actor_id), subject: nameOf(subject_id), reason, at: Temporal.Instant.from(at) }
    if (noted) return { ...line, kind: 'attendance', noted }
    return change
      ? { ...line, kind: 'sign-up', change: changeOf(change) }
      : { ...line, kind: 'session', what: what!, changes: changes! }
  })
}

/** Sign-ups whose row is not what their events say; none, unless somebody changed rows by hand. */
export async function strayFromEvents(db: Db, sessionId: number): Promise<number[]> {
  const roll = await readRoll(db, sessionId)
  if (!roll) return []
  const rebuilt = new Map(
    rebuild(roll.session, await readEvents(db, sessionId)).signUps.map((signUp) => [signUp.id, JSON.stringify(signUp)]),
  )
  const kept = new Map(roll.signUps.map((signUp) => [signUp.id, JSON.stringify(signUp)]))
  const ids = new Set([...rebuilt.keys(), ...kept.keys()])
  return [...ids].filter((id) => rebuilt.get(id) !== kept.get(id))
}

/**
 * A word for each of these sessions that changes whenever something about it or its people does, by the session's id: to see cheaply,
 * in whichever process it happened, that a page is out of date.
 */
export async function versionsOf(db: Db, sessionIds: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await db.query<{ id: number; version: string }>(
    `select session.id, session.xmin || ' ' || coalesce(noted.version, '') || ' ' || coalesce(said.last, 0) as version
     from session
     left join lateral (
       select max(attendance.id) || ' ' || count(attendance.undone_at) as version
       from sign_up join attendance on attendance.sign_up_id = sign_up.id where sign_up.session_id = session.id
     ) as noted on true
     left join lateral (select max(id) as last from session_word where session_id = session.id) as said on true
     where session.id = any ($1::int[])`,
    [sessionIds],
  )
  return new Map(rows.map(({ id, version }) => [id, version]))
}
