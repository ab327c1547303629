import { setTimeout as wait } from 'node:timers/promises'
import { type Clock, secondsBetween } from '../../platform/clock.ts'
import { batched } from '../../platform/database/batch.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import type { Metrics } from '../../platform/metrics.ts'
import type { Outcome } from './outcome.ts'
import type { ChatPace } from './pace/chat-pace.ts'
import type { SendPause } from './pace/pause.ts'
import { GATHER_MS } from './pace/reply-slots.ts'
import { type Ended, type Final, type Left, markOutcomes, type Row } from './sender-store.ts'

/** A database that was away for a moment learns all the same that a message was sent. */
const RECORD_TRIES = 5
const RECORD_PAUSE_MS = 100
/** How long a message that could not be sent is tried again: Telegram may be away for hours, but old words mislead. */
const GIVE_UP_AFTER = Temporal.Duration.from({ hours: 24 })

type Parts = {
  database: Database
  clock: Clock
  log: Log
  metrics?: Pick<Metrics, 'messages' | 'messageDelay' | 'pauses'> | undefined
  unreachable: (chatId: number) => Promise<void>
  moved: Moved
  tell: Tell
  chatPace: ChatPace
  pause: SendPause
  /** Ends the pauses between the tries. */
  stopping: AbortSignal
}

/** A group is a supergroup now: what is kept of it goes with it. Safe to repeat. */
export type Moved = (from: number, to: number) => Promise<void>

/** Tells the person of a reply that it may not have arrived, or without a part or its file. Safe to repeat. */
export type Tell = (row: Left, what: 'perhaps-lost' | 'incomplete' | 'without-file') => Promise<void>

/** Writes down what became of rows. */
export type Recorder = {
  /** Resolves to `false` when the database did not take it: the row is still «sending», and its fate is kept. */
  record(row: Row, outcome: Outcome): Promise<boolean>
  /** Writes down all that was kept. Rejects when the database does not take it, which then is kept on. */
  writeKept(): Promise<void>
}

/**
 * A process that lives knows what became of a message, however long the database is away: only with the process that knowledge dies.
 */
export function createRecorder(parts: Parts): Recorder {
  const { database, clock, log, metrics, pause } = parts

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
    if (outcome.kind === 'later' && outcome.waitSeconds !== undefined && !parts.chatPace.isOver(row.chatId)) {
      await pause.ask(outcome.waitSeconds, now)
      metrics?.pauses.inc()
      log.warn({ waitSeconds: outcome.waitSeconds }, 'Telegram asks to slow down')
    }
    const final = finalOutcome(row, outcome, now)
    await mark({ row, outcome: final, now })
    count(metrics, row, final, now)
    warnOf(log, row, final)
    if (final.kind === 'refused' && final.unreachable) await parts.unreachable(row.chatId)
    if (outcome.kind === 'moved') await parts.moved(row.chatId, outcome.to)
    const what = toBeTold(row, final)
    if (what) await parts.tell(row, what)
  }

  const kept = new Map<Row, Outcome>()
  return {
    record: async (row, outcome) => {
      for (let tries = 1; tries <= RECORD_TRIES; tries++) {
        try {
          await record(row, outcome)
          return true
        } catch (error) {
          log.error({ err: error, row: row.id }, 'the fate of a message was not recorded')
          await wait(RECORD_PAUSE_MS * tries, undefined, { signal: parts.stopping }).catch(() => {})
        }
      }
      kept.set(row, outcome)
      return false
    },
    writeKept: async () => {
      for (const [row, outcome] of kept) {
        await record(row, outcome)
        kept.delete(row)
      }
    },
  }
}

/** What the person of a row must be told: of replies alone, since whoever sends to many sees whom it did not reach. */
function toBeTold({ lane }: Left, outcome: Final): Parameters<Tell>[1] | null {
  if (lane !== 'reply') return null
  if (outcome.kind === 'unknown') return 'perhaps-lost'
  if (outcome.kind !== 'sent' || !outcome.lacks) return null
  return outcome.lacks === 'file' ? 'without-file' : 'incomplete'
}

/** What could not be sent for too long is given up, unless Telegram itself told us to wait. */
export function finalOutcome(row: Pick<Row, 'queuedAt'>, outcome: Outcome, now: Temporal.Instant): Final {
  if (outcome.kind === 'moved') return { kind: 'later', reason: outcome.reason }
  if (outcome.kind !== 'later' || outcome.waitSeconds !== undefined) return outcome
  const isTooOld = Temporal.Instant.compare(row.queuedAt.add(GIVE_UP_AFTER), now) <= 0
  return isTooOld ? { kind: 'refused', reason: outcome.reason, unreachable: false } : outcome
}

function count(metrics: Parts['metrics'], row: Row, { kind }: Final, now: Temporal.Instant): void {
  metrics?.messages.inc({ lane: row.lane, result: kind === 'refused' ? 'failed' : kind })
  if (kind === 'sent') metrics?.messageDelay.observe({ lane: row.lane }, secondsBetween(row.queuedAt, now))
}

function warnOf(log: Log, { id }: Row, outcome: Final): void {
  if (outcome.kind === 'unknown')
    log.warn({ row: id, reason: outcome.reason }, 'a message may have been lost on its way; it is not repeated')
  if (outcome.kind === 'refused') log.warn({ row: id, reason: outcome.reason }, 'Telegram refused a message')
}
