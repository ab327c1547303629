import { createHmac } from 'node:crypto'
import type { Session } from '../session/session.ts'
import type { SessionDay } from './attendance.ts'
import { hasOpened, opensAt } from './mark.ts'

/** So long a code is shown; it is taken in its own half minute and in the next. */
const STEP_SECONDS = 30
const STEPS_TAKEN = 2
/** So long we still know a code that ran out, to say so. */
const STEPS_KNOWN = 40

/** A day of a session. */
export type Day = { sessionId: number; on: Temporal.PlainDate }

/** The half minute that this moment is in, counted since 1970: whatever a phone thinks that it is. */
export function stepAt(now: Temporal.Instant): number {
  return Math.floor(now.epochMilliseconds / (STEP_SECONDS * 1_000))
}

/**
 * The six digits of a day of a session in one half minute. They follow from the program's secret alone: on two screens, after a
 * restart and in another process they are the same. Each day has a key of its own, so no code says anything of another.
 */
export function codeOf(secret: Buffer, { sessionId, on }: Day, step: number): string {
  const key = createHmac('sha256', secret).update(`attendance:${sessionId}:${on}`).digest()
  const mac = createHmac('sha256', key).update(String(step)).digest()
  return String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

/** Six digits as people type them: «123456», «123 456», «123-456»; `null` for anything else. */
export function readCode(text: string): string | null {
  const [, first, second] = /^\s{0,9}(\d{3})[ -]?(\d{3})\s{0,9}$/.exec(text) ?? []
  return first && second ? first + second : null
}

export function isTaken(step: number, now: Temporal.Instant): boolean {
  const age = stepAt(now) - step
  return age >= 0 && age < STEPS_TAKEN
}

/** Whose day a code is, and from which half minute; of several days one for which it is still taken. `null`: of none of them. */
export function findCode<D extends Day>(
  secret: Buffer,
  days: readonly D[],
  code: string,
  now: Temporal.Instant,
): { day: D; step: number } | null {
  const current = stepAt(now)
  for (let age = 0; age < STEPS_KNOWN; age++)
    for (const day of days) if (codeOf(secret, day, current - age) === code) return { day, step: current - age }
  return null
}

/** Whether somebody who is there can note themselves on that day: from when it opens until it ends. */
export function checkInState(session: Session, day: SessionDay, now: Temporal.Instant): 'too-early' | 'open' | 'over' {
  if (!hasOpened(session, day, now)) return 'too-early'
  const ends = day.stretches.at(-1)!.to.toZonedDateTime(session.starts.timeZoneId).toInstant()
  return Temporal.Instant.compare(now, ends) <= 0 ? 'open' : 'over'
}

/** A trainer who comes first sets the screen up: so long before anybody can be noted. */
const SHOWN_BEFORE = { minutes: 60 }

/** Whether the code of a day may be shown, so that people may hold it. */
export function isShown(session: Session, day: SessionDay, now: Temporal.Instant): boolean {
  const from = opensAt(session, day).subtract(SHOWN_BEFORE).toInstant()
  return Temporal.Instant.compare(from, now) <= 0 && checkInState(session, day, now) !== 'over'
}
