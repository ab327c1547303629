import { setFlagsFromString } from 'node:v8'
import { Hono } from 'hono'
import { type App, createApp } from './app.ts'
import { webhookServer } from './bot/receive/webhook-server.ts'
import { type Config, databaseOf } from './config.ts'
import { BASE } from './dashboard/dashboard.ts'
import type { IngestReport } from './knowledge/ingest/ingest.ts'
import { mask } from './language/mask.ts'
import { grantRole } from './people/store.ts'
import { AdvancingClock, systemClock } from './platform/clock.ts'
import { type Database, openDatabase } from './platform/database/database.ts'
import { CannotStart } from './platform/errors.ts'
import { listen } from './platform/http.ts'
import { type Part, stopAll } from './platform/lifecycle.ts'
import { createLog } from './platform/log.ts'
import { embedderOf } from './platform/model/model.ts'
import { healthRoutes, opsServer } from './platform/ops.ts'
import { createProgress } from './platform/progress.ts'
import { writingOf } from './writing.ts'

/** All that runs, and where to go. */
export type Running = { app: App; where: string; stop(): Promise<void> }

/** Opens the database and starts everything. Throws `CannotStart` for what the operator can mend. */
export async function start(config: Config): Promise<Running> {
  // npm start keeps the heap small, for a newcomer's machine. On a server a crowd would be served a third slower by that.
  if (config.databaseUrl) setFlagsFromString('--heap-growing-percent=0')
  const database = await openDatabase(databaseOf(config), 'npm start')
  const opened: Part[] = [{ name: 'the database', stop: () => database.close() }]
  const stop = () => stopAll(opened)
  try {
    const { app, where } =
      config.telegram.mode === 'sandbox'
        ? await startInSandbox(config, database, opened)
        : await startOnTelegram(config, config.telegram, database, opened)
    return { app, where, stop }
  } catch (error) {
    await stop().catch(console.error)
    throw error
  }
}

async function startInSandbox(config: Config, database: Database, opened: Part[]) {
  const { createOwnSandbox, SANDBOX_TOKEN } = await import('./sandbox/own.ts')
  const lock = await database.acquireLock('sandbox', () => {})
  if (!lock) {
    throw new CannotStart(
      'Another npm start with a sandbox of its own uses this database; two sandboxes would take each other’s messages. ' +
        'Stop it, name another database in DATABASE_URL, or set TELEGRAM_BOT_TOKEN to run several processes on Telegram.',
    )
  }
  opened.push({ name: 'the lock of the sandbox', stop: () => lock.release() })
  const log = createLog({
    level: config.logLevel,
    secrets: [config.model?.apiKey?.reveal() ?? '', config.smtp?.url.reveal() ?? ''],
  })
  const clock = new AdvancingClock()
  const sandbox = createOwnSandbox(config.dataDir, {
    clock,
    port: config.port,
    grantRole: (telegramId, role, name) => grantRole(database.pool, { telegramId, name, role, now: clock.now() }),
  })
  const { url, apiRoot } = await sandbox.start()
  opened.push({ name: 'the sandbox', stop: () => sandbox.stop() })
  const app = createApp({
    settings: config,
    database,
    clock,
    log,
    telegram: { token: SANDBOX_TOKEN, apiRoot },
    pages: { origin: url, framedBy: "'self'" },
    embedder: embedderOf(config.model, (text) => mask(text).text),
    writing: writingOf(config),
  })
  opened.push(await serveOps(app, config), { name: 'the app', stop: () => app.stop() })
  sandbox.serveBeside(withPages(new Hono(), app))
  await startShown(app)
  return { app, where: `Open the chat: ${url}/chat/` }
}

async function startOnTelegram(
  config: Config,
  telegram: Exclude<Config['telegram'], { mode: 'sandbox' }>,
  database: Database,
  opened: Part[],
) {
  const token = telegram.token.reveal()
  const secrets = [
    token,
    config.databaseUrl?.reveal() ?? '',
    config.model?.apiKey?.reveal() ?? '',
    config.smtp?.url.reveal() ?? '',
  ]
  const log = createLog({ level: config.logLevel, secrets })
  const webhook = telegram.mode === 'webhook' ? { url: telegram.url, secret: telegram.secret.reveal() } : undefined
  const app = createApp({
    settings: config,
    database,
    clock: systemClock,
    log,
    telegram: { token, apiRoot: telegram.apiRoot, ...(webhook ? { webhook } : {}) },
    pages: config.publicUrl ? { origin: config.publicUrl, framedBy: TELEGRAMS_CLIENTS } : undefined,
    embedder: embedderOf(config.model, (text) => mask(text).text),
    writing: writingOf(config),
  })
  opened.push(await serveOps(app, config), { name: 'the app', stop: () => app.stop() })
  const path = webhook ? new URL(webhook.url).pathname : null
  const open = publicServer(app, path)
  const server = open && (await listen(open, config))
  if (server) opened.push({ name: 'the server for the public', stop: () => stopServing(app, server) })
  await startShown(app)
  const receiving = path === null ? 'by long polling' : `at ${server?.url}${path} (webhook)`
  const pages = app.dashboard ? ` Pages at ${server?.url}${BASE}.` : ''
  return { app, where: `Receiving updates ${receiving}.${pages}` }
}

/** What is live ends first: the server waits for what it is asked. */
function stopServing(app: App, server: { stop(): Promise<void> }): Promise<void> {
  app.dashboard?.stop()
  return server.stop()
}

/** Telegram's clients in a browser, which show our pages in a frame; its other clients have none. */
const TELEGRAMS_CLIENTS = 'https://web.telegram.org https://*.telegram.org'

/** What is open to everybody: the webhook at `path`, our pages, health for a balancer. `null`: nothing has to be. */
function publicServer(app: App, path: string | null): Hono | null {
  if (path === null && !app.dashboard) return null
  const server =
    path !== null && app.webhook ? webhookServer(path, app.webhook, app.notReady) : healthRoutes(app.notReady)
  return withPages(server, app)
}

/** The server with the pages that there are. */
function withPages(server: Hono, { dashboard, verification }: App): Hono {
  for (const pages of [dashboard?.app, verification]) if (pages) server.route('/', pages)
  return server
}

/** Serves health and metrics from here on, so that whoever watches sees the start too. Started when returned. */
async function serveOps(app: App, { ops }: Config): Promise<Part> {
  const server = await listen(opsServer(app.notReady, app.metrics.registry, ops.host), { ...ops, setting: 'OPS_PORT' })
  console.log(`Health and metrics: ${server.url}/health, /ready, /metrics`)
  return { name: 'the server of health and metrics', stop: () => server.stop() }
}

/** Starts the app; material that is new to it is read then, which may take its time. */
async function startShown(app: App): Promise<void> {
  const progress = createProgress(process.stdout)
  const report = await app.start(progress.at).finally(() => progress.end())
  showReport(report)
}

/** What the operator should know about the material; silence when all is well. */
function showReport(report: IngestReport): void {
  for (const { path, reason } of report.refused) console.warn(`Not read: ${path}. ${reason}`)
  for (const { path } of report.people)
    console.warn(
      `Not taken: ${path} lists people, whom everybody could read of. «npm run ingest -- --with-people» takes it.`,
    )
  if (report.heldBack.length === 0) return
  console.warn(
    `Held back: ${report.heldBack.join(', ')}. These files are empty, or what is gone of them is more than a fifth of ` +
      'the material. What was read of them before stays in use until «npm run ingest -- --force».',
  )
}
