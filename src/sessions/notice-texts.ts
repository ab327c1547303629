import type { Outgoing } from '../bot/outbox.ts'
import { button, paragraph } from '../bot/rich.ts'
import type { Locale } from '../language/locale.ts'
import type { Notice } from './notice-rules.ts'

/** A notice as its reader sees it. */
export function noticeMessage(notice: Notice, to: { chatId: number; locale: Locale }): Outgoing {
  const content = [paragraph(notice.kind, ': ', notice.session.title)]
  if (notice.kind !== 'offer') return { chatId: to.chatId, content }
  const buttons = [[button('✓', `offer:yes:${notice.signUpId}`), button('✗', `offer:no:${notice.signUpId}`)]]
  return { chatId: to.chatId, content, buttons }
}
