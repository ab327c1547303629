import type { Authored } from '../../bot/message/authored.ts'
import type { Question } from './asked.ts'
import { type Days, type Stretch, stretchesOf } from './days.ts'

/** «draft» is what is stored of a session that staff have not opened yet. */
export type SessionState = 'draft' | 'open' | 'closed' | 'cancelled'

/** What a session is held in. */
export const LANGUAGES = ['sr', 'en', 'hu', 'sq', 'bs', 'sk', 'ro'] as const
export type SessionLanguage = (typeof LANGUAGES)[number]

/** Date and hour as they stand on a clock of the session's zone: «2026-03-29T10:00». */
export type WallTime = string

/** A session as staff write it down, whether or not it can be held like this. Fits JSON. */
export type SessionPlan = {
  title: string
  module: string | null
  /** May be empty. */
  description: string
  starts: WallTime
  ends: WallTime
  /** From when to when it is held, where that does not follow from its beginning and end; see `stretchesOf`. */
  days: Days | null
  place: string
  capacity: number
  /** Most places of one municipality; `null`: no quota. */
  municipalityQuota: number | null
  /** The last so many places go, until `reservedUntil`, to municipalities that have none. */
  reservedPlaces: number
  reservedUntil: WallTime | null
  signUpUntil: WallTime
  /** Until then a confirmed place is given back without a reason. */
  cancelUntil: WallTime
  needsApproval: boolean
  language: SessionLanguage
}

/** A session that is kept: times are real, in its own zone. */
export type Session = Omit<SessionPlan, 'starts' | 'ends' | 'reservedUntil' | 'signUpUntil' | 'cancelUntil'> & {
  id: number
  state: SessionState
  starts: Temporal.ZonedDateTime
  ends: Temporal.ZonedDateTime
  reservedUntil: Temporal.ZonedDateTime | null
  signUpUntil: Temporal.ZonedDateTime
  cancelUntil: Temporal.ZonedDateTime
  calendarUid: string
  calendarSequence: number
  /** What people in it are asked. */
  questions: readonly Question[]
  /** What is done when, in words or as a file. */
  programme: Authored | null
  /** The most days that it ever had. */
  mostDays: number
  createdBy: number | null
}

/** The session as a plan, to be edited or copied. */
export function planOf(session: Session): SessionPlan {
  return {
    title: session.title,
    module: session.module,
    description: session.description,
    starts: wallTimeOf(session.starts),
    ends: wallTimeOf(session.ends),
    days: session.days,
    place: session.place,
    capacity: session.capacity,
    municipalityQuota: session.municipalityQuota,
    reservedPlaces: session.reservedPlaces,
    reservedUntil: session.reservedUntil && wallTimeOf(session.reservedUntil),
    signUpUntil: wallTimeOf(session.signUpUntil),
    cancelUntil: wallTimeOf(session.cancelUntil),
    needsApproval: session.needsApproval,
    language: session.language,
  }
}

/** The days of a session, or what it is held in in one go. */
export function stretchesIn({ starts, ends, days }: Pick<Session, 'starts' | 'ends' | 'days'>): Stretch[] {
  return stretchesOf({ starts: wallTimeOf(starts), ends: wallTimeOf(ends), days })
}

/** Whether two sessions are held at the same time, on any of their days. */
export function overlap(one: Session, other: Session): boolean {
  const compare = Temporal.PlainDateTime.compare
  return stretchesIn(one).some((a) =>
    stretchesIn(other).some((b) => compare(a.from, b.to) < 0 && compare(b.from, a.to) < 0),
  )
}

export function wallTimeOf(time: Temporal.ZonedDateTime): WallTime {
  return time.toPlainDateTime().toString({ smallestUnit: 'minute' })
}

export function hasStarted(session: Session, now: Temporal.Instant): boolean {
  return !isBefore(now, session.starts)
}

export function hasEnded(session: Session, now: Temporal.Instant): boolean {
  return !isBefore(now, session.ends)
}

export function isBefore(now: Temporal.Instant, time: Temporal.ZonedDateTime): boolean {
  return Temporal.Instant.compare(now, time.toInstant()) < 0
}

/** A field of a plan that an edit changed. */
export type PlanChange = { field: keyof SessionPlan; from: unknown; to: unknown }

export function changesBetween(before: SessionPlan, after: SessionPlan): PlanChange[] {
  const fields = Object.keys(before) as (keyof SessionPlan)[]
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: before[field], to: after[field] }))
}

/** Changes that everybody in the session is told of, and that a calendar must follow. */
const TOLD: ReadonlySet<keyof SessionPlan> = new Set(['title', 'starts', 'ends', 'days', 'place'])

export function isTold(change: PlanChange): boolean {
  return TOLD.has(change.field)
}

/** What was changed from one plan to another, on what it is now: somebody else may have changed other fields meanwhile. */
export function onto(now: SessionPlan, before: SessionPlan, after: SessionPlan): SessionPlan {
  return { ...now, ...Object.fromEntries(changesBetween(before, after).map(({ field, to }) => [field, to])) }
}
