import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import { type Clock, secondsBetween } from '../../platform/clock.ts'
import { isPassing } from '../../platform/database/connection.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import type { Metrics } from '../../platform/metrics.ts'
import { asRequest } from '../../platform/request.ts'
import type { Outgoing } from '../send/outbox.ts'
import { type Claimed, claimUpdates, type Hold, releaseUpdate, renewLeases } from './inbox.ts'
import { createTurns, LeaseLost, type OpenTurn, type Turn } from './turn.ts'

export type Workers = {
  start(): void
  /** There may be something to do: looks at once. */
  wake(): void
  /**
   * Has `store` store `wanted` updates, as many of them as there are places for as ours, and handles those that it returns:
   * nobody has to claim them. Short of places it waits a moment first, since what Telegram still keeps is as safe.
   */
  receive(wanted: number, store: (hold: Hold) => Promise<Claimed[]>): Promise<void>
  /** Finishes what runs, takes nothing new. */
  stop(): Promise<void>
}

/** An update whose handling killed the process this often is put aside. */
const MOST_ATTEMPTS = 5
/** So many may wait outside at once; more take up a worker's place, so that a slow provider cannot pile them up for ever. */
const MOST_OUTSIDE = 100
/** So often what is still being handled (reading a file) keeps its lease. */
const RENEW_MS = 20_000
/** So long what was received waits for places; then it is stored for whoever has one first. */
const PLACES_WITHIN_MS = 25
const RETRY = Temporal.Duration.from({ seconds: 2 })

/**
 * Handles stored updates: one at a time and in order within a chat, up to `concurrency` chats at once. `handle` gets the
 * update and its turn; when it throws, `apologise` says what the person reads instead. A failing database is waited for.
 */
export function createWorkers(parts: {
  database: Database
  clock: Clock
  log: Log
  /** The name under which this process holds updates. */
  lease: string
  concurrency: number
  sweepMs: number
  renewMs?: number
  handle: (update: Update, turn: Turn) => Promise<void>
  apologise: (update: Update) => Outgoing[]
  queued: () => void
  metrics?: Pick<Metrics, 'updateWait' | 'updateHandling'>
}): Workers {
  const { database, clock, log, metrics, lease } = parts
  /** What is being handled. */
  const running = new Map<Claimed, Promise<void>>()
  const waitingForPlaces = new Set<{ wanted: number; come: () => void }>()
  let outside = 0
  /** Places promised to what is being stored. */
  let promised = 0
  /** More may wait in the table than there were places for. */
  let behind = false
  let sweep: NodeJS.Timeout | undefined
  let renewing: NodeJS.Timeout | undefined
  let claiming: Promise<void> | undefined
  /** The claim that is under way, or the last one. */
  let lastClaim = Promise.resolve()
  let again = false
  let stopped = false

  const wake = () => {
    if (stopped) return
    again = true
    claiming ??= claimWhileAsked().finally(() => {
      claiming = undefined
      if (again && free() > 0) wake()
    })
  }

  /** Places for further chats: those that wait outside leave theirs. */
  const free = () => parts.concurrency + Math.min(outside, MOST_OUTSIDE) - running.size - promised

  const claimWhileAsked = async () => {
    while (again && !stopped && free() > 0) {
      lastClaim = claim()
      await lastClaim
    }
  }

  const claim = async () => {
    // All that end together leave their places before one of them is filled again.
    await nextTurn()
    const limit = free()
    behind = limit <= 0
    if (behind) return
    again = false
    const claimed = await claimUpdates(database.prepared, { limit, lease, now: clock.now() }).catch(
      (error: unknown) => {
        log.error({ err: error }, 'updates could not be claimed; trying again')
        return []
      },
    )
    behind = claimed.length === limit
    for (const one of claimed) run(one)
  }

  const receive: Workers['receive'] = async (wanted, store) => {
    await comeFree(Math.min(wanted, parts.concurrency))
    // Whoever waits already comes first.
    await lastClaim
    const places = behind || stopped ? 0 : Math.max(0, Math.min(wanted, free()))
    promised += places
    const held = await store({ lease, places }).finally(() => {
      promised -= places
      if (again) wake()
    })
    for (const one of held) run(one)
    if (held.length < wanted) wake()
  }

  const comeFree = async (wanted: number) => {
    if (free() >= wanted) return
    const { promise, resolve } = Promise.withResolvers<void>()
    const one = { wanted, come: resolve }
    waitingForPlaces.add(one)
    const timer = setTimeout(resolve, PLACES_WITHIN_MS)
    await promise
    clearTimeout(timer)
    waitingForPlaces.delete(one)
  }

  const run = (claimed: Claimed) => {
    const work = asRequest(String(claimed.updateId), () => handleOne(claimed)).finally(() => {
      running.delete(claimed)
      for (const { wanted, come } of waitingForPlaces) if (free() >= wanted) come()
      wake()
    })
    running.set(claimed, work)
  }

  const handleOne = async (claimed: Claimed) => {
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

  const renew = async () => {
    if (running.size === 0) return
    const updateIds = [...running.keys()].map(({ updateId }) => updateId)
    await renewLeases(database.pool, updateIds, lease, clock.now()).catch((error: unknown) =>
      log.warn({ err: error }, 'leases were not renewed'),
    )
  }

  const handleFailure = async (claimed: Claimed, turn: OpenTurn, error: unknown) => {
    log.error({ err: error, attempts: claimed.attempts }, 'an update was not handled')
    try {
      if (error instanceof LeaseLost || turn.committed()) return
      if (isPassing(error)) return await releaseUpdate(database.pool, claimed, clock.now().add(RETRY))
      await turns.fail(claimed, parts.apologise(claimed.update), describe(error))
    } catch (again) {
      log.error({ err: again }, 'a failed update stays leased until its lease runs out')
    }
  }

  /** Another chat may be handled meanwhile. */
  const waitOutside = async <T>(work: () => Promise<T>): Promise<T> => {
    outside++
    wake()
    try {
      return await work()
    } finally {
      outside--
    }
  }

  const turns = createTurns({ database, clock, queued: parts.queued, outside: waitOutside })

  return {
    start: () => {
      sweep = setInterval(wake, parts.sweepMs)
      renewing = setInterval(() => void renew(), parts.renewMs ?? RENEW_MS)
      wake()
    },
    wake,
    receive,
    stop: async () => {
      stopped = true
      for (const { come } of waitingForPlaces) come()
      clearInterval(sweep)
      await claiming
      await Promise.all(running.values())
      clearInterval(renewing)
    },
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
