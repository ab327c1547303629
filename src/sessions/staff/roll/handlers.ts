import { type Block, footer } from '../../../bot/message/rich.ts'
import { inPlaceFor } from '../../../bot/message/to.ts'
import type { Handled } from '../../../bot/registry/handle.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import type { BotContext } from '../../../people/context.ts'
import { listPeople } from '../../../people/directory-store.ts'
import { findSame } from '../../../people/entered/store.ts'
import { handle } from '../../../people/roles/handle.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/database.ts'
import { PERSON } from '../../buttons.ts'
import { sessionIdOf } from '../../line/store.ts'
import type { Session } from '../../session/session.ts'
import { readSession } from '../../session/store.ts'
import { PEOPLE, ROLL } from '../buttons.ts'
import { sentenceMessage } from '../message.ts'
import { type Entry, listEntries } from '../reads.ts'
import { say } from '../texts.ts'
import { undoRow } from '../undo/button.ts'
import { personMessage } from './person-texts.ts'
import { peopleMessage, rollMessage } from './texts.ts'

/** Everybody in a session, and one of them: nothing here changes anything. */
export function staffRoll({ clock }: { clock: Clock }): Handled<BotContext>[] {
  return [
    handle(ROLL, async (db, ctx, [sessionId]) => [await roll(db, ctx, { sessionId, page: null, now: clock.now() })]),
    handle(PEOPLE, async (db, ctx, [sessionId, page]) => [await roll(db, ctx, { sessionId, page, now: clock.now() })]),
    handle(PERSON, async (db, ctx, [signUpId]) => [await personCard(db, ctx, signUpId, clock.now())]),
  ]
}

async function roll(
  db: Db,
  ctx: BotContext,
  { sessionId, page, now }: { sessionId: number; page: number | null; now: Temporal.Instant },
): Promise<Outgoing> {
  const session = await readSession(db, sessionId)
  if (!session) return sentenceMessage(inPlaceFor(ctx), 'card-unknown')
  const entries = await listEntries(db, sessionId)
  return page === null
    ? rollMessage(inPlaceFor(ctx), session, entries, now)
    : peopleMessage(inPlaceFor(ctx), session, entries, page)
}

/** A sign-up with its session. */
export type Found = { session: Session; entry: Entry }

export async function findEntry(db: Db, signUpId: number): Promise<Found | null> {
  const sessionId = await sessionIdOf(db, signUpId)
  const session = sessionId === null ? null : await readSession(db, sessionId)
  const entry = session && (await listEntries(db, session.id)).find(({ signUp }) => signUp.id === signUpId)
  return session && entry ? { session, entry } : null
}

/** One person in a session as they stand now, and what may be taken back; `note` says what was done just now. */
export async function personCard(
  db: Db,
  ctx: BotContext,
  signUpId: number,
  now: Temporal.Instant,
  note?: string,
): Promise<Outgoing> {
  const found = await findEntry(db, signUpId)
  if (!found) return sentenceMessage(inPlaceFor(ctx), 'sign-up-unknown')
  const { personId } = found.entry.signUp
  const known = personId === null ? undefined : (await listPeople(db, [personId])).get(personId)
  const message = personMessage(inPlaceFor(ctx), { ...found, person: known }, now, note)
  const hint = known ? await twinHint(db, ctx, found.entry) : []
  const undo = await undoRow(db, ctx.locale, { session: found.session, signUp: found.entry.signUp }, now)
  return { ...message, content: [...message.content, ...hint], buttons: [...undo, ...(message.buttons ?? [])] }
}

/** Others of the same name and municipality, who may be the same person with another account. */
async function twinHint(db: Db, ctx: BotContext, { signUp, name }: Entry): Promise<Block[]> {
  if (name === null) return []
  const same = await findSame(db, { name, municipality: signUp.municipality })
  const others = same.filter(({ personId }) => personId !== signUp.personId)
  return others.length > 0 ? [footer(say(ctx.locale)('person-twins', { count: others.length }))] : []
}
