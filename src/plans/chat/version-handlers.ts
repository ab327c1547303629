import { bold, list, paragraph } from '../../bot/message/rich.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { dayFor } from '../../language/dates.ts'
import type { BotContext } from '../../people/context.ts'
import { handle } from '../../people/roles/handle.ts'
import { isRegistered } from '../../people/rules.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Access, accessTo, draftOf, mayWrite } from '../keeping/access.ts'
import { differenceBetween } from '../keeping/compare.ts'
import { entriesOfPlan, insertEntries, type NewEntry, replaceEntries } from '../keeping/entry-store.ts'
import { addMember, membersOf } from '../keeping/member-store.ts'
import { closePlan, insertPlan, lockPlan, raiseVersion } from '../keeping/plan-store.ts'
import { reviewOf } from '../keeping/review.ts'
import { type KeptVersion, keepVersion, readVersion, versionsOf } from '../keeping/version-store.ts'
import { told } from '../told.ts'
import { ADOPT, ADOPT_SURE, COMPARE, KEEP, OPEN, RESTORE, REVISE, VERSIONS } from './buttons.ts'
import { coordinating, lineMessage, type PlanParts, readerOf, seeing, todayAt } from './context.ts'
import { overviewOf } from './overview-handlers.ts'
import { say } from './say.ts'
import { partName, shortOf } from './told.ts'

/** Versions that are kept, compared and brought back; adoption, and the revision after it. */
export function versionHandlers({ clock }: PlanParts): Handled<BotContext>[] {
  return [
    handle(VERSIONS, (ctx, [planId]) => seeing(ctx, planId, async (db, access) => [await versions(db, ctx, access)])),
    handle(KEEP, (ctx, [planId]) =>
      coordinating(ctx, planId, async (db, access) => {
        const number = await keep(db, ctx, access, clock.now())
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
        await keep(db, ctx, access, clock.now())
        await closePlan(db, planId, clock.now())
        return [lineMessage(readerOf(ctx), 'adopt-done'), ...(await overviewOf(db, ctx, planId, clock.now()))]
      }),
    ),
    handle(REVISE, (ctx, [planId]) => ctx.turn.finish((db) => revise(db, ctx, planId, clock.now()))),
  ]
}

async function versions(db: Db, ctx: BotContext, access: Access): Promise<Outgoing> {
  const t = say(ctx.locale)
  const kept = await versionsOf(db, access.plan.id)
  const isCoordinator = access.role === 'coordinator' && mayWrite(access)
  const lines = kept.map(({ number, keptAt }) =>
    t('version-line', { number, day: dayFor(ctx.locale, todayAt(keptAt)) }),
  )
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

/** Keeps what the plan says under its number; the document goes on with the next. Returns the number. */
async function keep(db: Db, ctx: BotContext, { plan }: Access, now: Temporal.Instant): Promise<number> {
  const current = (await lockPlan(db, plan.id))!
  const entries = bare(await entriesOfPlan(db, plan.id))
  await keepVersion(db, { planId: plan.id, number: current.version, entries, personId: ctx.person.id }, now)
  await raiseVersion(db, plan.id)
  return current.version
}

function bare(entries: readonly NewEntry[]): NewEntry[] {
  return entries.map(({ part, cells }) => ({ part, cells }))
}

/** Rows of a part that are shown of a comparison. */
const MOST_SHOWN = 4

async function compare(db: Db, ctx: BotContext, versionId: number): Promise<Outgoing[]> {
  const version = await readVersion(db, versionId)
  const access = version && (await accessTo(db, ctx.person, version.planId))
  if (!version || !access) return [lineMessage(readerOf(ctx), 'plan-gone')]
  const t = say(ctx.locale)
  const differences = differenceBetween(version.entries, await entriesOfPlan(db, version.planId))
  const items = differences.flatMap(({ part, added, gone }) => [
    t('version-part', { part: partName(ctx.locale, part), added: added.length, gone: gone.length }),
    ...added.slice(0, MOST_SHOWN).map(({ cells }) => `+ ${shortOf(part, cells, 120)}`),
    ...gone.slice(0, MOST_SHOWN).map(({ cells }) => `− ${shortOf(part, cells, 120)}`),
  ])
  const said =
    items.length === 0
      ? [paragraph(t('version-same'))]
      : [paragraph(t('version-difference', { number: version.number })), list(items)]
  return [
    { chatId: ctx.turn.chatId, content: said, buttons: [[VERSIONS.labelled(t('button-versions'), version.planId)]] },
  ]
}

async function restore(db: Db, ctx: BotContext, versionId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  const version = await readVersion(db, versionId)
  if (version) await lockPlan(db, version.planId)
  const access = version && (await accessTo(db, ctx.person, version.planId))
  if (!version || !access) return [lineMessage(readerOf(ctx), 'plan-gone')]
  if (access.role !== 'coordinator' || !mayWrite(access))
    return [lineMessage(readerOf(ctx), 'only-coordinator-of-plan')]
  const kept = await keep(db, ctx, access, now)
  await replaceEntries(db, version.planId, version.entries, { personId: ctx.person.id, now })
  const done = paragraph(say(ctx.locale)('version-restored', { number: version.number, kept }))
  return [{ chatId: ctx.turn.chatId, content: [done] }, ...(await overviewOf(db, ctx, version.planId, now))]
}

/** What E9 says that an adopted plan lacks. */
async function lacking(db: Db, ctx: BotContext, { plan }: Access, now: Temporal.Instant): Promise<string[]> {
  const draft = await draftOf(db, { ...plan, state: 'adopted' })
  const { findings } = reviewOf(draft, todayAt(now), [])
  return findings.filter(({ code }) => code === 'E9').map((finding) => told(ctx.locale, finding).why)
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

/** What an adopted plan says of its own making; a revision is decided, debated and adopted anew. */
const OF_THE_MAKING: ReadonlySet<string> = new Set([
  'decision',
  'debate',
  'opinion',
  'statement',
  'adoption',
  'comments',
])

/** A revision of an adopted plan is a plan of its own, with its entries, made by those who made it. */
async function revise(db: Db, ctx: BotContext, planId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  await lockPlan(db, planId)
  const access = await accessTo(db, ctx.person, planId)
  if (!access || access.role === 'trainer' || access.plan.state !== 'adopted' || !isRegistered(ctx.person))
    return [lineMessage(readerOf(ctx), 'plan-gone')]
  const { municipalityCode, period } = access.plan
  const id = await insertPlan(db, { municipalityCode, period, revises: planId }, now)
  if (id === null) return [lineMessage(readerOf(ctx), 'plan-already')]
  await addMember(db, id, { personId: ctx.person.id, role: 'coordinator' }, now)
  for (const { personId } of await membersOf(db, planId)) await addMember(db, id, { personId, role: 'editor' }, now)
  const entries = bare(await entriesOfPlan(db, planId)).filter(({ part }) => !OF_THE_MAKING.has(part))
  if (entries.length > 0) await insertEntries(db, id, entries, { personId: ctx.person.id, now })
  return [lineMessage(readerOf(ctx), 'revise-begun'), ...(await overviewOf(db, ctx, id, now))]
}
