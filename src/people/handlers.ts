import type { MiddlewareFn } from 'grammy'
import { forgetChat } from '../bot/chat-data.ts'
import { inPlace } from '../bot/presses.ts'
import { endDialogues } from '../bot/registry/dialogue-store.ts'
import type { Handled } from '../bot/registry/handle.ts'
import { STAY } from '../bot/registry/leave.ts'
import { type Locale, localeOfClient } from '../language/locale.ts'
import type { Clock } from '../platform/clock.ts'
import { batched } from '../platform/database/batch.ts'
import type { Db } from '../platform/database/database.ts'
import { CHOOSE_LOCALE } from './buttons.ts'
import type { BotContext } from './context.ts'
import type { CoordinatorList } from './roles/coordinator-list.ts'
import { command, handle } from './roles/handle.ts'
import { localeOf, localeSeenIn } from './rules.ts'
import { chooseLocale, findUnchanged, markUnreachable, meetPerson, type Seen, seeAgain } from './store.ts'
import { languageChosen, languageQuestion, lineMessage, say } from './texts.ts'

/**
 * Finds out who is writing, for every update that has a sender in a private chat, or who votes; others pass no further. Whoever we do not
 * know, and who does not write, is not met: they erased their data, and pressed once more or blocked us since.
 */
export function identify(parts: {
  db: Db
  prepared: Db
  clock: Clock
  coordinators: Pick<CoordinatorList, 'recognise'>
}): MiddlewareFn<BotContext> {
  const unchanged = batched((seen: Seen[]) => findUnchanged(parts.prepared, seen))
  return async (ctx, next) => {
    const from = ctx.pollAnswer?.user ?? ctx.from
    if (!from || from.is_bot || (ctx.chat?.type !== 'private' && !ctx.pollAnswer)) return
    const now = parts.clock.now()
    const seen: Seen = {
      telegramId: from.id,
      name: [from.first_name, from.last_name].filter(Boolean).join(' '),
      // A name or an address that was asked for says nothing about how somebody wants to be written to.
      localeSeen: ctx.dialogue ? null : localeSeenIn(ctx.message?.text ?? ''),
      localeFirst: localeOfClient(from.language_code),
      now,
    }
    const person = (await unchanged(seen)) ?? (await (ctx.message ? meetPerson : seeAgain)(parts.db, seen))
    if (!person) return passBy(ctx, seen.localeFirst)
    ctx.person = { ...person, role: await parts.coordinators.recognise(person) }
    ctx.locale = localeOf(person)
    await next()
  }
}

/** Keeps nothing of whoever is not known. */
function passBy(ctx: BotContext, locale: Locale): Promise<unknown> {
  ctx.toast(say(locale)('unknown-presser'))
  return ctx.turn.finish(async (db) => {
    await forgetChat(db, ctx.turn.chatId)
    return []
  })
}

/** How somebody is written to, and the way out of whatever the chat is in the middle of. */
export function peopleHandlers(): Handled<BotContext>[] {
  return [
    command('jezik', 'everyone', (ctx) => ctx.turn.say([languageQuestion(ctx.turn.chatId, ctx.locale)])),
    handle(CHOOSE_LOCALE, (ctx, [locale]) =>
      ctx.turn.finish(async (db) => {
        await chooseLocale(db, ctx.person.id, locale)
        return [languageChosen(ctx.turn.chatId, locale, ctx.callbackQuery?.message?.message_id)]
      }),
    ),
    handle(STAY, (ctx) => ctx.turn.say([inPlace(ctx, lineMessage(ctx.turn.chatId, ctx.locale, 'nothing-discarded'))])),
    command('otkazi', 'everyone', (ctx) =>
      ctx.turn.finish(async (db) => {
        const ended = await endDialogues(db, ctx.turn.chatId)
        return [lineMessage(ctx.turn.chatId, ctx.locale, ended > 0 ? 'cancelled' : 'nothing-to-cancel')]
      }),
    ),
  ]
}

/** Whoever blocked the bot is not written to any more. */
export function noteBlocking({ clock }: { clock: Clock }): MiddlewareFn<BotContext> {
  return (ctx, next) => {
    const { myChatMember } = ctx
    if (!myChatMember) return next()
    return ctx.turn.finish(async (db) => {
      if (myChatMember.new_chat_member.status === 'kicked')
        await markUnreachable(db, ctx.person.telegramId, clock.now())
      return []
    })
  }
}
