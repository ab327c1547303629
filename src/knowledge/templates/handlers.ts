import { readerOf } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { command, handle } from '../../people/roles/handle.ts'
import type { Db } from '../../platform/database/database.ts'
import { listTemplates, readChunks, readSection, type StoredChunk } from '../search/store.ts'
import { say } from '../texts.ts'
import { SEND_TEMPLATE } from './buttons.ts'
import { templateMessage, templatesMessage } from './texts.ts'

/** /obrasci: forms to fill in, each as a document. */
export function templateHandlers({ db }: { db: Db }): Handled<BotContext>[] {
  return [
    command('obrasci', 'everyone', async (ctx) => {
      await ctx.turn.say([templatesMessage(ctx.turn.chatId, ctx.locale, await listTemplates(db))])
    }),
    handle(SEND_TEMPLATE, async (ctx, [chunkId]) => {
      const message = await templateAt(db, ctx, chunkId)
      if (!message) return ctx.toast(say(ctx.locale)('template-gone'))
      const onceKey = `template:${chunkId}:${ctx.callbackQuery?.message?.message_id}`
      if ((await ctx.turn.finish(async () => [{ ...message, onceKey }])) === 0)
        ctx.toast(say(ctx.locale)('template-already'))
    }),
  ]
}

async function templateAt(db: Db, ctx: BotContext, chunkId: number): Promise<Outgoing | null> {
  const chunk = (await readChunks(db, [chunkId])).get(chunkId)
  return chunk ? templateOf(db, readerOf(ctx), chunk) : null
}

/** The form that a passage is of, as a document; `null` when it is of none, or that was withdrawn or replaced. */
export async function templateOf(
  db: Db,
  { chatId, locale }: Pick<BotContext, 'locale'> & { chatId: number },
  chunk: StoredChunk,
): Promise<Outgoing | null> {
  if (chunk.template === null) return null
  const [first, ...rest] = await readSection(db, chunk)
  return first ? templateMessage(chatId, locale, [first, ...rest]) : null
}
