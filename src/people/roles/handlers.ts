import type { Plain } from '../../bot/message/texts.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import { type Outgoing, queue } from '../../bot/send/outbox.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { BotContext } from '../context.ts'
import { localeOf } from '../rules.ts'
import { reachablePeople } from '../store.ts'
import { type AcceptResult, acceptInvite, inviteTrainer } from './actions.ts'
import { ASK_TO_TAKE, REVOKE, STAFF, TAKE_ROLE } from './buttons.ts'
import { command, handle } from './handle.ts'
import { changeRole, listOpenInvites, listStaff, revokeInvite, type StaffLine } from './store.ts'
import { inviteMessages, namingMessage, sayRoles, sentenceMessage, staffMessage, type To } from './texts.ts'
import type { Texts } from './texts.types.ts'

type Parts = { clock: Clock }

/** Inviting trainers by a link, and taking the role away: for coordinators. */
export function roleHandlers(parts: Parts): Handled<BotContext>[] {
  return [
    command('pozovi', 'coordinator', (db, ctx) => invite(db, ctx, parts)),
    command('treneri', 'coordinator', async (db, ctx) => [await list(db, ctx, parts)]),
    handle(STAFF, async (db, ctx) => [await list(db, ctx, parts)]),
    handle(ASK_TO_TAKE, async (db, ctx, [personId]) => [await askToTake(db, ctx, personId)]),
    handle(TAKE_ROLE, async (db, ctx, [personId]) => [await takeRole(db, ctx, parts, personId)]),
    handle(REVOKE, async (db, ctx, [inviteId]) => [await revoke(db, ctx, parts, inviteId)]),
  ]
}

/** In place of the message whose button was pressed. */
function to(ctx: BotContext): To {
  const edits = ctx.callbackQuery?.message?.message_id
  return { chatId: ctx.turn.chatId, locale: ctx.locale, ...(edits === undefined ? {} : { edits }) }
}

async function invite(db: Db, ctx: BotContext, { clock }: Parts): Promise<Outgoing[]> {
  const { token, expiresAt } = await inviteTrainer(db, ctx.person.id, clock.now())
  return inviteMessages(to(ctx), { url: `https://t.me/${ctx.me.username}?start=poziv-${token}`, expiresAt })
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

/** Makes a trainer of whoever follows an invitation. `false`: the link is none. */
export async function followInvitation(ctx: BotContext, { clock }: Parts, payload: string): Promise<boolean> {
  const [, token] = /^poziv-([\w-]{1,58})$/.exec(payload) ?? []
  if (token === undefined) return false
  const now = clock.now()
  await ctx.turn.finish(async (db) => {
    const result = await acceptInvite(db, token, ctx.person.id, now)
    if (result.kind === 'accepted' && result.madeBy !== null) {
      const { name } = ctx.person
      const message = (to: To) => namingMessage(to, (t) => t('invite-was-used', { name }))
      await tell(db, result.madeBy, message, `invite-used:${ctx.turn.updateId}`, now)
    }
    return [sentenceMessage(to(ctx), INVITED[result.kind])]
  })
  return true
}

async function list(db: Db, ctx: BotContext, { clock }: Parts): Promise<Outgoing> {
  return staffMessage(to(ctx), await listStaff(db), await listOpenInvites(db, clock.now()))
}

const back = (ctx: BotContext) => [[STAFF.labelled(sayRoles(ctx.locale)('button-back-to-staff'))]]

async function trainer(db: Db, personId: number): Promise<StaffLine | undefined> {
  return (await listStaff(db)).find((one) => one.personId === personId && one.role === 'trainer')
}

async function askToTake(db: Db, ctx: BotContext, personId: number): Promise<Outgoing> {
  const known = await trainer(db, personId)
  if (!known) return sentenceMessage(to(ctx), 'take-nothing', back(ctx))
  const t = sayRoles(ctx.locale)
  const choice = [[TAKE_ROLE.labelled(t('button-take-yes'), personId), STAFF.labelled(t('button-take-no'))]]
  return namingMessage(to(ctx), (t) => t('take-ask', { name: known.name }), choice)
}

async function takeRole(db: Db, ctx: BotContext, parts: Parts, personId: number): Promise<Outgoing> {
  const now = parts.clock.now()
  const known = await trainer(db, personId)
  const taken = await changeRole(db, { personId, from: 'trainer', to: 'member', actorId: ctx.person.id, now })
  if (!known || !taken) return sentenceMessage(to(ctx), 'take-nothing', back(ctx))
  await tell(db, personId, (to) => sentenceMessage(to, 'taken-notice'), `role-taken:${ctx.turn.updateId}`, now)
  // The menu of staff goes from their chat; the role decides, so it does not matter if Telegram is late.
  void ctx.api.deleteMyCommands({ scope: { type: 'chat', chat_id: known.telegramId } }).catch(() => {})
  return namingMessage(to(ctx), (t) => t('take-done', { name: known.name }), back(ctx))
}

async function revoke(db: Db, ctx: BotContext, parts: Parts, inviteId: number): Promise<Outgoing> {
  const done = await revokeInvite(db, inviteId, ctx.person.id, parts.clock.now())
  return sentenceMessage(to(ctx), done ? 'revoked' : 'revoke-nothing', back(ctx))
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
