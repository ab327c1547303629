import { html } from 'hono/html'
import { dayFor } from '../../language/dates/write.ts'
import { isRegistered } from '../../people/rules.ts'
import { nameOfPlace, periodOfPlan } from '../../plans/chat/overview-texts.ts'
import { say as sayPlan } from '../../plans/chat/say.ts'
import type { Access } from '../../plans/keeping/access.ts'
import { accessTo } from '../../plans/keeping/access.ts'
import { entriesOfPlan } from '../../plans/keeping/entry-store.ts'
import { lockPlan } from '../../plans/keeping/plan-store.ts'
import { lackName } from '../../plans/told.ts'
import {
  adoptPlan,
  keepPlan,
  lackingToAdopt,
  mayDecide,
  restoreVersion,
  revisePlan,
} from '../../plans/versions/actions.ts'
import { readVersion, versionsOf } from '../../plans/versions/store.ts'
import { differenceBlocks } from '../../plans/versions/texts.ts'
import { dayAt } from '../../platform/clock.ts'
import { blocksHtml } from '../blocks.ts'
import { once, onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { noPage } from '../refusals.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { planView } from './plan.ts'
import { seeing } from './reach.ts'
import { say } from './texts.ts'

/** The versions of a plan that were kept, and its adoption. */
export const planVersionsPage: Page = {
  method: 'GET',
  path: '/plans/:id{[0-9]+}/versions',
  who: 'everyone',
  show: (visit, [planId]) => seeing(visit, planId!, (access) => versionsView(visit, access)),
}

/** What has changed since one of them. */
export const planVersion: Page = {
  method: 'GET',
  path: '/plans/:id{[0-9]+}/versions/:version{[0-9]+}',
  who: 'everyone',
  show: (visit, [planId, versionId]) => seeing(visit, planId!, (access) => versionView(visit, access, versionId!)),
}

/** Kept, brought back, adopted or revised, as in the chat. */
export const planVersionAct: Page = {
  method: 'POST',
  path: '/plans/:id{[0-9]+}/versions',
  who: 'everyone',
  show: async (visit, [planId]) => {
    // Nobody else decides about it meanwhile.
    await lockPlan(visit.db, planId!)
    return seeing(visit, planId!, async (access) => {
      const done = await once(visit, () => act(visit, access))
      return done ? done() : versionsView(visit, access, { note: say(visit.locale)('done-before') })
    })
  },
}

type After = { note?: string; fault?: string }

async function act(visit: Visit, access: Access): Promise<() => Promise<View>> {
  const { db, form, locale, person, now } = visit
  const t = sayPlan(locale)
  const planId = access.plan.id
  const by = { personId: person.id, now }
  const said = (after: After) => async () => {
    const current = await accessTo(db, person, planId)
    return current ? versionsView(visit, current, after) : noPage(locale)
  }
  const what = form.get('act')
  if (what === 'revise') return revise(visit, access, said)
  if (!mayDecide(access))
    return said({ fault: t(access.plan.state === 'draft' ? 'only-coordinator-of-plan' : 'plan-closed') })
  if (what === 'keep') return said({ note: t('version-kept', { number: await keepPlan(db, planId, by) }) })
  if (what === 'restore') {
    const restored = await restoreVersion(db, { planId, versionId: versionIn(form) }, by)
    return said(restored ? { note: t('version-restored', restored) } : { fault: say(locale)('version-gone') })
  }
  if (what !== 'adopt') return said({})
  if ((await lackingToAdopt(db, access.plan, dayAt(now))).length > 0) return said({ fault: t('adopt-lacks') })
  await adoptPlan(db, planId, by)
  return said({ note: t('adopt-done') })
}

function versionIn(form: URLSearchParams): number {
  return /^\d{1,9}$/.test(form.get('version') ?? '') ? Number(form.get('version')) : 0
}

async function revise(
  visit: Visit,
  { plan }: Access,
  said: (after: After) => () => Promise<View>,
): Promise<() => Promise<View>> {
  const { db, locale, person, now } = visit
  const t = sayPlan(locale)
  const revised = isRegistered(person) ? await revisePlan(db, person, plan.id, now) : ({ kind: 'not-theirs' } as const)
  if (revised.kind !== 'begun') return said({ fault: t(revised.kind === 'already' ? 'plan-already' : 'plan-gone') })
  const access = (await accessTo(db, person, revised.planId))!
  return () => planView(visit, access, null, { note: t('revise-begun') })
}

async function versionsView(visit: Visit, access: Access, after: After = {}): Promise<View> {
  const { db, locale } = visit
  const { plan } = access
  const t = sayPlan(locale)
  const kept = await versionsOf(db, plan.id)
  const lines = kept.map(
    ({ id, number, keptAt }) =>
      html`<li><a href="/app/plans/${plan.id}/versions/${id}">${t('version-line', { number, day: dayFor(locale, dayAt(keptAt)) })}</a></li>`,
  )
  return inRoom(visit, 'plans', {
    title: t('button-versions'),
    back: { at: `/plans/${plan.id}`, name: nameOf(visit, access) },
    at: `/plans/${plan.id}/versions`,
    ...(after.fault === undefined ? {} : { status: 422 }),
    body: html`${noteOf(after.note)}${noteOf(after.fault, 'fault')}
      <section class="card"><h2>${t('versions-title')}</h2>
        ${kept.length === 0 ? html`<p>${t('versions-none')}</p>` : html`<ul>${lines}</ul>`}
        ${mayDecide(access) ? actForm(plan.id, 'keep', html`<button>${t('button-keep')}</button>`) : ''}</section>
      ${await adoptionHtml(visit, access)}`,
  })
}

const nameOf = ({ locale }: Visit, { plan }: Access) =>
  sayPlan(locale)('plan-title', { place: nameOfPlace(locale, plan), period: periodOfPlan(plan) })

function actForm(planId: number, act: string, body: Html): Html {
  return html`<form class="row" method="post" action="/app/plans/${planId}/versions" hx-disabled-elt="find button">${onceField()}<input type="hidden" name="act" value="${act}">${body}</form>`
}

/** Whether it is adopted, what it lacks for that, and what follows. */
async function adoptionHtml(visit: Visit, access: Access): Promise<Html> {
  const { db, locale, now } = visit
  const { plan, role } = access
  const t = sayPlan(locale)
  const card = (body: Html) => html`<section class="card"><h2>${say(locale)('adoption')}</h2>${body}</section>`
  if (plan.state !== 'draft') {
    const begins = role === 'trainer' ? '' : actForm(plan.id, 'revise', html`<button>${t('button-revise')}</button>`)
    return card(html`<p>${t('plan-adopted')}</p>${begins}`)
  }
  if (!mayDecide(access)) return card(html`<p>${say(locale)('not-adopted')}</p>`)
  const lacks = await lackingToAdopt(db, plan, dayAt(now))
  if (lacks.length > 0)
    return card(html`<p>${t('adopt-lacks')}</p><ul>${lacks.map((one) => html`<li>${lackName(locale, one)}</li>`)}</ul>`)
  return card(
    html`<p>${t('adopt-ask')}</p>${actForm(plan.id, 'adopt', html`<button class="primary">${t('button-adopt-sure')}</button>`)}`,
  )
}

async function versionView(visit: Visit, access: Access, versionId: number): Promise<View> {
  const { db, locale } = visit
  const { plan } = access
  const t = sayPlan(locale)
  const version = await readVersion(db, versionId)
  if (version?.planId !== plan.id) return noPage(locale)
  const { number } = version
  const restore = html`<input type="hidden" name="version" value="${versionId}"><button>${t('button-restore', { number })}</button>`
  return inRoom(visit, 'plans', {
    title: t('version-line', { number, day: dayFor(locale, dayAt(version.keptAt)) }),
    back: { at: `/plans/${plan.id}/versions`, name: t('versions-title') },
    body: html`<section class="card">${blocksHtml(differenceBlocks(locale, version, await entriesOfPlan(db, plan.id)))}
      ${mayDecide(access) ? html`<p class="quiet small">${say(locale)('restore-keeps')}</p>${actForm(plan.id, 'restore', restore)}` : ''}</section>`,
  })
}
