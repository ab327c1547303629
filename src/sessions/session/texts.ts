import { bold, type RichText } from '../../bot/message/rich.ts'
import { tappableLineOf } from '../../bot/message/to.ts'
import { deadlineFor, stretchesFor } from '../../language/dates/write.ts'
import { shortenedTo } from '../../language/letters.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { say } from '../say.ts'
import { type Session, stretchesIn } from './session.ts'

/** Whom a message is for; `bot` is the name that links lead to, where there are some. */
export type Reader = { chatId: number; locale: Locale; bot?: string | null }

/** Longest label of a button that still reads on a phone. */
const BUTTON_LENGTH = 48

/** One sentence of ours, its commands to tap. */
export const lineMessage = tappableLineOf(say)

export function titleOf(locale: Locale, session: Session): string {
  return shownTo(locale, session.title)
}

/** The title as the label of a button. */
export function titleLabel(locale: Locale, session: Session): string {
  return shortenedTo(titleOf(locale, session), BUTTON_LENGTH)
}

/** All days of a session with their hours. */
export function timeOf(locale: Locale, session: Pick<Session, 'starts' | 'ends' | 'days'>): string {
  return stretchesFor(locale, stretchesIn(session))
}

export function placeOf(locale: Locale, session: Session): string {
  return shownTo(locale, session.place)
}

/** Stands after «до» or “by”. */
export function deadlineOf(locale: Locale, time: Temporal.ZonedDateTime): string {
  return deadlineFor(locale, time.toPlainDateTime())
}

/** When and where, a line each. */
export function factLines(locale: Locale, session: Session): RichText[] {
  const t = say(locale)
  return [
    [bold(t('when')), ' ', timeOf(locale, session)],
    [bold(t('where')), ' ', placeOf(locale, session)],
  ]
}
