import { heading, paragraph } from '../../bot/message/rich.ts'
import { readerOf } from '../../bot/message/to.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { sectionsOfFacts } from '../../knowledge/search/store.ts'
import type { BotContext } from '../../people/context.ts'
import { converse, handle } from '../../people/roles/handle.ts'
import { stoppable } from '../../people/stop.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { acceptedIn, acceptFinding } from '../keeping/accepted-store.ts'
import { type Access, accessTo, draftOf } from '../keeping/access.ts'
import { findingsOf, markOfFinding, reviewOf } from '../keeping/review.ts'
import { stepOf } from '../steps/steps.ts'
import { told } from '../told.ts'
import { ACCEPT, EXPORT, PICK_EXPORT, REASON_DIALOGUE, REVIEW } from './buttons.ts'
import { changes, changing, lineMessage, type PlanParts, seeing } from './context.ts'
import { planFile } from './files.ts'
import { nameOfPlace, periodOfPlan } from './overview-texts.ts'
import { pickExportMessage, reviewMessage } from './review-texts.ts'
import { say } from './say.ts'

/** Checks of the plan and of a step, what is left as it is on purpose, and what the plan is written as. */
export function reviewHandlers(parts: PlanParts & { db: Db }): Handled<BotContext>[] {
  const { clock, db: pool } = parts
  return [
    handle(REVIEW, (ctx, [planId, step]) =>
      seeing(ctx, planId, async (db, access) => [await review(db, ctx, access, step, clock.now())]),
    ),
    handle(ACCEPT, (ctx, [planId, mark]) =>
      changing(ctx, planId, (db, access) => askReason(db, ctx, access, mark, clock.now())),
    ),
    converse(REASON_DIALOGUE, (ctx, finding, { text }) =>
      /\?\s*$/.test(text)
        ? null
        : (db) =>
            changes(db, ctx, finding.planId, async (inDb, access) => {
              const now = clock.now()
              const { code, quote, planId } = finding
              await acceptFinding(
                inDb,
                { planId, code, quote, reason: text.trim().slice(0, 500), personId: ctx.person.id },
                now,
              )
              await REASON_DIALOGUE.end(inDb, ctx.turn.chatId)
              const done = paragraph(say(ctx.locale)('accept-done', { code }))
              return [{ chatId: ctx.turn.chatId, content: [done] }, await review(inDb, ctx, access, 0, now)]
            }),
    ),
    handle(PICK_EXPORT, (ctx, [planId]) => seeing(ctx, planId, async () => [pickExportMessage(readerOf(ctx), planId)])),
    handle(EXPORT, async (ctx, [planId, kind]) => {
      // Files are made before the transaction, which they would keep open.
      const access = await accessTo(pool, ctx.person, planId)
      if (!access) return ctx.turn.finish(async () => [lineMessage(readerOf(ctx), 'plan-gone')])
      const file = await planFile(pool, readerOf(ctx), access.plan, kind, clock.now())
      return ctx.turn.finish(async () => [file])
    }),
  ]
}

async function review(db: Db, ctx: BotContext, access: Access, step: number, now: Temporal.Instant): Promise<Outgoing> {
  const t = say(ctx.locale)
  const { plan } = access
  const accepted = await acceptedIn(db, plan.id)
  const whole = reviewOf(await draftOf(db, plan), dayAt(now), accepted)
  const wanted = step === 0 ? null : stepOf(step)
  const findings = wanted ? findingsOf(whole, [...wanted.parts, ...wanted.optional]) : whole.findings
  const sections = await sectionsOfFacts(db, [...new Set(findings.map(({ fact }) => fact))])
  const what = wanted
    ? t('step-title', { number: wanted.number, step: t(wanted.title) })
    : t('plan-title', { place: nameOfPlace(ctx.locale, plan), period: periodOfPlan(plan) })
  const blanks = wanted ? 0 : whole.blanks
  return reviewMessage(readerOf(ctx), access, {
    what,
    review: { ...whole, blanks },
    findings,
    accepted: wanted ? 0 : accepted.length,
    sections,
  })
}

async function askReason(
  db: Db,
  ctx: BotContext,
  { plan }: Access,
  mark: string,
  now: Temporal.Instant,
): Promise<Outgoing[]> {
  const { findings } = reviewOf(await draftOf(db, plan), dayAt(now), await acceptedIn(db, plan.id))
  const finding = findings.find((one) => one.level !== 'error' && markOfFinding(one) === mark)
  if (!finding) return [lineMessage(readerOf(ctx), 'accept-gone')]
  const { code, place, why } = finding
  await REASON_DIALOGUE.keep(db, ctx.turn.chatId, { planId: plan.id, code, quote: place.quote }, now)
  const said = told(ctx.locale, { ...finding, why })
  const asks = paragraph(say(ctx.locale)('accept-ask', { code }))
  const content = [heading(`${code} · ${said.where}`, 5), paragraph(said.why), asks]
  return [stoppable(ctx.locale, REASON_DIALOGUE, { chatId: ctx.turn.chatId, content })]
}
