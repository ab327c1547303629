import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { CannotStart, codeOf, messageOf } from '../platform/errors.ts'
import { BotApi } from './bot/api.ts'
import { Drafts } from './bot/drafts.ts'
import { botRoutes } from './bot/routes.ts'
import { LongPoll } from './bot/updates.ts'
import { WebhookDelivery } from './bot/webhook.ts'
import { type AppClock, restoreClock } from './control/clock.ts'
import { Events } from './control/events.ts'
import { Faults } from './control/faults.ts'
import { Flood } from './control/flood.ts'
import { Journal } from './control/journal.ts'
import { controlRoutes } from './control/routes.ts'
import { Refusal } from './errors.ts'
import { onlyFromHere } from './guard.ts'
import { Params } from './params.ts'
import { groupRoutes } from './person/group-routes.ts'
import { type GrantRole, peopleRoutes } from './person/routes.ts'
import { siteRoutes } from './site.ts'
import { Store } from './store/store.ts'
import type { Env } from './wire.ts'
import type { World } from './world.ts'

export interface SandboxOptions {
  /** The one token the sandbox accepts; others get 401, as from Telegram. */
  token: string
  clock: AppClock
  /** Path of its SQLite file, or ':memory:'. Its folder must exist. */
  file: string
  /** 0 = any free port. */
  port: number
  /** Loopback, and nothing else. */
  host?: '127.0.0.1' | '::1'
  grantRole: GrantRole
  log?: (line: object) => void
}

export interface Sandbox {
  /** `url` is where a person opens the chat page, `apiRoot` what grammY wants; neither ends in a slash. */
  start(): Promise<{ url: string; apiRoot: string }>
  /** Serves the bot's own pages (a Mini App) at the same address, wherever the sandbox has nothing itself. Once started. */
  serveBeside(pages: Pick<Hono, 'fetch'>): void
  /** Ends every waiting call and closes the file. The same sandbox cannot start again. */
  stop(): Promise<void>
}

/** Stands in for Telegram on this machine. Opens nothing before `start`. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const host = options.host ?? '127.0.0.1'
  if (host !== '127.0.0.1' && host !== '::1') {
    throw new Error(`The sandbox listens on loopback only: host '${host}' must be 127.0.0.1 or ::1`)
  }
  let running: Running | undefined
  let stopped: Promise<void> | undefined
  return {
    async start() {
      if (running) throw new Error('This sandbox was started before')
      running = build(options)
      const port = await listen(running.server, options.port, host).catch(async (error) => {
        await running?.close()
        throw error
      })
      const url = `http://${host === '::1' ? '[::1]' : host}:${port}`
      return { url, apiRoot: url }
    },
    serveBeside(pages) {
      if (!running) throw new Error('The sandbox serves pages once it is started')
      running.beside.pages = pages
    },
    async stop() {
      stopped ??= running?.close()
      await stopped
    },
  }
}

interface Running {
  server: Server
  beside: { pages?: Pick<Hono, 'fetch'> }
  close(): Promise<void>
}

/** Node's own 5 s would close connections that a bot, used to Telegram, still counts on. */
const KEPT_MS = 60_000

/** Opens the file and joins the parts. */
function build(options: SandboxOptions): Running {
  const { token, clock, log = () => undefined } = options
  const events = new Events()
  const botId = Number.parseInt(token, 10) || 1
  const store = new Store(options.file)
  const world: World = { store, events, drafts: new Drafts(events), botId, now: () => clock.now() }
  restoreClock(world, clock)
  const parts = { world, clock, faults: new Faults(), flood: new Flood(), journal: new Journal() }
  const longPoll = new LongPoll(world)
  const onCrash = (error: unknown, where: string) => log({ msg: 'sandbox failed', where, err: error })
  const api = new BotApi({ ...parts, longPoll, onCrash })
  const webhook = new WebhookDelivery(world, async ({ method, ...reply }) => {
    await api.call(String(method), new Params(reply), new AbortController().signal)
  })
  const stopping = new AbortController()
  const app = new Hono<Env>()
  app.use(onlyFromHere)
  app.route('/sandbox/people', peopleRoutes(world, { grantRole: options.grantRole, token }))
  app.route('/sandbox/groups', groupRoutes(world))
  app.route('/sandbox', controlRoutes({ ...parts, stopping: stopping.signal }))
  app.route('/', siteRoutes())
  app.route('/', botRoutes(world, api, token))
  const beside: Running['beside'] = {}
  app.notFound((c) => {
    if (beside.pages && !new URL(c.req.url).pathname.startsWith('/bot')) return beside.pages.fetch(c.req.raw)
    return c.json({ ok: false, error_code: 404, description: 'Not Found', error: 'Not found' }, 404)
  })
  app.onError((error, c) => {
    if (error instanceof Refusal) return c.json({ error: error.message }, error.status)
    onCrash(error, `${c.req.method} ${new URL(c.req.url).pathname.replace(token, '<token>')}`)
    return c.json({ error: `The sandbox failed: ${error.message}` }, 500)
  })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.keepAliveTimeout = KEPT_MS
  webhook.start((error) => onCrash(error, 'webhook'))
  return { server, beside, close: () => close({ server, stopping, longPoll, webhook, world }) }
}

async function close(parts: {
  server: Server
  stopping: AbortController
  longPoll: LongPoll
  webhook: WebhookDelivery
  world: World
}): Promise<void> {
  const { server, stopping, longPoll, webhook, world } = parts
  stopping.abort()
  longPoll.close()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await Promise.all([closed, webhook.stop()])
  world.drafts.close()
  world.store.close()
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(refusalOf(error, port, host)))
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })
}

function refusalOf(error: Error, port: number, host: string): CannotStart {
  const why =
    codeOf(error) === 'EADDRINUSE'
      ? `Port ${port} on ${host} is taken: stop what uses it, or choose another`
      : messageOf(error)
  return new CannotStart(`The chat cannot be served. ${why} (PORT=0 takes any free one).`, { cause: error })
}
