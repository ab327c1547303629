import { setTimeout as wait } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import { type Clock, secondsBetween } from '../../platform/clock.ts'
import { isPassing } from '../../platform/database/connection.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import type { Metrics } from '../../platform/metrics.ts'
import type { Outgoing } from '../send/outbox.ts'
import { type Claimed, postponeUpdate } from './inbox.ts'
import { LeaseLost, type OpenTurn, type Turn, type Turns } from './turn.ts'

/** An update that was alone in work this often when its process died is put aside: it is the cause. */
const MOST_ATTEMPTS = 5
const RETRY_SECONDS = 2

/** What is done about an update, and what its person reads when that fails. */
export type Handler = {
  handle: (update: Update, turn: Turn) => Promise<void>
  apologise: (update: Update) => Outgoing[]
}

/** How handling ended, for whoever counts: «again» when the database was away or another process has taken over, «failed» for good. */
type Result = 'done' | 'postponed' | 'again' | 'failed'

/**
 * Handles one update to its end: its effect, an apology, or another try when the database was away or full, which uses up
 * nothing, however often. Never throws. After `stopping` fires a database that is away is not waited for.
 */
export function createHandling(
  parts: Handler & {
    db: Db
    clock: Clock
    log: Log
    turns: Turns
    stopping: AbortSignal
    metrics?: Pick<Metrics, 'updateWait' | 'updateHandling'> | undefined
  },
): (claimed: Claimed) => Promise<void> {
  const { db, clock, log, turns, stopping, metrics } = parts

  /** Apologises for what failed by its own fault; one whose apology fails too ends without a word. */
  const fail = async (claimed: Claimed, error: unknown): Promise<Result> => {
    try {
      await turns.fail(claimed, parts.apologise(claimed.update), nameOf(error))
    } catch (again) {
      if (isPassing(again) || again instanceof LeaseLost) throw again
      log.error({ err: again }, 'the apology failed as well')
      await turns.fail(claimed, [], nameOf(error))
    }
    return 'failed'
  }

  /** Gives an update back, as soon as the database is there to be told: until then it is ours, and nobody would handle it. */
  const giveBack = async (claimed: Claimed): Promise<Result> => {
    const tried = await postponeUpdate(db, claimed, clock.now().add({ seconds: RETRY_SECONDS })).then(
      () => true,
      (error: unknown) => {
        log.error({ err: error }, 'an update could not be given back yet')
        return !isPassing(error)
      },
    )
    if (tried || stopping.aborted) return 'again'
    await wait(RETRY_SECONDS * 1000, undefined, { signal: stopping, ref: false }).catch(() => {})
    return giveBack(claimed)
  }

  const afterFailure = async (claimed: Claimed, turn: OpenTurn, error: unknown): Promise<Result> => {
    log.error({ err: error, attempts: claimed.attempts }, 'an update was not handled')
    if (turn.committed()) return 'done'
    if (error instanceof LeaseLost) return 'again'
    if (isPassing(error)) return giveBack(claimed)
    return fail(claimed, error).catch((again: unknown) => (again instanceof LeaseLost ? 'again' : giveBack(claimed)))
  }

  const handle = async (claimed: Claimed): Promise<Result> => {
    const turn = turns.of(claimed)
    try {
      if (claimed.attempts >= MOST_ATTEMPTS) throw new Error(`the process died ${MOST_ATTEMPTS} times of this update`)
      await parts.handle(claimed.update, turn)
      if (!turn.ended()) await turn.say([])
      return turn.committed() ? 'done' : 'postponed'
    } catch (error) {
      return afterFailure(claimed, turn, error)
    }
  }

  return async (claimed) => {
    metrics?.updateWait.observe(secondsBetween(claimed.receivedAt, clock.now()))
    const measured = metrics?.updateHandling.startTimer()
    const result = await handle(claimed)
    measured?.({ result })
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
