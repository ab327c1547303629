import type { Db } from '../../../platform/database/database.ts'
import { countHeld, forgetBefore, type Held } from '../../../platform/database/retention.ts'
import type { Words } from '../../../platform/database/words.ts'

/** What people in sessions and staff wrote to each other. */
export const SESSION_WORD_WORDS: Words = { table: 'session_word', text: ['text'] }

export type NewWord = {
  sessionId: number
  signUpId: number
  /** Who wrote it, or to whom it goes first. */
  staffId: number | null
  fromStaff: boolean
  text: string
}

/** Keeps what was written. Returns its id. */
export async function insertWord(db: Db, word: NewWord, now: Temporal.Instant): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into session_word (session_id, sign_up_id, staff_id, from_staff, at, text)
     values ($1::int, $2::int, $3::bigint, $4::boolean, $5::timestamptz, $6::text) returning id`,
    [word.sessionId, word.signUpId, word.staffId, word.fromStaff, now.toString(), word.text.replaceAll('\0', '')],
  )
  return rows[0]!.id
}

export type KeptWord = { id: number; sessionId: number; signUpId: number; staffId: number | null; text: string }

type WordRow = { id: number; session_id: number; sign_up_id: number; staff_id: number | null; text: string }

const COLUMNS = `session_word.id, session_word.session_id, session_word.sign_up_id, session_word.staff_id, session_word.text`

function wordOf({ session_id, sign_up_id, staff_id, ...row }: WordRow): KeptWord {
  return { ...row, sessionId: session_id, signUpId: sign_up_id, staffId: staff_id }
}

/** The last that staff wrote to somebody, the newest first. */
export async function wordsTo(db: Db, personId: number, most: number): Promise<KeptWord[]> {
  const { rows } = await db.query<WordRow>(
    `select ${COLUMNS} from session_word join sign_up on sign_up.id = session_word.sign_up_id
     where sign_up.person_id = $1::bigint and from_staff order by session_word.id desc limit $2::int`,
    [personId, most],
  )
  return rows.map(wordOf)
}

/** The last that people wrote to staff, whoever of them was told, the newest first. */
export async function wordsToStaff(db: Db, most: number): Promise<KeptWord[]> {
  const { rows } = await db.query<WordRow>(
    `select ${COLUMNS} from session_word where not from_staff order by id desc limit $1::int`,
    [most],
  )
  return rows.map(wordOf)
}

export type Said = { signUpId: number; at: Temporal.Instant; text: string }

/** What people in a session wrote to staff and nobody has answered since, the newest of each, those who wait longest first. */
export async function waitingWords(db: Db, sessionId: number): Promise<Said[]> {
  const { rows } = await db.query<{ sign_up_id: number; at: string; text: string; from_staff: boolean }>(
    `select * from (
       select distinct on (sign_up_id) id, sign_up_id, at::text, text, from_staff
       from session_word where session_id = $1::int order by sign_up_id, id desc
     ) as last
     where not from_staff order by id`,
    [sessionId],
  )
  return rows.map(saidOf)
}

/** The last that somebody and staff wrote to each other about a sign-up, the oldest first. */
export async function wordsAbout(db: Db, signUpId: number, most: number): Promise<(Said & { fromStaff: boolean })[]> {
  const { rows } = await db.query<{ sign_up_id: number; at: string; text: string; from_staff: boolean }>(
    `select sign_up_id, at::text, text, from_staff from session_word
     where sign_up_id = $1::int order by id desc limit $2::int`,
    [signUpId, most],
  )
  return rows.reverse().map((row) => ({ ...saidOf(row), fromStaff: row.from_staff }))
}

function saidOf({ sign_up_id: signUpId, at, text }: { sign_up_id: number; at: string; text: string }): Said {
  return { signUpId, at: Temporal.Instant.from(at), text }
}

/** What somebody wrote to staff; `null` when it is not theirs, or is not kept any more. */
export async function readOwnWord(db: Db, wordId: number, personId: number): Promise<KeptWord | null> {
  const { rows } = await db.query<WordRow>(
    `select ${COLUMNS} from session_word join sign_up on sign_up.id = session_word.sign_up_id
     where session_word.id = $1::int and sign_up.person_id = $2::bigint and not from_staff`,
    [wordId, personId],
  )
  return rows[0] ? wordOf(rows[0]) : null
}

/**
 * The sign-up that somebody's words are about when they do not say which: the one in whose session staff wrote to them last,
 * or else the nearest of those near in time, one that is over only where none is ahead. `null`: they are in no session that is ahead or just over.
 */
export async function signUpSpokenOf(
  db: Db,
  personId: number,
  now: Temporal.Instant,
): Promise<{ signUpId: number; sessionId: number; staffId: number | null; isAnswer: boolean } | null> {
  const { rows } = await db.query<{ id: number; session_id: number; staff_id: number | null; is_answer: boolean }>(
    `select sign_up.id, sign_up.session_id, word.staff_id, word.at is not null as is_answer
     from sign_up join session on session.id = sign_up.session_id
     left join lateral (
       select staff_id, at from session_word
       where sign_up_id = sign_up.id and from_staff and at > $2::timestamptz - interval '7 days'
       order by id desc limit 1
     ) as word on true
     where sign_up.person_id = $1::bigint and sign_up.status in ('requested', 'waitlisted', 'offered', 'confirmed')
       and session.state in ('open', 'closed') and session.ends_at > $2::timestamptz - interval '2 days'
       and (word.at is not null or session.starts_at < $2::timestamptz + interval '21 days'
            or exists (select from sign_up_event where sign_up_event.sign_up_id = sign_up.id
                         and sign_up_event.at > $2::timestamptz - interval '2 days'))
     order by word.at desc nulls last, session.ends_at <= $2::timestamptz, session.starts_at, sign_up.id limit 1`,
    [personId, now.toString()],
  )
  const [row] = rows
  return row ? { signUpId: row.id, sessionId: row.session_id, staffId: row.staff_id, isAnswer: row.is_answer } : null
}

/** What somebody and staff wrote to each other, for them to read. */
export async function readWordsOf(db: Db, personId: number): Promise<unknown[]> {
  const { rows } = await db.query(
    `select session_word.session_id as session, at, from_staff as "fromStaff", text
     from session_word left join sign_up on sign_up.id = session_word.sign_up_id
     where sign_up.person_id = $1::bigint or (from_staff and staff_id = $1::bigint) order by session_word.id`,
    [personId],
  )
  return rows
}

/** Takes out what somebody wrote, and what was written to them. */
export async function deleteWordsOf(db: Db, personId: number): Promise<void> {
  await db.query(
    `delete from session_word
     where (from_staff and staff_id = $1::bigint)
       or sign_up_id in (select id from sign_up where person_id = $1::bigint)`,
    [personId],
  )
}

/** Forgets what was written about sessions that ended before `before`. Returns how many words. */
export function deleteWords(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(
    db,
    `delete from session_word using session
     where session.id = session_word.session_id and session.ends_at < $1::timestamptz`,
    before,
  )
}

export function countWords(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(at) as oldest from session_word')
}
