import { footer, heading, paragraph, quotation } from '../../bot/message/rich.ts'
import type { To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { shownTo } from '../../language/locale.ts'
import { LEAVE_WORDING, TAKE_WORDING } from '../chat/buttons.ts'
import { say } from '../chat/say.ts'
import { partName } from '../chat/told.ts'
import type { Part } from '../draft/draft.ts'
import type { Proposal } from './propose.ts'

/** A proposed wording, who wrote it, and what can be done with it: taken, written otherwise, left. */
export function wordingMessage(
  { chatId, locale }: To,
  { planId, part, mark }: { planId: number; part: Part; mark: number },
  proposal: Proposal,
): Outgoing {
  const t = say(locale)
  const { by, refused } = proposal
  const from =
    by === 'model'
      ? t('wording-by-model')
      : refused
        ? t('wording-refused', { refused: shownTo(locale, refused) })
        : t('wording-by-rule')
  return {
    chatId,
    content: [
      heading(t('wording-title', { part: partName(locale, part) }), 4),
      quotation([paragraph(shownTo(locale, proposal.text))]),
      paragraph(t('wording-ask')),
      footer(from),
    ],
    buttons: [
      [
        TAKE_WORDING.labelled(t('button-take-wording'), planId, mark),
        LEAVE_WORDING.labelled(t('button-leave-wording'), planId),
      ],
    ],
  }
}
