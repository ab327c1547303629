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

/** The operator's server: health, and `/metrics` for Prometheus. Not for the public, since it tells how busy we are. */
export function opsServer(notReady: Readiness, registry: Registry): Hono {
  const server = healthRoutes(notReady)
  server.get('/metrics', async (c) => c.text(await registry.metrics(), 200, { 'content-type': registry.contentType }))
  server.notFound((c) => c.text('There are /health, /ready and /metrics.\n', 404))
  return server
}
