import type { MiddlewareFn } from 'grammy'
import type { Message } from 'grammy/types'
import { heading } from '../bot/message/rich.ts'
import type { Handled } from '../bot/registry/handle.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import { listSources } from '../knowledge/ingest/source-store.ts'
import { languageOf, shownTo } from '../language/locale.ts'
import type { BotContext } from '../people/context.ts'
import { mayAct } from '../people/roles/as-staff.ts'
import { command } from '../people/roles/handle.ts'
import type { Role } from '../people/rules.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { comingSessions } from '../sessions/participants/handlers.ts'
import { answerPresses, sayStale } from './answer-buttons.ts'
import { answerText } from './answer-text.ts'
import { type Asking, type AskParts, ask } from './asking.ts'
import { STAFF_FUNCTIONS } from './intent/functions.ts'
import { intentOf } from './intent/intent.ts'
import { wasAskedOnce } from './keeping/store.ts'
import { endConversation } from './reading/conversation-store.ts'
import type { PlainSentence } from './say.ts'
import { lineMessage } from './texts.ts'
import { answerVoice, type Hearing, MOST_MINUTES } from './voice.ts'
import { contactsMessage, helpMessage, welcomeMessage } from './welcome-texts.ts'

const SAMPLES = 3

/** The buttons under answers, /pomoc, and /novo, which begins a conversation anew. */
export function answerHandlers(parts: AskParts & { hearing: Hearing | null }): Handled<BotContext>[] {
  const abilities = { writes: parts.writer !== null, hearsMinutes: parts.hearing && MOST_MINUTES }
  const help = (ctx: BotContext) => ctx.turn.say([helpMessage(ctx.turn.chatId, ctx.locale, ctx.person.role, abilities)])
  return [
    command('pomoc', 'everyone', help),
    command('help', 'everyone', help),
    command('kontakt', 'everyone', (ctx) => ctx.turn.say([contactsMessage(ctx.turn.chatId, ctx.locale)])),
    command('novo', 'everyone', (ctx) =>
      ctx.turn.finish(async (db) => {
        await endConversation(db, ctx.turn.chatId)
        return [lineMessage(ctx.turn.chatId, ctx.locale, 'started-anew')]
      }),
    ),
    ...answerPresses((ctx: BotContext) => privateAsking(ctx, parts.clock), parts),
  ]
}

/** Whatever nobody else took is a question; a press that nobody knows is told so. To be asked last. */
export function answerTheRest(parts: AskParts & { hearing: Hearing | null }): MiddlewareFn<BotContext> {
  const { hearing } = parts
  const others: PlainSentence = hearing ? 'only-text-and-voice' : 'only-text'
  return (ctx) => {
    const { message, callbackQuery } = ctx
    if (callbackQuery?.data !== undefined) return sayStale(ctx)
    if (ctx.editedMessage) return answerCorrected(ctx, parts, ctx.editedMessage)
    if (!message) return
    if (message.text !== undefined) return answerWritten(ctx, parts, message.text)
    if (hearing && message.voice)
      return answerVoice(ctx, message.voice, privateAsking(ctx, parts.clock), { ...parts, ...hearing })
    // What is written under a picture or a file is what its sender asks.
    if (message.caption !== undefined) return answerWritten(ctx, parts, message.caption)
    return ctx.turn.say([lineMessage(ctx.turn.chatId, ctx.locale, others)])
  }
}

function answerWritten(ctx: BotContext, parts: AskParts, text: string): Promise<unknown> {
  if (/^\/\p{L}/u.test(text) && !wantsFunction(text.slice(1), ctx.person.role))
    return ctx.turn.say([lineMessage(ctx.turn.chatId, ctx.locale, 'unknown-command')])
  return answerText(privateAsking(ctx, parts.clock), parts, text)
}

/** A question that is corrected so soon is asked anew; later it is another matter, and its answer was read. */
const CORRECTED_WITHIN_SECONDS = 120

/** Asks a corrected question anew, once, below the question; what was no question is left alone, as is a dialogue under way. */
async function answerCorrected(ctx: BotContext, parts: AskParts, edited: Message): Promise<unknown> {
  const { text, message_id: messageId, date, edit_date: editedAt = date } = edited
  const isSoon = editedAt - date <= CORRECTED_WITHIN_SECONDS
  if (text === undefined || text.startsWith('/') || ctx.dialogue || !isSoon) return
  if (!(await wasAskedOnce(parts.db, ctx.turn.chatId, messageId))) return
  const decorate = (message: Outgoing) => ({ ...message, replyTo: messageId })
  return answerText({ ...privateAsking(ctx, parts.clock), messageId, decorate }, parts, text)
}

/** Whether what stands behind a stroke says what to do («/обуке», «/моје пријаве»), to somebody who may. */
function wantsFunction(text: string, role: Role): boolean {
  const intent = intentOf(text)
  const needed = intent.kind === 'function' && STAFF_FUNCTIONS[intent.function]
  return (intent.kind === 'sessions' || intent.kind === 'function') && (!needed || mayAct(role, needed))
}

/** The first words to whoever comes. Returns that they were said. */
export async function welcome(ctx: BotContext, { db }: Pick<AskParts, 'db'>): Promise<true> {
  const questions = await sampleQuestions(db, ctx)
  await ctx.turn.say([welcomeMessage(ctx.turn.chatId, ctx.locale, questions, ctx.person.role)])
  return true
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
    messageId: ctx.message?.message_id,
    place: 'private',
    role: ctx.person.role,
    sessions: (db) => comingSessions(db, ctx, 0, clock.now()),
  }
}

/** Questions that the material says it answers, each from another document, others each time. */
async function sampleQuestions(db: Db, ctx: BotContext): Promise<{ sourceId: number; at: number; text: string }[]> {
  const language = languageOf(ctx.locale)
  const sources = (await listSources(db)).filter((source) => source.questions[language].length > 0)
  const step = Math.max(1, Math.floor(sources.length / SAMPLES))
  return Array.from({ length: Math.min(SAMPLES, sources.length) }, (_, i) => {
    const source = sources[(ctx.turn.updateId + i * step) % sources.length]!
    const questions = source.questions[language]
    const at = ctx.turn.updateId % questions.length
    return { sourceId: source.id, at, text: shownTo(ctx.locale, questions[at]!) }
  })
}
