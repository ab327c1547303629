import { bold, list, paragraph } from '../../bot/message/rich.ts'
import { readerOf } from '../../bot/message/to.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { dayFor } from '../../language/dates/write.ts'
import type { BotContext } from '../../people/context.ts'
import { handle } from '../../people/roles/handle.ts'
import { isRegistered } from '../../people/rules.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { ADOPT, ADOPT_SURE, COMPARE, KEEP, OPEN, RESTORE, REVISE, VERSIONS } from '../chat/buttons.ts'
import { coordinating, lineMessage, type PlanParts, seeing } from '../chat/context.ts'
import { overviewOf } from '../chat/overview-handlers.ts'
import { say } from '../chat/say.ts'
import { type Access, accessTo } from '../keeping/access.ts'
import { entriesOfPlan } from '../keeping/entry-store.ts'
import { lockPlan } from '../keeping/plan-store.ts'
import { lackName } from '../told.ts'
import { adoptPlan, keepPlan, lackingToAdopt, mayDecide, restoreVersion, revisePlan } from './actions.ts'
import { type KeptVersion, readVersion, versionsOf } from './store.ts'
import { differenceBlocks } from './texts.ts'

/** Versions that are kept, compared and brought back; adoption, and the revision after it. */
export function versionHandlers({ clock }: PlanParts): Handled<BotContext>[] {
  return [
    handle(VERSIONS, (ctx, [planId]) => seeing(ctx, planId, async (db, access) => [await versions(db, ctx, access)])),
    handle(KEEP, (ctx, [planId]) =>
      coordinating(ctx, planId, async (db, access) => {
        const number = await keepPlan(db, planId, { personId: ctx.person.id, now: clock.now() })
        ctx.toast(say(ctx.locale)('version-kept', { number }))
        return [inPlace(ctx, await versions(db, ctx, access))]
      }),
    ),
    handle(COMPARE, (ctx, [versionId]) => ctx.turn.finish((db) => compare(db, ctx, versionId))),
    handle(RESTORE, async (ctx, [versionId]) => ctx.turn.finish((db) => restore(db, ctx, versionId, clock.now()))),
    handle(ADOPT, (ctx, [planId]) =>
      coordinating(ctx, planId, async (db, access) => [await askToAdopt(db, ctx, access, clock.now())]),
    ),
    handle(ADOPT_SURE, (ctx, [planId]) =>
      coordinating(ctx, planId, async (db, access) => {
        const lacks = await lacking(db, ctx, access, clock.now())
        if (lacks.length > 0) return [await askToAdopt(db, ctx, access, clock.now())]
        await adoptPlan(db, planId, { personId: ctx.person.id, now: clock.now() })
        return [lineMessage(readerOf(ctx), 'adopt-done'), ...(await overviewOf(db, ctx, planId, clock.now()))]
      }),
    ),
    handle(REVISE, (ctx, [planId]) => ctx.turn.finish((db) => revise(db, ctx, planId, clock.now()))),
  ]
}

async function versions(db: Db, ctx: BotContext, access: Access): Promise<Outgoing> {
  const t = say(ctx.locale)
  const kept = await versionsOf(db, access.plan.id)
  const isCoordinator = mayDecide(access)
  const lines = kept.map(({ number, keptAt }) => t('version-line', { number, day: dayFor(ctx.locale, dayAt(keptAt)) }))
  const rowOf = ({ id, number }: KeptVersion) => [
    COMPARE.labelled(t('button-compare', { number }), id),
    ...(isCoordinator ? [RESTORE.labelled(t('button-restore', { number }), id)] : []),
  ]
  return {
    chatId: ctx.turn.chatId,
    content: [paragraph(bold(t('versions-title'))), kept.length === 0 ? paragraph(t('versions-none')) : list(lines)],
    buttons: [
      ...(isCoordinator ? [[KEEP.labelled(t('button-keep'), access.plan.id)]] : []),
      ...kept.map(rowOf),
      [OPEN.labelled(t('button-plan'), access.plan.id)],
    ],
  }
}

async function compare(db: Db, ctx: BotContext, versionId: number): Promise<Outgoing[]> {
  const version = await readVersion(db, versionId)
  const access = version && (await accessTo(db, ctx.person, version.planId))
  if (!version || !access) return [lineMessage(readerOf(ctx), 'plan-gone')]
  const t = say(ctx.locale)
  const said = differenceBlocks(ctx.locale, version, await entriesOfPlan(db, version.planId))
  return [
    { chatId: ctx.turn.chatId, content: said, buttons: [[VERSIONS.labelled(t('button-versions'), version.planId)]] },
  ]
}

async function restore(db: Db, ctx: BotContext, versionId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const version = await readVersion(db, versionId)
  if (version) await lockPlan(db, version.planId)
  const access = version && (await accessTo(db, ctx.person, version.planId))
  if (!version || !access) return [lineMessage(readerOf(ctx), 'plan-gone')]
  if (!mayDecide(access)) return [lineMessage(readerOf(ctx), 'only-coordinator-of-plan')]
  const { planId } = version
  const restored = (await restoreVersion(db, { planId, versionId }, { personId: ctx.person.id, now }))!
  const done = paragraph(say(ctx.locale)('version-restored', restored))
  return [{ chatId: ctx.turn.chatId, content: [done] }, ...(await overviewOf(db, ctx, planId, now))]
}

async function lacking(db: Db, ctx: BotContext, { plan }: Access, now: Temporal.Instant): Promise<string[]> {
  return (await lackingToAdopt(db, plan, dayAt(now))).map((part) => lackName(ctx.locale, part))
}

async function askToAdopt(db: Db, ctx: BotContext, access: Access, now: Temporal.Instant): Promise<Outgoing> {
  const t = say(ctx.locale)
  const lacks = await lacking(db, ctx, access, now)
  const back = OPEN.labelled(t('button-plan'), access.plan.id)
  if (lacks.length > 0)
    return { chatId: ctx.turn.chatId, content: [paragraph(t('adopt-lacks')), list(lacks)], buttons: [[back]] }
  return {
    chatId: ctx.turn.chatId,
    content: [paragraph(t('adopt-ask'))],
    buttons: [[ADOPT_SURE.labelled(t('button-adopt-sure'), access.plan.id)], [back]],
  }
}

async function revise(db: Db, ctx: BotContext, planId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  if (!isRegistered(ctx.person)) return [lineMessage(readerOf(ctx), 'plan-gone')]
  const revised = await revisePlan(db, ctx.person, planId, now)
  if (revised.kind !== 'begun')
    return [lineMessage(readerOf(ctx), revised.kind === 'already' ? 'plan-already' : 'plan-gone')]
  return [lineMessage(readerOf(ctx), 'revise-begun'), ...(await overviewOf(db, ctx, revised.planId, now))]
}
