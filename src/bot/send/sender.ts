import { setTimeout as wait } from 'node:timers/promises'
import type { Api } from 'grammy'
import { type Clock, secondsBetween } from '../../platform/clock.ts'
import { batched } from '../../platform/database/batch.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import type { Metrics } from '../../platform/metrics.ts'
import { asRequest } from '../../platform/request.ts'
import { ChatPace } from './chat-pace.ts'
import { bulkAtOnce, MeanTime, Quickest, repliesAtOnce } from './concurrency.ts'
import type { Lane, Payload, Renderer } from './outbox.ts'
import { Pace } from './pace.ts'
import { type Outcome, sendRow } from './send.ts'
import {
  claimRows,
  type Ended,
  giveUpInterrupted,
  keepPause,
  markOutcomes,
  type Pause,
  pauseLeftMs,
  type Row,
  readPause,
  resumeChanges,
} from './sender-store.ts'

export type Sender = {
  start(): void
  wake(): void
  stop(): Promise<void>
}

/**
 * While replies are many, what is to be sent is looked for, and what was sent is written down, no sooner than this after
 * the last time: so statements are few, and a first reply leaves at once all the same.
 */
const GATHER_MS = 10
/**
 * Messages a second that replies may take beside bulk before bulk gives way: with bulk at its usual 25, all together stay
 * below Telegram's 30. Counted against bulk from the first, two questions a second held a broadcast to 90 % of its pace.
 */
const ROOM_FOR_REPLIES = 4
/** A database that was away for a moment learns all the same that a message was sent. */
const RECORD_TRIES = 5
const RECORD_PAUSE_MS = 100
/** How long a message that could not be sent is tried again: Telegram may be away for hours, but old words mislead. */
const GIVE_UP_AFTER = Temporal.Duration.from({ hours: 24 })

/**
 * Sends what is in the outbox. One process at a time has the right to; the others stand by. Replies before bulk; bulk at
 * `bulkRate` a second, and slower while replies are many; rows of one chat in their order, no faster than Telegram lets pass
 * there. `renderers` make the words of deferred messages. A row is marked «sending» before it leaves, and whatever is
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
  renderers?: Readonly<Record<string, Renderer>>
  metrics?: Pick<Metrics, 'messages' | 'messageDelay' | 'pauses' | 'sending'>
}): Sender {
  const { database, clock, log, metrics } = parts
  const { renderers = {} } = parts
  const bulkPace = new Pace(parts.bulkRate)
  const wholePace = new Pace(parts.bulkRate + ROOM_FOR_REPLIES)
  const chatPace = new ChatPace()
  const inFlight = { reply: new Set<Promise<void>>(), bulk: new Set<Promise<void>>() }
  const bulkTime = new MeanTime()
  const quickest = new Quickest()
  const stopping = new AbortController()
  let wakeUp: (() => void) | undefined
  let asked = false
  /** Known here because only the process with the right to send ever sets it. */
  let pause: Pause | null = null
  let loop: Promise<void> = Promise.resolve()
  let lost = false
  /** Replies that hold a place. */
  const leaving = new Set<Row>()
  /** More replies may wait than there were places for. */
  let behind = false
  /** When replies were last looked for, in ms of the machine. */
  let lookedAt = Number.NEGATIVE_INFINITY

  const wake = () => {
    asked = true
    wakeUp?.()
  }

  const idle = async (ms: number) => {
    if (asked || stopping.signal.aborted) return
    const { promise, resolve } = Promise.withResolvers<void>()
    wakeUp = resolve
    const timer = setTimeout(resolve, ms)
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
    const right = await database.acquireLock('sender', () => {
      lost = true
      wake()
    })
    if (!right) return
    metrics?.sending.set(1)
    try {
      pause = await readPause(database.pool)
      await resumeChanges(database.pool)
      const unknown = await giveUpInterrupted(database.pool, clock.now())
      if (unknown > 0) log.warn({ unknown }, 'messages were on their way when a sender died; they are not repeated')
      while (!stopping.signal.aborted && !lost) await sendSome()
    } finally {
      await Promise.all([...inFlight.reply, ...inFlight.bulk])
      metrics?.sending.set(0)
      await right.release()
    }
  }

  const sendSome = async () => {
    asked = false
    const pausedMs = pause ? pauseLeftMs(pause, clock.now()) : 0
    if (pausedMs > 0) return idle(Math.min(pausedMs, parts.pollMs))
    const places = free()
    if (places <= 0) return idle(parts.pollMs)
    const earlyMs = lookedAt + GATHER_MS - performance.now()
    if (earlyMs > 0 && places < mostReplies() / 2) return wait(earlyMs)
    const started = performance.now()
    lookedAt = started
    const replies = await claim('reply', places)
    behind = replies.length === places
    for (const reply of replies) track(reply)
    if (replies.length > 0) return
    if (inFlight.bulk.size >= bulkAtOnce(database.kind, parts.bulkRate, bulkTime.seconds)) return idle(parts.pollMs)
    const bulkMs = Math.max(bulkPace.msUntilFree(), wholePace.msUntilFree())
    const [bulk] = bulkMs === 0 ? await claim('bulk', 1) : []
    if (bulk) track(bulk, () => bulkTime.add((performance.now() - started) / 1000))
    else await idle(bulkMs === 0 ? parts.pollMs : Math.min(parts.pollMs, bulkMs))
  }

  const mostReplies = () => repliesAtOnce(database.kind, quickest.seconds)
  /** Places for further replies. */
  const free = () => mostReplies() - leaving.size

  const claim = (lane: Lane, limit: number): Promise<Row[]> =>
    claimRows(database.prepared, lane, { limit, resting: chatPace.resting(lane), now: clock.now() })

  const track = (row: Row, done = () => {}) => {
    const lane = inFlight[row.lane]
    const tracked = sendOne(row).finally(() => {
      lane.delete(tracked)
      done()
      wake()
    })
    lane.add(tracked)
  }

  const sendOne = (row: Row) => asRequest(row.request ?? `outbox ${row.id}`, () => sendAndRecord(row))

  const sendAndRecord = async (row: Row) => {
    if (row.lane === 'reply') leaving.add(row)
    const outcome = await renderAndSend(row)
    // An answered one cannot be lost by a kill. An embedded database does one thing at a time: to look for others before this
    // is written down would hold up the next question.
    if (database.kind === 'server') leavePlace(row)
    await insistOnRecording(row, outcome)
    leavePlace(row)
  }

  const leavePlace = (row: Row) => {
    if (leaving.delete(row) && behind) wake()
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

  const renderAndSend = async (row: Row): Promise<Outcome> => {
    wholePace.passed()
    if (row.lane === 'bulk') bulkPace.passed()
    if (!('renderer' in row.payload)) return send(row, row.payload)
    try {
      const payload = await renderers[row.payload.renderer]!(database.pool, row.payload.data, row.chatId)
      return payload ? await send(row, payload) : { kind: 'dropped', reason: 'nothing to say any more' }
    } catch (error) {
      log.error({ err: error, row: row.id }, 'a message could not be put into words; trying again')
      return { kind: 'later', reason: 'it could not be put into words' }
    }
  }

  const send = async (row: Row, payload: Payload): Promise<Outcome> => {
    // Changes of messages are not counted by Telegram.
    if (payload.edits !== undefined) return sendRow(parts.api, row.chatId, payload)
    chatPace.passed(row.chatId)
    const started = performance.now()
    const outcome = await sendRow(parts.api, row.chatId, payload)
    if (outcome.kind === 'sent') quickest.add((performance.now() - started) / 1000)
    if (outcome.kind === 'later' && outcome.waitSeconds === undefined) chatPace.tookNothing(row.chatId)
    return outcome
  }

  const mark = batched(
    async (ended: Ended[]) => {
      await markOutcomes(database.prepared, ended)
      return ended
    },
    { apartMs: GATHER_MS },
  )

  const record = async (row: Row, outcome: Outcome) => {
    const now = clock.now()
    // A chat that had too much is put off by its row alone: others need not wait for it.
    if (outcome.kind === 'later' && outcome.waitSeconds !== undefined && !chatPace.isOver(row.chatId)) {
      pause = longerPause(pause, { since: now, until: now.add({ seconds: outcome.waitSeconds }) })
      await keepPause(database.pool, pause)
      metrics?.pauses.inc()
      log.warn({ waitSeconds: outcome.waitSeconds }, 'Telegram asks to slow down')
    }
    const tired =
      outcome.kind === 'later' &&
      outcome.waitSeconds === undefined &&
      Temporal.Instant.compare(row.queuedAt.add(GIVE_UP_AFTER), now) <= 0
    const final: Outcome = tired ? { kind: 'refused', reason: outcome.reason, unreachable: false } : outcome
    await mark({ row, outcome: final, now })
    count(row, final, now)
    if (final.kind === 'unknown')
      log.warn({ row: row.id, reason: final.reason }, 'a message may have been lost on its way; it is not repeated')
    if (final.kind === 'refused') log.warn({ row: row.id, reason: final.reason }, 'Telegram refused a message')
    if (final.kind === 'refused' && final.unreachable) await parts.unreachable(row.chatId)
  }

  const count = (row: Row, { kind }: Outcome, now: Temporal.Instant) => {
    metrics?.messages.inc({ lane: row.lane, result: kind === 'refused' ? 'failed' : kind })
    if (kind === 'sent') metrics?.messageDelay.observe({ lane: row.lane }, secondsBetween(row.queuedAt, now))
  }

  return {
    start: () => {
      loop = run()
    },
    wake,
    stop: async () => {
      stopping.abort()
      wake()
      await loop
    },
  }
}

/** Of two pauses the one that ends later; one that begins in the future is of a clock that was set back. */
function longerPause(before: Pause | null, asked: Pause): Pause {
  const leftMs = before ? pauseLeftMs(before, asked.since) : 0
  return before && leftMs > pauseLeftMs(asked, asked.since) ? before : asked
}
