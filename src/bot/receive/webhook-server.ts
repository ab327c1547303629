import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { healthRoutes, type Readiness } from '../../platform/ops.ts'

/** No update of Telegram comes near this. */
export const LARGEST_UPDATE_BYTES = 1_000_000

/** What is open to the public: the webhook at `path`, and health for a balancer that asks there. No figures. */
export function webhookServer(
  path: string,
  handle: (request: Request) => Promise<Response>,
  notReady: Readiness,
): Hono {
  const server = healthRoutes(notReady)
  server.post(path, bodyLimit({ maxSize: LARGEST_UPDATE_BYTES }), (c) => handle(c.req.raw))
  // A caller that breaks off in the middle is nobody's fault, and not worth a line on standard error.
  server.onError((error, c) => (error instanceof HTTPException ? error.getResponse() : c.body(null, 400)))
  return server
}
