import type { Plain } from '../../bot/message/texts.ts'
import { inPlaceFor, type To } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { deadlineFor } from '../../language/dates/write.ts'
import type { Clock } from '../../platform/clock.ts'
import { momentAt } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { BotContext } from '../context.ts'
import { type AcceptResult, acceptInvite, inviteTrainer } from './actions.ts'
import { REVOKE, STAFF } from './buttons.ts'
import { command, handle } from './handle.ts'
import { listOpenInvites, revokeInvite } from './invite-store.ts'
import { tell } from './notices.ts'
import { listStaff } from './store.ts'
import { backToStaff, takingHandlers } from './taking.ts'
import { inviteMessages, namingMessage, sentenceMessage, staffMessage, welcomeMessage } from './texts.ts'
import type { Texts } from './texts.types.ts'

type Parts = { clock: Clock }

/** Inviting trainers by a link, and taking roles away: for coordinators. */
export function roleHandlers(parts: Parts): Handled<BotContext>[] {
  return [
    command('pozovi', 'coordinator', (db, ctx) => invite(db, ctx, parts)),
    command('treneri', 'coordinator', async (db, ctx) => [await list(db, ctx, parts)]),
    handle(STAFF, async (db, ctx) => [await list(db, ctx, parts)]),
    handle(REVOKE, async (db, ctx, [inviteId]) => [await revoke(db, ctx, parts, inviteId)]),
    ...takingHandlers(parts),
  ]
}

async function invite(db: Db, ctx: BotContext, { clock }: Parts): Promise<Outgoing[]> {
  const { token, expiresAt } = await inviteTrainer(db, ctx.person.id, clock.now())
  const by = ctx.person.profile?.fullName ?? ctx.person.name
  return inviteMessages(inPlaceFor(ctx), { url: `https://t.me/${ctx.me.username}?start=poziv-${token}`, expiresAt, by })
}

const REFUSED: Record<Exclude<AcceptResult['kind'], 'accepted' | 'expired'>, Plain<Texts>> = {
  already: 'invite-already',
  used: 'invite-used',
  revoked: 'invite-revoked',
  unknown: 'invite-unknown',
}

/** What whoever follows an invitation reads. */
function followedMessage(to: To, result: AcceptResult): Outgoing {
  if (result.kind === 'accepted') return welcomeMessage(to, result.madeByName)
  if (result.kind !== 'expired') return sentenceMessage(to, REFUSED[result.kind])
  return namingMessage(to, (t) => t('invite-expired', { when: deadlineFor(to.locale, momentAt(result.expiresAt)) }))
}

/** Makes a trainer of whoever follows an invitation. `false`: the link is none. */
export async function followInvitation(ctx: BotContext, { clock }: Parts, payload: string): Promise<boolean> {
  const [, token] = /^poziv-([\w-]{1,58})$/.exec(payload) ?? []
  if (token === undefined) return false
  const now = clock.now()
  await ctx.turn.finish(async (db) => {
    const result = await acceptInvite(db, token, ctx.person.id, now)
    if (result.kind === 'accepted') {
      const { name } = ctx.person
      const message = (to: To) => namingMessage(to, (t) => t('invite-was-used', { name }))
      await tell(db, [result.madeBy], message, `invite-used:${ctx.turn.updateId}`, now)
    }
    return [followedMessage(inPlaceFor(ctx), result)]
  })
  return true
}

async function list(db: Db, ctx: BotContext, { clock }: Parts): Promise<Outgoing> {
  return staffMessage(inPlaceFor(ctx), await listStaff(db), await listOpenInvites(db, clock.now()), ctx.person.id)
}

async function revoke(db: Db, ctx: BotContext, parts: Parts, inviteId: number): Promise<Outgoing> {
  const done = await revokeInvite(db, inviteId, ctx.person.id, parts.clock.now())
  return sentenceMessage(inPlaceFor(ctx), done ? 'revoked' : 'revoke-nothing', backToStaff(ctx.locale))
}
