import type { Composer } from 'grammy'
import { z } from 'zod'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { listPeople } from '../../people/directory-store.ts'
import { finishAs } from '../../people/roles/as-staff.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { sessionIdOf } from '../line/store.ts'
import type { Session } from '../session/session.ts'
import { readSession } from '../session/store.ts'
import { inPlaceFor, sentenceMessage } from './message.ts'
import { type Entry, listEntries } from './reads.ts'
import { peopleMessage, personMessage, rollMessage } from './roll-texts.ts'

const id = z.coerce.number().int().positive().max(2_147_483_647)
const staff = z.literal('staff')
const pressed = z.union([
  z.tuple([staff, z.literal('roll'), id]),
  z.tuple([staff, z.literal('people'), id, z.coerce.number().int().min(0).max(1_000)]),
  z.tuple([staff, z.literal('person'), id]),
])

/** Everybody in a session, and one of them: nothing here changes anything. */
export function installStaffRoll(bot: Composer<BotContext>, { clock }: { clock: Clock }): void {
  bot.callbackQuery(/^staff:(?:roll|people|person):/, async (ctx, next) => {
    const parsed = pressed.safeParse(ctx.callbackQuery.data.split(':'))
    if (!parsed.success) return next()
    const { data } = parsed
    await finishAs(ctx, 'trainer', async (db) => [
      data[1] === 'person'
        ? await personCard(db, ctx, data[2], clock.now())
        : await roll(db, ctx, { sessionId: data[2], page: data[3], now: clock.now() }),
    ])
  })
}

async function roll(
  db: Db,
  ctx: BotContext,
  { sessionId, page, now }: { sessionId: number; page: number | undefined; now: Temporal.Instant },
): Promise<Outgoing> {
  const session = await readSession(db, sessionId)
  if (!session) return sentenceMessage(inPlaceFor(ctx), 'card-unknown')
  const entries = await listEntries(db, sessionId)
  return page === undefined
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

/** One person in a session as they stand now; `note` says what was done just now. */
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
  return personMessage(inPlaceFor(ctx), { ...found, person: known }, now, note)
}
