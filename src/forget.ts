import { forgetChat, privateChats } from './bot/chat-data.ts'
import { PERSONAL_DATA } from './data.ts'
import { eraseAll } from './people/my-data/personal-data.ts'
import { silentSince } from './people/my-data/store.ts'
import { KEEP_PERSON } from './people/rules.ts'
import { strangersAmong } from './people/store.ts'
import { ZONE } from './platform/clock.ts'
import { isPassing } from './platform/database/connection.ts'
import type { Database } from './platform/database/database.ts'

/** How many people who fell silent are erased at a time; the rest follow the next time. */
const MOST_ERASED = 100

/**
 * Erases whoever has not written for as long as they were told that their data are kept. Someone who cannot be erased
 * holds up nobody else; throws at the end when there was one.
 */
export async function forgetSilent(database: Database, now: Temporal.Instant): Promise<void> {
  const before = now.toZonedDateTimeISO(ZONE).subtract(KEEP_PERSON).toInstant()
  const failures: unknown[] = []
  for (const person of await silentSince(database.pool, before, MOST_ERASED)) {
    await database
      .transaction((db) => eraseAll(db, person, PERSONAL_DATA, now))
      .catch((error: unknown) => {
        if (isPassing(error)) throw error
        failures.push(error)
      })
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} silent people were not erased`)
}

/**
 * Forgets what came to be kept of private chats after their person had erased everything: a message that was being queued at
 * that very moment. Not of chats in which something is under way: somebody new may be writing.
 */
export async function forgetGone({ pool, transaction }: Database): Promise<void> {
  for (const chatId of await strangersAmong(pool, await privateChats(pool)))
    await transaction(async (db) => {
      if ((await strangersAmong(db, [chatId])).length > 0) await forgetChat(db, chatId)
    })
}
