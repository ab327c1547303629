import { queueDeferred } from '../bot/send/outbox.ts'
import { readEntered } from '../people/entered/store.ts'
import { wantNotices } from '../people/notices/store.ts'
import { reachablePeople } from '../people/store.ts'
import type { Database, Db } from '../platform/database/database.ts'
import type { Metrics } from '../platform/metrics.ts'
import { type HeldSession, listHeldSessions, listInSession, registeredOutside } from '../sessions/audience-store.ts'
import { tellInCharge } from '../sessions/desk/tell.ts'
import { writeTo } from '../sessions/mail/write.ts'
import { leaving } from '../sessions/session/quiet.ts'
import { hasStarted, type Session } from '../sessions/session/session.ts'
import { decide, dueAt, nameOfReminder, type Reminder, type ReminderPlan, speaksTo } from './rules.ts'
import { claimRun, countRun, type Run, readPlan, readPlans, readRuns } from './store.ts'

/** The longest that a reminder comes before or after its moment, and a useful delay. */
const HORIZON = { hours: 24 * 70 }

/**
 * Sends every reminder that is due, as the sessions are now. Each is decided once, in one transaction with the messages
 * it puts into the outbox; their words are decided when they leave.
 */
export async function sendDueReminders(
  parts: { database: Database; queued: () => void; metrics?: Pick<Metrics, 'reminders' | 'reminderDelay'> },
  now: Temporal.Instant,
): Promise<void> {
  const { database } = parts
  const held = await listHeldSessions(database.pool, now.subtract(HORIZON), now.add(HORIZON))
  const ids = held.map(({ session }) => session.id)
  const plans = await readPlans(database.pool, ids)
  const runs = await readRuns(database.pool, ids)
  for (const one of held) {
    for (const due of dueOf(one, plans.get(one.session.id)!, runs, now)) {
      const added = await database.transaction((db) => carryOut(db, one, due, now))
      if (added === null) continue
      parts.metrics?.reminders.inc({ outcome: due.outcome })
      if (added === 0) continue
      parts.queued()
      const delay = dueAt(one.session, due.reminder).toInstant().until(now)
      parts.metrics?.reminderDelay.observe(delay.total('seconds'))
    }
  }
}

type Due = { reminder: Reminder; outcome: 'sent' | 'late' }

/** The reminders of a session that are to be decided now. */
function dueOf(
  { session, movedAt }: HeldSession,
  plan: ReminderPlan,
  runs: readonly Run[],
  now: Temporal.Instant,
): Due[] {
  const isDone = (reminder: Reminder) => {
    const due = dueAt(session, reminder).toInstant()
    return runs.some(
      (run) => run.sessionId === session.id && run.reminder === nameOfReminder(reminder) && run.dueAt.equals(due),
    )
  }
  return plan.reminders
    .filter((reminder) => reminder.isOn && !isDone(reminder))
    .flatMap((reminder) => {
      const decision = decide(session, reminder, plan.reminders, movedAt, now)
      return decision === 'not-yet' ? [] : [{ reminder, outcome: decision === 'send' ? 'sent' : 'late' }]
    })
}

/** Returns how many messages went into the outbox; `null` when another process decided it. */
async function carryOut(
  db: Db,
  { session }: HeldSession,
  { reminder, outcome }: Due,
  now: Temporal.Instant,
): Promise<number | null> {
  const run = { sessionId: session.id, reminder: nameOfReminder(reminder), dueAt: dueAt(session, reminder).toInstant() }
  if (!(await claimRun(db, { ...run, outcome }, now))) return null
  if (outcome === 'late') return 0
  const people = await recipientsOf(db, session.id, reminder, run.dueAt)
  const chats = new Map(
    (
      await reachablePeople(
        db,
        people.map(({ personId }) => personId),
      )
    ).map((one) => [one.id, one.telegramId]),
  )
  await askToCall(db, session, people, `call:${run.reminder}:${session.id}:${run.dueAt.epochMilliseconds}`, now)
  const messages = people.flatMap(({ personId, signUpId }) => {
    const chatId = chats.get(personId)
    if (chatId === undefined) return []
    const data = { sessionId: session.id, reminder: run.reminder, dueAt: run.dueAt.toString(), personId, signUpId }
    return [
      {
        chatId,
        renderer: 'reminder',
        data,
        key: `reminder:${session.id}:${run.reminder}:${run.dueAt.epochMilliseconds}:${personId}`,
      },
    ]
  })
  if (messages.length === 0) return 0
  const added = await queueDeferred(db, messages, { lane: 'bulk', now, ...leaving(session, now) })
  await countRun(db, { ...run, people: added })
  return added
}

/** Before a session those who have no Telegram get an e-mail where that is possible, and whoever is in charge calls them; after it nothing is so urgent. */
async function askToCall(
  db: Db,
  session: Session,
  recipients: readonly Recipient[],
  key: string,
  now: Temporal.Instant,
): Promise<void> {
  if (hasStarted(session, now)) return
  const { note } = await readPlan(db, session.id)
  const entered = await readEntered(
    db,
    recipients.map(({ personId }) => personId),
  )
  const people = recipients.flatMap(({ personId, signUpId }) => {
    const one = entered.get(personId)
    return one && signUpId !== null ? [{ ...one, signUpId }] : []
  })
  const confirmed = new Set(recipients.flatMap((one) => (one.isConfirmed ? [one.personId] : [])))
  await writeTo(
    db,
    people
      .filter(({ personId }) => confirmed.has(personId))
      .map(({ personId }) => {
        const told = { kind: 'reminder', note } as const
        return { key: `${key}:${personId}`, entered: entered.get(personId)!, session, told }
      }),
    now,
  )
  if (people.length > 0)
    await tellInCharge(db, session, { matter: { kind: 'call', why: 'reminder', until: null, people }, key }, now)
}

type Recipient = { personId: number; signUpId: number | null; isConfirmed: boolean }

/** Whom a reminder is for. Who signed up after it was due was told of everything then. */
async function recipientsOf(
  db: Db,
  sessionId: number,
  reminder: Reminder,
  due: Temporal.Instant,
): Promise<Recipient[]> {
  const groups = speaksTo(reminder)
  if (groups.includes('others')) {
    const others = await wantNotices(db, 'deadlines', await registeredOutside(db, sessionId))
    return others.map((personId) => ({ personId, signUpId: null, isConfirmed: false }))
  }
  const inSession = (await listInSession(db, sessionId)).filter(
    ({ group, heardAt }) => groups.includes(group) && Temporal.Instant.compare(heardAt, due) <= 0,
  )
  const wanting = new Set(
    await wantNotices(
      db,
      'reminders',
      inSession.map(({ personId }) => personId),
    ),
  )
  return inSession.flatMap(({ personId, signUpId, group }) =>
    wanting.has(personId) ? [{ personId, signUpId, isConfirmed: group === 'confirmed' }] : [],
  )
}
