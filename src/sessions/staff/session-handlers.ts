import { linkSecret, sealLink } from '../../bot/links.ts'
import { pageButton } from '../../bot/message/page-button.ts'
import { inPlaceFor, readerOf } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { command, handle, handleEach } from '../../people/roles/handle.ts'
import { stoppable } from '../../people/stop.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { isActive } from '../line/sign-up.ts'
import { readRoll } from '../line/store.ts'
import { hasEnded } from '../session/session.ts'
import { LIST, ON_SESSION } from './buttons.ts'
import { ACT_DIALOGUE } from './form/dialogue.ts'
import { HISTORY_LINES, historyMessage } from './history-texts.ts'
import { sentenceMessage } from './message.ts'
import { listSessionsForStaff, sessionHistory } from './reads.ts'
import { exportedList } from './roll/exported.ts'
import { cancelSession, closeSession, openSession } from './session-actions.ts'
import { cancelMessage, linkMessage, sessionMessage, sessionsMessage } from './session-texts.ts'
import { cancelledText, stateText } from './state-texts.ts'
import { say } from './texts.ts'

type Parts = { clock: Clock; dashboard: string | null }

/** The list of sessions and what is done to a whole one: open, close, cancel, history, export, link. */
export function staffSessions(parts: Parts): Handled<BotContext>[] {
  return [
    command('upravljanje', 'trainer', (db, ctx) => showList(db, ctx, parts, { which: 'ahead', page: 0 })),
    handle(LIST, (db, ctx, [which, page]) => showList(db, ctx, parts, { which, page })),
    ...handleEach(ON_SESSION, {
      session: (db, ctx, [sessionId]) => showCard(db, ctx, parts, sessionId),
      open: (db, ctx, [sessionId]) => open(db, ctx, parts, sessionId),
      close: (db, ctx, [sessionId]) => close(db, ctx, parts, sessionId),
      cancel: (db, ctx, [sessionId]) => askToCancel(db, ctx, parts, sessionId),
      'cancel-yes': (db, ctx, [sessionId]) => cancel(db, ctx, parts, sessionId),
      history: (db, ctx, [sessionId]) => history(db, ctx, sessionId),
      export: (db, ctx, [sessionId]) => exported(db, ctx, parts, sessionId),
      link: (db, ctx, [sessionId]) => link(db, ctx, sessionId),
    }),
  ]
}

async function showList(
  db: Db,
  ctx: BotContext,
  { clock, dashboard }: Parts,
  what: { which: 'ahead' | 'past'; page: number },
): Promise<Outgoing[]> {
  const now = clock.now()
  const message = sessionsMessage(inPlaceFor(ctx), await listSessionsForStaff(db, now), now, what)
  const open = pageButton(dashboard, '/sessions', say(ctx.locale)('button-dashboard'))
  return [{ ...message, buttons: [...(message.buttons ?? []), ...open] }]
}

/** The card of a session as it is now, in place of the message whose button was pressed. */
export async function card(
  db: Db,
  ctx: BotContext,
  { clock }: Pick<Parts, 'clock'>,
  sessionId: number,
  note?: string,
): Promise<Outgoing> {
  const roll = await readRoll(db, sessionId)
  return roll
    ? sessionMessage(inPlaceFor(ctx), roll, clock.now(), note)
    : sentenceMessage(inPlaceFor(ctx), 'card-unknown')
}

async function showCard(db: Db, ctx: BotContext, parts: Parts, sessionId: number): Promise<Outgoing[]> {
  // «Не, нека остане» under a question about cancelling ends that question.
  if (ACT_DIALOGUE.open(ctx)?.act === 'cancel') await ACT_DIALOGUE.end(db, ctx.turn.chatId)
  return [await card(db, ctx, parts, sessionId)]
}

async function open(db: Db, ctx: BotContext, parts: Parts, sessionId: number): Promise<Outgoing[]> {
  const result = await openSession(db, { sessionId, staffId: ctx.person.id }, parts.clock.now())
  return [await card(db, ctx, parts, sessionId, stateText(ctx.locale, 'open', result))]
}

async function close(db: Db, ctx: BotContext, parts: Parts, sessionId: number): Promise<Outgoing[]> {
  const result = await closeSession(db, { sessionId, staffId: ctx.person.id }, parts.clock.now())
  return [await card(db, ctx, parts, sessionId, stateText(ctx.locale, 'close', result))]
}

async function history(db: Db, ctx: BotContext, sessionId: number): Promise<Outgoing[]> {
  const roll = await readRoll(db, sessionId)
  if (!roll) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
  return [historyMessage(inPlaceFor(ctx), roll.session, await sessionHistory(db, sessionId, HISTORY_LINES + 1))]
}

async function exported(db: Db, ctx: BotContext, { clock }: Parts, sessionId: number): Promise<Outgoing[]> {
  return (
    (await exportedList(db, readerOf(ctx), sessionId, clock.now())) ?? [
      sentenceMessage(inPlaceFor(ctx), 'card-unknown'),
    ]
  )
}

async function link(db: Db, ctx: BotContext, sessionId: number): Promise<Outgoing[]> {
  const roll = await readRoll(db, sessionId)
  if (!roll) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
  return [linkMessage(readerOf(ctx), roll.session, await signUpLink(db, ctx, sessionId))]
}

/** The address that opens a session in the chat with the bot. */
export async function signUpLink(db: Db, ctx: BotContext, sessionId: number): Promise<string> {
  const payload = sealLink(await linkSecret(db), { kind: 's', data: String(sessionId) })
  return `https://t.me/${ctx.me.username}?start=${payload}`
}

async function askToCancel(db: Db, ctx: BotContext, { clock }: Parts, sessionId: number): Promise<Outgoing[]> {
  const roll = await readRoll(db, sessionId)
  if (!roll) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
  if (roll.session.state === 'cancelled') return [sentenceMessage(readerOf(ctx), 'session-cancelled')]
  if (hasEnded(roll.session, clock.now())) return [sentenceMessage(readerOf(ctx), 'session-over')]
  const dialogue = { act: 'cancel', sessionId, reason: null } as const
  await ACT_DIALOGUE.keep(db, ctx.turn.chatId, dialogue, clock.now())
  const question = sentenceMessage(readerOf(ctx), 'cancel-ask', { title: roll.session.title })
  return [stoppable(ctx.locale, ACT_DIALOGUE, question)]
}

/** With the reason known, says whom a cancellation would tell, and asks once more. */
export async function confirmCancel(
  db: Db,
  ctx: BotContext,
  { clock }: Pick<Parts, 'clock'>,
  sessionId: number,
  reason: string,
): Promise<Outgoing[]> {
  const roll = await readRoll(db, sessionId)
  if (!roll) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
  await ACT_DIALOGUE.keep(db, ctx.turn.chatId, { act: 'cancel', sessionId, reason }, clock.now())
  return [cancelMessage(inPlaceFor(ctx), roll.session, reason, roll.signUps.filter(isActive).length)]
}

async function cancel(db: Db, ctx: BotContext, parts: Parts, sessionId: number): Promise<Outgoing[]> {
  const dialogue = ACT_DIALOGUE.open(ctx)
  const asked = dialogue?.act === 'cancel' && dialogue.sessionId === sessionId ? dialogue.reason : null
  if (asked === null) return [await card(db, ctx, parts, sessionId)]
  await ACT_DIALOGUE.end(db, ctx.turn.chatId)
  const by = { sessionId, staffId: ctx.person.id, reason: asked }
  const now = parts.clock.now()
  const result = await cancelSession(db, by, now)
  return [await card(db, ctx, parts, sessionId, cancelledText(ctx.locale, result, now))]
}
