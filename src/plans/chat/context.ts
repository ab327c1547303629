import { lineOf, readerOf } from '../../bot/message/to.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Access, accessTo, writingIn } from '../keeping/access.ts'
import { say } from './say.ts'

/** What handlers of plans share. */
export type PlanParts = { clock: Clock }

/** One sentence of ours. */
export const lineMessage = lineOf(say)

type Work = (db: Db, access: Access) => Promise<Outgoing[]>

/** Ends the turn with what those may see who may see the plan; the first message takes the place of the one that was pressed. */
export function seeing(ctx: BotContext, planId: number, work: Work): Promise<unknown> {
  return ctx.turn.finish(async (db) => {
    const access = await accessTo(db, ctx.person, planId)
    return access ? placed(ctx, await work(db, access)) : [lineMessage(readerOf(ctx), 'plan-gone')]
  })
}

/** Ends the turn with what those may do who write in the plan, while it is being made. */
export function changing(ctx: BotContext, planId: number, work: Work): Promise<unknown> {
  return ctx.turn.finish((db) => changes(db, ctx, planId, work))
}

export async function changes(db: Db, ctx: BotContext, planId: number, work: Work): Promise<Outgoing[]> {
  const access = await writingIn(db, ctx.person, planId)
  return access ? work(db, access) : [lineMessage(readerOf(ctx), 'plan-closed')]
}

/** The same for what the plan's coordinator alone may do. */
export function coordinating(ctx: BotContext, planId: number, work: Work): Promise<unknown> {
  return changing(ctx, planId, async (db, access) =>
    access.role === 'coordinator' ? work(db, access) : [lineMessage(readerOf(ctx), 'only-coordinator-of-plan')],
  )
}

function placed(ctx: BotContext, [first, ...rest]: readonly Outgoing[]): Outgoing[] {
  return first ? [first.file ? first : inPlace(ctx, first), ...rest] : []
}
