import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { aboutBot } from './answers/welcome-texts.ts'
import { loadPrompts } from './answers/writing/prompts.ts'
import { createWriter } from './answers/writing/writer.ts'
import { createMenus } from './bot/commands.ts'
import { downloader } from './bot/download.ts'
import { botGauges } from './bot/gauges.ts'
import { knownMethods } from './bot/known-methods.ts'
import { logCalls } from './bot/log-calls.ts'
import type { RichUse } from './bot/message/form.ts'
import { createHeartbeat } from './bot/receive/heartbeat.ts'
import { canStore } from './bot/receive/inbox.ts'
import { createIntake } from './bot/receive/intake.ts'
import { meantForUs } from './bot/receive/meant.ts'
import { createReception } from './bot/receive/reception.ts'
import { createStops } from './bot/receive/stops.ts'
import { createWorkers } from './bot/receive/workers.ts'
import { richDrafts } from './bot/send/chat-form-store.ts'
import { createDeposit } from './bot/send/deposit.ts'
import { createSender } from './bot/send/sender.ts'
import { connectTo, Identity, type Telegram } from './bot/telegram.ts'
import { renderChange } from './broadcasts/amend/render.ts'
import { progressRenderer } from './broadcasts/progress.ts'
import { renderBroadcast } from './broadcasts/render.ts'
import { certificateRenderer } from './certificates/deliver.ts'
import { verification } from './certificates/page/routes.ts'
import { CHECK_PATH } from './certificates/paper.ts'
import { BASE, createDashboard, type Dashboard } from './dashboard/dashboard.ts'
import { allPages } from './dashboard/pages.ts'
import { featuresOf } from './features.ts'
import { renderDigest } from './gaps/digest/digest.ts'
import { gapGauges } from './gaps/gauges.ts'
import { renderNews } from './gaps/tell.ts'
import { createUpdateHandler } from './handle-update.ts'
import { createJobs } from './jobs.ts'
import type { IngestReport } from './knowledge/ingest/ingest.ts'
import { findOffice } from './knowledge/readers/office/find.ts'
import { findScanner } from './knowledge/readers/scans/find.ts'
import { createDenseLane } from './knowledge/search/dense.ts'
import { createSearch } from './knowledge/search/search.ts'
import { createSearchIndex } from './knowledge/search/search-index.ts'
import { createMailing } from './mail/mailing.ts'
import { moveGroup } from './move-group.ts'
import { offerPlainer, tellOfLost } from './people/delivery/handlers.ts'
import { createCoordinatorList } from './people/roles/coordinator-list.ts'
import { markUnreachable } from './people/store.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database/database.ts'
import { interval } from './platform/interval.ts'
import { Lifecycle } from './platform/lifecycle.ts'
import type { Log } from './platform/log.ts'
import { addGauges, createMetrics, type Metrics } from './platform/metrics.ts'
import type { Embedder } from './platform/model/model.ts'
import type { Readiness } from './platform/ops.ts'
import type { Progress } from './platform/progress.ts'
import type { Secret } from './platform/secret.ts'
import { prepare } from './prepare.ts'
import { createReadiness } from './readiness.ts'
import { reminderRenderer } from './reminders/render.ts'
import { CODE_RENDERER, codeRenderer } from './sessions/attendance/show.ts'
import { evaluationRenderer } from './sessions/evaluation/render.ts'
import type { Writing } from './writing.ts'

/** How soon a menu is set that Telegram refused. */
const MENUS_AGAIN_MS = 600_000

/** What the app needs to know of the configuration. */
export type AppSettings = {
  knowledgeDir: string
  libreOffice: string | null
  /** Whether text is recognised on pages that are pictures. */
  ocr: boolean
  coordinators: ReadonlySet<number>
  traceDays: number
  bulkRate: number
  rich: RichUse
  workers: number
  /** Who stands for certificates; without, nobody is named on them. */
  issuer?: string | null
  /** The folder of a Bot API server on this machine; without, files are asked of it over the wire. */
  telegramFiles?: string | null
  /** What passes e-mails on; without, none are written. */
  smtp?: { url: Secret; from: string } | null
}

export type App = {
  /** Tables, material, menus, then everything that runs. Throws `CannotStart` for what the operator can mend. */
  start(tell?: Progress['at']): Promise<IngestReport>
  /** The handler of webhook requests, when Telegram calls us. */
  webhook: ((request: Request) => Promise<Response>) | null
  /** The pages inside Telegram, below `/app`; `null` where nobody could reach them. */
  dashboard: Dashboard | null
  /** The page where anybody checks a certificate, `/verify`; `null` where nobody could reach it. */
  verification: Hono | null
  /** What this process counts and measures. */
  metrics: Metrics
  /** What is missing before this process does its work. Never throws. */
  notReady: Readiness
  /** Rejects when polling ends by itself, since Telegram refuses us. Never resolves before `stop`. */
  running(): Promise<void>
  /** Finishes what runs and takes nothing new. */
  stop(): Promise<void>
}

/** Builds every part and joins them; starts nothing. */
export function createApp(parts: {
  settings: AppSettings
  database: Database
  clock: Clock
  log: Log
  telegram: Telegram & { webhook?: { url: string; secret: string } }
  /** Where people's clients reach this process, and who may show our pages in a frame. Without it there are no pages. */
  pages?: { origin: string; framedBy: string } | undefined
  /** Without one, search goes by words alone. */
  embedder?: Embedder | undefined
  /** Without it, answers quote the material. */
  writing?: Writing | undefined
}): App {
  const { settings, database, clock, log, telegram, pages, embedder, writing } = parts
  const db = database.pool
  const metrics = createMetrics()
  addGauges(metrics, database.usage, [...botGauges(db, clock), ...gapGauges(db, clock)])
  const api = connectTo(telegram)
  api.config.use(logCalls(log), knownMethods({ clock, log }))
  const identity = new Identity(telegram)
  const issuing = { issuer: settings.issuer ?? null, page: pages ? `${pages.origin}${CHECK_PATH}` : null }

  const index = createSearchIndex(db, { log })
  const search = createSearch(db, { index, dense: embedder && createDenseLane({ database, embedder, log }) })
  const writer = writing ? createWriter({ ...writing, prompts: loadPrompts(), db, clock, log }) : null
  const stops = createStops({ database, log })
  const coordinators = createCoordinatorList({ database, clock, log, telegramIds: settings.coordinators })
  const features = featuresOf({
    api,
    prepared: database.prepared,
    coordinators,
    dashboard: pages ? `${pages.origin}${BASE}` : null,
    asking: { db, search, clock, writer, stops, metrics, richDrafts: richDrafts(db, settings.rich) },
    index,
    writing,
    log,
    download: downloader({ ...telegram, files: settings.telegramFiles ?? null }),
    office: findOffice(settings.libreOffice),
    scanner: findScanner(settings.ocr),
    issuing,
  })

  const menus = createMenus(api, features.commands, aboutBot, log)
  const sender = createSender({
    database,
    api,
    clock,
    log,
    bulkRate: settings.bulkRate,
    pollMs: 250,
    unreachable: (chatId) => markUnreachable(db, chatId, clock.now()),
    tell: tellOfLost({ db, clock }),
    moved: (from, to) => database.transaction((tx) => moveGroup(tx, from, to)),
    rich: { use: settings.rich, offer: offerPlainer(db) },
    renderers: {
      broadcast: renderBroadcast,
      'broadcast-change': renderChange,
      'broadcast-progress': progressRenderer(clock, settings.bulkRate),
      reminder: reminderRenderer(clock),
      certificate: certificateRenderer(clock, issuing),
      evaluation: evaluationRenderer(clock),
      'gap-news': renderNews,
      'gap-digest': renderDigest,
      [CODE_RENDERER]: codeRenderer(clock),
    },
    metrics,
  })
  const queued = sender.wake

  const lease = randomUUID()
  const workers = createWorkers({
    ...createUpdateHandler({ features, api, me: identity.me, db, clock, metrics, queued }),
    database,
    clock,
    log,
    lease,
    concurrency: settings.workers,
    sweepMs: 500,
    queued,
    metrics,
  })
  const heartbeat = createHeartbeat({ database, lease, log, freed: workers.wake })

  // After something was refused for want of room, a trial tells when there is some again: a balancer sends nothing before.
  let room = true
  const canStoreAgain = async () => room || canStore(database)
  const intake = createIntake({
    ...telegram,
    api,
    db: database.prepared,
    clock,
    log,
    meant: (update) => meantForUs(update, { me: identity.me(), commands: features.named }),
    receive: workers.receive,
    stored: (updates) => {
      metrics.updatesReceived.inc(updates.length)
      stops.seen(updates)
    },
    room: (isThere) => {
      room = isThere
    },
    refused: () => metrics.refusals.inc({ reason: 'malformed' }),
  })
  const reception = createReception({ api, intake, me: identity.me, webhook: telegram.webhook })

  const dashboard = pages
    ? createDashboard({
        ...pages,
        database,
        clock,
        log,
        token: telegram.token,
        coordinators,
        pages: allPages({
          searchIn: (db) => createSearch(db, { index }),
          issuing,
          upload: features.upload,
          deposit: createDeposit(api),
        }),
        queued,
      })
    : null
  const lifecycle = new Lifecycle(
    [
      { name: 'pages that are live', stop: () => dashboard?.stop() },
      // The other processes must see that this one lives before it holds an update, and for as long as it holds one.
      { name: 'heartbeat', ...heartbeat },
      // Before the workers, which are stopped first, so that what they said last still leaves.
      { name: 'sender', ...sender },
      // While workers write, a press of Stop must reach them.
      { name: 'presses of Stop', ...stops },
      { name: 'workers', ...workers },
      // Stopped before the workers, which need not wait then for a model to end.
      { name: 'writing', start: () => loadModel(log, writing), stop: () => writer?.stop() },
      { name: 'e-mails', ...createMailing({ database, clock, log, smtp: smtpOf(settings) }) },
      ...createJobs({ settings, issuing, database, index, search, clock, log, metrics, embedder, queued }),
      {
        name: 'menus',
        ...interval(MENUS_AGAIN_MS, 'setting the menus', log, async () => void (await menus.publish())),
      },
      // The last to start, when everything is there that handles what comes, and the first to stop.
      { name: 'reception', ...reception },
    ],
    log,
  )
  const state = () => (lifecycle.state !== 'stopping' && reception.isRefused() ? 'refused' : lifecycle.state)

  return {
    metrics,
    notReady: createReadiness(database, canStoreAgain, state),
    start: async (tell) => {
      const { knowledgeDir } = settings
      const report = await prepare({ knowledgeDir, database, index, clock, api, identity, coordinators, menus }, tell)
      await lifecycle.start()
      return report
    },
    webhook: reception.webhook,
    dashboard,
    verification: issuing.page === null ? null : verification({ db: database.prepared, log, page: issuing.page }),
    running: reception.running,
    stop: () => lifecycle.stop(),
  }
}

function smtpOf({ smtp }: AppSettings) {
  return smtp ? { url: smtp.url.reveal(), from: smtp.from } : null
}

/** Nobody waits for it: what is asked meanwhile loads it too. */
function loadModel(log: Log, writing: Writing | undefined): void {
  writing?.model.load().catch((error: unknown) => log.warn({ err: error }, 'the client of the model was not loaded'))
}
