import type { InlineKeyboardButton } from 'grammy/types'
import { withdrawStaffMenu } from '../../bot/commands.ts'
import { inPlaceFor, type To } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Locale } from '../../language/locale.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import type { BotContext } from '../context.ts'
import { type TakeResult, takeRole } from './actions.ts'
import { ASK_TO_TAKE, STAFF, TAKE_COORDINATOR, TAKE_TRAINER } from './buttons.ts'
import { handle } from './handle.ts'
import { tellOfTaking } from './notices.ts'
import { listStaff, type StaffLine } from './store.ts'
import { namingMessage, sayRoles, sentenceMessage } from './texts.ts'

type Parts = { clock: Clock }
type StaffRole = 'trainer' | 'coordinator'

/** Taking a role in the chat: asked first, and told to whom it concerns. */
export function takingHandlers(parts: Parts): Handled<BotContext>[] {
  return [
    handle(ASK_TO_TAKE, async (db, ctx, [personId]) => [
      askMessage(inPlaceFor(ctx), await listStaff(db), personId, ctx),
    ]),
    handle(TAKE_TRAINER, async (db, ctx, [personId]) => [await take(db, ctx, parts, { personId, role: 'trainer' })]),
    handle(TAKE_COORDINATOR, async (db, ctx, [personId]) => [
      await take(db, ctx, parts, { personId, role: 'coordinator' }),
    ]),
  ]
}

export const backToStaff = (locale: Locale) => [[STAFF.labelled(sayRoles(locale)('button-back-to-staff'))]]

function askMessage(to: To, staff: readonly StaffLine[], personId: number, ctx: BotContext): Outgoing {
  const known = staff.find((one) => one.personId === personId)
  if (!known) return sentenceMessage(to, 'take-nothing', backToStaff(to.locale))
  const isLast = staff.filter(({ role }) => role === 'coordinator').length === 1
  if (known.role === 'coordinator' && isLast) return sentenceMessage(to, 'take-last', backToStaff(to.locale))
  const choice = choiceOf(to.locale, known, personId === ctx.person.id)
  if (personId === ctx.person.id) return sentenceMessage(to, 'leave-ask', choice)
  const { name } = known
  return namingMessage(
    to,
    (t) => (known.role === 'trainer' ? t('take-ask', { name }) : t('take-ask-coordinator', { name })),
    choice,
  )
}

function choiceOf(locale: Locale, { personId, role }: StaffLine, isSelf: boolean): InlineKeyboardButton[][] {
  const t = sayRoles(locale)
  const yes = role === 'coordinator' ? TAKE_COORDINATOR : TAKE_TRAINER
  const label = isSelf ? t('button-leave-yes') : t('button-take-yes')
  return [[yes.labelled(label, personId), STAFF.labelled(t('button-take-no'))]]
}

async function take(
  db: Db,
  ctx: BotContext,
  { clock }: Parts,
  asked: { personId: number; role: StaffRole },
): Promise<Outgoing> {
  const now = clock.now()
  const actorId = ctx.person.id
  const result = await takeRole(db, { ...asked, actorId }, now)
  if (result.kind === 'taken') {
    const by = ctx.person.profile?.fullName ?? ctx.person.name
    await tellOfTaking(db, { ...result, actorId, by, key: `role-taken:${ctx.turn.updateId}` }, now)
    withdrawStaffMenu(ctx.api, result.person.telegramId)
  }
  return takenMessage(inPlaceFor(ctx), result, actorId)
}

function takenMessage(to: To, result: TakeResult, actorId: number): Outgoing {
  const back = backToStaff(to.locale)
  if (result.kind !== 'taken') return sentenceMessage(to, result.kind === 'last' ? 'take-last' : 'take-nothing', back)
  const { name, role, personId } = result.person
  if (personId === actorId) return sentenceMessage(to, 'leave-done')
  if (role === 'trainer') return namingMessage(to, (t) => t('take-done', { name }), back)
  const listed = result.isListed ? 'listed' : 'unlisted'
  return namingMessage(to, (t) => t('take-done-coordinator', { name, listed }), back)
}
