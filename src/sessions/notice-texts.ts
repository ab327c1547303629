import type { Outgoing } from '../bot/outbox.ts'
import { button, paragraph } from '../bot/rich.ts'
import type { Locale } from '../language/locale.ts'
import { calendarFile } from './calendar.ts'
import type { Notice } from './notice-rules.ts'

/** A notice as its reader sees it. */
export function noticeMessage(notice: Notice, to: { chatId: number; locale: Locale }, now: Temporal.Instant): Outgoing {
  const { session } = notice
  const content = [paragraph(notice.kind, ': ', session.title)]
  const { chatId, locale } = to
  switch (notice.kind) {
    case 'offer': {
      const { signUpId } = notice
      return { chatId, content, buttons: [[button('✓', `offer:yes:${signUpId}`), button('✗', `offer:no:${signUpId}`)]] }
    }
    case 'session-changed':
    case 'session-cancelled':
      if (notice.status !== 'confirmed') return { chatId, content }
      return { chatId, content, file: calendarFile(session, locale, now) }
    default:
      return { chatId, content }
  }
}
