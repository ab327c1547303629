import { bold, footer, paragraph } from '../../../bot/message/rich.ts'
import { placed, type To } from '../../../bot/message/to.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import type { Locale } from '../../../language/locale.ts'
import { REASON } from '../buttons.ts'
import { type PlainSentence, say } from '../texts.ts'

export type Reason = Parameters<typeof REASON.data>[0]

const REASONS: Record<Reason, PlainSentence> = {
  'own-wish': 'reason-own-wish',
  double: 'reason-double',
  'not-invited': 'reason-not-invited',
  agreed: 'reason-agreed',
}

export function reasonText(locale: Locale, reason: Reason): string {
  return say(locale)(REASONS[reason])
}

/** Asks for words, with usual ones as buttons. */
export function reasonQuestion(to: To, question: string, reasons: readonly Reason[]): Outgoing {
  return {
    ...placed(to),
    content: [paragraph(bold(question)), ...(reasons.length > 0 ? [footer(say(to.locale)('progress-words'))] : [])],
    buttons: reasons.map((reason) => [REASON.labelled(reasonText(to.locale, reason), reason)]),
  }
}
