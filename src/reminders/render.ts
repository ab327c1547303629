import { z } from 'zod'
import type { Payload } from '../bot/send/outbox.ts'
import type { Locale } from '../language/locale.ts'
import { wantNotices } from '../people/notices/store.ts'
import { localeOf } from '../people/rules.ts'
import { reachablePeople } from '../people/store.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { stayedAway } from '../sessions/attendance/attendance.ts'
import { readOwnAttendance } from '../sessions/attendance/reads.ts'
import { viewSession } from '../sessions/line/reads.ts'
import type { SignUp } from '../sessions/line/sign-up.ts'
import { hasStarted, isBefore, type Session } from '../sessions/session/session.ts'
import { dueAt, reminderOfName, type When } from './rules.ts'
import { readPlan } from './store.ts'
import { comingReminder, deadlineReminder, lineReminder, thanksReminder } from './texts.ts'

const dataForm = z.object({
  sessionId: z.int(),
  reminder: z.string(),
  dueAt: z.string(),
  personId: z.int(),
  signUpId: z.int().nullable(),
})

/**
 * A reminder's words for one person, from the session and their sign-up as they are when it leaves; `null` when the
 * session moved or is cancelled, when they are not in it any more, or switched such messages off.
 */
export function reminderRenderer(clock: Clock): (db: Db, data: unknown) => Promise<Payload | null> {
  return async (db, raw) => {
    const data = dataForm.parse(raw)
    const reminder = reminderOfName(data.reminder)
    const card = await viewSession(db, data.sessionId, data.personId)
    if (!reminder || !card || !isStillDue(card.session, reminder, data.dueAt)) return null
    const kind = reminder.anchor === 'sign-up-deadline' ? 'deadlines' : 'reminders'
    const [person] = await reachablePeople(db, await wantNotices(db, kind, [data.personId]))
    if (!person) return null
    return wordsFor(db, localeOf(person), { card, reminder }, clock.now())
  }
}

type Card = NonNullable<Awaited<ReturnType<typeof viewSession>>>

function isStillDue(session: Session, reminder: When, due: string): boolean {
  const isHeld = session.state === 'open' || session.state === 'closed'
  return isHeld && dueAt(session, reminder).toInstant().equals(Temporal.Instant.from(due))
}

async function wordsFor(
  db: Db,
  locale: Locale,
  { card, reminder }: { card: Card; reminder: When },
  now: Temporal.Instant,
): Promise<Payload | null> {
  const { session, own } = card
  const status = own?.signUp.status
  if (reminder.anchor === 'sign-up-deadline')
    return own === null && session.state === 'open' && isBefore(now, session.signUpUntil)
      ? deadlineReminder(locale, session)
      : null
  if (reminder.side === 'after') {
    if (status !== 'confirmed' || (await wasAway(db, session, own!.signUp))) return null
    const { material } = await readPlan(db, session.id)
    return thanksReminder(locale, session, material)
  }
  if (hasStarted(session, now)) return null
  if (status === 'confirmed') {
    const { note } = await readPlan(db, session.id)
    return comingReminder(locale, session, { note, signUpId: own!.signUp.id, withFile: reminder.days > 0 }, now)
  }
  if (status === 'waitlisted' || status === 'offered')
    return lineReminder(locale, session, status === 'offered' ? null : own!.position)
  return null
}

/** Nobody is thanked for coming who did not, as far as it was noted. */
async function wasAway(db: Db, session: Session, signUp: SignUp): Promise<boolean> {
  const { sheet, own } = (await readOwnAttendance(db, [{ session, signUp }])).get(session.id)!
  return own !== undefined && stayedAway(sheet, own)
}
