import { paragraph } from '../../bot/message/rich.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { readNames } from '../../people/directory-store.ts'
import { handle } from '../../people/roles/handle.ts'
import { localeOf } from '../../people/rules.ts'
import { peopleOfMunicipalities, reachablePeople } from '../../people/store.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Access } from '../keeping/access.ts'
import { membersOf } from '../keeping/member-store.ts'
import { freeStep, giveStep, stepsTaken } from '../keeping/step-store.ts'
import { stepOf } from '../steps/steps.ts'
import { CARE_OF, GIVE_STEP, STEP } from './buttons.ts'
import { coordinating, type PlanParts } from './context.ts'
import { nameOfPlace } from './overview-texts.ts'
import { say } from './say.ts'

/** Who takes care of a step: the coordinator gives it to somebody who writes in the plan, and that person is told. */
export function careHandlers({ clock }: PlanParts): Handled<BotContext>[] {
  return [
    handle(CARE_OF, (ctx, [planId, step]) =>
      coordinating(ctx, planId, async (db, access) => [inPlace(ctx, await choosing(db, ctx, access, step))]),
    ),
    handle(GIVE_STEP, (ctx, [planId, step, personId]) =>
      coordinating(ctx, planId, (db, access) => give(db, ctx, access, { step, personId, now: clock.now() })),
    ),
  ]
}

/** Those who write in the plan and are still of its municipality. */
async function writersOf(db: Db, { plan }: Access): Promise<number[]> {
  const here = await peopleOfMunicipalities(db, [plan.municipalityCode])
  return (await membersOf(db, plan.id)).map(({ personId }) => personId).filter((id) => here.includes(id))
}

async function choosing(db: Db, ctx: BotContext, access: Access, number: number): Promise<Outgoing> {
  const t = say(ctx.locale)
  const { id } = access.plan
  const writers = await writersOf(db, access)
  const names = await readNames(db, writers)
  const now = (await stepsTaken(db, id)).get(number)
  const title = t('step-title', { number, step: t(stepOf(number).title) })
  return {
    chatId: ctx.turn.chatId,
    content: [paragraph(t('care-ask', { title }))],
    buttons: [
      ...writers
        .filter((one) => one !== now)
        .map((one) => [GIVE_STEP.labelled(names.get(one) ?? '—', id, number, one)]),
      ...(now === undefined ? [] : [[GIVE_STEP.labelled(t('button-nobody'), id, number, 0)]]),
      [STEP.labelled(title, id, number)],
    ],
  }
}

type Giving = { step: number; personId: number; now: Temporal.Instant }

async function give(db: Db, ctx: BotContext, access: Access, { step, personId, now }: Giving): Promise<Outgoing[]> {
  const { plan } = access
  if (personId === 0) await freeStep(db, plan.id, step)
  else if ((await writersOf(db, access)).includes(personId))
    await giveStep(db, { planId: plan.id, step, personId }, now)
  const told = personId === 0 || personId === ctx.person.id ? [] : await tell(db, access, step, personId)
  ctx.toast(say(ctx.locale)('care-done'))
  return [inPlace(ctx, await choosing(db, ctx, access, step)), ...told]
}

async function tell(db: Db, { plan }: Access, number: number, personId: number): Promise<Outgoing[]> {
  const [person] = await reachablePeople(db, [personId])
  if (!person) return []
  const locale = localeOf(person)
  const t = say(locale)
  const title = t('step-title', { number, step: t(stepOf(number).title) })
  return [
    {
      chatId: person.telegramId,
      content: [paragraph(t('care-given', { title, place: nameOfPlace(locale, plan) }))],
      buttons: [[STEP.labelled(title, plan.id, number)]],
    },
  ]
}
