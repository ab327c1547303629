import type { Db } from '../platform/database/database.ts'
import { countHeld, forgetBefore, type Held } from '../platform/database/retention.ts'

/** Forgets links into sessions that ended before `before`. Returns how many. */
export function deleteSubstituteLinks(db: Db, before: Temporal.Instant): Promise<number> {
  return forgetBefore(
    db,
    `delete from substitute_link using sign_up, session
     where sign_up.id = substitute_link.sign_up_id and session.id = sign_up.session_id
       and session.ends_at < $1::timestamptz`,
    before,
  )
}

export function countSubstituteLinks(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(made_at) as oldest from substitute_link')
}

/** Takes what people and staff wrote out of the history of sessions that ended before `before`. Returns of how many events. */
export async function blankWords(db: Db, before: Temporal.Instant): Promise<number> {
  const ofSignUps = await forgetBefore(
    db,
    `update sign_up_event set reason = null from session
     where session.id = sign_up_event.session_id and reason is not null and session.ends_at < $1::timestamptz`,
    before,
  )
  const ofSessions = await forgetBefore(
    db,
    `update session_event set reason = null from session
     where session.id = session_event.session_id and reason is not null and session.ends_at < $1::timestamptz`,
    before,
  )
  return ofSignUps + ofSessions
}

/** How many events hold words. */
export function countWorded(db: Db): Promise<Held> {
  return countHeld(
    db,
    `select count(*) as rows, min(at) as oldest from (
       select at from sign_up_event where reason is not null
       union all select at from session_event where reason is not null
     ) as worded`,
  )
}

/**
 * Takes people out of sessions that ended before `before`: each sign-up stays with its municipality and what became of it.
 * Returns how many sign-ups.
 */
export async function blankPeople(db: Db, before: Temporal.Instant): Promise<number> {
  await forgetBefore(
    db,
    `update sign_up_event
     set actor_id = null,
         change = case when change ? 'personId' then jsonb_set(change, '{personId}', 'null') else change end
     from session
     where session.id = sign_up_event.session_id and session.ends_at < $1::timestamptz
       and (actor_id is not null or jsonb_typeof(change -> 'personId') = 'number')`,
    before,
  )
  return forgetBefore(
    db,
    `update sign_up set person_id = null from session
     where session.id = sign_up.session_id and person_id is not null and session.ends_at < $1::timestamptz`,
    before,
  )
}

/** How many sign-ups say whose they are. */
export function countNamed(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(requested_at) as oldest from sign_up where person_id is not null')
}

/** Forgets who made sessions that ended before `before`, and what staff did to them. Returns how many of these events. */
export async function deleteStaffActions(db: Db, before: Temporal.Instant): Promise<number> {
  await forgetBefore(
    db,
    'update session set created_by = null where created_by is not null and ends_at < $1::timestamptz',
    before,
  )
  return forgetBefore(
    db,
    `delete from session_event using session
     where session.id = session_event.session_id and session.ends_at < $1::timestamptz`,
    before,
  )
}

export function countStaffActions(db: Db): Promise<Held> {
  return countHeld(db, 'select count(*) as rows, min(at) as oldest from session_event')
}
