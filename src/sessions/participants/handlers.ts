import { linkSecret, sealLink } from '../../bot/links.ts'
import { pageButton } from '../../bot/message/page-button.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { command, handle } from '../../people/roles/handle.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { readOwnAttendance } from '../attendance/reads.ts'
import { CALENDAR, PAGE_OF_SESSIONS, SHARE, VIEW, WHY } from '../buttons.ts'
import { comingMessage, PAGE, sessionMessage } from '../line/card-texts.ts'
import { countComingSessions, explainPosition, listComingSessions, mySessions, viewSession } from '../line/reads.ts'
import { type PlainSentence, say } from '../say.ts'
import { calendarFile } from '../session/calendar.ts'
import { lineMessage, type Reader, titleOf } from '../session/texts.ts'
import { mineMessage } from './mine-texts.ts'
import { linkMessage } from './substitute-texts.ts'
import { whyMessage } from './why-texts.ts'

/** The kind of links that open a session. */
export const SESSION_LINK = 's'

/** Sessions to look at, and one's own: lists, details, links, calendar files, reasons. Nothing here changes anything. */
export function sessionHandlers({
  clock,
  dashboard,
}: {
  clock: Clock
  dashboard: string | null
}): Handled<BotContext>[] {
  const show = (ctx: BotContext, shown: (db: Db, now: Temporal.Instant) => Promise<Outgoing>) =>
    ctx.turn.finish(async (db) => [await shown(db, clock.now())])
  return [
    command('obuke', 'everyone', (ctx) => show(ctx, (db, now) => comingSessions(db, ctx, 0, now))),
    command('moje', 'everyone', (ctx) =>
      show(ctx, async (db, now) => {
        const message = await mine(db, ctx.person.id, readerOf(ctx), now)
        const open = pageButton(dashboard, '/mine', say(ctx.locale)('button-page'))
        return { ...message, buttons: [...(message.buttons ?? []), ...open] }
      }),
    ),
    handle(PAGE_OF_SESSIONS, (ctx, [page]) =>
      show(ctx, async (db, now) => inPlace(ctx, await comingSessions(db, ctx, page, now))),
    ),
    handle(VIEW, (ctx, [sessionId]) => show(ctx, (db, now) => oneSession(db, ctx, sessionId, now))),
    handle(SHARE, (ctx, [sessionId]) => show(ctx, (db) => sessionLink(db, ctx, sessionId))),
    handle(CALENDAR, (ctx, [sessionId]) => show(ctx, (db, now) => ownCalendarFile(db, ctx, sessionId, now))),
    handle(WHY, (ctx, [signUpId]) => show(ctx, (db, now) => whyThere(db, ctx, signUpId, now))),
  ]
}

/** What «/moje» says: the sign-ups of a person, and when they were there. */
export async function mine(db: Db, personId: number, reader: Reader, now: Temporal.Instant): Promise<Outgoing> {
  const cards = await mySessions(db, personId, now)
  const own = cards.flatMap(({ session, own }) => (own ? [{ session, signUp: own.signUp }] : []))
  return mineMessage(reader, cards, await readOwnAttendance(db, own), now)
}

async function whyThere(db: Db, ctx: BotContext, signUpId: number, now: Temporal.Instant): Promise<Outgoing> {
  const why = await explainPosition(db, { signUpId, personId: ctx.person.id }, now)
  return why ? whyMessage(readerOf(ctx), why) : lineMessage(readerOf(ctx), 'not-yours')
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
  return { ...text, file: calendarFile(card.session, ctx.locale, now, readerOf(ctx)) }
}

/** The address that opens this bot with `payload`. */
export function startUrl(ctx: BotContext, payload: string): string {
  return `https://t.me/${ctx.me.username}?start=${payload}`
}

export function readerOf(ctx: BotContext): Reader {
  return { chatId: ctx.turn.chatId, locale: ctx.locale, bot: ctx.me.username }
}

/** A button that came too late or is not theirs: said over the chat, nothing is sent. */
export function toast(ctx: BotContext, sentence: PlainSentence): Outgoing[] {
  ctx.toast(say(ctx.locale)(sentence))
  return []
}
