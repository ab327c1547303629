import type { Transformer } from 'grammy'
import { codeOf } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'

/** Logs every call to Telegram, with the request it belongs to and how long it took; never what it says. */
export function logCalls(log: Log): Transformer {
  return async (previous, method, payload, signal) => {
    const started = performance.now()
    const ms = () => Math.round(performance.now() - started)
    try {
      const answer = await previous(method, payload, signal)
      log.debug({ method, ms: ms(), ...(answer.ok ? {} : { refused: answer.error_code }) }, 'Telegram was called')
      return answer
    } catch (error) {
      log.debug({ method, ms: ms(), failed: codeOf(error) ?? 'no answer' }, 'Telegram was called')
      throw error
    }
  }
}
