import type { Log } from '../log.ts'
import type { Db } from './database.ts'

/**
 * A kind of data and how long it is kept. Each feature states its own; together they are what the program holds about
 * people, and `docs/privacy.md` says why.
 */
export type DataClass = {
  /** What an operator calls it. */
  name: string
  /** Where it lies. */
  tables: readonly string[]
  /** `null`: until somebody removes it. */
  keepDays: number | null
  /** Forgets what ended before `before`. Returns how many rows went. */
  delete(db: Db, before: Temporal.Instant): Promise<number>
  /** How many rows are held; `oldest` is `null` where nothing has a time, or nothing is held. */
  count(db: Db): Promise<Held>
}

export type Held = { rows: number; oldest: Temporal.Instant | null }

/** What is held of one class, and what has just been forgotten. */
export type Holding = Held & { name: string; keepDays: number | null; forgotten: number }

/** Forgets what is older than its class allows. Returns what is left. */
export async function forget(db: Db, classes: readonly DataClass[], now: Temporal.Instant): Promise<Holding[]> {
  const holdings: Holding[] = []
  for (const one of classes) {
    const forgotten = one.keepDays === null ? 0 : await one.delete(db, now.subtract({ hours: one.keepDays * 24 }))
    holdings.push({ name: one.name, keepDays: one.keepDays, forgotten, ...(await one.count(db)) })
  }
  return holdings
}

/** What is held now, without forgetting anything. */
export async function listHoldings(db: Db, classes: readonly DataClass[]): Promise<Holding[]> {
  const holdings: Holding[] = []
  for (const one of classes)
    holdings.push({ name: one.name, keepDays: one.keepDays, forgotten: 0, ...(await one.count(db)) })
  return holdings
}

/** Says yes when an hour of the app's clock has passed since it last did, or when that clock was set back. */
export function hourly(): (now: Temporal.Instant) => boolean {
  let last: Temporal.Instant | null = null
  return (now) => {
    const passedMs = last === null ? HOUR_MS : now.epochMilliseconds - last.epochMilliseconds
    if (passedMs >= 0 && passedMs < HOUR_MS) return false
    last = now
    return true
  }
}

const HOUR_MS = 3_600_000

/** `forget`, with a report of what is held in the log once a day. */
export function createForgetting(parts: { db: Db; classes: readonly DataClass[]; log: Log }) {
  let reportedOn: string | null = null
  return async (now: Temporal.Instant): Promise<void> => {
    const holdings = await forget(parts.db, parts.classes, now)
    const day = now.toString().slice(0, 10)
    if (day === reportedOn) return
    reportedOn = day
    // The log hides whatever is called a name.
    parts.log.info({ held: holdings.map(({ name, ...rest }) => ({ what: name, ...rest })) }, 'what is held')
  }
}

/** Runs a statement that forgets what is older than its first parameter. Returns how many rows it touched. */
export async function forgetBefore(db: Db, statement: string, before: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query(statement, [before.toString()])
  return rowCount ?? 0
}

/** Counts rows by one statement that returns `rows` and `oldest`. */
export async function countHeld(db: Db, statement: string): Promise<Held> {
  const { rows } = await db.query<{ rows: number; oldest: Date | null }>(statement)
  const { rows: count, oldest } = rows[0]!
  return { rows: count, oldest: oldest && Temporal.Instant.fromEpochMilliseconds(oldest.getTime()) }
}
