import { setTimeout as wait } from 'node:timers/promises'
import type { Api } from 'grammy'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import type { Metrics } from '../../platform/metrics.ts'
import { asRequest } from '../../platform/request.ts'
import { createDelivery, type Rich } from './deliver.ts'
import type { Lane, Renderer } from './outbox.ts'
import { BulkSlots } from './pace/bulk-slots.ts'
import { ChatPace } from './pace/chat-pace.ts'
import { SendPause } from './pace/pause.ts'
import { ReplySlots } from './pace/reply-slots.ts'
import { createRecorder, type Moved, type Tell } from './record.ts'
import {
  claimRows,
  giveUpInterrupted,
  type Interrupted,
  listInterrupted,
  type Row,
  resumeChanges,
} from './sender-store.ts'
import type { WakeSignal } from './wake-signal.ts'

/**
 * Who sent before us may live, and have lost the database as we did: for so long it may write down what became of its messages
 * before people are told that something may be lost. Only their own chats wait meanwhile.
 */
const GRACE_MS = 2_000

export type SendingParts = {
  database: Database
  api: Api
  clock: Clock
  log: Log
  /** Without it everything goes as HTML. */
  rich?: Rich
  bulkRate: number
  /** How often the outbox is looked at when nobody wakes. */
  pollMs: number
  unreachable: (chatId: number) => Promise<void>
  moved?: Moved
  /** Without it nobody is told what may not have arrived. */
  tell?: Tell
  renderers?: Readonly<Record<string, Renderer>>
  metrics?: Pick<Metrics, 'messages' | 'messageDelay' | 'pauses' | 'sending'>
}

/** What the process does that holds the lock. */
export type Sending = {
  /** Writes down what became of rows while the database was away; safe also when another process sends by now. */
  catchUp(): Promise<void>
  /** Decides what becomes of rows that a sender before us left «sending». */
  takeOver(): Promise<void>
  /** Sends what may leave now, or waits for it. `unrecorded` is called when the fate of a row could not be written down. */
  next(unrecorded: () => void): Promise<void>
  /** Resolves once the fate of every row on its way is written down, or could not be. */
  settled(): Promise<void>
}

/** Chooses what leaves next, sends it and writes down what became of it. */
export function createSending(parts: SendingParts & { signal: WakeSignal; stopping: AbortSignal }): Sending {
  const { database, clock, log, pollMs, signal } = parts
  const chatPace = new ChatPace()
  const pause = new SendPause(database.pool, clock)
  const replies = new ReplySlots(database.kind, signal.wake)
  const bulk = new BulkSlots(database.kind, parts.bulkRate)
  const onTheirWay = new Set<Promise<void>>()
  const deliver = createDelivery({
    db: database.pool,
    api: parts.api,
    clock,
    log,
    rich: parts.rich ?? { use: 'off' },
    renderers: parts.renderers ?? {},
    chatPace,
    answered: (seconds) => replies.answered(seconds),
  })
  const { tell = async () => {}, moved = async () => {} } = parts
  const recorder = createRecorder({ ...parts, tell, moved, chatPace, pause })

  const claim = (lane: Lane, limit: number): Promise<Row[]> =>
    claimRows(database.prepared, lane, { limit, resting: chatPace.resting(lane), now: clock.now() })

  /** `free` frees the slot of the row; `unrecorded` is called when its fate could not be written down. */
  const send = (row: Row, free: () => void, unrecorded: () => void) => {
    const sent = asRequest(row.request ?? `outbox ${row.id}`, async () => {
      bulk.leaves(row.lane)
      const outcome = await deliver(row)
      // An answered one cannot be lost by a kill. An embedded database does one thing at a time: to look for others before this
      // is written down would hold up the next question.
      if (row.lane === 'reply' && database.kind === 'server') free()
      if (!(await recorder.record(row, outcome))) unrecorded()
    }).finally(() => {
      onTheirWay.delete(sent)
      free()
      signal.wake()
    })
    onTheirWay.add(sent)
  }

  const sendBulk = async (startedMs: number, unrecorded: () => void) => {
    if (bulk.isFull()) return signal.wait(pollMs)
    const paceMs = bulk.msUntilNext()
    if (paceMs > 0) return signal.wait(Math.min(pollMs, paceMs))
    const [row] = await claim('bulk', 1)
    if (!row) return signal.wait(pollMs)
    send(row, bulk.take(startedMs), unrecorded)
  }

  let interrupted: Interrupted[] = []
  let giveUpAtMs = 0
  const giveUp = async () => {
    const unknown = await giveUpInterrupted(database.pool, interrupted, clock.now())
    interrupted = []
    if (unknown.length > 0)
      log.warn({ unknown: unknown.length }, 'messages were on their way when a sender died; they are not repeated')
    for (const row of unknown) if (row.lane === 'reply') await tell(row, 'perhaps-lost')
  }

  return {
    catchUp: recorder.writeKept,
    takeOver: async () => {
      await pause.load()
      await resumeChanges(database.pool)
      interrupted = await listInterrupted(database.pool)
      giveUpAtMs = performance.now() + (database.kind === 'server' ? GRACE_MS : 0)
      if (interrupted.length > 0 && database.kind === 'embedded') await giveUp()
    },
    next: async (unrecorded) => {
      signal.clear()
      if (interrupted.length > 0 && performance.now() >= giveUpAtMs) await giveUp()
      const pausedMs = pause.leftMs()
      if (pausedMs > 0) return signal.wait(Math.min(pausedMs, pollMs))
      if (replies.free() <= 0) return signal.wait(pollMs)
      const earlyMs = replies.gatherMs()
      if (earlyMs > 0) return wait(earlyMs)
      const startedMs = performance.now()
      const found = await replies.find((limit) => claim('reply', limit), startedMs)
      for (const row of found) send(row, replies.take(), unrecorded)
      if (found.length === 0) await sendBulk(startedMs, unrecorded)
    },
    settled: async () => void (await Promise.all(onTheirWay)),
  }
}
