import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { LOCALES, type Locale, localeOfClient } from '../../language/locale.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Log } from '../../platform/log.ts'
import { wasGivenTo } from '../check/check.ts'
import { Guesses } from '../check/guesses.ts'
import { type CertificateNumber, readNumber } from '../number.ts'
import { CHECK_PATH } from '../paper.ts'
import { askerOf } from './askers.ts'
import { Cache } from './cache.ts'
import { type Answer, POLICY, pageOf } from './html.ts'

type Parts = { db: Db; log: Log; page: string }
type Checking = Parts & { cache: Cache; guesses: Guesses }

/** `/verify`, open to everybody without logging in: what a certificate states, and whether it is valid. */
export function verification(parts: Parts): Hono {
  const checking = { ...parts, cache: new Cache(parts.db), guesses: new Guesses() }
  const routes = new Hono().basePath(CHECK_PATH)
  routes.use(async (c, next) => {
    await next()
    for (const [name, value] of HEADERS) c.header(name, value)
  })
  routes.get('/', (c) => asked(c, checking))
  routes.get('/:number{.+}', (c) => show(c, checking, c.req.param('number')))
  routes.onError((error, c) => {
    parts.log.error({ err: error }, 'a certificate could not be checked')
    return c.text('Not now. / Тренутно није могуће.\n', 503, { 'retry-after': '30' })
  })
  return routes
}

/** Names are read here: no search engine lists them, and no other page learns what was looked at. */
const HEADERS = [
  ['content-security-policy', POLICY],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['x-robots-tag', 'noindex, nofollow'],
  ['cache-control', 'private, max-age=5'],
  ['vary', 'accept-language'],
] as const

/** The form; a number that was entered in it leads to its page. */
function asked(c: Context, checking: Checking) {
  const written = c.req.query('broj')
  if (written === undefined) return answered(c, checking, { kind: 'asked' })
  const read = readNumber(withMark(written))
  if (read?.kind !== 'number') return answered(c, checking, { kind: 'mistyped', written: written.slice(0, 60) }, 400)
  return c.redirect(`${CHECK_PATH}/${read.number}?jezik=${localeOf(c)}`, 303)
}

/** In the form and in the address the letters before a number may be missing. */
function withMark(written: string): string {
  return /\p{L}/u.test(written) ? written : `ЛС ${written}`
}

async function show(c: Context, checking: Checking, written: string) {
  const read = readNumber(withMark(written))
  if (read?.kind !== 'number') return answered(c, checking, { kind: 'mistyped', written: written.slice(0, 60) }, 404)
  const asker = askerOf(callerOf(c), c.req.header('x-forwarded-for'))
  if (!checking.guesses.mayAsk(asker)) {
    c.header('retry-after', '60')
    return answered(c, checking, { kind: 'too-many' }, 429)
  }
  const checked = await checking.cache.check(read.number)
  const isTheirs = await nameAsked(c, checking, read.number)
  if (checked.kind === 'unknown' || isTheirs === false) checking.guesses.missed(asker)
  return answered(c, checking, { kind: 'checked', checked, isTheirs }, checked.kind === 'unknown' ? 404 : 200)
}

async function nameAsked(c: Context, { db }: Checking, number: CertificateNumber): Promise<boolean | null> {
  const name = c.req.query('ime')?.slice(0, 200).trim()
  return name ? wasGivenTo(db, number, name) : null
}

function answered(c: Context, { page }: Checking, answer: Answer, status: 200 | 400 | 404 | 429 = 200) {
  return c.html(pageOf({ page, path: pathOf(answer), locale: localeOf(c) }, answer), status)
}

/** Where the same answer is, without what was entered in forms. */
function pathOf(answer: Answer): string {
  if (answer.kind !== 'checked' || answer.checked.kind === 'altered') return CHECK_PATH
  return `${CHECK_PATH}/${answer.checked.number}`
}

/** As asked for, or as the browser prefers. */
function localeOf(c: Context): Locale {
  const wanted = LOCALES.find((one) => one === c.req.query('jezik'))
  const preferred = c.req.header('accept-language')?.split(/[,;]/)[0]?.trim()
  return wanted ?? localeOfClient(preferred || undefined)
}

/** Who calls, where there is a connection. */
function callerOf(c: Context): string | undefined {
  return 'incoming' in ((c.env as object | undefined) ?? {}) ? getConnInfo(c).remote.address : undefined
}
