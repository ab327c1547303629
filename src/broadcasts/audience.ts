import { peopleWithoutAnswer } from '../answers/store.ts'
import { wantNotices } from '../people/notices/store.ts'
import { allPeople, peopleOfMunicipalities, reachablePeople } from '../people/store.ts'
import type { Db } from '../platform/database/database.ts'
import { peopleNeverAttended, peopleOfSession } from '../sessions/audience-store.ts'
import { missedPeople } from './recipient-store.ts'
import type { Audience, Recipient } from './rules.ts'

/** Who gets a broadcast, and how many of its audience do not, and why. */
export type Reach = { people: Recipient[]; blocked: number; optedOut: number }

/** Everybody in any of the audiences, once, who can be written to and wants news. People who erased their data are in none. */
export async function peopleOf(db: Db, audiences: readonly Audience[], now: Temporal.Instant): Promise<Reach> {
  const meant = new Map<number, number>()
  for (const [i, audience] of audiences.entries())
    for (const id of await membersOf(db, audience, now)) if (!meant.has(id)) meant.set(id, i)
  const reachable = (await reachablePeople(db, [...meant.keys()])).map((person) => person.id)
  const wanting = await wantNotices(db, 'news', reachable)
  const people = wanting.map((personId) => ({ personId, audience: meant.get(personId)! }))
  return { people, blocked: meant.size - reachable.length, optedOut: reachable.length - wanting.length }
}

function membersOf(db: Db, audience: Audience, now: Temporal.Instant): Promise<number[]> {
  switch (audience.kind) {
    case 'session':
      return peopleOfSession(db, audience.sessionId, audience.who)
    case 'municipalities':
      return peopleOfMunicipalities(db, audience.codes)
    case 'everyone':
      return allPeople(db)
    case 'never-attended':
      return peopleNeverAttended(db, now)
    case 'unanswered':
      return peopleWithoutAnswer(db, audience.topic)
    case 'missed':
      return missedPeople(db, audience.broadcastId)
  }
}
