import { endDialogue, readDialogue } from '../../bot/registry/dialogue-store.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { afterQuiet } from '../../people/notices/rules.ts'
import type { Db } from '../../platform/database/database.ts'
import { copyFor } from '../render.ts'
import { keepAndAsk, type Parts, pickable, readerOf, toast } from './asking.ts'
import {
  COMPOSE_DIALOGUE,
  type Composition,
  compositionForm,
  newComposition,
  pressed,
  withButton,
} from './composition.ts'
import { order, UNANSWERED, wantedAt } from './order.ts'
import { composeLine } from './texts.ts'

/** A button of the dialogue. One that fits no composition any more says so kindly. */
export async function press(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  what: string,
  argument: string,
): Promise<Outgoing[]> {
  if (what === 'new') return keepAndAsk(db, ctx, parts, newComposition())
  if (what === 'ask') return toast(ctx, 'button-in-preview')
  // From the card of a session one goes on with what was begun.
  const composition = (await openComposition(db, ctx)) ?? (what === 'for' ? newComposition() : null)
  if (!composition) return toast(ctx, 'stale')
  const isOfSession = ['for', 'session', 'button-session'].includes(what)
  const session = isOfSession ? (await pickable(db, parts)).find(({ id }) => id === Number(argument)) : undefined
  if (isOfSession && !session) return toast(ctx, 'stale')
  const next =
    what === 'button-session'
      ? withButton(composition, { kind: 'session', sessionId: session!.id, title: session!.title })
      : pressed(composition, what, argument)
  if (next) return keepAndAsk(db, ctx, parts, next)
  switch (what) {
    case 'cancel':
      await endDialogue(db, ctx.turn.chatId, COMPOSE_DIALOGUE)
      return [composeLine(readerOf(ctx), 'dialogue-left')]
    case 'send-me':
      return composition.content
        ? [composeLine(readerOf(ctx), 'sent-to-you'), await copyForMe(db, ctx, composition)]
        : toast(ctx, 'stale')
    case 'send-now':
      return order(db, ctx, parts, { ...composition, sendAt: null, ...UNANSWERED })
    case 'anyway':
      return order(db, ctx, parts, { ...composition, knowsCancelled: true })
    case 'morning':
      return order(db, ctx, parts, { ...composition, sendAt: afterQuiet(wantedAt(composition, parts)).toString() })
    case 'insist':
      return order(db, ctx, parts, { ...composition, insists: true })
    case 'confirm':
      return order(db, ctx, parts, { ...composition, isSure: true })
    default:
      return toast(ctx, 'stale')
  }
}

async function openComposition(db: Db, ctx: BotContext): Promise<Composition | null> {
  const kept = compositionForm.safeParse((await readDialogue(db, ctx.turn.chatId, COMPOSE_DIALOGUE))?.data)
  return kept.success ? kept.data : null
}

async function copyForMe(db: Db, ctx: BotContext, { audiences, content }: Composition): Promise<Outgoing> {
  return { chatId: ctx.turn.chatId, ...(await copyFor(db, ctx.locale, { id: null, audiences, content: content! })) }
}
