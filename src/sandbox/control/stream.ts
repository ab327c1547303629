import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Env } from '../wire.ts'
import type { World } from '../world.ts'
import type { PageEvents } from './events.ts'

const SENT: readonly (keyof PageEvents)[] = [
  ...(['message', 'deleted', 'draft', 'draft-end', 'typing', 'callback', 'people', 'clock', 'commands'] as const),
]

/** Keeps browsers and proxies from taking a quiet stream for a dead one. */
const BEAT_MS = 15_000

/** `GET /sandbox/events`: everything that happens from now on, and the drafts that are running already. */
export function pageStream(c: Context<Env>, world: World, stopping: AbortSignal): Response {
  return streamSSE(c, async (stream) => {
    const ended = Promise.withResolvers<void>()
    const offs = SENT.map((name) => world.events.on(name, (data) => send(stream, name, data)))
    // What was called, the page asks for while it shows calls: their payloads are most of what happens here.
    offs.push(world.events.on('call', ({ n }) => write(stream, 'call', { n })))
    const beat = setInterval(() => void stream.write(': still here\n\n'), BEAT_MS)
    stream.onAbort(ended.resolve)
    stopping.addEventListener('abort', () => ended.resolve(), { once: true })
    await stream.write(': hello\n\n')
    for (const draft of world.drafts.running()) send(stream, 'draft', draft)
    await ended.promise
    clearInterval(beat)
    for (const off of offs) off()
  })
}

function send<N extends keyof PageEvents>(stream: SSEStreamingApi, event: N, data: PageEvents[N]): void {
  write(stream, event, data)
}

function write(stream: SSEStreamingApi, event: string, data: unknown): void {
  void stream.writeSSE({ event, data: JSON.stringify(data) })
}
