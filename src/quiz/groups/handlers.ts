import type { ChatContext } from '../../bot/context.ts'
import { type Handled, handlersForEveryone } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Locale } from '../../language/locale.ts'
import { allQuizzes, quizOf } from '../quizzes.ts'
import { lineMessage, say } from '../texts.ts'
import { BEGIN_TOGETHER, NEXT_TOGETHER } from './buttons.ts'
import { chooseMessage, endMessage, togetherMessage } from './texts.ts'

/**
 * A quiz that a group takes together: Telegram counts the votes and shows them without names, and nothing of it is kept. Whoever
 * presses goes on; questions that were asked stay open, so that nobody loses a vote by that.
 */
export function quizInGroups() {
  const { handle } = handlersForEveryone<ChatContext>()
  const presses: Handled<ChatContext>[] = [
    handle(BEGIN_TOGETHER, (ctx, [quizId, locale]) => ask(ctx, { quizId, at: 0, locale })),
    handle(NEXT_TOGETHER, (ctx, [quizId, at, locale]) => ask(ctx, { quizId, at, locale })),
  ]
  return {
    presses,
    /** `/kviz`, in a group. */
    command: (ctx: ChatContext, locale: Locale) =>
      ctx.turn.say([chooseMessage({ chatId: ctx.turn.chatId, locale }, allQuizzes())]),
  }
}

type Asked = { quizId: number; at: number; locale: Locale }

/** Asks a question, once from each message however many press, or ends the quiz after the last one. */
async function ask(ctx: ChatContext, { quizId, at, locale }: Asked): Promise<unknown> {
  const to = { chatId: ctx.turn.chatId, locale }
  const quiz = quizOf(quizId)
  if (!quiz) return ctx.turn.say([lineMessage(to, 'quiz-gone')])
  const pressed = ctx.callbackQuery?.message?.message_id
  const next = quiz.questions[at] ? togetherMessage(to, quiz, at) : endMessage(to, quiz)
  const added = await ctx.turn.finish(async () => [
    { ...next, onceKey: `group-quiz:${pressed}:${quizId}:${at}` },
    // A quiz may be chosen anew; what follows a question is asked for once.
    ...(at > 0 && pressed !== undefined ? [withoutButtons(to.chatId, pressed)] : []),
  ])
  if (added === 0) ctx.toast(say(locale)('quiz-group-asked'))
  return added
}

function withoutButtons(chatId: number, edits: number): Outgoing {
  return { chatId, edits, content: [], buttons: [], onceKey: `group-quiz-asked:${edits}` }
}
