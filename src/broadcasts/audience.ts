import { peopleWithoutAnswer } from '../answers/keeping/store.ts'
import { type Entered, readEntered } from '../people/entered/store.ts'
import { wantNotices } from '../people/notices/store.ts'
import { allPeople, peopleOfMunicipalities, reachablePeople } from '../people/store.ts'
import type { Db } from '../platform/database/database.ts'
import { peopleNeverAttended, peopleOfSession } from '../sessions/audience-store.ts'
import { missedPeople } from './recipient-store.ts'
import type { Audience, Recipient } from './rules.ts'

/** Who gets a broadcast, and how many of its audience do not, and why; `toCall` have no Telegram. */
export type Reach = { people: Recipient[]; blocked: number; optedOut: number; toCall: Entered[] }

/**
 * Everybody in any of the audiences, once, who can be written to, and wants news or has a place in a session that it is for.
 * People who erased their data are in none.
 */
export async function peopleOf(db: Db, audiences: readonly Audience[], now: Temporal.Instant): Promise<Reach> {
  const meant = new Map<number, number>()
  for (const [i, audience] of audiences.entries())
    for (const id of await membersOf(db, audience, now)) if (!meant.has(id)) meant.set(id, i)
  const reachable = (await reachablePeople(db, [...meant.keys()])).map((person) => person.id)
  const wanting = new Set(await wantNotices(db, 'news', reachable))
  const concerned = await placeHolders(db, audiences)
  const people = reachable.flatMap((personId) => {
    const audience = wanting.has(personId) ? meant.get(personId) : concerned.get(personId)
    return audience === undefined ? [] : [{ personId, audience }]
  })
  const toCall = [...(await readEntered(db, [...meant.keys()])).values()]
  const blocked = meant.size - reachable.length - toCall.length
  return { people, blocked, optedOut: reachable.length - people.length, toCall }
}

/** Who has a place in a session that an audience is of, by the number of that audience: what is said of it concerns them. */
async function placeHolders(db: Db, audiences: readonly Audience[]): Promise<Map<number, number>> {
  const holders = new Map<number, number>()
  for (const [i, audience] of audiences.entries())
    if (isPractical(audience))
      for (const id of await peopleOfSession(db, audience.sessionId, 'confirmed'))
        if (!holders.has(id)) holders.set(id, i)
  return holders
}

function isPractical(audience: Audience | undefined): audience is Extract<Audience, { kind: 'session' }> {
  return audience?.kind === 'session' && audience.who !== 'line'
}

/** How a person may have a copy of this audience: as news they want, as what concerns their place though they want no news, or not. */
export async function rightTo(
  db: Db,
  personId: number,
  audience: Audience | undefined,
): Promise<'wanted' | 'concerned' | null> {
  if ((await wantNotices(db, 'news', [personId])).length > 0) return 'wanted'
  if (!isPractical(audience)) return null
  return (await peopleOfSession(db, audience.sessionId, 'confirmed')).includes(personId) ? 'concerned' : null
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
