import { readerOf } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { afterQuiet } from '../../people/notices/rules.ts'
import { command, converse, handle, handleEach } from '../../people/roles/handle.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Session } from '../../sessions/session/session.ts'
import { BROADCAST_FOR, BROADCAST_TO_CONFIRMED } from '../../sessions/staff/buttons.ts'
import { copyFor } from '../render.ts'
import { begin, beginAndAsk, keepAndAsk, type Parts, pickable, toast } from './asking.ts'
import {
  BUTTON_TO_SESSION,
  DISCARD,
  ENDS,
  NEW,
  OPEN,
  PICK_AUDIENCE,
  PICK_MUNICIPALITY,
  PICK_SESSION,
  PICK_WHO,
  STEPS,
} from './buttons.ts'
import {
  COMPOSE_DIALOGUE,
  type Composition,
  newComposition,
  ofSession,
  stepped,
  toConfirmed,
  waitsFor,
  withButton,
  withKind,
  withMunicipality,
  withWho,
} from './composition.ts'
import { order, UNANSWERED, wantedAt } from './order.ts'
import { read } from './reading.ts'
import { composeLine } from './texts.ts'

/** /poruka: a message from staff to an audience, prepared step by step. A button that fits no composition any more says so kindly. */
export function composeHandlers(parts: Parts): Handled<BotContext>[] {
  return [
    command('poruka', 'trainer', (db, ctx) => begin(db, ctx, parts)),
    handle(NEW, (db, ctx) => beginAndAsk(db, ctx, parts, newComposition())),
    // From the card of a session one goes on with what was begun.
    handle(BROADCAST_FOR, async (db, ctx, [sessionId]) => {
      const composition = (await COMPOSE_DIALOGUE.read(db, ctx.turn.chatId)) ?? newComposition()
      return goOnWith(db, ctx, parts, sessionId, (session) => ofSession(composition, session.id))
    }),
    handle(BROADCAST_TO_CONFIRMED, (db, ctx, [sessionId]) =>
      goOnWith(db, ctx, parts, sessionId, ({ id }) => toConfirmed(id), beginAndAsk),
    ),
    handle(PICK_SESSION, (db, ctx, [sessionId]) =>
      onComposition(db, ctx, (composition) =>
        goOnWith(db, ctx, parts, sessionId, (session) => ofSession(composition, session.id)),
      ),
    ),
    handle(BUTTON_TO_SESSION, (db, ctx, [sessionId]) =>
      onComposition(db, ctx, (composition) =>
        goOnWith(db, ctx, parts, sessionId, ({ id, title }) =>
          withButton(composition, { kind: 'session', sessionId: id, title }),
        ),
      ),
    ),
    handle(PICK_AUDIENCE, (db, ctx, [kind]) => step(db, ctx, parts, (composition) => withKind(composition, kind))),
    handle(PICK_WHO, (db, ctx, [who]) => step(db, ctx, parts, (composition) => withWho(composition, who))),
    handle(PICK_MUNICIPALITY, (db, ctx, [code]) =>
      step(db, ctx, parts, (composition) => withMunicipality(composition, code)),
    ),
    handle(OPEN, (db, ctx) => step(db, ctx, parts, (composition) => composition)),
    handle(DISCARD, (db, ctx) => onComposition(db, ctx, () => discard(db, ctx))),
    ...handleEach(STEPS, (what) => (db, ctx) => step(db, ctx, parts, (composition) => stepped(composition, what))),
    ...handleEach(
      ENDS,
      (what) => (db, ctx) => onComposition(db, ctx, (composition) => end(db, ctx, parts, composition, what)),
    ),
    converse(COMPOSE_DIALOGUE, (ctx, composition, message) =>
      waitsFor(composition, message) ? (db) => read(db, ctx, parts, composition, message) : null,
    ),
  ]
}

/** What a press does with the composition that was begun. */
async function onComposition(
  db: Db,
  ctx: BotContext,
  work: (composition: Composition) => Promise<Outgoing[]>,
): Promise<Outgoing[]> {
  const composition = await COMPOSE_DIALOGUE.read(db, ctx.turn.chatId)
  return composition ? work(composition) : toast(ctx, 'stale')
}

function step(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  next: (composition: Composition) => Composition | null,
): Promise<Outgoing[]> {
  return onComposition(db, ctx, async (composition) => {
    const changed = next(composition)
    return changed ? keepAndAsk(db, ctx, parts, changed) : toast(ctx, 'stale')
  })
}

/** Goes on with a session that may still be picked. */
async function goOnWith(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  sessionId: number,
  next: (session: Session) => Composition,
  ask = keepAndAsk,
): Promise<Outgoing[]> {
  const session = (await pickable(db, parts)).find(({ id }) => id === sessionId)
  return session ? ask(db, ctx, parts, next(session)) : toast(ctx, 'stale')
}

async function end(
  db: Db,
  ctx: BotContext,
  parts: Parts,
  composition: Composition,
  what: keyof typeof ENDS,
): Promise<Outgoing[]> {
  switch (what) {
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
  }
}

async function discard(db: Db, ctx: BotContext): Promise<Outgoing[]> {
  await COMPOSE_DIALOGUE.end(db, ctx.turn.chatId)
  return [composeLine(readerOf(ctx), 'dialogue-left')]
}

async function copyForMe(db: Db, ctx: BotContext, { audiences, content }: Composition): Promise<Outgoing> {
  return { chatId: ctx.turn.chatId, ...(await copyFor(db, ctx.locale, { id: null, audiences, content: content! })) }
}
