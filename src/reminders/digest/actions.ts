import { type Outgoing, queue } from '../../bot/send/outbox.ts'
import { readNames } from '../../people/directory-store.ts'
import { readEntered } from '../../people/entered/store.ts'
import { listStaff } from '../../people/roles/store.ts'
import { localeOf, type Person } from '../../people/rules.ts'
import { reachablePeople } from '../../people/store.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { listHeldSessions } from '../../sessions/audience-store.ts'
import { staffInCharge } from '../../sessions/desk/in-charge.ts'
import { readEvents, readRoll } from '../../sessions/line/store.ts'
import type { Session } from '../../sessions/session/session.ts'
import { comingAmong } from '../store.ts'
import { digestOf, isDue, type SessionDigest } from './rules.ts'
import { claimDigest, readDigests } from './store.ts'
import { digestMessage } from './texts.ts'

/** How far ahead sessions are told of. */
const HORIZON = { hours: 24 * 60 }
const DAY = { hours: 24 }

/** Gives whoever is in charge of sessions the digest of the day, at the hour they chose. Returns how many got one. */
export async function sendDigests(
  { database, queued }: { database: Database; queued: () => void },
  now: Temporal.Instant,
): Promise<number> {
  const due = await dueToday(database.pool, now)
  let sent = 0
  for (const person of due)
    sent += await database.transaction(async (db) => {
      if (!(await claimDigest(db, person.id, dayAt(now)))) return 0
      const message = await digestFor(db, person, now)
      return message ? queue(db, message, { key: `digest:${person.id}:${dayAt(now)}`, lane: 'reply', now }) : 0
    })
  if (sent > 0) queued()
  return sent
}

async function dueToday(db: Db, now: Temporal.Instant): Promise<Person[]> {
  const staff = (await listStaff(db)).map(({ personId }) => personId)
  const wanted = await readDigests(db, staff)
  const due = staff.filter((id) => {
    const { hour, sentOn } = wanted.get(id)!
    return hour !== null && sentOn !== dayAt(now).toString() && isDue(hour, now)
  })
  return due.length === 0 ? [] : reachablePeople(db, due)
}

/** The digest of all sessions that somebody is in charge of; `null` when there is nothing to say. */
async function digestFor(db: Db, person: Person, now: Temporal.Instant): Promise<Outgoing | null> {
  const held = await listHeldSessions(db, now, now.add(HORIZON))
  const digests: SessionDigest[] = []
  for (const { session } of held) {
    if (!(await isInCharge(db, session, person.id))) continue
    const digest = await readDigest(db, session.id, now)
    if (digest) digests.push(digest)
  }
  if (digests.length === 0) return null
  const names = await readNames(
    db,
    digests.flatMap((one) => listed(one).map(({ personId }) => personId)),
  )
  const toCall = digests.flatMap((one) => one.toCall.flatMap(({ personId }) => personId ?? []))
  for (const { personId, name, phone, email } of (await readEntered(db, toCall)).values())
    names.set(personId, [name, phone ?? email].filter(Boolean).join(' '))
  return digestMessage({ chatId: person.telegramId, locale: localeOf(person) }, digests, names)
}

async function isInCharge(db: Db, session: Session, personId: number): Promise<boolean> {
  return (await staffInCharge(db, session)).some(({ id }) => id === personId)
}

async function readDigest(db: Db, sessionId: number, now: Temporal.Instant): Promise<SessionDigest | null> {
  const roll = await readRoll(db, sessionId)
  if (!roll) return null
  const coming = await comingAmong(
    db,
    roll.session,
    roll.signUps.map(({ id }) => id),
  )
  const entered = await readEntered(
    db,
    roll.signUps.flatMap(({ personId }) => personId ?? []),
  )
  return digestOf(roll, await readEvents(db, sessionId), coming, new Set(entered.keys()), {
    since: now.subtract(DAY),
    now,
  })
}

/** Everybody whom a digest names. */
const listed = (one: SessionDigest) => [
  ...one.requested,
  ...one.cancelled,
  ...one.unreachable,
  ...one.silent,
  ...one.toCall,
]
