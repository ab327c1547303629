import type { MiddlewareFn } from 'grammy'
import { paragraph, tappable } from '../../bot/message/rich.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { askWhoYouAre } from '../../people/registration/handlers.ts'
import { isRegistered } from '../../people/rules.ts'
import type { Db } from '../../platform/database/database.ts'
import { type CheckIn, checkIn, codeMeant, openCheckIn } from '../attendance/check-in.ts'
import { type Day, readCode } from '../attendance/code.ts'
import { checkInSentence } from '../attendance/texts.ts'

/** Opens what a scanned code leads to. `false`: the link is of another kind. */
export async function followCheckIn(ctx: BotContext, { db }: { db: Db }, payload: string): Promise<boolean> {
  const shown = payload === '' ? null : await openCheckIn(db, payload)
  if (!shown) return false
  await ctx.turn.finish((tx) => note(tx, ctx, shown))
  return true
}

/** Six digits are somebody's code as long as one is shown that concerns them; else they are a message like any other. */
export function hearCode({ db }: { db: Db }): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const code = ctx.message?.text === undefined ? null : readCode(ctx.message.text)
    if (code === null) return next()
    const meant = await codeMeant(db, { personId: ctx.person.id, code }, ctx.turn.receivedAt)
    if (meant === null) return next()
    if (meant === 'nobody’s') return ctx.turn.say([told(ctx, { kind: 'unknown' })])
    await ctx.turn.finish((tx) => note(tx, ctx, meant))
  }
}

/** The moment that counts is when the message reached us, however long it waited then. */
async function note(db: Db, ctx: BotContext, shown: Day & { step: number }): Promise<Outgoing[]> {
  const now = ctx.turn.receivedAt
  const result = await checkIn(db, { ...shown, personId: ctx.person.id }, now)
  // Whom a trainer is to let in must be known by name.
  const isStranger = result.kind === 'not-in-it' && !isRegistered(ctx.person)
  return isStranger ? [told(ctx, result), await askWhoYouAre(db, ctx, null, now)] : [told(ctx, result)]
}

function told(ctx: BotContext, result: CheckIn): Outgoing {
  return { chatId: ctx.turn.chatId, content: [paragraph(tappable(checkInSentence(ctx.locale, result)))] }
}
