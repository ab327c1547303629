import type { Handled } from '../../bot/registry/handle.ts'
import type { BotContext } from '../../people/context.ts'
import { handle } from '../../people/roles/handle.ts'
import { say } from '../texts.ts'
import { DIGEST } from './buttons.ts'
import { chooseDigest } from './digest-store.ts'

/** Switching the weekly digest off and on. */
export function digestHandlers(): Handled<BotContext>[] {
  return [
    handle(DIGEST, async (db, ctx, [wanted]) => {
      await chooseDigest(db, ctx.person.id, wanted === 'on')
      const t = say(ctx.locale)
      const turned = wanted === 'on' ? 'off' : 'on'
      const label = t(wanted === 'on' ? 'button-digest-off' : 'button-digest-on')
      const edits = ctx.callbackQuery?.message?.message_id
      ctx.toast(t(wanted === 'on' ? 'digest-on' : 'digest-off'))
      if (edits === undefined) return []
      return [{ chatId: ctx.turn.chatId, content: [], edits, buttons: [[DIGEST.labelled(label, turned)]] }]
    }),
  ]
}
