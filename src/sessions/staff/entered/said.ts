import { type Locale, shownTo } from '../../../language/locale.ts'
import type { Entry, EntryReading } from '../../../people/entered/rules.ts'
import { municipalityLabel } from '../../../people/registration/texts.ts'
import type { AnswerResult } from '../../line/answer-or-cancel.ts'
import { reasonText } from '../roll/reason-texts.ts'
import type { EnterResult, WhyEntered } from './actions.ts'
import { type PlainSentence, say } from './texts.ts'

export type Refused = Extract<EntryReading, { kind: 'refused' }>

const REFUSALS = {
  'too-long': 'entry-too-long',
  'no-name': 'entry-no-name',
  'no-municipality': 'entry-no-municipality',
  'no-contact': 'entry-no-contact',
} as const satisfies Record<Refused['why'], PlainSentence>

/** What is missing from somebody who is written down, with the municipalities that may be meant. */
export function refusalText(locale: Locale, read: Refused): string {
  const t = say(locale)
  const near = read.why === 'no-municipality' ? read.near : []
  const names = near.map(({ code }) => municipalityLabel(locale, code)).join(', ')
  return [t(REFUSALS[read.why]), ...(names === '' ? [] : [t('entry-near', { names })])].join(' ')
}

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
    case 'let-in':
      return t(result.noted ? 'entry-let-in' : 'entry-placed', { name })
    case 'over':
      return t('entry-refused')
  }
}

/** Why somebody who was written down has a place. Kept in Cyrillic, which every reader gets in their own script. */
export function whyEntered(): WhyEntered {
  return { added: reasonText('sr-Cyrl', 'agreed'), letIn: say('sr-Cyrl')('reason-came') }
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
