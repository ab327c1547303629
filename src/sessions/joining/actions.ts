import { type Entered, findSame, readEntered, removeEntered } from '../../people/entered/store.ts'
import type { Db } from '../../platform/database/database.ts'
import { tellInCharge } from '../desk/tell.ts'
import { decideOf } from '../line/decide-under-lock.ts'
import { decideJoin } from '../line/join.ts'
import { isActive } from '../line/sign-up.ts'
import { readRoll, sessionIdOf, signUpIdsOf } from '../line/store.ts'
import type { Session } from '../session/session.ts'

/** What other rooms hold of somebody whom staff wrote down, and gives to whom they turned out to be. */
export type Follow = (db: Db, from: number, to: number) => Promise<void>

export type JoinPeopleResult =
  | { kind: 'joined'; entered: Entered; places: { session: Session; signUpId: number }[] }
  /** They are joined already, erased, or the link is not of anybody without Telegram. */
  | { kind: 'not-entered' }

/**
 * Makes somebody whom staff wrote down one with the person who came to the bot: all their sign-ups become that person's, and the row that
 * staff wrote goes.
 */
export async function joinPeople(
  db: Db,
  by: { enteredId: number; personId: number; actorId: number; reason: string; follow: readonly Follow[] },
  now: Temporal.Instant,
): Promise<JoinPeopleResult> {
  const { enteredId, personId, actorId, reason } = by
  const entered = (await readEntered(db, [enteredId])).get(enteredId)
  if (!entered) return { kind: 'not-entered' }
  const places: { session: Session; signUpId: number }[] = []
  for (const signUpId of await signUpIdsOf(db, enteredId)) {
    const decide = (roll: Parameters<typeof decideJoin>[0]) =>
      decideJoin(roll, { signUpId, personId, actorId, reason }, now)
    // Whoever joins reads the answer; a second place that they give back is none of their news.
    const result = await decideOf(db, signUpId, decide, { presser: personId, now })
    if (result?.kind === 'joined') places.push({ session: result.session, signUpId: result.signUpId })
  }
  for (const follow of by.follow) await follow(db, enteredId, personId)
  await removeEntered(db, enteredId)
  return { kind: 'joined', entered, places }
}

/**
 * Somebody told who they are: whoever is in charge of a session for which staff wrote down the same name and municipality is asked
 * whether it is the same person.
 */
export async function noticeSame(
  db: Db,
  person: { id: number; name: string; municipality: string },
  now: Temporal.Instant,
): Promise<void> {
  for (const { personId: enteredId, hasTelegram } of await findSame(db, person)) {
    if (hasTelegram) continue
    const last = (await placesOf(db, enteredId)).at(-1)
    if (!last) continue
    const about = { signUpId: last.signUpId, personId: person.id, municipality: person.municipality }
    const matter = { kind: 'same-person', enteredId, ...about } as const
    await tellInCharge(db, last.session, { matter, key: `same:${enteredId}:${person.id}` }, now)
  }
}

/** Where somebody without Telegram stands, in the order of the sign-ups. */
async function placesOf(db: Db, personId: number): Promise<{ session: Session; signUpId: number }[]> {
  const places: { session: Session; signUpId: number }[] = []
  for (const signUpId of await signUpIdsOf(db, personId)) {
    const sessionId = await sessionIdOf(db, signUpId)
    const roll = sessionId === null ? null : await readRoll(db, sessionId)
    const signUp = roll?.signUps.find(({ id }) => id === signUpId)
    if (roll && signUp && isActive(signUp)) places.push({ session: roll.session, signUpId })
  }
  return places
}
