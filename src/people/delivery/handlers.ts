import type { Block } from '../../bot/message/rich.ts'
import { readerOf } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import { chooseChatForm, readChatForm } from '../../bot/send/chat-form-store.ts'
import type { Rich } from '../../bot/send/deliver.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Tell } from '../../bot/send/record.ts'
import { isUnknownKept, queueAbout, takeUnknown } from '../../bot/send/unknown-store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { BotContext } from '../context.ts'
import { command, handle } from '../roles/handle.ts'
import { localeOfChat } from '../store.ts'
import { lineMessage } from '../texts.ts'
import { SHOW_AGAIN, SHOW_AS } from './buttons.ts'
import { formMessage, lostMessage, notWellButton, plainerMessage, type RichShown, shownAgain } from './texts.ts'

/** Tells people of answers that may not have arrived, or not wholly. */
export function tellOfLost({ db, clock }: { db: Db; clock: Clock }): Tell {
  return async ({ id, chatId }, what) => {
    const to = { chatId, locale: (await localeOfChat(db, chatId)) ?? ('sr-Cyrl' as const) }
    const isKept = what === 'perhaps-lost' && (await isUnknownKept(db, id))
    await queueAbout(db, id, lostMessage(to, what, isKept ? id : null), clock.now())
  }
}

/** The button under a chat's first rich message. */
export function offerPlainer(db: Db): NonNullable<Rich['offer']> {
  return async (chatId) => notWellButton((await localeOfChat(db, chatId)) ?? 'sr-Cyrl')
}

/** What people do about a message that they did not get as it was meant. */
export function deliveryHandlers({ clock }: { clock: Clock }): Handled<BotContext>[] {
  return [
    handle(SHOW_AGAIN, (ctx, [rowId]) => ctx.turn.finish((db) => showAgain(db, ctx, rowId))),
    command('prikaz', 'everyone', (ctx) =>
      ctx.turn.finish(async (db) => [
        formMessage(readerOf(ctx), (await readChatForm(db, ctx.turn.chatId)) === 'plain'),
      ]),
    ),
    handle(SHOW_AS, (ctx, [form]) =>
      ctx.turn.finish(async (db) => {
        await chooseChatForm(db, ctx.turn.chatId, form === 'plain', clock.now())
        return [formChosen(ctx, form)]
      }),
    ),
  ]
}

function formChosen(ctx: BotContext, form: 'plain' | 'rich'): Outgoing {
  const shown = form === 'plain' ? richShown(ctx) : null
  return shown
    ? plainerMessage(readerOf(ctx), shown)
    : formMessage(readerOf(ctx), form === 'plain', ctx.callbackQuery?.message?.message_id)
}

/** The rich message that was pressed under, as Telegram gives it back; `null` for another, or one that is too old for that. */
function richShown({ callbackQuery }: BotContext): RichShown | null {
  const message = callbackQuery?.message
  if (!message || !('rich_message' in message) || !message.rich_message) return null
  return {
    messageId: message.message_id,
    content: message.rich_message.blocks as Block[],
    buttons: message.reply_markup?.inline_keyboard ?? [],
  }
}

async function showAgain(db: Db, ctx: BotContext, rowId: number): Promise<Outgoing[]> {
  const to = readerOf(ctx)
  const notice = ctx.callbackQuery?.message?.message_id
  const payload = await takeUnknown(db, rowId, to.chatId)
  if (payload) return shownAgain(to, payload, notice)
  const gone = lineMessage(to.chatId, to.locale, 'not-kept')
  return [notice === undefined ? gone : { ...gone, edits: notice }]
}
