import { setTimeout as wait } from 'node:timers/promises'
import { createSending, type SendingParts } from './sending.ts'
import { WakeSignal } from './wake-signal.ts'

export type Sender = {
  start(): void
  wake(): void
  stop(): Promise<void>
}

/** How soon a process without the lock asks for it again, and one that lost it. */
const LOCK_AGAIN_MS = 500

/**
 * Sends what is in the outbox. One process at a time holds the lock to; the others stand by. Replies before bulk; bulk at
 * `bulkRate` a second, and slower while replies are many; rows of one chat in their order, no faster than Telegram lets pass
 * there. `renderers` make the words of deferred messages. A row is marked «sending» before it leaves, and whatever is
 * found so marked after a crash is «unknown» and never repeated, save for a change of a message, which shows only once.
 */
export function createSender(parts: SendingParts): Sender {
  const { database, log, metrics } = parts
  const signal = new WakeSignal()
  const stopping = new AbortController()
  const sending = createSending({ ...parts, signal, stopping: stopping.signal })
  let running: Promise<void> = Promise.resolve()

  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        await sendWithLock()
      } catch (error) {
        log.error({ err: error }, 'sending stopped; trying again')
      }
      if (!stopping.signal.aborted) await wait(LOCK_AGAIN_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  const sendWithLock = async () => {
    let holds = true
    /** Also when the fate of a row could not be written down: left «sending» it would hold up its chat, and taking the lock anew clears it. */
    const giveUp = () => {
      holds = false
      signal.wake()
    }
    await sending.catchUp()
    const lock = await database.acquireLock('sender', giveUp)
    if (!lock) return
    metrics?.sending.set(1)
    try {
      await sending.takeOver()
      while (holds && !stopping.signal.aborted) await sending.next(giveUp)
    } finally {
      await sending.settled()
      metrics?.sending.set(0)
      await lock.release()
    }
  }

  return {
    start: () => {
      running = run()
    },
    wake: signal.wake,
    stop: async () => {
      stopping.abort()
      signal.wake()
      await running
    },
  }
}
