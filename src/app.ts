import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Context } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { errorMessage, slowDownMessage } from './answers/texts.ts'
import { aboutBot } from './answers/welcome-texts.ts'
import { loadPrompts } from './answers/writing/prompts.ts'
import { createWriter } from './answers/writing/writer.ts'
import { publishMenus } from './bot/commands.ts'
import { downloader } from './bot/download.ts'
import { botGauges } from './bot/gauges.ts'
import { logCalls } from './bot/log-calls.ts'
import { Allowance } from './bot/receive/allowance.ts'
import { createHeartbeat } from './bot/receive/heartbeat.ts'
import { chatOf, endLeases } from './bot/receive/inbox.ts'
import { ALLOWED_UPDATES, createIntake, type Intake } from './bot/receive/intake.ts'
import { createStops } from './bot/receive/stops.ts'
import type { Turn } from './bot/receive/turn.ts'
import { createWorkers } from './bot/receive/workers.ts'
import { Routes } from './bot/routes.ts'
import { queue } from './bot/send/outbox.ts'
import { createSender } from './bot/send/sender.ts'
import { connectTo, refusal, whoWeAre } from './bot/telegram.ts'
import { feedBroadcasts } from './broadcasts/feed.ts'
import { progressRenderer } from './broadcasts/progress.ts'
import { renderBroadcast } from './broadcasts/render.ts'
import { installFeatures } from './features.ts'
import { createHousekeeping } from './housekeeping.ts'
import { type IngestReport, ingestFolder, type Progress } from './knowledge/ingest/ingest.ts'
import { createEmbeddingJob } from './knowledge/ingest/jobs.ts'
import { createDenseLane } from './knowledge/search/dense.ts'
import { createSearch } from './knowledge/search/search.ts'
import { localeOfClient } from './language/locale.ts'
import type { BotContext } from './people/context.ts'
import { fillMunicipalities } from './people/municipalities/store.ts'
import { markUnreachable } from './people/store.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { interval } from './platform/interval.ts'
import type { Log } from './platform/log.ts'
import { addGauges, createMetrics, type Metrics } from './platform/metrics.ts'
import type { Embedder } from './platform/model/model.ts'
import type { Readiness } from './platform/ops.ts'
import { sendDueReminders } from './reminders/actions.ts'
import { reminderRenderer } from './reminders/render.ts'
import { tendSessions } from './sessions/participants/sign-up-actions.ts'
import type { Writing } from './writing.ts'

/** What the app needs to know of the configuration. */
export type AppSettings = {
  knowledgeDir: string
  coordinators: ReadonlySet<number>
  traceDays: number
  bulkRate: number
  workers: number
}

export type App = {
  /** Tables, material, menus, then everything that runs. Throws `CannotStart` for what the operator can mend. */
  start(progress?: Progress): Promise<IngestReport>
  /** The handler of webhook requests, when Telegram calls us. */
  webhook: ((request: Request) => Promise<Response>) | null
  /** What this process counts and measures. */
  metrics: Metrics
  /** What is missing before this process does its work. Never throws. */
  notReady: Readiness
  /** Rejects when polling ends by itself, since Telegram refuses us. Never resolves before `stop`. */
  running(): Promise<void>
  /** Finishes what runs and takes nothing new. */
  stop(): Promise<void>
}

/** A database that takes longer to answer nothing is as good as away. */
const READY_WITHIN_MS = 5_000
/** Why a process whose database answers is not ready. */
const WAITING_FOR = {
  starting: 'the start: tables, material, Telegram',
  stopping: 'its end',
  refused: 'Telegram, which refuses it',
}

const HOUR_MS = 3_600_000
/** An offer that ran out is passed on this soon. */
const TEND_MS = 1_000
/** Reminders leave this soon after they are due, and a running broadcast is fed this often. */
const MESSAGING_MS = 500

/** Builds every part and joins them; starts nothing. */
export function createApp(parts: {
  settings: AppSettings
  database: Database
  clock: Clock
  log: Log
  telegram: { token: string; apiRoot: string; webhook?: { url: string; secret: string } }
  /** Without one, search goes by words alone. */
  embedder?: Embedder | undefined
  /** Without it, answers quote the material. */
  writing?: Writing | undefined
}): App {
  const { settings, database, clock, log, telegram, embedder, writing } = parts
  const db = database.pool
  const api = connectTo(telegram)
  api.config.use(logCalls(log))
  const search = createSearch(db, { dense: embedder && createDenseLane({ database, embedder, log }) })
  const embedding = embedder && createEmbeddingJob({ database, embedder, clock, log })
  const metrics = createMetrics()
  addGauges(metrics, database.usage, botGauges(db, clock))
  const writer = writing ? createWriter({ ...writing, prompts: loadPrompts(), db, clock, log }) : null
  const stops = createStops({ database, log })

  const sender = createSender({
    database,
    api,
    clock,
    log,
    bulkRate: settings.bulkRate,
    pollMs: 250,
    unreachable: (chatId) => markUnreachable(db, chatId, clock.now()),
    renderers: {
      broadcast: renderBroadcast,
      'broadcast-progress': progressRenderer(clock, settings.bulkRate),
      reminder: reminderRenderer(clock),
    },
    metrics,
  })

  const lease = randomUUID()
  const allowance = new Allowance()
  const workers = createWorkers({
    database,
    clock,
    log,
    lease,
    concurrency: settings.workers,
    sweepMs: 500,
    handle: async (update, turn) => {
      // A group is talked in by many, mostly not to us; answers there have a measure of their own.
      if (isPrivate(update) && !allowance.take(turn.chatId)) return slowDown(update, turn)
      // grammY's Bot would make a client of the API for each update.
      await routes.middleware()(Object.assign(new Context(update, api, me!), { turn }) as BotContext, nobodyElse)
    },
    apologise: (update) => (isPrivate(update) ? [errorMessage(chatOf(update), localeOfUpdate(update))] : []),
    queued: sender.wake,
    metrics,
  })

  const presence = createHeartbeat({ database, lease, log, freed: workers.wake })

  const slowDown = async (update: Update, turn: Turn) => {
    const now = clock.now()
    metrics.refusals.inc({ reason: 'too-fast' })
    // Said once an hour, however much more comes.
    const hour = Math.floor(now.epochMilliseconds / HOUR_MS)
    const message = slowDownMessage(turn.chatId, localeOfUpdate(update))
    if (isPrivate(update)) await queue(db, message, { key: `slow-down:${turn.chatId}:${hour}`, lane: 'reply', now })
    sender.wake()
    await turn.postpone(now.add({ seconds: 1 }))
  }

  const routes = new Routes<BotContext>()
  const menus = installFeatures(routes, {
    api,
    prepared: database.prepared,
    settings,
    asking: { db, search, clock, writer, stops, metrics },
    writing,
    log,
    download: downloader(telegram),
  })

  const housekeeping = createHousekeeping({ database, clock, log, settings })
  const tending = interval(TEND_MS, 'tending sessions', log, async () => {
    if ((await tendSessions(database, clock.now())) > 0) sender.wake()
  })

  const reminding = interval(MESSAGING_MS, 'reminders', log, () =>
    sendDueReminders({ database, queued: sender.wake, metrics }, clock.now()),
  )
  const broadcasting = interval(MESSAGING_MS, 'broadcasts', log, () =>
    feedBroadcasts({ database, bulkRate: settings.bulkRate, queued: sender.wake, metrics }, clock.now()),
  )

  let intake: Intake | undefined
  let receive = async (_request: Request) => new Response(null, { status: 503 })
  let polling: Promise<void> = new Promise(() => {})
  let me: UserFromGetMe | undefined
  let state: 'starting' | 'running' | 'stopping' | 'refused' = 'starting'

  return {
    metrics,
    notReady: async () => {
      const answers = db.query('select').then(
        () => true,
        () => false,
      )
      const reachable = await Promise.race([answers, wait(READY_WITHIN_MS, false, { ref: false })])
      return [...(reachable ? [] : ['the database']), ...(state === 'running' ? [] : [WAITING_FOR[state]])]
    },
    start: async (progress) => {
      await migrate(database)
      await fillMunicipalities(db)
      const report = await ingestFolder({
        database,
        clock,
        folder: settings.knowledgeDir,
        ...(progress ? { progress } : {}),
      })
      me = await whoWeAre(telegram)
      await publishMenus(api, menus.commands, aboutBot).catch((error: unknown) =>
        log.warn({ err: error }, 'the command menus were not set'),
      )
      intake = createIntake({
        token: telegram.token,
        apiRoot: telegram.apiRoot,
        botInfo: me,
        api,
        db: database.prepared,
        clock,
        log,
        receive: workers.receive,
        stored: (updates) => {
          metrics.updatesReceived.inc(updates.length)
          stops.seen(updates)
        },
      })
      // The folder is ours alone, so whoever held these is dead, and nobody waits for a lease to run out.
      if (database.kind === 'embedded') await endLeases(db)
      await presence.start()
      sender.start()
      stops.start()
      workers.start()
      housekeeping.start()
      embedding?.start()
      void writing?.model
        .load()
        .catch((error: unknown) => log.warn({ err: error }, 'the client of the model was not loaded'))
      tending.start()
      reminding.start()
      broadcasting.start()
      if (telegram.webhook) {
        receive = intake.webhook(telegram.webhook.secret)
        await api.setWebhook(telegram.webhook.url, {
          secret_token: telegram.webhook.secret,
          allowed_updates: [...ALLOWED_UPDATES],
        })
      } else {
        polling = intake.poll().catch((error: unknown) => {
          state = 'refused'
          throw refusal(error)
        })
        polling.catch(() => {})
      }
      state = 'running'
      return report
    },
    webhook: telegram.webhook ? (request) => receive(request) : null,
    running: () => polling,
    stop: async () => {
      state = 'stopping'
      await intake?.stop()
      await embedding?.stop()
      writer?.stop()
      await workers.stop()
      stops.stop()
      await presence.stop()
      await tending.stop()
      await reminding.stop()
      await broadcasting.stop()
      await sender.stop()
      await housekeeping.stop()
    },
  }
}

/** What comes after the last handler. */
const nobodyElse = async () => {}

function isPrivate(update: Update): boolean {
  return (update.message ?? update.callback_query?.message)?.chat.type === 'private'
}

function localeOfUpdate(update: Update) {
  return localeOfClient((update.message ?? update.callback_query)?.from.language_code)
}
