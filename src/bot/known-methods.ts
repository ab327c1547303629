import { HttpError, type Transformer } from 'grammy'
import type { ApiError } from 'grammy/types'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { NoApiAnswer } from './api-answer.ts'

/** A server may be replaced by a newer one: what it did not know is asked of it again. */
const ASKED_AGAIN_AFTER = Temporal.Duration.from({ hours: 24 })
/** What answers in no form of Telegram's may be a proxy of a bad hour: so many times an empty call is made, which Telegram would refuse, before the method counts as missing. */
const PROBES = 4

/** Whether a server says that it has no such method: an older one of one's own, or one that stands in for Telegram. */
export function isUnknownMethod({ error_code: code }: Pick<ApiError, 'error_code'>): boolean {
  return code === 404 || code === 501
}

/** Something answered a call that is no answer of Telegram's, and may have done what was asked. */
export function isNoAnswer(error: unknown): boolean {
  return error instanceof HttpError && error.error instanceof NoApiAnswer && error.error.reached
}

type Call = Parameters<Transformer>[0]

/** What a server answers to a call of a method without anything that it needs, which so does nothing: whether it has it. `null`: no answer of Telegram's came, however often. */
export async function hasMethod(
  empty: (method: string) => Promise<{ ok: true } | ApiError>,
  method: string,
): Promise<boolean | null> {
  for (let tries = 0; tries < PROBES; tries++) {
    const answer = await empty(method).catch((error: unknown) => (isNoAnswer(error) ? null : Promise.reject(error)))
    if (answer) return answer.ok || !isUnknownMethod(answer)
  }
  return null
}

/**
 * Remembers which methods the server does not have, for a day, and answers for it meanwhile; says so in the log once. Only
 * what it did not know while it knew another counts, since whoever has the wrong token is told 404 about everything. A server
 * that answers what it does not know in a form of its own leaves it open whether the message arrived; before the method is
 * used once more it is asked whether it has it.
 */
export function knownMethods({ clock, log }: { clock: Pick<Clock, 'now'>; log: Log }): Transformer {
  const missing = new Map<string, Temporal.Instant>()
  const suspected = new Set<string>()
  const doubted = new Set<string>()
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

  const note = (method: string) => {
    missing.set(method, clock.now())
    if (!told.has(method)) log.warn({ method }, 'this Bot API server has no such method; plainer ones are used')
    told.add(method)
  }

  const remember = () => {
    for (const method of suspected) note(method)
    suspected.clear()
  }

  /** Whether a method in doubt is missing, by calls that do nothing. */
  const turnsOutMissing = async (previous: Call, method: string): Promise<boolean> => {
    const empty = (name: string) => previous(name as never, {} as never) as Promise<{ ok: true } | ApiError>
    const has = await hasMethod(empty, method)
    if (has === null && (await hasMethod(empty, 'getMe')) !== true) return false
    doubted.delete(method)
    if (has === null) note(method)
    if (has === false) suspected.add(method)
    return has !== true
  }

  return async (previous, method, payload, signal) => {
    const used = methodsOf(method, payload)
    if (missing.size > 0 && used.some(isMissing)) return NOT_FOUND
    for (const one of used) if (doubted.has(one) && (await turnsOutMissing(previous, one))) return NOT_FOUND
    const answer = await previous(method, payload, signal).catch((error: unknown) => {
      if (isNoAnswer(error) && doesNothingEmpty(method)) doubted.add(method)
      throw error
    })
    doubted.delete(method)
    if (!answer.ok) {
      if (isUnknownMethod(answer)) suspected.add(method)
      return answer
    }
    suspected.delete(method)
    if (suspected.size > 0) remember()
    return answer
  }
}

/** The method of a call, and the one without which a server does not know what else is in it: an older one, told to change a message to a rich one, may say that it did. */
function methodsOf(method: string, payload: object | undefined): string[] {
  return payload && 'rich_message' in payload && method !== 'sendRichMessage' ? [method, 'sendRichMessage'] : [method]
}

/** Whoever sends or changes a message must say which. */
const doesNothingEmpty = (method: string) => method.startsWith('send') || method.startsWith('edit')

const NOT_FOUND: ApiError = { ok: false, error_code: 404, description: 'Not Found: method not found' }
