import type { Clock } from '../../platform/clock.ts'
import { batched } from '../../platform/database/batch.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { currentRequest } from '../../platform/request.ts'
import { type Keyed, type Outgoing, queueAll } from '../send/outbox.ts'
import { type Claimed, finishUpdate, postponeUpdate, threadOf } from './inbox.ts'
import { type Ending, endUpdates } from './turn-store.ts'

/** One handling of an update, which has one effect: it ends in `finish`, in `say` or in `postpone`, and in one of them only. */
export type Turn = {
  updateId: number
  chatId: number
  /** The topic it came from, in which it is answered. */
  thread: number | undefined
  /** When the update was stored. Whoever wrote first has the earlier time, however long handling takes. */
  receivedAt: Temporal.Instant
  /**
   * Everything the update changes and says, in one transaction together with the mark that it is done: it takes effect
   * once, whatever dies when. Returns how many messages are new to the outbox.
   */
  finish(work: (db: Db) => Promise<Outgoing[]>): Promise<number>
  /** The same for an update that changes nothing: what several chats are told at about the same time shares a statement. */
  say(messages: readonly Outgoing[]): Promise<void>
  /**
   * Runs what waits for somebody outside, a model provider say. Meanwhile other chats may be handled in its place; this one
   * keeps its order.
   */
  outside<T>(work: () => Promise<T>): Promise<T>
  /** Puts the update off, by a minute or so at most: it and what the chat wrote after it are handled from `until` on, as if for the first time. */
  postpone(until: Temporal.Instant): Promise<void>
}

/** A turn seen by whoever gave it out. */
export type OpenTurn = Turn & {
  /** Whether it has been ended, or is about to be. */
  ended(): boolean
  /** Whether its effect is in the database. */
  committed(): boolean
}

/** Another process took the update over; its effect counts. */
export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

export type Turns = {
  of(claimed: Claimed): OpenTurn
  /** Ends an update that could not be handled, with what its person reads instead. */
  fail(claimed: Claimed, messages: readonly Outgoing[], failure: string): Promise<void>
}

/** Gives out turns. `queued` is called when there is something new in the outbox, `outside` runs what turns wait for. */
export function createTurns(parts: {
  database: Database
  clock: Clock
  queued: () => void
  outside: <T>(claimed: Claimed, work: () => Promise<T>) => Promise<T>
}): Turns {
  const { database, clock } = parts

  /** Whether each update was still ours to end. */
  const end = batched(async (endings: Ending[]) => {
    const ours = await endUpdates(database.prepared, endings, clock.now())
    return endings.map(({ claimed }) => ours.has(claimed.updateId))
  })

  const say = async (claimed: Claimed, messages: readonly Outgoing[], failure: string | null) => {
    if (!(await end({ claimed, said: keyed(claimed, messages), failure }))) throw new LeaseLost(TAKEN_OVER)
    if (messages.length > 0) parts.queued()
  }

  const commit = async (claimed: Claimed, work: (db: Db) => Promise<Outgoing[]>) => {
    const added = await database.transaction(async (db) => {
      const now = clock.now()
      if (!(await finishUpdate(db, claimed, now))) throw new LeaseLost(TAKEN_OVER)
      return queueAll(db, keyed(claimed, await work(db)), { lane: 'reply', now })
    })
    if (added > 0) parts.queued()
    return added
  }

  return {
    of: (claimed) => {
      let ended = false
      let committed = false
      const once = async <T>(ending: () => Promise<T>): Promise<T> => {
        if (ended) throw new Error('An update has one effect: its turn was ended twice')
        ended = true
        return ending()
      }
      const effect = async <T>(ending: () => Promise<T>): Promise<T> => {
        const result = await once(ending)
        committed = true
        return result
      }
      return {
        updateId: claimed.updateId,
        chatId: claimed.chatId,
        thread: threadOf(claimed.update),
        receivedAt: claimed.receivedAt,
        finish: (work) => effect(() => commit(claimed, work)),
        say: (messages) => effect(() => say(claimed, messages, null)),
        outside: (work) => parts.outside(claimed, work),
        postpone: (until) => once(() => postponeUpdate(database.pool, claimed, until)),
        ended: () => ended,
        committed: () => committed,
      }
    },
    fail: say,
  }
}

/** The outbox key of a message that a turn ends with, by its place among them. */
export const replyKey = (updateId: number, place: number) => `update:${updateId}:${place}`

const TAKEN_OVER = 'another process took this update over'

function keyed({ updateId, chatId, update }: Claimed, messages: readonly Outgoing[]): Keyed[] {
  const thread = threadOf(update)
  const inTopic = (message: Outgoing) =>
    thread === undefined || message.chatId !== chatId ? message : { ...message, thread }
  return messages.map((message, i) => ({
    message: inTopic(message),
    key: replyKey(updateId, i),
    request: currentRequest(),
  }))
}
