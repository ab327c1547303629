import { readerOf } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { BotContext } from '../../people/context.ts'
import { handle } from '../../people/roles/handle.ts'
import { CHOOSE_HOUR, DIGEST_HOURS } from './buttons.ts'
import { chooseHour, readDigests } from './store.ts'
import { hoursMessage } from './texts.ts'

/** When somebody of staff gets the digest. */
export function digestHandlers(): Handled<BotContext>[] {
  return [
    handle(DIGEST_HOURS, async (db, ctx) => {
      const { hour } = (await readDigests(db, [ctx.person.id])).get(ctx.person.id)!
      return [hoursMessage(readerOf(ctx), hour)]
    }),
    handle(CHOOSE_HOUR, async (db, ctx, [chosen]) => {
      const hour = chosen === 'never' ? null : Number(chosen)
      await chooseHour(db, ctx.person.id, hour)
      return [hoursMessage(readerOf(ctx), hour, ctx.callbackQuery?.message?.message_id)]
    }),
  ]
}
