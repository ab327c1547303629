import type { Composer } from 'grammy'
import { z } from 'zod'
import { linkSecret, sealLink } from '../../bot/links.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { comingMessage, PAGE, sessionMessage } from '../line/card-texts.ts'
import { countComingSessions, explainPosition, listComingSessions, mySessions, viewSession } from '../line/reads.ts'
import { calendarFile } from '../session/calendar.ts'
import { lineMessage, type PlainSentence, type Reader, say, titleOf } from '../session/texts.ts'
import { mineMessage } from './mine-texts.ts'
import { linkMessage } from './substitute-texts.ts'
import { whyMessage } from './why-texts.ts'

/** The kind of links that open a session. */
export const SESSION_LINK = 's'

export const id = z.coerce.number().int().positive().max(2_147_483_647)
const pressed = z.union([
  z.tuple([z.literal('page'), z.coerce.number().int().min(0).max(9_999)]),
  z.tuple([z.enum(['view', 'share', 'file', 'why']), id]),
])

/** Sessions to look at, and one's own: lists, details, links, calendar files, reasons. Nothing here changes anything. */
export function installSessions(bot: Composer<BotContext>, { clock }: { clock: Clock }): void {
  bot.command('obuke', (ctx) => ctx.turn.finish(async (db) => [await comingSessions(db, ctx, 0, clock.now())]))
  bot.command('moje', (ctx) =>
    ctx.turn.finish(async (db) => {
      const now = clock.now()
      return [mineMessage(readerOf(ctx), await mySessions(db, ctx.person.id, now), now)]
    }),
  )
  bot.callbackQuery(/^session:(page|view|share|file|why):/, async (ctx, next) => {
    const data = pressed.safeParse(ctx.callbackQuery.data.split(':').slice(1))
    if (!data.success) return next()
    const [what, value] = data.data
    await ctx.turn.finish(async (db) => [await show(db, ctx, what, value, clock.now())])
  })
}

async function show(
  db: Db,
  ctx: BotContext,
  what: z.infer<typeof pressed>[0],
  value: number,
  now: Temporal.Instant,
): Promise<Outgoing> {
  switch (what) {
    case 'page':
      return inPlace(ctx, await comingSessions(db, ctx, value, now))
    case 'view':
      return oneSession(db, ctx, value, now)
    case 'share':
      return sessionLink(db, ctx, value)
    case 'file':
      return ownCalendarFile(db, ctx, value, now)
    case 'why': {
      const why = await explainPosition(db, { signUpId: value, personId: ctx.person.id }, now)
      return why ? whyMessage(readerOf(ctx), why) : lineMessage(readerOf(ctx), 'not-yours')
    }
  }
}

/** The coming sessions as this person sees them; a page that is not there is the last one. */
export async function comingSessions(db: Db, ctx: BotContext, asked: number, now: Temporal.Instant): Promise<Outgoing> {
  const count = await countComingSessions(db, now)
  const page = Math.max(0, Math.min(asked, Math.ceil(count / PAGE) - 1))
  const cards = await listComingSessions(db, ctx.person.id, now, { from: page * PAGE, most: PAGE })
  return comingMessage(readerOf(ctx), { cards, page, count }, now)
}

/** One session, unless it is still being prepared. */
export async function oneSession(db: Db, ctx: BotContext, sessionId: number, now: Temporal.Instant): Promise<Outgoing> {
  const card = await viewSession(db, sessionId, ctx.person.id)
  if (!card || card.session.state === 'draft') return lineMessage(readerOf(ctx), 'session-unknown')
  return sessionMessage(readerOf(ctx), card, now)
}

async function sessionLink(db: Db, ctx: BotContext, sessionId: number): Promise<Outgoing> {
  const card = await viewSession(db, sessionId, ctx.person.id)
  if (!card || card.session.state === 'draft') return lineMessage(readerOf(ctx), 'session-unknown')
  const payload = sealLink(await linkSecret(db), { kind: SESSION_LINK, data: String(sessionId) })
  const title = titleOf(ctx.locale, card.session)
  const text = say(ctx.locale)('share-text', { title })
  return linkMessage(readerOf(ctx), { text, title }, startUrl(ctx, payload))
}

/** The calendar file of a session in which the person has a place. */
async function ownCalendarFile(db: Db, ctx: BotContext, sessionId: number, now: Temporal.Instant): Promise<Outgoing> {
  const card = await viewSession(db, sessionId, ctx.person.id)
  if (card?.own?.signUp.status !== 'confirmed') return lineMessage(readerOf(ctx), 'not-signed-up')
  const text = lineMessage(readerOf(ctx), 'calendar-text', { title: titleOf(ctx.locale, card.session) })
  return { ...text, file: calendarFile(card.session, ctx.locale, now) }
}

/** The address that opens this bot with `payload`. */
export function startUrl(ctx: BotContext, payload: string): string {
  return `https://t.me/${ctx.me.username}?start=${payload}`
}

export function readerOf(ctx: BotContext): Reader {
  return { chatId: ctx.turn.chatId, locale: ctx.locale }
}

/** A button that came too late or is not theirs: said over the chat, nothing is sent. */
export function toast(ctx: BotContext, sentence: PlainSentence): Outgoing[] {
  ctx.toast(say(ctx.locale)(sentence))
  return []
}
