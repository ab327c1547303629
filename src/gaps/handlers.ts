import { ASK_TRAINER } from '../answers/buttons.ts'
import { readerOf } from '../bot/message/to.ts'
import { inPlace } from '../bot/presses.ts'
import type { Handled } from '../bot/registry/handle.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import type { Search } from '../knowledge/search/search.ts'
import type { BotContext } from '../people/context.ts'
import { handle } from '../people/roles/handle.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database/database.ts'
import { type Asker, offerToTrainers, sendToTrainers } from './actions.ts'
import { NOT_SEND, SEND, TAKE_BACK, TELL } from './buttons.ts'
import { chooseNews, takeBackQuestion } from './store.ts'
import { lineMessage, offerMessage, refusedMessage, say, sentMessage } from './texts.ts'

type Parts = {
  clock: Clock
  /** Search by the connection of a transaction. */
  searchIn: (db: Db) => Search
}

/** Handing a question to trainers, with consent. */
export function askerHandlers({ clock, searchIn }: Parts): Handled<BotContext>[] {
  return [
    handle(ASK_TRAINER, (ctx, [questionId]) => ctx.turn.finish((db) => offer(db, ctx, questionId, clock.now()))),
    handle(SEND, (ctx, [questionId, how]) =>
      ctx.turn.finish((db) => send(db, searchIn(db), ctx, questionId, how === 'signed', clock.now())),
    ),
    handle(NOT_SEND, (ctx) => ctx.turn.say([inPlace(ctx, lineMessage(readerOf(ctx), 'send-not'))])),
    handle(TELL, (ctx, [id, wanted]) => ctx.turn.finish((db) => tell(db, ctx, id, wanted === 'on'))),
    handle(TAKE_BACK, (ctx, [id]) => ctx.turn.finish((db) => takeBack(db, ctx, id))),
  ]
}

function askerOf(ctx: BotContext, questionId: number): Asker {
  return { person: ctx.person, chatId: ctx.turn.chatId, questionId }
}

async function offer(db: Db, ctx: BotContext, questionId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const found = await offerToTrainers(db, askerOf(ctx, questionId), now)
  if (found.kind === 'refused') return [refusedMessage(readerOf(ctx), found.reason)]
  if (found.kind === 'gone') return [lineMessage(readerOf(ctx), 'send-gone')]
  const hasMunicipality = ctx.person.profile !== null
  const asked = { questionId, text: found.question.text, hasMunicipality }
  return [offerMessage(readerOf(ctx), asked)]
}

async function send(
  db: Db,
  search: Search,
  ctx: BotContext,
  questionId: number,
  signed: boolean,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const sent = await sendToTrainers(db, search, askerOf(ctx, questionId), signed, now)
  if (sent.kind === 'sent') return [inPlace(ctx, sentMessage(readerOf(ctx), sent.own))]
  if (sent.kind === 'refused') return [inPlace(ctx, refusedMessage(readerOf(ctx), sent.reason))]
  return [inPlace(ctx, lineMessage(readerOf(ctx), 'send-gone'))]
}

async function tell(db: Db, ctx: BotContext, id: number, wanted: boolean): Promise<Outgoing[]> {
  const own = await chooseNews(db, { id, personId: ctx.person.id }, wanted)
  if (own) return [inPlace(ctx, sentMessage(readerOf(ctx), own))]
  ctx.toast(say(ctx.locale)('too-late'))
  return []
}

async function takeBack(db: Db, ctx: BotContext, id: number): Promise<Outgoing[]> {
  const isDone = await takeBackQuestion(db, { id, personId: ctx.person.id })
  return [inPlace(ctx, lineMessage(readerOf(ctx), isDone ? 'taken-back' : 'too-late'))]
}
