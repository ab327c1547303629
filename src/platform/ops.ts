import { isIP } from 'node:net'
import { Hono } from 'hono'
import type { Registry } from 'prom-client'

/** What a process needs before it can do its work, as words for the operator; none when it is ready. */
export type Readiness = () => Promise<string[]>

/** `/health`: the process lives. `/ready`: it can do its work now; 503 with what it waits for when it cannot. */
export function healthRoutes(notReady: Readiness): Hono {
  const routes = new Hono()
  routes.get('/health', (c) => c.text('ok'))
  routes.get('/ready', async (c) => {
    const waitingFor = await notReady()
    return c.json({ ready: waitingFor.length === 0, waitingFor }, waitingFor.length === 0 ? 200 : 503)
  })
  return routes
}

/**
 * The operator's server: health, and `/metrics` for Prometheus. Not for the public, since it tells how busy we are: a page in a
 * browser beside us could ask by a name of its own that leads here (DNS rebinding), so that only names are answered that
 * nobody outside can own.
 */
export function opsServer(notReady: Readiness, registry: Registry, host = '127.0.0.1'): Hono {
  const server = healthRoutes(notReady)
  server.get('/metrics', async (c) => {
    const { hostname } = new URL(c.req.url)
    if (hostname !== host && !isNobodysOutside(hostname))
      return c.text('There are figures for those who ask by address.\n', 403)
    return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType })
  })
  server.notFound((c) => c.text('There are /health, /ready and /metrics.\n', 404))
  return server
}

/** An address, or a name without a point: a machine's or a container's own. */
function isNobodysOutside(hostname: string): boolean {
  return isIP(hostname.replace(/^\[|\]$/g, '')) !== 0 || !hostname.includes('.')
}
