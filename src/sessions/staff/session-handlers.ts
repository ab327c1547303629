import type { Composer } from 'grammy'
import { z } from 'zod'
import { dialogueOf, endDialogue, keepDialogue } from '../../bot/dialogue.ts'
import { linkSecret, sealLink } from '../../bot/links.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { listPeople } from '../../people/directory-store.ts'
import { finishAs } from '../../people/roles/as-staff.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { isActive } from '../line/sign-up.ts'
import { readRoll } from '../line/store.ts'
import { hasEnded } from '../session/session.ts'
import { exportFiles } from './export.ts'
import { ACT_DIALOGUE, actDialogue } from './form/dialogue.ts'
import { planFaultSentence } from './form/texts.ts'
import { below, inPlaceFor, sentenceMessage } from './message.ts'
import { listEntries, listSessionsForStaff, sessionHistory } from './reads.ts'
import { cancelSession, closeSession, openSession } from './session-actions.ts'
import {
  cancelMessage,
  HISTORY_LINES,
  historyMessage,
  linkMessage,
  sessionMessage,
  sessionsMessage,
} from './session-texts.ts'
import { say } from './texts.ts'

type Parts = { clock: Clock }

const id = z.coerce.number().int().positive().max(2_147_483_647)
const pressed = z.tuple([
  z.literal('staff'),
  z.enum(['session', 'open', 'close', 'cancel', 'cancel-yes', 'history', 'export', 'link']),
  id,
])
type Pressed = z.infer<typeof pressed>[1]

/** The list of sessions and what is done to a whole one: open, close, cancel, history, export, link. */
export function installStaffSessions(bot: Composer<BotContext>, parts: Parts): void {
  bot.command('upravljanje', (ctx) => showList(ctx, parts, { which: 'ahead', page: 0 }))
  bot.callbackQuery(/^staff:list:(ahead|past):(\d{1,4})$/, (ctx) =>
    showList(ctx, parts, { which: ctx.match[1] === 'past' ? 'past' : 'ahead', page: Number(ctx.match[2]) }),
  )
  bot.callbackQuery(/^staff:/, async (ctx, next) => {
    const data = pressed.safeParse(ctx.callbackQuery.data.split(':'))
    if (!data.success) return next()
    const [, what, sessionId] = data.data
    await finishAs(ctx, 'trainer', (db) => ACTS[what](db, ctx, parts, sessionId))
  })
}

function showList(
  ctx: BotContext,
  { clock }: Parts,
  what: { which: 'ahead' | 'past'; page: number },
): Promise<unknown> {
  const now = clock.now()
  return finishAs(ctx, 'trainer', async (db) => [
    sessionsMessage(inPlaceFor(ctx), await listSessionsForStaff(db, now), now, what),
  ])
}

/** The card of a session as it is now, in place of the message whose button was pressed. */
export async function card(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  sessionId: number,
  note?: string,
): Promise<Outgoing> {
  const roll = await readRoll(db, sessionId)
  return roll
    ? sessionMessage(inPlaceFor(ctx), roll, clock.now(), note)
    : sentenceMessage(inPlaceFor(ctx), 'card-unknown')
}

type Act = (db: Db, ctx: BotContext, parts: Parts, sessionId: number) => Promise<Outgoing[]>

const ACTS: Record<Pressed, Act> = {
  session: async (db, ctx, parts, sessionId) => {
    // «Не, нека остане» under a question about cancelling ends that question.
    if (dialogueOf(ctx, ACT_DIALOGUE, actDialogue)?.act === 'cancel')
      await endDialogue(db, ctx.turn.chatId, ACT_DIALOGUE)
    return [await card(db, ctx, parts, sessionId)]
  },
  open: async (db, ctx, parts, sessionId) => {
    const result = await openSession(db, { sessionId, staffId: ctx.person.id }, parts.clock.now())
    return [await card(db, ctx, parts, sessionId, outcome(ctx, result, 'opened', 'already-open'))]
  },
  close: async (db, ctx, parts, sessionId) => {
    const result = await closeSession(db, { sessionId, staffId: ctx.person.id }, parts.clock.now())
    return [await card(db, ctx, parts, sessionId, outcome(ctx, result, 'closed', 'already-closed'))]
  },
  cancel: askToCancel,
  'cancel-yes': cancel,
  history: async (db, ctx, _, sessionId) => {
    const roll = await readRoll(db, sessionId)
    if (!roll) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
    return [historyMessage(inPlaceFor(ctx), roll.session, await sessionHistory(db, sessionId, HISTORY_LINES + 1))]
  },
  export: async (db, ctx, parts, sessionId) => {
    const roll = await readRoll(db, sessionId)
    if (!roll) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
    const entries = await listEntries(db, sessionId)
    const people = await listPeople(
      db,
      entries.flatMap(({ signUp }) => signUp.personId ?? []),
    )
    const history = await sessionHistory(db, sessionId, MOST_HISTORY)
    return exportFiles(below(ctx), { session: roll.session, entries, people, history }, parts.clock.now())
  },
  link: async (db, ctx, _, sessionId) => {
    const roll = await readRoll(db, sessionId)
    if (!roll) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
    return [linkMessage(below(ctx), roll.session, await signUpLink(db, ctx, sessionId))]
  },
}

/** More lines of history than any session has. */
const MOST_HISTORY = 20_000

/** The address that opens a session in the chat with the bot. */
export async function signUpLink(db: Db, ctx: BotContext, sessionId: number): Promise<string> {
  const payload = sealLink(await linkSecret(db), { kind: 's', data: String(sessionId) })
  return `https://t.me/${ctx.me.username}?start=${payload}`
}

type Outcome = Awaited<ReturnType<typeof openSession>> | Awaited<ReturnType<typeof closeSession>>

function outcome(ctx: BotContext, result: Outcome, done: string, already: string): string | undefined {
  const t = say(ctx.locale)
  switch (result.kind) {
    case 'done':
      return t(done)
    case 'already':
      return t(already)
    case 'faulty':
      return result.faults.map((fault) => planFaultSentence(ctx.locale, fault)).join(' ')
    case 'over':
      return t('session-over')
    case 'unknown':
      return undefined
    default:
      return t(result.kind)
  }
}

async function askToCancel(db: Db, ctx: BotContext, { clock }: Parts, sessionId: number): Promise<Outgoing[]> {
  const roll = await readRoll(db, sessionId)
  if (!roll) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
  if (roll.session.state === 'cancelled') return [sentenceMessage(below(ctx), 'session-cancelled')]
  if (hasEnded(roll.session, clock.now())) return [sentenceMessage(below(ctx), 'session-over')]
  const dialogue = { act: 'cancel', sessionId, reason: null } as const
  await keepDialogue(db, ctx.turn.chatId, { kind: ACT_DIALOGUE, data: dialogue }, clock.now())
  return [sentenceMessage(below(ctx), 'cancel-ask', { title: roll.session.title })]
}

/** With the reason known, says whom a cancellation would tell, and asks once more. */
export async function confirmCancel(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  sessionId: number,
  reason: string,
): Promise<Outgoing[]> {
  const roll = await readRoll(db, sessionId)
  if (!roll) return [sentenceMessage(inPlaceFor(ctx), 'card-unknown')]
  await keepDialogue(
    db,
    ctx.turn.chatId,
    { kind: ACT_DIALOGUE, data: { act: 'cancel', sessionId, reason } },
    clock.now(),
  )
  return [cancelMessage(inPlaceFor(ctx), roll.session, reason, roll.signUps.filter(isActive).length)]
}

async function cancel(db: Db, ctx: BotContext, parts: Parts, sessionId: number): Promise<Outgoing[]> {
  const dialogue = dialogueOf(ctx, ACT_DIALOGUE, actDialogue)
  const asked = dialogue?.act === 'cancel' && dialogue.sessionId === sessionId ? dialogue.reason : null
  if (asked === null) return [await card(db, ctx, parts, sessionId)]
  await endDialogue(db, ctx.turn.chatId, ACT_DIALOGUE)
  const by = { sessionId, staffId: ctx.person.id, reason: asked }
  const result = await cancelSession(db, by, parts.clock.now())
  const t = say(ctx.locale)
  if (result.kind === 'done') return [await card(db, ctx, parts, sessionId, t('cancel-done', { told: result.told }))]
  return [
    await card(db, ctx, parts, sessionId, result.kind === 'session-cancelled' ? t('session-cancelled') : undefined),
  ]
}
