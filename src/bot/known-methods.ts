import type { Transformer } from 'grammy'
import type { ApiError } from 'grammy/types'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'

/** A server may be replaced by a newer one: what it did not know is asked of it again. */
const ASKED_AGAIN_AFTER = Temporal.Duration.from({ hours: 24 })

/** Whether a server says that it has no such method: an older one of one's own, or one that stands in for Telegram. */
export function isUnknownMethod({ error_code: code }: Pick<ApiError, 'error_code'>): boolean {
  return code === 404 || code === 501
}

/**
 * Remembers which methods the server does not have, for a day, and answers for it meanwhile; says so in the log once. Only
 * what it did not know while it knew another counts, since whoever has the wrong token is told 404 about everything.
 */
export function knownMethods({ clock, log }: { clock: Pick<Clock, 'now'>; log: Log }): Transformer {
  const missing = new Map<string, Temporal.Instant>()
  const suspected = new Set<string>()
  const told = new Set<string>()

  const isMissing = (method: string): boolean => {
    const since = missing.get(method)
    if (since === undefined) return false
    const now = clock.now()
    const isFresh =
      Temporal.Instant.compare(now, since) >= 0 && Temporal.Instant.compare(now, since.add(ASKED_AGAIN_AFTER)) < 0
    if (!isFresh) missing.delete(method)
    return isFresh
  }

  const remember = () => {
    for (const method of suspected) {
      missing.set(method, clock.now())
      if (!told.has(method)) log.warn({ method }, 'this Bot API server has no such method; plainer ones are used')
      told.add(method)
    }
    suspected.clear()
  }

  return async (previous, method, payload, signal) => {
    if (missing.size > 0 && isMissing(method)) return NOT_FOUND
    const answer = await previous(method, payload, signal)
    if (!answer.ok) {
      if (isUnknownMethod(answer)) suspected.add(method)
      return answer
    }
    suspected.delete(method)
    if (suspected.size > 0) remember()
    return answer
  }
}

const NOT_FOUND: ApiError = { ok: false, error_code: 404, description: 'Not Found: method not found' }
