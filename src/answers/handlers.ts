import type { Composer } from 'grammy'
import { heading } from '../bot/message/rich.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import { listSources } from '../knowledge/ingest/source-store.ts'
import { languageOf, shownTo } from '../language/locale.ts'
import type { BotContext } from '../people/context.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { comingSessions } from '../sessions/participants/handlers.ts'
import { pressAnswer } from './answer-buttons.ts'
import { answerText } from './answer-text.ts'
import { type Asking, type AskParts, ask } from './asking.ts'
import { endConversation } from './reading/conversation-store.ts'
import type { PlainSentence } from './say.ts'
import { lineMessage } from './texts.ts'
import { answerVoice, type Hearing, MOST_MINUTES } from './voice.ts'
import { helpMessage, welcomeMessage } from './welcome-texts.ts'

const SAMPLES = 3

/** Questions, the buttons under answers, /start and /pomoc. Installed last: whatever nobody else took is a question. */
export function installAnswers(bot: Composer<BotContext>, parts: AskParts & { hearing: Hearing | null }): void {
  const { hearing } = parts
  const abilities = { writes: parts.writer !== null, hearsMinutes: hearing && MOST_MINUTES }
  bot.command('start', async (ctx) => {
    const questions = await sampleQuestions(parts.db, ctx)
    await ctx.turn.say([welcomeMessage(ctx.turn.chatId, ctx.locale, questions)])
  })
  bot.command(['pomoc', 'help'], (ctx) =>
    ctx.turn.say([helpMessage(ctx.turn.chatId, ctx.locale, ctx.person.role, abilities)]),
  )
  bot.command('novo', (ctx) =>
    ctx.turn.finish(async (db) => {
      await endConversation(db, ctx.turn.chatId)
      return [lineMessage(ctx.turn.chatId, ctx.locale, 'started-anew')]
    }),
  )
  const askingOf = (ctx: BotContext) => privateAsking(ctx, parts.clock)
  bot.on('callback_query:data', (ctx) => pressAnswer(ctx, askingOf(ctx), parts, ctx.callbackQuery.data.split(':')))
  bot.on('message:text', (ctx) => {
    if (/^\/[a-z]/i.test(ctx.message.text))
      return ctx.turn.say([lineMessage(ctx.turn.chatId, ctx.locale, 'unknown-command')])
    return answerText(askingOf(ctx), parts, ctx.message.text)
  })
  if (hearing) bot.on('message:voice', (ctx) => answerVoice(ctx, askingOf(ctx), { ...parts, ...hearing }))
  const others: PlainSentence = hearing ? 'only-text-and-voice' : 'only-text'
  bot.on('message', (ctx) => ctx.turn.say([lineMessage(ctx.turn.chatId, ctx.locale, others)]))
}

/** Answers a question that a button asks, below its words, once in a chat for each `onceKey`. Returns how many messages are new. */
export function askFromButton(ctx: BotContext, parts: AskParts, question: string, onceKey: string): Promise<number> {
  const lead = [heading(shownTo(ctx.locale, question), 4)]
  const decorate = (message: Outgoing) => ({ ...message, onceKey })
  return ask({ ...privateAsking(ctx, parts.clock), lead, decorate }, parts, question)
}

/** The asking of whoever wrote or pressed in a private chat. */
function privateAsking(ctx: BotContext, clock: Clock): Asking {
  return {
    turn: ctx.turn,
    api: ctx.api,
    locale: ctx.locale,
    personId: ctx.person.id,
    place: 'private',
    sessions: (db) => comingSessions(db, ctx, 0, clock.now()),
  }
}

/** Questions that the material says it answers, each from another document, others each time. */
async function sampleQuestions(db: Db, ctx: BotContext): Promise<{ id: string; text: string }[]> {
  const language = languageOf(ctx.locale)
  const sources = (await listSources(db)).filter((source) => source.questions[language].length > 0)
  const step = Math.max(1, Math.floor(sources.length / SAMPLES))
  return Array.from({ length: Math.min(SAMPLES, sources.length) }, (_, i) => {
    const source = sources[(ctx.turn.updateId + i * step) % sources.length]!
    const questions = source.questions[language]
    const at = ctx.turn.updateId % questions.length
    return { id: `${source.id}:${at}`, text: shownTo(ctx.locale, questions[at]!) }
  })
}
