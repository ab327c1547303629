import { z } from 'zod'
import type { Authored } from '../bot/message/authored.ts'
import { afterQuiet, isQuiet } from '../people/notices/rules.ts'
import type { Session } from '../sessions/session/session.ts'

/** What a reminder counts from. */
const ANCHORS = ['start', 'end', 'sign-up-deadline'] as const

/**
 * A message due some time before or after a moment of a session. Days keep the hour of the wall clock, over changes of
 * the clock too; hours are exact.
 */
const reminderForm = z.object({
  anchor: z.enum(ANCHORS),
  side: z.enum(['before', 'after']),
  days: z.int().min(0).max(60),
  hours: z.int().min(0).max(23),
  isOn: z.boolean(),
})
export type Reminder = z.infer<typeof reminderForm>

/** When a reminder is due, on or off. */
export type When = Omit<Reminder, 'isOn'>

/** Staff may change each, add others, or silence them, session by session. */
export const USUAL_REMINDERS: readonly Reminder[] = [
  { anchor: 'sign-up-deadline', side: 'before', days: 2, hours: 0, isOn: true },
  { anchor: 'start', side: 'before', days: 7, hours: 0, isOn: true },
  { anchor: 'start', side: 'before', days: 1, hours: 0, isOn: true },
  { anchor: 'start', side: 'before', days: 0, hours: 2, isOn: true },
  { anchor: 'end', side: 'after', days: 0, hours: 2, isOn: true },
]

/** `material` goes with the thanks afterwards. */
export type ReminderPlan = { reminders: Reminder[]; note: string; material: Authored | null }

/** Names a reminder within its session: two with the same name are due at the same time. */
export function nameOfReminder({ anchor, side, days, hours }: When): string {
  return `${side}-${anchor}-${days}d${hours}h`
}

/** A name as buttons bring it back; `null` for one that is none. */
export function reminderOfName(name: string): When | null {
  const [, side, anchor, days, hours] = /^(before|after)-(start|end|sign-up-deadline)-(\d+)d(\d+)h$/.exec(name) ?? []
  const read = reminderForm.omit({ isOn: true }).safeParse({ side, anchor, days: Number(days), hours: Number(hours) })
  return read.success ? read.data : null
}

export function dueAt(session: Session, { anchor, side, days, hours }: When): Temporal.ZonedDateTime {
  const from = { start: session.starts, end: session.ends, 'sign-up-deadline': session.signUpUntil }[anchor]
  const lead = { days, hours }
  return side === 'before' ? from.subtract(lead) : from.add(lead)
}

/** `late`: its time passed unnoticed, and now it would say nothing useful. */
export type Decision = 'not-yet' | 'send' | 'late'

/** A reminder that was missed while we were down is useful for so long. */
const USEFUL_FOR = { hours: 48 }

/**
 * What becomes of a reminder now. `movedAt` is when the session was last given another time: whoever is in it was told
 * then, so nothing that was due before is said again. Never after the session began, and of several that were missed only the last.
 * At night it waits for the morning, unless its moment comes before, also when it was missed by day.
 */
export function decide(
  session: Session,
  reminder: Reminder,
  among: readonly Reminder[],
  movedAt: Temporal.Instant | null,
  now: Temporal.Instant,
): Decision {
  const due = dueAt(session, reminder).toInstant()
  if (isAfter(due, now)) return 'not-yet'
  const isUseful =
    !isAfter(now, due.add(USEFUL_FOR)) &&
    !(movedAt !== null && isAfter(movedAt, due)) &&
    isBeforeItsMoment(session, reminder, now) &&
    !among.some((other) => supersedes(session, other, reminder, now))
  if (!isUseful) return 'late'
  const canWait = isQuiet(now) && isBeforeItsMoment(session, reminder, afterQuiet(now))
  return canWait ? 'not-yet' : 'send'
}

/** What is said before a moment must not come after it. */
function isBeforeItsMoment(session: Session, { anchor, side }: Reminder, now: Temporal.Instant): boolean {
  if (side === 'after') return true
  return isAfter((anchor === 'sign-up-deadline' ? session.signUpUntil : session.starts).toInstant(), now)
}

/** Whether another reminder of the same moment is due too, and later. */
function supersedes(session: Session, other: Reminder, reminder: Reminder, now: Temporal.Instant): boolean {
  if (!other.isOn || other.anchor !== reminder.anchor || other.side !== reminder.side) return false
  const due = dueAt(session, other).toInstant()
  return isAfter(due, dueAt(session, reminder).toInstant()) && !isAfter(due, now)
}

function isAfter(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) > 0
}

/** To whom a reminder speaks. People in line hear of a session only while they may still plan for it. */
export function speaksTo(reminder: When): readonly ('confirmed' | 'line' | 'others')[] {
  if (reminder.anchor === 'sign-up-deadline') return ['others']
  if (reminder.side === 'after') return ['confirmed']
  return reminder.days > 0 ? ['confirmed', 'line'] : ['confirmed']
}

/** Which of these may still be added: not there yet, and still to come. */
export function addable(
  session: Session,
  reminders: readonly Reminder[],
  offered: readonly When[],
  now: Temporal.Instant,
): When[] {
  const known = new Set(reminders.map(nameOfReminder))
  return offered.filter((one) => !known.has(nameOfReminder(one)) && isAfter(dueAt(session, one).toInstant(), now))
}

/** The reminders with one switched; one that is not there is added, switched on. */
export function toggled(reminders: readonly Reminder[], wanted: When): Reminder[] {
  const name = nameOfReminder(wanted)
  const known = reminders.some((one) => nameOfReminder(one) === name)
  if (!known) return [...reminders, { ...wanted, isOn: true }]
  return reminders.map((one) => (nameOfReminder(one) === name ? { ...one, isOn: !one.isOn } : one))
}
