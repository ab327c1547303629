import type { Composer } from 'grammy'
import { z } from 'zod'
import { button } from '../../bot/message/rich.ts'
import type { Plain } from '../../bot/message/texts.ts'
import { type Outgoing, queue } from '../../bot/send/outbox.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { BotContext } from '../context.ts'
import { localeOf } from '../rules.ts'
import { reachablePeople } from '../store.ts'
import { type AcceptResult, acceptInvite, inviteTrainer } from './actions.ts'
import { finishAs } from './as-staff.ts'
import { changeRole, listOpenInvites, listStaff, revokeInvite, type StaffLine } from './store.ts'
import { inviteMessages, namingMessage, sayRoles, sentenceMessage, staffMessage, type To } from './texts.ts'
import type { Texts } from './texts.types.ts'

type Parts = { clock: Clock }

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const pressed = z.union([
  z.tuple([z.literal('role'), z.enum(['take', 'take-yes', 'revoke']), id]),
  z.tuple([z.literal('role'), z.literal('list')]),
])

/** Inviting trainers by a link, and taking the role away: for coordinators. */
export function installRoles(bot: Composer<BotContext>, parts: Parts): void {
  bot.hears(/^\/start(?:@\w+)? poziv-([\w-]{1,58})$/, (ctx) => accept(ctx, parts, ctx.match[1]!))
  bot.command('pozovi', (ctx) => invite(ctx, parts))
  bot.command('treneri', (ctx) => finishAs(ctx, 'coordinator', async (db) => [await list(db, ctx, parts)]))
  bot.callbackQuery(/^role:/, async (ctx, next) => {
    const data = pressed.safeParse(ctx.callbackQuery.data.split(':'))
    if (!data.success) return next()
    const [, what, which] = data.data
    const edits = ctx.callbackQuery.message?.message_id
    await finishAs(ctx, 'coordinator', async (db) => {
      if (what === 'take') return [await askToTake(db, ctx, which, edits)]
      if (what === 'take-yes') return [await takeRole(db, ctx, parts, which, edits)]
      if (what === 'revoke') return [await revoke(db, ctx, parts, which, edits)]
      return [await list(db, ctx, parts, edits)]
    })
  })
}

const to = (ctx: BotContext, edits?: number) => ({
  chatId: ctx.turn.chatId,
  locale: ctx.locale,
  ...(edits === undefined ? {} : { edits }),
})

async function invite(ctx: BotContext, { clock }: Parts): Promise<unknown> {
  return finishAs(ctx, 'coordinator', async (db) => {
    const { token, expiresAt } = await inviteTrainer(db, ctx.person.id, clock.now())
    return inviteMessages(to(ctx), { url: `https://t.me/${ctx.me.username}?start=poziv-${token}`, expiresAt })
  })
}

/** What whoever follows an invitation reads. */
const INVITED: Record<AcceptResult['kind'], Plain<Texts>> = {
  accepted: 'invite-accepted',
  already: 'invite-already',
  used: 'invite-used',
  expired: 'invite-expired',
  revoked: 'invite-revoked',
  unknown: 'invite-unknown',
}

async function accept(ctx: BotContext, { clock }: Parts, token: string): Promise<unknown> {
  const now = clock.now()
  return ctx.turn.finish(async (db) => {
    const result = await acceptInvite(db, token, ctx.person.id, now)
    if (result.kind === 'accepted' && result.madeBy !== null) {
      const { name } = ctx.person
      const message = (to: To) => namingMessage(to, (t) => t('invite-was-used', { name }))
      await tell(db, result.madeBy, message, `invite-used:${ctx.turn.updateId}`, now)
    }
    return [sentenceMessage(to(ctx), INVITED[result.kind])]
  })
}

async function list(db: Db, ctx: BotContext, { clock }: Parts, edits?: number): Promise<Outgoing> {
  return staffMessage(to(ctx, edits), await listStaff(db), await listOpenInvites(db, clock.now()))
}

const back = (ctx: BotContext) => [[button(sayRoles(ctx.locale)('button-back-to-staff'), 'role:list')]]

async function trainer(db: Db, personId: number): Promise<StaffLine | undefined> {
  return (await listStaff(db)).find((one) => one.personId === personId && one.role === 'trainer')
}

async function askToTake(db: Db, ctx: BotContext, personId: number, edits?: number): Promise<Outgoing> {
  const known = await trainer(db, personId)
  if (!known) return sentenceMessage(to(ctx, edits), 'take-nothing', back(ctx))
  const t = sayRoles(ctx.locale)
  const choice = [[button(t('button-take-yes'), `role:take-yes:${personId}`), button(t('button-take-no'), 'role:list')]]
  return namingMessage(to(ctx, edits), (t) => t('take-ask', { name: known.name }), choice)
}

async function takeRole(db: Db, ctx: BotContext, parts: Parts, personId: number, edits?: number): Promise<Outgoing> {
  const now = parts.clock.now()
  const known = await trainer(db, personId)
  const taken = await changeRole(db, { personId, from: 'trainer', to: 'member', actorId: ctx.person.id, now })
  if (!known || !taken) return sentenceMessage(to(ctx, edits), 'take-nothing', back(ctx))
  await tell(db, personId, (to) => sentenceMessage(to, 'taken-notice'), `role-taken:${ctx.turn.updateId}`, now)
  // The menu of staff goes from their chat; the role decides, so it does not matter if Telegram is late.
  void ctx.api.deleteMyCommands({ scope: { type: 'chat', chat_id: known.telegramId } }).catch(() => {})
  return namingMessage(to(ctx, edits), (t) => t('take-done', { name: known.name }), back(ctx))
}

async function revoke(db: Db, ctx: BotContext, parts: Parts, inviteId: number, edits?: number): Promise<Outgoing> {
  const done = await revokeInvite(db, inviteId, ctx.person.id, parts.clock.now())
  return sentenceMessage(to(ctx, edits), done ? 'revoked' : 'revoke-nothing', back(ctx))
}

/** Says something to somebody else, in their language, unless they blocked us. */
async function tell(
  db: Db,
  personId: number,
  message: (to: To) => Outgoing,
  key: string,
  now: Temporal.Instant,
): Promise<void> {
  for (const person of await reachablePeople(db, [personId])) {
    await queue(db, message({ chatId: person.telegramId, locale: localeOf(person) }), { key, lane: 'reply', now })
  }
}
