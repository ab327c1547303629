import { inPlace } from '../bot/presses.ts'
import { type Button, button } from '../bot/registry/button.ts'
import { endDialogue } from '../bot/registry/dialogue-store.ts'
import type { Handled } from '../bot/registry/handle.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import type { Locale } from '../language/locale.ts'
import type { Db } from '../platform/database/database.ts'
import type { BotContext } from './context.ts'
import type { Needed } from './roles/as-staff.ts'
import { handle } from './roles/handle.ts'
import { lineMessage, say } from './texts.ts'

type Asking = { kind: string; who: string }

/** «Одустани» under the questions of a dialogue. */
function stopOf<Who extends string>({ kind, who }: { kind: string; who: Who }): Button<[], Who> {
  return button(`stop:${kind}`, { who, of: kind, leaves: true })
}

/** A question with the way out of its dialogue below it. */
export function stoppable(locale: Locale, dialogue: Asking, question: Outgoing): Outgoing {
  const stop = stopOf(dialogue).labelled(say(locale)('button-cancel'))
  return { ...question, buttons: [...(question.buttons ?? []), [stop]] }
}

/** What «Одустани» does in each dialogue that there is. */
export function stopHandlers(handled: readonly Handled<BotContext>[]): Handled<BotContext>[] {
  return handled.flatMap((one) => (one.kind === 'dialogue' ? [stopHandler(one.dialogue)] : []))
}

function stopHandler({ kind, who }: Asking): Handled<BotContext> {
  const stop = async (db: Db, ctx: BotContext): Promise<Outgoing[]> => {
    const isOpen = ctx.dialogues.some((one) => one.kind === kind)
    await endDialogue(db, ctx.turn.chatId, kind)
    return [inPlace(ctx, lineMessage(ctx.turn.chatId, ctx.locale, isOpen ? 'cancelled' : 'nothing-to-cancel'))]
  }
  return who === 'everyone'
    ? handle(stopOf({ kind, who }), (ctx) => ctx.turn.finish((db) => stop(db, ctx)))
    : handle(stopOf({ kind, who: who as Needed }), stop)
}
