import { z } from 'zod'
import { type Payload, queueDeferred } from '../bot/send/outbox.ts'
import { readEntered } from '../people/entered/store.ts'
import { byDay, isQuiet } from '../people/notices/rules.ts'
import { localeOf } from '../people/rules.ts'
import { reachablePeople } from '../people/store.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Db } from '../platform/database/database.ts'
import { arrivedBlocks, handedBlocks, handedRevokedBlocks, otherLanguages, revokedBlocks } from './own/texts.ts'
import { type Issuing, paperOf } from './paper.ts'
import { markTold, readCertificate, type State, takeUntold } from './store.ts'

/**
 * So many go into the outbox at a step. Drawing one takes some 50 ms, in which no question is answered: two in half a second leave
 * most of the time to questions, and two hundred are out in a minute.
 */
const AT_A_TIME = 2

/** Tells those whose certificate is new or revoked, a few at a step and not at night. Returns how many messages were queued. */
export async function tellCertified(database: Database, now: Temporal.Instant): Promise<number> {
  if (isQuiet(now)) return 0
  return database.transaction(async (db) => {
    const untold = await takeUntold(db, AT_A_TIME)
    if (untold.length === 0) return 0
    await markTold(
      db,
      untold.map(({ id }) => id),
      now,
    )
    return queueDeferred(db, await messagesFor(db, untold, now), { lane: 'bulk', now, ...byDay(now) })
  })
}

/** Whoever cannot be written to finds theirs at /moje when they come back; whoever gave it hands it to those without Telegram. */
async function messagesFor(
  db: Db,
  untold: readonly { id: number; personId: number | null; givenBy: number | null; state: State }[],
  now: Temporal.Instant,
) {
  const ids = untold.flatMap(({ personId, givenBy }) => [
    ...(personId ? [personId] : []),
    ...(givenBy ? [givenBy] : []),
  ])
  const entered = await readEntered(db, ids)
  const chats = new Map((await reachablePeople(db, ids)).map((person) => [person.id, person.telegramId]))
  return untold.flatMap(({ id, personId, givenBy, state }) => {
    const readerId = personId !== null && entered.has(personId) ? givenBy : personId
    const chatId = readerId === null ? undefined : chats.get(readerId)
    const key = `certificate:${id}:${state}:${now.epochMilliseconds}`
    return chatId === undefined
      ? []
      : [{ chatId, renderer: 'certificate', data: { id, state, personId, readerId }, key }]
  })
}

const dataForm = z.object({
  id: z.int(),
  state: z.enum(['valid', 'replaced', 'revoked']),
  personId: z.int(),
  readerId: z.int().optional(),
})

/** The words and the paper as things are when they leave; `null` when its state is another by then. */
export function certificateRenderer(
  clock: Clock,
  issuing: Issuing,
): (db: Db, data: unknown) => Promise<Payload | null> {
  return async (db, raw) => {
    const { id, state, personId, readerId = personId } = dataForm.parse(raw)
    const certificate = await readCertificate(db, id)
    const [person] = await reachablePeople(db, [readerId])
    if (!person || certificate?.state !== state || certificate.personId !== personId) return null
    const locale = localeOf(person)
    const handed = personId === readerId ? undefined : (await readEntered(db, [personId])).get(personId)
    if (personId !== readerId && !handed) return null
    if (handed && state !== 'valid') return { content: handedRevokedBlocks(locale, handed) }
    if (state === 'revoked') return { content: revokedBlocks(locale, certificate) }
    const file = await paperOf(db, locale, certificate, issuing, clock.now())
    if (handed && file) return { content: handedBlocks(locale, certificate, handed), file }
    return file && { content: arrivedBlocks(locale, certificate), file, buttons: otherLanguages(locale, id) }
  }
}
