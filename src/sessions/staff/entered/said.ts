import { type Locale, shownTo } from '../../../language/locale.ts'
import type { Entry } from '../../../people/entered/rules.ts'
import type { AnswerResult } from '../../line/answer-or-cancel.ts'
import type { EnterResult } from './actions.ts'
import { say } from './texts.ts'

/** What came of writing somebody down. */
export function enteredText(locale: Locale, entry: Entry, result: Exclude<EnterResult, { kind: 'known' }>): string {
  const t = say(locale)
  const name = shownTo(locale, entry.name)
  switch (result.kind) {
    case 'confirmed':
      return t('entry-confirmed', { name })
    case 'waitlisted':
      return t('entry-waitlisted', { name, position: result.position })
    case 'already-signed-up':
      return t('entry-already', { name })
    case 'over':
      return t('entry-refused')
  }
}

/** What came of an answer that staff noted for somebody. */
export function answeredText(locale: Locale, name: string, result: AnswerResult): string {
  const t = say(locale)
  switch (result.kind) {
    case 'confirmed':
      return t('answered-confirmed', { name })
    case 'declined':
      return t('answered-declined', { name })
    case 'expired':
      return t('answered-expired')
    default:
      return t('answered-no-offer')
  }
}
