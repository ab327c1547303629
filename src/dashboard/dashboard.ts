import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { html } from 'hono/html'
import { LIMITS } from '../knowledge/readers/limits.ts'
import { accessTo } from '../plans/keeping/access.ts'
import { planVersions } from '../plans/keeping/plan-store.ts'
import type { Log } from '../platform/log.ts'
import { versionsOf } from '../sessions/staff/reads.ts'
import { type Assets, readAssets } from './assets.ts'
import { readLaunch } from './launch.ts'
import { liveStream } from './live/stream.ts'
import { createWatch, type Watch } from './live/watch.ts'
import type { Page, SentFile, View, Visit } from './page.ts'
import { noPage, type Refusal, refusalView } from './refusals.ts'
import { policyFor, shell } from './shell.ts'
import { type VisitParts, type VisitResult, visit } from './visit.ts'

/** Where all pages are, below the address of the server. */
export const BASE = '/app'

export type DashboardParts = VisitParts & {
  log: Log
  /** Of the bot that people opened the page from: its launch data are signed with it. */
  token: string
  pages: readonly Page[]
  /** Who may show the page in a frame, as a policy writes it. */
  framedBy: string
  /** Called after a form, which may have queued messages. */
  queued: () => void
}

/** No form of ours comes near this, apart from the file it may bring. */
const LARGEST_FORM_BYTES = 200_000

function limited({ takes }: Page) {
  const maxSize = LARGEST_FORM_BYTES + (takes ? LIMITS.fileBytes : 0)
  return bodyLimit({ maxSize, onError: (c) => refuse(c, { kind: 'too-large' }) })
}

/** The pages inside Telegram. There are no cookies: every request brings the launch data, and who it is, is asked anew. */
export function createDashboard(parts: DashboardParts): Dashboard {
  const { pool } = parts.database
  const lives: Live[] = [
    { of: 'sessions', page: SESSION_LIVE, watch: createWatch((ids) => versionsOf(pool, ids), parts.log) },
    { of: 'plans', page: PLAN_LIVE, watch: createWatch((ids) => planVersions(pool, ids), parts.log) },
  ]
  const stopping = new AbortController()
  const assets = readAssets()
  const app = new Hono({ strict: false }).basePath(BASE)
  app.use(guard(policyFor(assets, parts.framedBy)), compress())
  app.get('/static/:file', (c) => script(c, assets))
  app.get('*', async (c, next) => (c.req.header('authorization') ? next() : c.html(shell(assets, BASE))))
  for (const live of lives) app.get(`/${live.of}/:id{[0-9]+}/live`, (c) => serveLive(c, parts, live, stopping.signal))
  for (const page of parts.pages) app.on(page.method, page.path, limited(page), (c) => serve(c, parts, page))
  app.all('*', (c) => serve(c, parts, NOTHING_THERE))
  app.onError((error, c) => {
    parts.log.error({ err: error, page: c.req.routePath }, 'a page failed')
    return refuse(c, { kind: 'failed' })
  })
  return {
    app,
    stop: () => {
      stopping.abort()
      for (const { watch } of lives) watch.stop()
    },
  }
}

export type Dashboard = {
  app: Hono
  /** Ends what is live, so that a server may stop. */
  stop(): void
}

/** What a column of numbers holds. */
const isRowId = (id: number) => id <= 2_147_483_647

/** Whoever has no launch data is not told which pages there are. */
const NOTHING_THERE: Page = {
  method: 'GET',
  path: '*',
  who: 'everyone',
  show: async ({ locale }) => noPage(locale),
}

function guard(policy: string) {
  return async (c: Context, next: () => Promise<void>) => {
    await next()
    c.header('content-security-policy', policy)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  }
}

function script(c: Context, { script }: Assets): Response {
  if (c.req.param('file') !== script.name) return c.notFound() as Response
  c.header('cache-control', 'public, max-age=31536000, immutable')
  c.header('content-type', 'text/javascript; charset=utf-8')
  c.header('content-encoding', 'gzip')
  return c.body(new Uint8Array(script.gzipped))
}

async function serve(c: Context, parts: DashboardParts, page: Page): Promise<Response> {
  const launch = await readLaunch(c.req.header('authorization'), { token: parts.token, now: parts.clock.now() })
  if (launch.kind !== 'signed') return refuse(c, launch)
  const { form, file } = page.method === 'POST' ? await sentIn(c, page) : { form: new URLSearchParams(), file: null }
  const asked = { telegramId: launch.telegramId, form, query: new URL(c.req.url).searchParams }
  const ids = [...page.path.matchAll(/:(\w+)/g)].map(([, name]) => Number(c.req.param(name!)))
  const wanted = ids.every(isRowId) ? page : NOTHING_THERE
  const result =
    file && wanted.takes
      ? await visitWith(parts, asked, { page: wanted, ids }, file)
      : await visit(parts, asked, wanted, ids)
  if (page.method === 'POST') parts.queued()
  return result.kind === 'view' ? respond(c, result.view, result.locale) : refuse(c, result)
}

/** The fields of a form, and the file it brought where the page takes one. */
async function sentIn(c: Context, { takes }: Page): Promise<{ form: URLSearchParams; file: SentFile | null }> {
  const isMultipart = c.req.header('content-type')?.startsWith('multipart/form-data') ?? false
  if (!takes || !isMultipart) return { form: new URLSearchParams(await c.req.text()), file: null }
  const fields = await c.req.formData()
  const form = new URLSearchParams(
    [...fields].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const file = fields.get('file')
  const isFile = file instanceof File && file.size > 0
  return { form, file: isFile ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null }
}

/** Whoever may not open the page has no file of theirs looked at. */
async function visitWith(
  parts: DashboardParts,
  asked: Parameters<typeof visit>[1],
  { page, ids }: { page: Page; ids: number[] },
  file: SentFile,
): Promise<VisitResult> {
  let by: Pick<Visit, 'person' | 'locale'> | undefined
  const note = async ({ person, locale }: Visit): Promise<View> => {
    by = { person, locale }
    return HEARD
  }
  const allowed = await visit(parts, asked, { who: page.who, show: note }, [])
  if (!by || !page.takes) return allowed
  const show = await page.takes(file, by)
  return visit(parts, asked, { who: page.who, show }, ids)
}

/** What may be open for long, and who may hear that it changed: whoever may see it. */
type Live = { of: 'sessions' | 'plans'; page: Pick<Page, 'who' | 'show'>; watch: Watch }

async function serveLive(
  c: Context,
  parts: DashboardParts,
  { page, watch }: Live,
  stopping: AbortSignal,
): Promise<Response> {
  const launch = await readLaunch(c.req.header('authorization'), { token: parts.token, now: parts.clock.now() })
  if (launch.kind !== 'signed') return refuse(c, launch)
  const { searchParams: query } = new URL(c.req.url)
  const id = Number(c.req.param('id'))
  const asked = { telegramId: launch.telegramId, form: new URLSearchParams(), query }
  const result = await visit(parts, asked, isRowId(id) ? page : NOTHING_THERE, [id])
  if (result.kind !== 'view') return refuse(c, result)
  if (result.view.status) return respond(c, result.view, result.locale)
  return liveStream(c, watch, { id, version: query.get('version') ?? '' }, stopping)
}

const HEARD = { title: '', body: html`` }
const SESSION_LIVE = { who: 'trainer', show: async () => HEARD } as const
const PLAN_LIVE = {
  who: 'everyone',
  show: async ({ db, person, locale }: Visit, [planId]: number[]) =>
    (await accessTo(db, person, planId!)) ? HEARD : noPage(locale),
} as const

function respond(c: Context, { title, body, at, status }: View, lang: string, code: number = status ?? 200): Response {
  // Of a form; a page that is looked at is at its address already.
  if (at !== undefined && c.req.method === 'POST') c.header('hx-replace-url', `${BASE}${at}`)
  const page = html`<title>${title}</title><div class="view" lang="${lang}">${body}</div>`
  return c.html(page, code as 200) as Response
}

function refuse(c: Context, refusal: Refusal): Response {
  const { view, status, lang } = refusalView(refusal.locale ?? null, refusal)
  return respond(c, view, lang, status)
}
