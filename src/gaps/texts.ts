import { bold, paragraph, quotation } from '../bot/message/rich.ts'
import { loadTexts, type Plain } from '../bot/message/texts.ts'
import { type To, tappableLineOf } from '../bot/message/to.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import { NOT_SEND, SEND, TAKE_BACK, TELL } from './buttons.ts'
import { MOST_A_DAY, type NotTaken } from './rules.ts'
import type { OwnQuestion } from './store.ts'
import type { Texts } from './texts.types.ts'

export const say = loadTexts<Texts>(import.meta.url)

export type PlainSentence = Plain<Texts>

/** One sentence of ours, its commands to tap. */
export const lineMessage = tappableLineOf(say)

/** Asks for consent: the question as trainers would read it, who they are, and the name only where it is wanted. */
export function offerMessage(
  { chatId, locale }: To,
  { questionId, text, hasMunicipality }: { questionId: number; text: string; hasMunicipality: boolean },
): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [
      paragraph(bold(t('send-title'))),
      quotation([paragraph(text)]),
      paragraph(t('send-who-sees', { municipality: hasMunicipality ? 'yes' : 'no' })),
      paragraph(t('send-then')),
    ],
    buttons: [
      [SEND.labelled(t('button-send-unsigned'), questionId, 'unsigned')],
      [SEND.labelled(t('button-send-signed'), questionId, 'signed')],
      [NOT_SEND.labelled(t('button-send-not'))],
    ],
  }
}

/** A question that trainers have now, and what its person may change about that. */
export function sentMessage({ chatId, locale }: To, { id, text, signed, wantsNews }: OwnQuestion): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [
      paragraph(bold(t(signed ? 'sent-signed' : 'sent-unsigned'))),
      quotation([paragraph(text)]),
      paragraph(t(wantsNews ? 'sent-tells' : 'sent-silent')),
    ],
    buttons: [
      [TELL.labelled(t(wantsNews ? 'button-tell-off' : 'button-tell-on'), id, wantsNews ? 'off' : 'on')],
      [TAKE_BACK.labelled(t('button-take-back'), id)],
    ],
  }
}

export function refusedMessage(to: To, reason: NotTaken): Outgoing {
  switch (reason) {
    case 'already-sent':
      return lineMessage(to, 'refused-already-sent')
    case 'many-today':
      return lineMessage(to, 'refused-many-today', { most: MOST_A_DAY })
    case 'many-waiting':
      return lineMessage(to, 'refused-many-waiting')
  }
}
