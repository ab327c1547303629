import type { Update } from 'grammy/types'
import type { Database, Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'

/** Lets a person end what is being written to them, though their press waits in the queue behind the question. */
export type Stops = {
  /** Runs `work`; its signal fires when the person presses Stop on draft `draftId`, whichever process hears of it. */
  watch<T>(chatId: number, draftId: number, work: (stopped: AbortSignal) => Promise<T>): Promise<T>
  /** Looks for presses among updates that were just stored. */
  seen(updates: readonly Update[]): void
  start(): void
  stop(): void
}

/** How often presses are looked for that another process took in. */
const LOOK_MS = 400

type Watched = { chatId: number; draftId: number; stopped: AbortController }

export function createStops({ database, log }: { database: Database; log: Log }): Stops {
  const watched = new Set<Watched>()
  let looking: NodeJS.Timeout | undefined

  const press = (chatId: number, draftId: number) => {
    for (const one of watched) if (one.chatId === chatId && one.draftId === draftId) one.stopped.abort()
  }

  const look = async (all: readonly Watched[]) => {
    const pressed = await pressesIn(database.pool, [...new Set(all.map((one) => one.chatId))]).catch(
      (error: unknown) => {
        log.warn({ err: error }, 'presses of Stop could not be looked for')
        return []
      },
    )
    for (const { chatId, draftId } of pressed) press(chatId, draftId)
  }

  return {
    watch: async (chatId, draftId, work) => {
      const one = { chatId, draftId, stopped: new AbortController() }
      watched.add(one)
      try {
        // Stop may have been pressed while a process was writing that has died since: then what is begun again ends at once.
        void look([one])
        return await work(one.stopped.signal)
      } finally {
        watched.delete(one)
      }
    },
    seen: (updates) => {
      for (const { stopped_message_generation: pressed } of updates)
        if (pressed) press(pressed.chat.id, pressed.draft_id)
    },
    start: () => {
      // An embedded database has one process, which sees every update itself.
      if (database.kind === 'embedded') return
      looking = setInterval(() => watched.size > 0 && void look([...watched]), LOOK_MS)
    },
    stop: () => clearInterval(looking),
  }
}

/** Presses of Stop in these chats that are still to be handled. */
async function pressesIn(db: Db, chatIds: number[]): Promise<{ chatId: number; draftId: number }[]> {
  const { rows } = await db.query<{ chat_id: number; draft_id: number }>(
    `select chat_id, (payload -> 'stopped_message_generation' ->> 'draft_id')::bigint as draft_id
     from inbox
     where done_at is null and chat_id = any ($1::bigint[]) and payload ? 'stopped_message_generation'`,
    [chatIds],
  )
  return rows.map((row) => ({ chatId: row.chat_id, draftId: row.draft_id }))
}
