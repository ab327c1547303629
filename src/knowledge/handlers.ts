import type { Handled } from '../bot/registry/handle.ts'
import type { BotContext } from '../people/context.ts'
import { command } from '../people/roles/handle.ts'
import type { Db } from '../platform/database/database.ts'
import { listSources } from './ingest/source-store.ts'
import { sourcesMessage } from './texts.ts'

/** /izvori: what the assistant has read. */
export function knowledgeHandlers({ db }: { db: Db }): Handled<BotContext>[] {
  return [
    command('izvori', 'everyone', async (ctx) => {
      await ctx.turn.say([sourcesMessage(ctx.turn.chatId, ctx.locale, await listSources(db))])
    }),
  ]
}
