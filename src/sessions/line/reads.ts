import type { Db } from '../../platform/database/database.ts'
import type { Session } from '../session/session.ts'
import { SESSION_COLUMNS, type SessionRow, sessionOf } from '../session/store.ts'
import { positionOf } from './order.ts'
import { find, isInLine, type SignUp } from './sign-up.ts'
import { readEvents, readRoll, SIGN_UP, type SignUpTuple, sessionIdOf, signUpOfTuple } from './store.ts'
import { type Explanation, explain } from './why.ts'

/** A session as one person sees it. `own` is their sign-up, whatever became of it. */
export type SessionCard = {
  session: Session
  places: { taken: number; free: number }
  waiting: number
  own: OwnSignUp | null
}

/** `position` in line is `null` for those not in it. */
type OwnSignUp = { signUp: SignUp; position: number | null }

type CardRow = SessionRow & { taken: number; waiting: number; own: SignUpTuple | null }

const CARDS = `select ${SESSION_COLUMNS}, coalesce(counted.taken, 0)::int as taken, coalesce(counted.waiting, 0)::int as waiting,
    own.tuple as own
  from session
  left join (
    select session_id,
      count(*) filter (where status = 'confirmed' or offer_held) as taken,
      count(*) filter (where status = 'waitlisted' or not offer_held) as waiting
    from sign_up where status in ('offered', 'confirmed', 'waitlisted') group by session_id
  ) as counted on counted.session_id = session.id
  left join lateral (
    select ${SIGN_UP} as tuple from sign_up where sign_up.session_id = session.id and sign_up.person_id = $1::bigint
  ) as own on true`

/** Sessions that are not over and open to people, by their start: those of a page, or all. */
export async function listComingSessions(
  db: Db,
  personId: number,
  now: Temporal.Instant,
  page: { from: number; most: number | null } = { from: 0, most: null },
): Promise<SessionCard[]> {
  const { rows } = await db.query<CardRow>(
    `${CARDS} where session.ends_at > $2::timestamptz and session.state <> 'draft'
     order by session.starts_at, session.id offset $3::int limit $4::int`,
    [personId, now.toString(), page.from, page.most],
  )
  return cardsOf(db, rows)
}

export async function countComingSessions(db: Db, now: Temporal.Instant): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from session where session.ends_at > $1::timestamptz and session.state <> 'draft'`,
    [now.toString()],
  )
  return rows[0]!.count
}

/** One session, one not opened yet too; `null` when there is none. */
export async function viewSession(db: Db, sessionId: number, personId: number): Promise<SessionCard | null> {
  const { rows } = await db.query<CardRow>(`${CARDS} where session.id = $2::int`, [personId, sessionId])
  return (await cardsOf(db, rows))[0] ?? null
}

/** The sessions in which a person has or had a sign-up: those ahead by start, then those past, the latest first. */
export async function mySessions(db: Db, personId: number, now: Temporal.Instant): Promise<SessionCard[]> {
  const { rows } = await db.query<CardRow>(
    `${CARDS} where own.tuple is not null
     order by session.ends_at <= $2::timestamptz, abs(extract(epoch from session.starts_at - $2::timestamptz)), session.id`,
    [personId, now.toString()],
  )
  return cardsOf(db, rows)
}

async function cardsOf(db: Db, rows: CardRow[]): Promise<SessionCard[]> {
  const cards: SessionCard[] = []
  for (const row of rows) {
    const session = sessionOf(row)
    const places = { taken: row.taken, free: Math.max(0, session.capacity - row.taken) }
    cards.push({ session, places, waiting: row.waiting, own: row.own && (await ownOf(db, session, row.own)) })
  }
  return cards
}

/** The whole line is read only for somebody who stands in it. */
async function ownOf(db: Db, session: Session, tuple: SignUpTuple): Promise<OwnSignUp> {
  const signUp = signUpOfTuple(tuple)
  if (!isInLine(signUp)) return { signUp, position: null }
  const roll = await readRoll(db, session.id)
  return { signUp, position: roll && positionOf(roll, signUp.id) }
}

/** Why this person stands where they stand; `null` when it is not their sign-up. */
export async function explainPosition(
  db: Db,
  by: { signUpId: number; personId: number },
  now: Temporal.Instant,
): Promise<Explanation | null> {
  const sessionId = await sessionIdOf(db, by.signUpId)
  const roll = sessionId === null ? null : await readRoll(db, sessionId)
  const signUp = roll ? find(roll, by.signUpId) : undefined
  if (!roll || signUp?.personId !== by.personId) return null
  return explain(roll, signUp, await readEvents(db, roll.session.id), now)
}
