import { heading, paragraph, tappable } from '../../bot/message/rich.ts'
import type { To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { shownTo } from '../../language/locale.ts'
import type { Quiz } from '../rules.ts'
import { labelOf, pollMessage, say } from '../texts.ts'
import { BEGIN_TOGETHER, NEXT_TOGETHER } from './buttons.ts'

/** All quizzes, for a group to choose from. */
export function chooseMessage({ chatId, locale }: To, quizzes: readonly Quiz[]): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [heading(t('quizzes-title'), 4), paragraph(t('quiz-group-how'))],
    buttons: quizzes.map((quiz) => [BEGIN_TOGETHER.labelled(labelOf(locale, quiz), quiz.id, locale)]),
  }
}

/** A question to all of a group, without names. */
export function togetherMessage(to: To, quiz: Quiz, at: number): Outgoing {
  const label = say(to.locale)(at + 1 < quiz.questions.length ? 'button-quiz-pass' : 'button-quiz-end')
  const { poll, ...asked } = pollMessage(to, quiz, at)
  return {
    ...asked,
    poll: { ...poll, withoutNames: true },
    buttons: [[NEXT_TOGETHER.labelled(label, quiz.id, at + 1, to.locale)]],
  }
}

/** Where the votes are seen, and where the questions come from. */
export function endMessage({ chatId, locale }: To, { title, exercise }: Quiz): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [paragraph(tappable(t('quiz-group-end', { quiz: shownTo(locale, title), exercise })))],
  }
}
