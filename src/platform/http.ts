import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { CannotStart, codeOf } from './errors.ts'

/** Whoever sends slower than this is cut off: a request is small, and its sender is near or a machine. */
const LIMITS = {
  requestTimeout: 15_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
}
/** How long a stop waits for the requests in work. */
const STOP_WITHIN_MS = 5_000
const LOOK_EVERY_MS = 50

/**
 * Listens on `host` and `port` (0 takes any free one). Throws `CannotStart` when the port is taken or not allowed; it
 * names `setting`. Returns the address and a way to stop that lets requests in work finish.
 */
export function listen(
  app: Pick<Hono, 'fetch'>,
  at: { host: string; port: number; setting?: string },
  limits: typeof LIMITS = LIMITS,
): Promise<{ url: string; stop(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: at.host, port: at.port, serverOptions: limits }, (info) => {
      resolve({ url: `http://${at.host}:${info.port}`, stop: () => stop(server) })
    }) as Server
    server.once('error', (error) => reject(cannotListen(error, at)))
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection kept open by its client becomes idle only once its request is done.
    const idle = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS)
    const deadline = setTimeout(() => server.closeAllConnections(), STOP_WITHIN_MS)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(deadline)
      resolve()
    })
  })
}

function cannotListen(error: Error, at: { port: number; setting?: string }): Error {
  const setting = at.setting ?? 'PORT'
  if (codeOf(error) === 'EADDRINUSE') {
    return new CannotStart(
      `Port ${at.port} is already in use. Stop the other program, or set ${setting} to a free one (${setting}=0 takes any).`,
      { cause: error },
    )
  }
  if (codeOf(error) === 'EACCES') {
    return new CannotStart(`This user may not listen on port ${at.port}. Set ${setting} to one above 1023.`, {
      cause: error,
    })
  }
  return error
}
