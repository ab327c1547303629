import { type Clock, systemClock } from '../clock.ts'
import type { Db } from './database.ts'

/** How many seconds the database's clock is ahead of this machine's, as well as one question can tell. */
export async function databaseAhead(db: Db, machine: Clock = systemClock): Promise<number> {
  const asked = machine.now().epochMilliseconds
  const { rows } = await db.query<{ now: Date }>('select clock_timestamp() as now')
  const answered = machine.now().epochMilliseconds
  return (rows[0]!.now.getTime() - (asked + answered) / 2) / 1000
}

/** Clocks this far apart cannot both be right. */
const LONGEST_SKEW_SECONDS = 3_600

/** Whether it is safe to forget by the clock: one that runs years ahead would have everything forgotten at once. */
export async function clocksAgree(db: Db, machine: Clock = systemClock): Promise<boolean> {
  return Math.abs(await databaseAhead(db, machine)) <= LONGEST_SKEW_SECONDS
}
