import { html } from 'hono/html'
import { nameOfPlace, periodOfPlan } from '../../plans/chat/overview-texts.ts'
import { reviewMessage } from '../../plans/chat/review-texts.ts'
import { say as sayPlan } from '../../plans/chat/say.ts'
import { acceptedIn } from '../../plans/keeping/accepted-store.ts'
import { type Access, mayWrite } from '../../plans/keeping/access.ts'
import { markOfFinding } from '../../plans/keeping/review.ts'
import type { Finding } from '../../plans/rules/finding.ts'
import { told } from '../../plans/told.ts'
import { blocksHtml } from '../blocks.ts'
import { onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { reviewed, seeing } from './reach.ts'
import { say } from './texts.ts'

/** All that the checks say of a plan, and what may be left as it is, with a reason. */
export const planReview: Page = {
  method: 'GET',
  path: '/plans/:id{[0-9]+}/review',
  who: 'everyone',
  show: (visit, [planId]) => seeing(visit, planId!, (access) => reviewView(visit, access)),
}

export async function reviewView(
  visit: Visit,
  access: Access,
  after: { note?: string; fault?: string } = {},
): Promise<View> {
  const { db, locale } = visit
  const { plan } = access
  const { review } = await reviewed(visit, access)
  const { findings } = review
  const { length: accepted } = await acceptedIn(db, plan.id)
  const what = sayPlan(locale)('plan-title', { place: nameOfPlace(locale, plan), period: periodOfPlan(plan) })
  const message = reviewMessage({ chatId: 0, locale }, access, { what, review, findings, accepted, sections: [] })
  const open = mayWrite(access) ? findings.filter(({ level }) => level !== 'error') : []
  return inRoom(visit, 'plans', {
    title: say(locale)('review-title'),
    back: { at: `/plans/${plan.id}`, name: what },
    at: `/plans/${plan.id}/review`,
    ...(after.fault === undefined ? {} : { status: 422 }),
    body: html`${noteOf(after.note)}${noteOf(after.fault, 'fault')}
      <section class="card">${blocksHtml(message.content.filter(({ type }) => type !== 'heading'))}</section>
      ${open.length === 0 ? '' : html`<section class="card"><h2>${say(locale)('accept')}</h2>${open.map((one) => acceptForm(visit, plan.id, one))}</section>`}`,
  })
}

function acceptForm({ locale }: Visit, planId: number, finding: Finding): Html {
  const t = say(locale)
  const { code, where, why } = told(locale, finding)
  const mark = markOfFinding(finding)
  return html`<details><summary>${code} · ${where}</summary>
    <form class="stack" method="post" action="/app/plans/${planId}/accept" hx-disabled-elt="find button">${onceField()}
      <p class="small">${why}</p><input type="hidden" name="mark" value="${mark}">
      <label for="r-${mark}">${t('accept-reason', { code })}</label><textarea id="r-${mark}" name="reason" rows="2" maxlength="500" required></textarea>
      <p><button>${t('accept-save')}</button></p></form></details>`
}
