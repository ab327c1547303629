import type { ChatContext } from '../../bot/context.ts'
import type { Plain } from '../../bot/message/texts.ts'
import { readerOf } from '../../bot/message/to.ts'
import { inPlace } from '../../bot/presses.ts'
import { type Handled, handlersForEveryone } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { Locale } from '../../language/locale.ts'
import { readNames } from '../../people/directory-store.ts'
import { isRegistered, localeOf, type Person } from '../../people/rules.ts'
import { personOfChat } from '../../people/store.ts'
import type { Clock } from '../../platform/clock.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { say } from '../chat/say.ts'
import type { Texts } from '../chat/texts.types.ts'
import { type Access, accessTo, draftOf, mayWrite } from '../keeping/access.ts'
import { hideInGroup, planOfGroup, showInGroup } from '../keeping/group-store.ts'
import { type KeptPlan, plansOf, readPlan } from '../keeping/plan-store.ts'
import { stepsTaken, takeFreeStep } from '../keeping/step-store.ts'
import { HIDE_PLAN, SHOW_AGAIN, TAKE_STEP } from './buttons.ts'
import { groupLine, stateMessage } from './texts.ts'

type Parts = { clock: Clock }

/**
 * A plan in a council's group: its coordinator shows there how far it is, and those who write in it take steps. Entries are made
 * in private. Whoever presses is looked up and not kept.
 */
export function planInGroups({ clock }: Parts) {
  const { handle } = handlersForEveryone<ChatContext>()
  const presses: Handled<ChatContext>[] = [
    handle(TAKE_STEP, (ctx, [planId, step]) => ctx.turn.finish((db) => take(db, ctx, { planId, step }, clock.now()))),
    handle(SHOW_AGAIN, (ctx, [planId]) =>
      ctx.turn.finish(async (db) => {
        if ((await planOfGroup(db, ctx.turn.chatId)) !== planId) return [line(ctx, 'group-no-plan')]
        return shown(db, ctx, planId, clock.now())
      }),
    ),
    handle(HIDE_PLAN, (ctx, [planId]) => ctx.turn.finish((db) => hide(db, ctx, planId))),
  ]
  return {
    presses,
    /** `/plan`, in a group. */
    command: (ctx: ChatContext, locale: Locale) => {
      ctx.locale = locale
      return ctx.turn.finish((db) => open(db, ctx, clock.now()))
    },
  }
}

const line = (ctx: ChatContext, id: Plain<Texts>) => groupLine(readerOf(ctx), id, ctx.me.username)

/** What only whoever asked need read. */
const forAsker = (ctx: ChatContext, message: Outgoing): Outgoing =>
  ctx.from ? { ...message, only: ctx.from.id } : message

async function whoWrites(db: Db, ctx: ChatContext): Promise<Person | null> {
  return ctx.from ? personOfChat(db, ctx.from.id) : null
}

/** The group's plan; one that has none gets that of whoever asks, when it is theirs to show. */
async function open(db: Db, ctx: ChatContext, now: Temporal.Instant): Promise<Outgoing[]> {
  const { chatId } = ctx.turn
  const known = await planOfGroup(db, chatId)
  if (known === null) {
    const own = await coordinated(db, await whoWrites(db, ctx))
    if (own === null) return [forAsker(ctx, line(ctx, 'group-no-plan'))]
    await showInGroup(db, chatId, own.id, now)
  }
  const planId = await planOfGroup(db, chatId)
  return planId === null ? [line(ctx, 'group-no-plan')] : state(db, ctx, planId, now)
}

async function coordinated(db: Db, person: Person | null): Promise<KeptPlan | null> {
  if (!person || !isRegistered(person)) return null
  const [plan] = await plansOf(db, person.profile.municipalityCode)
  const access = plan ? await accessTo(db, person, plan.id) : null
  return access?.role === 'coordinator' ? access.plan : null
}

async function state(db: Db, ctx: ChatContext, planId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const plan = await readPlan(db, planId)
  if (!plan) return [line(ctx, 'group-no-plan')]
  const steps = await stepsTaken(db, planId)
  const names = await readNames(db, [...steps.values()])
  const taken = new Map([...steps].map(([step, personId]) => [step, names.get(personId) ?? '—']))
  const to = readerOf(ctx)
  return [stateMessage(to, { plan, draft: await draftOf(db, plan), taken, today: dayAt(now) }, ctx.me.username)]
}

/** The same in place of the message that was pressed. */
async function shown(db: Db, ctx: ChatContext, planId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const [message] = await state(db, ctx, planId, now)
  return message ? [inPlace(ctx, message)] : []
}

/** What somebody may do with the plan that this group sees; `null` for anybody else, and where another plan is seen by now. */
async function accessHere(db: Db, ctx: ChatContext, planId: number): Promise<Access | null> {
  const person = await whoWrites(db, ctx)
  if (!person || (await planOfGroup(db, ctx.turn.chatId)) !== planId) return null
  // Whoever presses reads in their own language and script.
  ctx.locale = localeOf(person)
  return accessTo(db, person, planId)
}

async function take(
  db: Db,
  ctx: ChatContext,
  { planId, step }: { planId: number; step: number },
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const access = await accessHere(db, ctx, planId)
  const person = await whoWrites(db, ctx)
  if (!access || !person || !mayWrite(access)) {
    ctx.toast(say(ctx.locale)('group-not-writing'))
    return []
  }
  const isMine = await takeFreeStep(db, { planId, step, personId: person.id }, now)
  ctx.toast(say(ctx.locale)(isMine ? 'group-step-yours' : 'group-step-gone'))
  return shown(db, ctx, planId, now)
}

async function hide(db: Db, ctx: ChatContext, planId: number): Promise<Outgoing[]> {
  const access = await accessHere(db, ctx, planId)
  if (access?.role !== 'coordinator') {
    ctx.toast(say(ctx.locale)('group-only-coordinator'))
    return []
  }
  await hideInGroup(db, ctx.turn.chatId)
  return [inPlace(ctx, line(ctx, 'group-hidden'))]
}
