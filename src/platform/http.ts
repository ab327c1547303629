import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { CannotStart, codeOf } from './errors.ts'

/**
 * Listens on `host` and `port` (0 takes any free one). Throws `CannotStart` when the port is taken or not allowed.
 * Returns the address and a way to stop that ends open connections.
 */
export function listen(
  app: Pick<Hono, 'fetch'>,
  at: { host: string; port: number },
): Promise<{ url: string; stop(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: at.host, port: at.port }, (info) => {
      resolve({ url: `http://${at.host}:${info.port}`, stop: () => stop(server) })
    }) as Server
    server.once('error', (error) => reject(cannotListen(error, at)))
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function cannotListen(error: Error, at: { host: string; port: number }): Error {
  if (codeOf(error) === 'EADDRINUSE') {
    return new CannotStart(
      `Port ${at.port} is already in use. Stop the other program, or set PORT to a free one (PORT=0 takes any).`,
      { cause: error },
    )
  }
  if (codeOf(error) === 'EACCES') {
    return new CannotStart(`This user may not listen on port ${at.port}. Set PORT to one above 1023.`, { cause: error })
  }
  return error
}
