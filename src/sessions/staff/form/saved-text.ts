import type { Locale } from '../../../language/locale.ts'
import { isHeld } from '../../session/quiet.ts'
import type { ChangeResult } from '../session-actions.ts'
import { say } from '../texts.ts'

export type Saved = Exclude<ChangeResult, { kind: 'faulty' }>

/** What came of changing a session. */
export function savedText(locale: Locale, result: Saved, now: Temporal.Instant): string {
  const t = say(locale)
  switch (result.kind) {
    case 'changed': {
      const offered = result.offered > 0 ? [t('changed-offered', { offered: result.offered })] : []
      const waits = result.told > 0 && isHeld(result.session, now, result.changes) ? [t('told-in-the-morning')] : []
      return [t('changed', { told: result.told }), ...waits, ...offered].join(' ')
    }
    case 'unknown':
      return t('card-unknown')
    case 'over':
      return t('session-over')
    case 'session-cancelled':
      return t('session-cancelled')
    case 'nothing-changed':
      return t('nothing-changed')
  }
}
