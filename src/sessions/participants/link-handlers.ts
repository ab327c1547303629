import { linkSecret, openLink } from '../../bot/links.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { askWhoYouAre } from '../../people/registration/handlers.ts'
import { handle } from '../../people/roles/handle.ts'
import { isRegistered } from '../../people/rules.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { CLAIM, JOIN, LEAVE_PLACE, TAKE_PLACE } from '../buttons.ts'
import type { Follow } from '../joining/actions.ts'
import { placeMessage } from '../line/sign-up-texts.ts'
import { lineMessage } from '../session/texts.ts'
import { claim } from './claim-handlers.ts'
import { oneSession, readerOf, SESSION_LINK } from './handlers.ts'
import { applicantOf, join } from './sign-up-handlers.ts'
import { readSubstituteLink, SUBSTITUTE, takeSubstitute } from './substitute-actions.ts'
import { openedLinkMessage, takenMessage } from './substitute-texts.ts'

/** Opens what a link to a session or to a colleague's place leads to. `false`: there is no link, or it is of another kind. */
export async function followSessionLink(
  ctx: BotContext,
  parts: { db: Db; clock: Clock },
  payload: string,
): Promise<boolean> {
  if (payload === '') return false
  const link = openLink(await linkSecret(parts.db), payload)
  if (link && link.kind !== SESSION_LINK && link.kind !== SUBSTITUTE) return false
  const now = parts.clock.now()
  await ctx.turn.finish(async (db) => {
    if (!link) return [lineMessage(readerOf(ctx), 'link-invalid')]
    if (link.kind === SESSION_LINK) return [await oneSession(db, ctx, Number(link.data), now)]
    return [openedLinkMessage(readerOf(ctx), await readSubstituteLink(db, payload, now), payload)]
  })
  return true
}

/** The buttons under a colleague's link. */
export function linkHandlers({ clock }: { clock: Clock }): Handled<BotContext>[] {
  return [
    handle(TAKE_PLACE, (ctx, [payload]) => ctx.turn.finish((db) => take(db, ctx, payload, clock.now()))),
    handle(LEAVE_PLACE, (ctx) => ctx.turn.say([inPlace(ctx, lineMessage(readerOf(ctx), 'take-not'))])),
  ]
}

/** Takes a colleague's place over; somebody who has not told who they are is asked first. */
async function take(db: Db, ctx: BotContext, payload: string, now: Temporal.Instant): Promise<Outgoing[]> {
  if (!isRegistered(ctx.person)) {
    const opened = await readSubstituteLink(db, payload, now)
    if (opened.kind !== 'open') return [inPlace(ctx, takenMessage(readerOf(ctx), opened))]
    return [await askWhoYouAre(db, ctx, TAKE_PLACE.data(payload), now)]
  }
  const result = await takeSubstitute(db, { payload, colleague: applicantOf(ctx.person) }, now)
  if (result.kind === 'took-over') return [placeMessage(readerOf(ctx), result, now)]
  return [takenMessage(readerOf(ctx), result)]
}

/** What somebody pressed before they were asked who they are: to sign up, or to take a place over. */
export async function carryOn(
  db: Db,
  ctx: BotContext,
  { wanted, follow }: { wanted: string; follow: readonly Follow[] },
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  // Before there was a table of buttons, «join:5» was kept.
  const [sessionId] = JOIN.read(wanted) ?? JOIN.read(`session:${wanted}`) ?? []
  if (sessionId !== undefined) return join(db, ctx, sessionId, now)
  const [personal] = CLAIM.read(wanted) ?? []
  if (personal !== undefined) return claim(db, ctx, { clock: { now: () => now }, follow }, personal)
  const [payload] = TAKE_PLACE.read(wanted) ?? []
  return payload === undefined ? [] : take(db, ctx, payload, now)
}
