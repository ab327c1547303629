import type { MiddlewareFn } from 'grammy'
import type { ChatMemberUpdated, Message } from 'grammy/types'
import { addressedText, commandFor, commandOf, type Me, writtenIn } from '../../bot/addressed.ts'
import type { ChatContext } from '../../bot/context.ts'
import { showTypingNow } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import { createTable, type Table } from '../../bot/registry/table.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { type Locale, localeOfClient } from '../../language/locale.ts'
import { localeSeenIn } from '../../people/rules.ts'
import { answerPresses, sayStale } from '../answer-buttons.ts'
import { answerText } from '../answer-text.ts'
import type { Asking, AskParts } from '../asking.ts'
import { questionOf } from '../buttons.ts'
import { countQuestions, localeOfQuestion } from '../keeping/store.ts'
import { endConversation } from '../reading/conversation-store.ts'
import { groupAnswer, groupLine, groupWelcome, isPersonal } from './texts.ts'

/** Questions of one group within an hour; a group is read by many, so it gets more than a person asks. */
const QUESTIONS_AN_HOUR = 60
const GREETING = new Set(['start', 'pomoc', 'help'])

/** What else is done in a group: commands by their names, and buttons. */
export type InGroups = {
  commands: Readonly<Record<string, (ctx: ChatContext, locale: Locale) => Promise<unknown>>>
  presses: readonly Handled<ChatContext>[]
}

/**
 * Groups, where we answer questions, and little else, when mentioned or replied to, and keep personal matters out. Asked before
 * anything else: nothing of a group reaches another feature, and nobody is kept as a person for having written in one.
 */
export function groupsApart(parts: AskParts, also: InGroups): MiddlewareFn<ChatContext> {
  const table = createTable([...answerPresses((ctx: ChatContext) => askingOf(ctx, ctx.locale), parts), ...also.presses])
  return (ctx, next) => {
    if (ctx.chat?.type !== 'group' && ctx.chat?.type !== 'supergroup') return next()
    const { callbackQuery, message, myChatMember } = ctx
    if (callbackQuery?.data !== undefined) return press(ctx, parts, table, callbackQuery.data)
    if (message && writtenIn(message) !== '') return read(ctx, { ...parts, also }, message, ctx.me)
    // Whatever else happens in a group is not for us.
    return myChatMember && greet(ctx, myChatMember)
  }
}

function greet(ctx: ChatContext, { old_chat_member: before, new_chat_member: now, from }: ChatMemberUpdated) {
  const added = ['left', 'kicked'].includes(before.status) && ['member', 'administrator'].includes(now.status)
  const locale = localeOfClient(from.language_code)
  return ctx.turn.say(added ? [groupWelcome(ctx.turn.chatId, locale, ctx.me.username)] : [])
}

async function press(ctx: ChatContext, parts: AskParts, table: Table<ChatContext>, data: string): Promise<unknown> {
  ctx.locale = await localeOfPress(ctx, parts, data)
  return table.route(ctx, async () => sayStale(ctx))
}

async function read(
  ctx: ChatContext,
  parts: AskParts & { also: InGroups },
  message: Message,
  me: Me,
): Promise<unknown> {
  const text = addressedText(message, me)
  const command = commandFor(writtenIn(message), me) ?? commandOf(message, me)?.name ?? null
  if (text === null && command === null) return
  const locale = localeSeenIn(text ?? '') ?? localeOfClient(message.from?.language_code)
  const asking = askingOf(ctx, locale, message.message_id)
  const own = command === null ? undefined : parts.also.commands[command]
  if (own) return own(ctx, locale)
  if (command !== null) return obey(asking, command, me)
  showTypingNow(ctx)
  if (!text) return say(asking, groupWelcome(ctx.turn.chatId, locale, me.username))
  const now = parts.clock.now()
  const hour = Math.floor(now.epochMilliseconds / 3_600_000)
  if ((await countQuestions(parts.db, ctx.turn.chatId, now.subtract({ hours: 1 }))) >= QUESTIONS_AN_HOUR)
    return say(asking, { ...groupLine(ctx.turn.chatId, locale, 'group-limit', me), onceKey: `group-limit:${hour}` })
  return answerText(
    {
      ...asking,
      decorate: (answer, what) => {
        const said = groupAnswer(answer, what, locale, me)
        return reply(isPersonal(what) ? forAsker(said, asking) : said, message)
      },
    },
    parts,
    text,
  )
}

function obey(asking: Asking, command: string, me: Me): Promise<unknown> {
  const { turn, locale } = asking
  if (GREETING.has(command)) return say(asking, groupWelcome(turn.chatId, locale, me.username))
  if (command !== 'novo') return say(asking, forAsker(groupLine(turn.chatId, locale, 'group-private', me), asking))
  return turn.finish(async (db) => {
    await endConversation(db, turn.chatId)
    return [groupLine(turn.chatId, locale, 'started-anew', null)]
  })
}

/** Whose matter it is sees it alone, where Telegram has such messages. */
function forAsker(message: Outgoing, { memberId }: Asking): Outgoing {
  return memberId === undefined ? message : { ...message, only: memberId }
}

function say({ turn, decorate = (message) => message }: Asking, message: Outgoing): Promise<unknown> {
  return turn.say([decorate(message, null)])
}

function askingOf(ctx: ChatContext, locale: Locale, replyTo?: number): Asking {
  return {
    turn: ctx.turn,
    api: ctx.api,
    locale,
    personId: null,
    memberId: ctx.from?.id,
    place: 'group',
    role: 'member',
    decorate: (message) => (replyTo === undefined ? message : { ...message, replyTo }),
  }
}

function reply(message: Outgoing, { message_id }: Message): Outgoing {
  return { ...message, replyTo: message_id }
}

/** What is opened by a button is read as the answer above it. */
async function localeOfPress(ctx: ChatContext, { db }: AskParts, data: string): Promise<Locale> {
  const questionId = questionOf(data)
  const known = questionId === null ? null : await localeOfQuestion(db, ctx.turn.chatId, questionId)
  return known ?? localeOfClient(ctx.from?.language_code)
}
