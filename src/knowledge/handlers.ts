import type { Composer } from 'grammy'
import type { BotContext } from '../people/context.ts'
import type { Db } from '../platform/database/database.ts'
import { listSources } from './ingest/source-store.ts'
import { sourcesMessage } from './texts.ts'

/** /izvori: what the assistant has read. */
export function installKnowledge(bot: Composer<BotContext>, parts: { db: Db }): void {
  bot.command('izvori', async (ctx) => {
    const sources = await listSources(parts.db)
    await ctx.turn.say([sourcesMessage(ctx.turn.chatId, ctx.locale, sources)])
  })
}
