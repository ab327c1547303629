import { bold, list, paragraph } from '../../bot/message/rich.ts'
import { readerOf } from '../../bot/message/to.ts'
import { inPlace } from '../../bot/presses.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import type { BotContext } from '../../people/context.ts'
import { readNames } from '../../people/directory-store.ts'
import { handle } from '../../people/roles/handle.ts'
import { localeOf } from '../../people/rules.ts'
import { peopleOfMunicipalities, reachablePeople } from '../../people/store.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Access, accessTo } from '../keeping/access.ts'
import { addMember, makeCoordinator, membersOf, type PlanMember } from '../keeping/member-store.ts'
import { lockPlan, sharePlan } from '../keeping/plan-store.ts'
import { INVITE, OPEN, PEOPLE_OF, SHARE, TAKE_OVER } from './buttons.ts'
import { coordinating, lineMessage, type PlanParts, seeing } from './context.ts'
import { overviewOf } from './overview-handlers.ts'
import { nameOfPlace } from './overview-texts.ts'
import { say } from './say.ts'

/** Colleagues that are offered to be invited. */
const MOST_OFFERED = 12

/** Who writes in a plan: seen by all of the municipality, invited by the coordinator; and whether trainers may look. */
export function peopleHandlers({ clock }: PlanParts): Handled<BotContext>[] {
  return [
    handle(PEOPLE_OF, (ctx, [planId]) => seeing(ctx, planId, async (db, access) => [await people(db, ctx, access)])),
    handle(INVITE, (ctx, [planId, personId]) =>
      coordinating(ctx, planId, (db, access) => invite(db, ctx, { access, personId, now: clock.now() })),
    ),
    handle(TAKE_OVER, (ctx, [planId]) => ctx.turn.finish((db) => takeOver(db, ctx, planId, clock.now()))),
    handle(SHARE, (ctx, [planId, wanted]) =>
      coordinating(ctx, planId, async (db) => {
        await sharePlan(db, planId, wanted === 'on')
        ctx.toast(say(ctx.locale)(wanted === 'on' ? 'share-on' : 'share-off'))
        const [overview] = await overviewOf(db, ctx, planId, clock.now())
        return overview ? [inPlace(ctx, overview)] : []
      }),
    ),
  ]
}

/** Those who write in the plan and are still of its municipality. */
async function writers(db: Db, { plan }: Access): Promise<{ members: PlanMember[]; others: number[] }> {
  const here = await peopleOfMunicipalities(db, [plan.municipalityCode])
  const all = await membersOf(db, plan.id)
  const members = all.filter(({ personId }) => here.includes(personId))
  return { members, others: here.filter((id) => !members.some(({ personId }) => personId === id)) }
}

async function people(db: Db, ctx: BotContext, access: Access): Promise<Outgoing> {
  const t = say(ctx.locale)
  const { plan, role } = access
  const { members, others } = await writers(db, access)
  const names = await readNames(db, [...members.map(({ personId }) => personId), ...others])
  const nameOf = (id: number) => names.get(id) ?? '—'
  const lines = members.map((one) =>
    one.role === 'coordinator' ? t('people-coordinator', { name: nameOf(one.personId) }) : nameOf(one.personId),
  )
  const offered = role === 'coordinator' ? others.slice(0, MOST_OFFERED) : []
  const isLed = members.some((one) => one.role === 'coordinator')
  return {
    chatId: ctx.turn.chatId,
    content: [
      ...(members.length === 0 ? [paragraph(t('people-nobody'))] : [paragraph(bold(t('people-title'))), list(lines)]),
      ...(role === 'coordinator'
        ? [paragraph(t(offered.length > 0 ? 'people-invite' : members.length > 1 ? 'people-all' : 'people-none'))]
        : []),
    ],
    buttons: [
      ...offered.map((id) => [INVITE.labelled(t('button-invite', { name: nameOf(id) }), plan.id, id)]),
      ...(!isLed && role !== 'trainer' ? [[TAKE_OVER.labelled(t('button-take'), plan.id)]] : []),
      [OPEN.labelled(t('button-plan'), plan.id)],
    ],
  }
}

type Inviting = { access: Access; personId: number; now: Temporal.Instant }

async function invite(db: Db, ctx: BotContext, { access, personId, now }: Inviting): Promise<Outgoing[]> {
  const { others } = await writers(db, access)
  const [person] = others.includes(personId) ? await reachablePeople(db, [personId]) : []
  const shown = async () => inPlace(ctx, await people(db, ctx, access))
  if (!person || !(await addMember(db, access.plan.id, { personId, role: 'editor' }, now))) return [await shown()]
  const names = await readNames(db, [personId, ctx.person.id])
  const locale = localeOf(person)
  const values = { name: names.get(ctx.person.id) ?? '', place: nameOfPlace(locale, access.plan) }
  ctx.toast(say(ctx.locale)('people-invited', { name: names.get(personId) ?? '' }))
  return [
    await shown(),
    {
      chatId: person.telegramId,
      content: [paragraph(say(locale)('people-invitation', values))],
      buttons: [[OPEN.labelled(say(locale)('button-plan'), access.plan.id)]],
    },
  ]
}

/** A plan whose coordinator left goes on with somebody of the municipality; those who write in it may, and without any, whoever comes first. */
async function takeOver(db: Db, ctx: BotContext, planId: number, now: Temporal.Instant): Promise<Outgoing[]> {
  await lockPlan(db, planId)
  const access = await accessTo(db, ctx.person, planId)
  if (!access || access.role === 'trainer') return [lineMessage(readerOf(ctx), 'plan-gone')]
  const { members } = await writers(db, access)
  const isLed = members.some(({ role }) => role === 'coordinator')
  const mayTake = !isLed && (access.role === 'editor' || members.length === 0)
  if (!mayTake) return [await people(db, ctx, access)]
  await addMember(db, planId, { personId: ctx.person.id, role: 'coordinator' }, now)
  await makeCoordinator(db, planId, ctx.person.id)
  return [lineMessage(readerOf(ctx), 'people-taken'), ...(await overviewOf(db, ctx, planId, now))]
}
