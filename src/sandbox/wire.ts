import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'

/** A request together with node's own objects, which are needed to notice and to cause broken connections. */
export type Env = { Bindings: HttpBindings }

/** Fires when the client closes the connection before it got its answer. */
export function goneSignal(c: Context<Env>): AbortSignal {
  const gone = new AbortController()
  c.env.outgoing.once('close', () => {
    if (!c.env.outgoing.writableFinished) gone.abort()
  })
  return gone.signal
}

/** Cuts the connection: the client gets no answer at all. */
export function cut(c: Context<Env>): Response {
  c.env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

/** A file, named for whoever saves it. */
export function fileResponse(c: Context<Env>, file: { name: string; mime: string }, bytes: Uint8Array<ArrayBuffer>) {
  // Not 'inline': the bytes come from whoever uploaded them and must not run as a page of this origin.
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`
  return c.body(bytes, 200, {
    'content-type': file.mime,
    'content-disposition': disposition,
    'x-content-type-options': 'nosniff',
  })
}
