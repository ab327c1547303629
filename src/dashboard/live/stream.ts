import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Watch } from './watch.ts'

/** A proxy ends what is silent for a minute. */
const PING_MS = 25_000
/** No longer than launch data are believed. The page then asks anew, and is told to be opened anew. */
const LONGEST_MS = 3_600_000

/** An answer that does not end: a word whenever what is open changes. What is new, the page asks for by itself, as whoever it is then. */
export function liveStream(
  c: Context,
  watch: Watch,
  of: { id: number; version: string },
  stopping: AbortSignal,
): Response {
  c.header('x-accel-buffering', 'no')
  return streamSSE(c, async (stream) => {
    const ended = AbortSignal.any([c.req.raw.signal, stopping, AbortSignal.timeout(LONGEST_MS)])
    const say = (event: 'changed' | 'ping') => void stream.writeSSE({ event, data: '' })
    const unwatch = watch.watch(of.id, of.version, () => say('changed'))
    const pings = setInterval(() => say('ping'), PING_MS)
    say('ping')
    await new Promise<void>((resolve) => {
      if (ended.aborted || stream.aborted) resolve()
      ended.addEventListener('abort', () => resolve(), { once: true })
      stream.onAbort(resolve)
    })
    clearInterval(pings)
    unwatch()
  })
}
