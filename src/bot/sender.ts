import { setTimeout as wait } from 'node:timers/promises'
import type { Api } from 'grammy'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { Log } from '../platform/log.ts'
import type { Metrics } from '../platform/metrics.ts'
import { asRequest } from '../platform/request.ts'
import type { Lane, Payload } from './outbox.ts'
import { Pace } from './pace.ts'
import { type Outcome, sendRow } from './send.ts'
import {
  claimRow,
  giveUpInterrupted,
  markOutcome,
  pausedUntil,
  pauseUntil,
  type Row,
  resumeChanges,
} from './sender-store.ts'

export type Sender = {
  start(): void
  wake(): void
  stop(): Promise<void>
}

/**
 * Replies on their way at once. One beside an embedded database, which keeps this process too busy to bring many requests
 * on their way quickly: of 250 answers over six kills, 16 at once lost up to six that were marked as leaving, two at
 * once 0 to 3, one at once 0, 2, 0, 0, 0 in five runs. Bulk goes one by one for the same reason.
 */
export const REPLIES_AT_ONCE = { embedded: 1, server: 8 }
/** How many rows are claimed side by side on a server, where claiming one takes some milliseconds. */
const CLAIMERS = 3
/** A database that was away for a moment learns all the same that a message was sent. */
const RECORD_TRIES = 5
const RECORD_PAUSE_MS = 100
/** How long a message that could not be sent is tried again: Telegram may be away for hours, but old words mislead. */
const GIVE_UP_AFTER = Temporal.Duration.from({ hours: 24 })

/**
 * Sends what is in the outbox. One process at a time has the right to; the others stand by. Replies before bulk, bulk at
 * `bulkRate` a second, rows of one chat in their order. A row is marked «sending» before it leaves, and whatever is
 * found so marked after a crash is «unknown» and never repeated, save for a change of a message, which shows only once.
 */
export function createSender(parts: {
  database: Database
  api: Api
  clock: Clock
  log: Log
  bulkRate: number
  pollMs: number
  unreachable: (chatId: number) => Promise<void>
  metrics?: Pick<Metrics, 'messages' | 'messageDelay' | 'pauses' | 'sending'>
}): Sender {
  const { database, clock, log, metrics } = parts
  const repliesAtOnce = REPLIES_AT_ONCE[database.kind]
  const pace = new Pace(parts.bulkRate)
  const inFlight = new Set<Promise<void>>()
  const stopping = new AbortController()
  let wakeUp: (() => void) | undefined
  let asked = false
  /** Known here because only the process with the right to send ever sets it. */
  let pause: Temporal.Instant | null = null
  let loop: Promise<void> = Promise.resolve()
  let lost = false

  const wake = () => {
    asked = true
    wakeUp?.()
  }

  const idle = async (ms: number) => {
    if (asked || stopping.signal.aborted) return
    const { promise, resolve } = Promise.withResolvers<void>()
    wakeUp = resolve
    const timer = setTimeout(resolve, ms)
    stopping.signal.addEventListener('abort', () => resolve(), { once: true })
    await promise
    clearTimeout(timer)
    wakeUp = undefined
  }

  const run = async () => {
    while (!stopping.signal.aborted) {
      try {
        await withRight()
      } catch (error) {
        log.error({ err: error }, 'sending stopped; trying again')
      }
      if (!stopping.signal.aborted) await wait(500, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  const withRight = async () => {
    lost = false
    const right = await database.takeRight('sender', () => {
      lost = true
      wake()
    })
    if (!right) return
    metrics?.sending.set(1)
    try {
      pause = await pausedUntil(database.pool)
      await resumeChanges(database.pool)
      const unknown = await giveUpInterrupted(database.pool, clock.now())
      if (unknown > 0) log.warn({ unknown }, 'messages were on their way when a sender died; they are not repeated')
      while (!stopping.signal.aborted && !lost) await sendSome()
    } finally {
      await Promise.all(inFlight)
      metrics?.sending.set(0)
      await right.release()
    }
  }

  const sendSome = async () => {
    asked = false
    const pausedMs = pause ? pause.epochMilliseconds - clock.now().epochMilliseconds : 0
    if (pausedMs > 0) return idle(Math.min(pausedMs, parts.pollMs))
    if (inFlight.size >= repliesAtOnce) return idle(parts.pollMs)
    const claimers = database.kind === 'embedded' ? 1 : Math.min(CLAIMERS, repliesAtOnce - inFlight.size)
    const claimed = await Promise.all(Array.from({ length: claimers }, claimAndSend))
    if (claimed.includes(true)) return
    const bulk = pace.mayPass() ? await claim('bulk') : undefined
    if (bulk) {
      pace.passed()
      await sendOne(bulk)
    } else {
      await idle(pace.mayPass() ? parts.pollMs : Math.min(parts.pollMs, pace.msUntilFree()))
    }
  }

  /** Sends the next reply the moment it is ours: a kill in between is the one that leaves somebody without an answer. */
  const claimAndSend = async (): Promise<boolean> => {
    const row = await claim('reply')
    if (row) track(sendOne(row))
    return row !== undefined
  }

  const claim = (lane: Lane): Promise<Row | undefined> => claimRow(database.pool, lane, clock.now())

  const track = (sending: Promise<void>) => {
    const tracked = sending.finally(() => {
      inFlight.delete(tracked)
      wake()
    })
    inFlight.add(tracked)
  }

  const sendOne = (row: Row) => asRequest(row.request ?? `outbox ${row.id}`, () => sendAndRecord(row))

  const sendAndRecord = async (row: Row) => {
    const outcome = await sendRow(parts.api, row.chatId, row.payload as Payload)
    await insistOnRecording(row, outcome)
  }

  /** A row left «sending» would hold up its chat, so that without success the right is taken anew, which clears it. */
  const insistOnRecording = async (row: Row, outcome: Outcome) => {
    for (let tries = 1; tries <= RECORD_TRIES; tries++) {
      try {
        return await record(row, outcome)
      } catch (error) {
        log.error({ err: error, row: row.id }, 'the fate of a message was not recorded')
        await wait(RECORD_PAUSE_MS * tries, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
    lost = true
  }

  const record = async (row: Row, outcome: Outcome) => {
    const now = clock.now()
    if (outcome.kind === 'later' && outcome.waitSeconds !== undefined) {
      pause = now.add({ seconds: outcome.waitSeconds })
      await pauseUntil(database.pool, pause)
      metrics?.pauses.inc()
      log.warn({ waitSeconds: outcome.waitSeconds }, 'Telegram asks to slow down')
    }
    const tired =
      outcome.kind === 'later' &&
      outcome.waitSeconds === undefined &&
      Temporal.Instant.compare(row.queuedAt.add(GIVE_UP_AFTER), now) <= 0
    const final: Outcome = tired ? { kind: 'refused', reason: outcome.reason, unreachable: false } : outcome
    await markOutcome(database.pool, row, final, now)
    count(row, final, now)
    if (final.kind === 'unknown')
      log.warn({ row: row.id, reason: final.reason }, 'a message may have been lost on its way; it is not repeated')
    if (final.kind === 'refused') log.warn({ row: row.id, reason: final.reason }, 'Telegram refused a message')
    if (final.kind === 'refused' && final.unreachable) await parts.unreachable(row.chatId)
  }

  const count = (row: Row, { kind }: Outcome, now: Temporal.Instant) => {
    metrics?.messages.inc({ lane: row.lane, result: kind === 'refused' ? 'failed' : kind })
    if (kind === 'sent') metrics?.messageDelay.observe({ lane: row.lane }, row.queuedAt.until(now).total('seconds'))
  }

  return {
    start: () => {
      loop = run()
    },
    wake,
    stop: async () => {
      stopping.abort()
      await loop
    },
  }
}
