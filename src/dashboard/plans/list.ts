import { html } from 'hono/html'
import { isRegistered } from '../../people/rules.ts'
import { nameOfPlace, periodOfPlan } from '../../plans/chat/overview-texts.ts'
import { say as sayPlan } from '../../plans/chat/say.ts'
import { accessTo } from '../../plans/keeping/access.ts'
import { type KeptPlan, plansOf, sharedPlans } from '../../plans/keeping/plan-store.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { inRoom } from '../rooms.ts'
import { planView } from './plan.ts'
import { say } from './texts.ts'

/** The plan of one's municipality, opened at once where there is one; staff see those that were shared too. */
export const planList: Page = {
  method: 'GET',
  path: '/plans',
  who: 'everyone',
  show: (visit) => listView(visit),
}

async function listView(visit: Visit): Promise<View> {
  const { db, person, locale } = visit
  const own = isRegistered(person) ? await plansOf(db, person.profile.municipalityCode) : []
  const shared = person.role === 'member' ? [] : await sharedPlans(db)
  const others = shared.filter(({ id }) => !own.some((plan) => plan.id === id))
  const [only, second] = own
  if (only && !second && others.length === 0) {
    const access = await accessTo(db, person, only.id)
    if (access) return planView(visit, access, null)
  }
  const t = say(locale)
  return inRoom(visit, 'plans', {
    title: t('title'),
    body: html`${own.length > 0 ? tiles(visit, own) : html`<p class="card">${t(isRegistered(person) ? 'none' : 'none-registered')}</p>`}
      ${person.role === 'member' ? '' : html`<h2>${t('shared')}</h2>${others.length > 0 ? tiles(visit, others) : html`<p class="quiet">${sayPlan(locale)('plan-none-shared')}</p>`}`}`,
  })
}

function tiles({ locale }: Visit, plans: readonly KeptPlan[]): Html {
  const t = sayPlan(locale)
  return html`<ul class="plain tiles">${plans.map(
    (plan) =>
      html`<li><a class="tile" href="/app/plans/${plan.id}"><strong>${t('plan-title', { place: nameOfPlace(locale, plan), period: periodOfPlan(plan) })}</strong></a></li>`,
  )}</ul>`
}
