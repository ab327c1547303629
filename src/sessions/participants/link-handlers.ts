import type { Composer } from 'grammy'
import { linkSecret, openLink } from '../../bot/links.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { askWhoYouAre } from '../../people/registration/handlers.ts'
import { isRegistered } from '../../people/rules.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { placeMessage } from '../line/sign-up-texts.ts'
import { lineMessage } from '../session/texts.ts'
import { oneSession, readerOf, SESSION_LINK } from './handlers.ts'
import { applicantOf, join } from './sign-up-handlers.ts'
import { readSubstituteLink, SUBSTITUTE, takeSubstitute } from './substitute-actions.ts'
import { openedLinkMessage, takenMessage } from './substitute-texts.ts'

/** `/start` with the payload of a link to a session or to a colleague's place; other kinds pass on. */
export function installSessionLinks(bot: Composer<BotContext>, parts: { db: Db; clock: Clock }): void {
  bot.command('start', async (ctx, next) => {
    const payload = ctx.match
    if (payload === '') return next()
    const link = openLink(await linkSecret(parts.db), payload)
    if (link && link.kind !== SESSION_LINK && link.kind !== SUBSTITUTE) return next()
    const now = parts.clock.now()
    await ctx.turn.finish(async (db) => {
      if (!link) return [lineMessage(readerOf(ctx), 'link-invalid')]
      if (link.kind === SESSION_LINK) return [await oneSession(db, ctx, Number(link.data), now)]
      return [openedLinkMessage(readerOf(ctx), await readSubstituteLink(db, payload, now), payload)]
    })
  })
  bot.callbackQuery(/^take:[\w-]+$/, (ctx) => {
    const payload = ctx.callbackQuery.data.slice('take:'.length)
    return ctx.turn.finish((db) => take(db, ctx, payload, parts.clock.now()))
  })
  bot.callbackQuery('session:take-no', (ctx) => ctx.turn.say([inPlace(ctx, lineMessage(readerOf(ctx), 'take-not'))]))
}

/** Takes a colleague's place over; somebody who has not told who they are is asked first. */
async function take(db: Db, ctx: BotContext, payload: string, now: Temporal.Instant): Promise<Outgoing[]> {
  if (!isRegistered(ctx.person)) {
    const opened = await readSubstituteLink(db, payload, now)
    if (opened.kind !== 'open') return [inPlace(ctx, takenMessage(readerOf(ctx), opened))]
    return [await askWhoYouAre(db, ctx, `take:${payload}`, now)]
  }
  const result = await takeSubstitute(db, { payload, colleague: applicantOf(ctx.person) }, now)
  if (result.kind === 'took-over') return [placeMessage(readerOf(ctx), result, now)]
  return [takenMessage(readerOf(ctx), result)]
}

/** What somebody wanted before they were asked who they are: to sign up, or to take a place over. */
export async function carryOn(db: Db, ctx: BotContext, wanted: string, now: Temporal.Instant): Promise<Outgoing[]> {
  const [what, value = ''] = wanted.split(':')
  if (what === 'join') return join(db, ctx, Number(value), now)
  return what === 'take' ? take(db, ctx, value, now) : []
}
