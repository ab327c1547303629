import type { Locale } from '../../language/locale.ts'
import { isHeld } from '../session/quiet.ts'
import { planFaultSentence } from './form/field-texts.ts'
import type { cancelSession, closeSession, openSession } from './session-actions.ts'
import { type PlainSentence, say } from './texts.ts'

type Outcome = Awaited<ReturnType<typeof openSession>> | Awaited<ReturnType<typeof closeSession>>

const DONE = {
  open: { done: 'opened', already: 'already-open' },
  close: { done: 'closed', already: 'already-closed' },
} as const satisfies Record<string, { done: PlainSentence; already: PlainSentence }>

/** What came of opening or closing a session; nothing to say where there is none. */
export function stateText(locale: Locale, what: 'open' | 'close', result: Outcome): string | undefined {
  const t = say(locale)
  switch (result.kind) {
    case 'done':
    case 'already':
      return t(DONE[what][result.kind])
    case 'faulty':
      return result.faults.map((fault) => planFaultSentence(locale, fault)).join(' ')
    case 'over':
      return t('session-over')
    case 'session-cancelled':
      return t('session-cancelled')
    case 'not-open':
      return t('not-open')
    case 'unknown':
      return undefined
  }
}

/** What came of cancelling one. */
export function cancelledText(
  locale: Locale,
  result: Awaited<ReturnType<typeof cancelSession>>,
  now: Temporal.Instant,
): string | undefined {
  const t = say(locale)
  switch (result.kind) {
    case 'done': {
      const waits = result.told > 0 && isHeld(result.session, now)
      return t('cancel-done', { told: result.told }) + (waits ? ` ${t('told-in-the-morning')}` : '')
    }
    case 'session-cancelled':
      return t('session-cancelled')
    case 'over':
    case 'unknown':
      return undefined
  }
}
