import type { InlineKeyboardButton } from 'grammy/types'
import type { Locale } from '../../../language/locale.ts'
import { QUESTIONS } from '../../buttons.ts'
import { isActive, type SignUp } from '../../line/sign-up.ts'
import type { Session } from '../../session/session.ts'
import { NEW_ENTRY, ON_ENTERED } from './buttons.ts'
import { say } from './texts.ts'

export function newEntryButton(locale: Locale, sessionId: number): InlineKeyboardButton {
  return NEW_ENTRY.labelled(say(locale)('button-new-entry'), sessionId)
}

/** What staff do for somebody without Telegram, after they have spoken: their answers, and what is held of them. */
export function enteredButtons(
  locale: Locale,
  signUp: SignUp,
  session: Session,
  isOver: boolean,
): InlineKeyboardButton[][] {
  const t = say(locale)
  const asks = session.questions.length > 0 && isActive(signUp) && !isOver
  return [
    ...(signUp.offer && !isOver
      ? [
          [
            ON_ENTERED.accept.labelled(t('button-accept'), signUp.id),
            ON_ENTERED.decline.labelled(t('button-decline'), signUp.id),
          ],
        ]
      : []),
    ...(asks ? [[QUESTIONS.labelled(t('button-answers'), signUp.id)]] : []),
    [ON_ENTERED.link.labelled(t('button-link'), signUp.id)],
    [ON_ENTERED.mend.labelled(t('button-mend'), signUp.id), ON_ENTERED.erase.labelled(t('button-erase'), signUp.id)],
  ]
}
