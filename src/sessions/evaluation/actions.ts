import { queue, queueDeferred } from '../../bot/send/outbox.ts'
import { byDay, isQuiet } from '../../people/notices/rules.ts'
import { wantNotices } from '../../people/notices/store.ts'
import { localeOf } from '../../people/rules.ts'
import { reachablePeople } from '../../people/store.ts'
import { type Database, type Db, lockForTransaction } from '../../platform/database/database.ts'
import { readSheet } from '../attendance/reads.ts'
import { listHeldSessions } from '../audience-store.ts'
import { staffInCharge } from '../desk/in-charge.ts'
import type { Session } from '../session/session.ts'
import { readSession } from '../session/store.ts'
import { type Answers, askedOf, dueOf, type Ending, isOpen, OVER_AFTER, resultsOf } from './rules.ts'
import {
  addAnswers,
  changeEvaluation,
  claimStep,
  countInvites,
  type Evaluation,
  insertInvites,
  listAnswers,
  listSilent,
  markAnswered,
  readEvaluations,
  readInvite,
} from './store.ts'
import { questionsOf, reportMessage, type Shown } from './texts.ts'

/** Asks, reminds and reports whatever is due, by day. Each step is taken once. Returns how many messages were queued. */
export async function evaluateDue(database: Database, now: Temporal.Instant): Promise<number> {
  if (isQuiet(now)) return 0
  const held = await listHeldSessions(database.pool, now.subtract(OVER_AFTER), now)
  const evaluations = await readEvaluations(
    database.pool,
    held.map(({ session }) => session.id),
  )
  let queued = 0
  for (const { session } of held) {
    const due = dueOf(session, evaluations.get(session.id)!, now)
    if (due) queued += await database.transaction((db) => STEPS[due](db, session, now))
  }
  return queued
}

type Step = (db: Db, session: Session, now: Temporal.Instant) => Promise<number>

const STEPS: Record<'ask' | 'remind' | 'report', Step> = { ask, remind, report }

async function ask(db: Db, session: Session, now: Temporal.Instant): Promise<number> {
  const sheet = await readSheet(db, session.id)
  if (!sheet || !(await claimStep(db, session.id, 'ask', now))) return 0
  const people = askedOf(sheet)
  await insertInvites(
    db,
    session.id,
    people.map(({ signUpId }) => signUpId),
  )
  return invite(db, session.id, people, { again: false, now })
}

async function remind(db: Db, session: Session, now: Temporal.Instant): Promise<number> {
  if (!(await claimStep(db, session.id, 'remind', now))) return 0
  return invite(db, session.id, await listSilent(db, session.id), { again: true, now })
}

/** To those who want such messages and can be written to; each says what holds when it leaves. */
async function invite(
  db: Db,
  sessionId: number,
  people: readonly { signUpId: number; personId: number }[],
  { again, now }: { again: boolean; now: Temporal.Instant },
): Promise<number> {
  const ids = people.map(({ personId }) => personId)
  const reachable = await reachablePeople(db, await wantNotices(db, 'reminders', ids))
  const chats = new Map(reachable.map(({ id, telegramId }) => [id, telegramId]))
  const messages = people.flatMap(({ signUpId, personId }) => {
    const chatId = chats.get(personId)
    const key = `evaluation:${sessionId}:${personId}:${again ? 'again' : 'first'}`
    return chatId === undefined ? [] : [{ chatId, renderer: 'evaluation', data: { signUpId, personId, again }, key }]
  })
  return messages.length === 0 ? 0 : queueDeferred(db, messages, { lane: 'bulk', now, ...byDay(now) })
}

async function report(db: Db, session: Session, now: Temporal.Instant): Promise<number> {
  if (!(await claimStep(db, session.id, 'report', now))) return 0
  const shown = (await readShown(db, session.id, now))!
  if (shown.results.answered === 0) return 0
  let queued = 0
  for (const person of await staffInCharge(db, session)) {
    const message = reportMessage({ chatId: person.telegramId, locale: localeOf(person) }, shown)
    queued += await queue(db, message, { key: `evaluation-report:${session.id}:${person.id}`, lane: 'reply', now })
  }
  return queued
}

/** How a session is evaluated, and what came of it so far as anybody may see. */
export async function readShown(db: Db, sessionId: number, now: Temporal.Instant): Promise<Shown | null> {
  const session = await readSession(db, sessionId)
  if (!session) return null
  const evaluation = (await readEvaluations(db, [sessionId])).get(sessionId)!
  const results = resultsOf(questionsOf('sr-Cyrl', evaluation).length, await listAnswers(db, sessionId))
  return { session, evaluation, invited: await countInvites(db, sessionId), results, isOpen: isOpen(evaluation, now) }
}

export type Entry = { kind: 'open'; evaluation: Evaluation; session: Session } | { kind: Exclude<Ending, 'done'> }

/** Whether somebody may evaluate by this sign-up now. */
export async function enter(db: Db, by: { signUpId: number; personId: number }, now: Temporal.Instant): Promise<Entry> {
  const invited = await readInvite(db, by.signUpId)
  if (invited?.personId !== by.personId) return { kind: 'not-yours' }
  if (invited.answered) return { kind: 'already' }
  const evaluation = (await readEvaluations(db, [invited.sessionId])).get(invited.sessionId)!
  const session = await readSession(db, invited.sessionId)
  return session && isOpen(evaluation, now) ? { kind: 'open', evaluation, session } : { kind: 'closed' }
}

/** Keeps what somebody answered, once, with nobody's name. */
export async function answer(
  db: Db,
  by: { signUpId: number; personId: number; answers: Answers },
  now: Temporal.Instant,
): Promise<Ending> {
  const entered = await enter(db, by, now)
  if (entered.kind !== 'open') return entered.kind
  const { id } = entered.session
  await lockForTransaction(db, `evaluation:${id}`)
  if (!(await markAnswered(db, by.signUpId))) return 'already'
  await addAnswers(db, id, by.answers)
  return 'done'
}

/** Changes what is asked, or whether; `false`: people were asked already. */
export function plan(db: Db, sessionId: number, wanted: Pick<Evaluation, 'isOn' | 'questions'>): Promise<boolean> {
  return changeEvaluation(db, sessionId, wanted)
}
