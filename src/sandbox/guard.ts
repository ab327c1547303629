import type { MiddlewareHandler } from 'hono'
import { Refusal } from './errors.ts'
import type { Env } from './wire.ts'

const OWN_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Keeps web pages from elsewhere out. The sandbox has no passwords, and a browser would carry a stranger's request
 * to loopback: such a request names another origin, or (DNS rebinding) another host.
 */
export const onlyFromHere: MiddlewareHandler<Env> = async (c, next) => {
  const { hostname } = new URL(c.req.url)
  if (!OWN_NAMES.has(hostname)) throw new Refusal(403, `The sandbox answers on loopback only, not as ${hostname}`)
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== 'null' && !OWN_NAMES.has(hostOf(origin))) {
    throw new Refusal(403, `The sandbox takes no requests from pages of ${origin}`)
  }
  if (origin === 'null') throw new Refusal(403, 'The sandbox takes no requests from pages without an origin')
  await next()
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).hostname : '')
