import type { Update } from 'grammy/types'
import { type Clock, secondsBetween } from '../../platform/clock.ts'
import { isPassing } from '../../platform/database/connection.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import type { Metrics } from '../../platform/metrics.ts'
import type { Outgoing } from '../send/outbox.ts'
import { type Claimed, releaseUpdate } from './inbox.ts'
import { LeaseLost, type OpenTurn, type Turn, type Turns } from './turn.ts'

/**
 * An update in whose handling the process died this often is put aside. Up to 200 are in work when one dies, nearly all of them
 * innocent: with 5, six kills in a row put one of 250 aside now and then.
 */
const MOST_ATTEMPTS = 8
const RETRY = Temporal.Duration.from({ seconds: 2 })

/** What is done about an update, and what its person reads when that fails. */
export type Handler = {
  handle: (update: Update, turn: Turn) => Promise<void>
  apologise: (update: Update) => Outgoing[]
}

/** Handles one update to its end: its effect, an apology, or another try when the database was away. Never throws. */
export function createHandling(
  parts: Handler & {
    db: Db
    clock: Clock
    log: Log
    turns: Turns
    metrics?: Pick<Metrics, 'updateWait' | 'updateHandling'> | undefined
  },
): (claimed: Claimed) => Promise<void> {
  const { db, clock, log, turns, metrics } = parts

  const handleFailure = async (claimed: Claimed, turn: OpenTurn, error: unknown) => {
    log.error({ err: error, attempts: claimed.attempts }, 'an update was not handled')
    try {
      if (error instanceof LeaseLost || turn.committed()) return
      if (isPassing(error)) return await releaseUpdate(db, claimed, clock.now().add(RETRY))
      await turns.fail(claimed, parts.apologise(claimed.update), nameOf(error))
    } catch (again) {
      log.error({ err: again }, 'a failed update stays leased until its lease runs out')
    }
  }

  return async (claimed) => {
    const turn = turns.of(claimed)
    metrics?.updateWait.observe(secondsBetween(claimed.receivedAt, clock.now()))
    const measured = metrics?.updateHandling.startTimer()
    try {
      if (claimed.attempts > MOST_ATTEMPTS) throw new Error(`handling ended ${MOST_ATTEMPTS} times without a result`)
      await parts.handle(claimed.update, turn)
      if (!turn.ended()) await turn.say([])
      measured?.({ result: turn.committed() ? 'done' : 'postponed' })
    } catch (error) {
      measured?.({ result: 'failed' })
      await handleFailure(claimed, turn, error)
    }
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
