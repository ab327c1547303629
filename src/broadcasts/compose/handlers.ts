import { endDialogue, readDialogue } from '../../bot/dialogue.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { afterQuiet } from '../../people/notices/rules.ts'
import type { Db } from '../../platform/database/database.ts'
import { copyFor } from '../render.ts'
import { keepAndAsk, type Parts, pickable, readerOf, toast } from './asking.ts'
import { DRAFT_DIALOGUE, type Draft, draftForm, newDraft, pressed, withButton } from './composition.ts'
import { order, UNANSWERED, wantedAt } from './order.ts'
import { draftLine } from './texts.ts'

/** A button of the dialogue. One that fits no draft any more says so kindly. */
export async function press(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  what: string,
  argument: string,
): Promise<Outgoing[]> {
  if (what === 'new') return keepAndAsk(db, ctx, parts, newDraft())
  if (what === 'ask') return toast(ctx, 'button-in-preview')
  // From the card of a session one goes on with what was begun.
  const draft = (await openDraft(db, ctx)) ?? (what === 'for' ? newDraft() : null)
  if (!draft) return toast(ctx, 'stale')
  const isOfSession = ['for', 'session', 'button-session'].includes(what)
  const session = isOfSession ? (await pickable(db, parts)).find(({ id }) => id === Number(argument)) : undefined
  if (isOfSession && !session) return toast(ctx, 'stale')
  const next =
    what === 'button-session'
      ? withButton(draft, { kind: 'session', sessionId: session!.id, title: session!.title })
      : pressed(draft, what, argument)
  if (next) return keepAndAsk(db, ctx, parts, next)
  switch (what) {
    case 'cancel':
      await endDialogue(db, ctx.turn.chatId, DRAFT_DIALOGUE)
      return [draftLine(readerOf(ctx), 'dialogue-left')]
    case 'send-me':
      return draft.content
        ? [draftLine(readerOf(ctx), 'sent-to-you'), await copyForMe(db, ctx, draft)]
        : toast(ctx, 'stale')
    case 'send-now':
      return order(db, ctx, parts, { ...draft, sendAt: null, ...UNANSWERED })
    case 'anyway':
      return order(db, ctx, parts, { ...draft, knowsCancelled: true })
    case 'morning':
      return order(db, ctx, parts, { ...draft, sendAt: afterQuiet(wantedAt(draft, parts)).toString() })
    case 'insist':
      return order(db, ctx, parts, { ...draft, insists: true })
    case 'confirm':
      return order(db, ctx, parts, { ...draft, isSure: true })
    default:
      return toast(ctx, 'stale')
  }
}

async function openDraft(db: Db, ctx: BotContext): Promise<Draft | null> {
  const kept = draftForm.safeParse((await readDialogue(db, ctx.turn.chatId, DRAFT_DIALOGUE))?.data)
  return kept.success ? kept.data : null
}

async function copyForMe(db: Db, ctx: BotContext, { audiences, content }: Draft): Promise<Outgoing> {
  return { chatId: ctx.turn.chatId, ...(await copyFor(db, ctx.locale, { id: null, audiences, content: content! })) }
}
