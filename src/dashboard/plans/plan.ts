import { html } from 'hono/html'
import { nameOfPlace, overviewMessage, periodOfPlan } from '../../plans/chat/overview-texts.ts'
import { say as sayPlan } from '../../plans/chat/say.ts'
import { askedColumns } from '../../plans/entries/read-row.ts'
import { type Access, mayWrite } from '../../plans/keeping/access.ts'
import { planVersions } from '../../plans/keeping/plan-store.ts'
import { sheetOf } from '../../plans/sheet/sheet.ts'
import { progressOf, type StepState } from '../../plans/steps/progress.ts'
import { STEPS, type Step } from '../../plans/steps/steps.ts'
import { dayAt } from '../../platform/clock.ts'
import { blocksHtml } from '../blocks.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { noPage } from '../refusals.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { filesForm } from './files-form.ts'
import { reviewed, seeing } from './reach.ts'
import { type Drawn, linesForm, sheetHtml } from './sheet.ts'
import { type Sentence, say } from './texts.ts'

/** A plan, at the step that comes next. */
export const planPage: Page = {
  method: 'GET',
  path: '/plans/:id{[0-9]+}',
  who: 'everyone',
  show: (visit, [planId]) => seeing(visit, planId!, (access) => planView(visit, access, null)),
}

/** A plan at one of its steps. */
export const planStep: Page = {
  method: 'GET',
  path: '/plans/:id{[0-9]+}/steps/:step{[0-9]+}',
  who: 'everyone',
  show: (visit, [planId, step]) => seeing(visit, planId!, (access) => planView(visit, access, step!)),
}

/** `number` is the step; `null` for the one that comes next. */
export async function planView(
  visit: Visit,
  access: Access,
  number: number | null,
  after: { note?: string; fault?: string } = {},
): Promise<View> {
  const { db, locale, now } = visit
  const { plan } = access
  // Before the rest: a page may be told once too often that it is old, never once too little.
  const version = (await planVersions(db, [plan.id])).get(plan.id) ?? ''
  const { draft, review } = await reviewed(visit, access)
  const { states, next } = progressOf(draft)
  const step = STEPS[(number ?? next?.number ?? 1) - 1]
  if (!step) return noPage(locale)
  const drawn = { locale, planId: plan.id, step: step.number, mayWrite: mayWrite(access) }
  const sheets = [...step.parts, ...step.optional].map((part) => sheetOf(draft, part, review.findings))
  const at = `/app/plans/${plan.id}/steps/${step.number}`
  const about = overviewMessage({ chatId: 0, locale }, access, draft, dayAt(now)).content
  return inRoom(visit, 'plans', {
    title: sayPlan(locale)('plan-title', { place: nameOfPlace(locale, plan), period: periodOfPlan(plan) }),
    at: at.slice('/app'.length),
    ...(after.fault === undefined ? {} : { status: 422 }),
    body: html`${noteOf(after.note)}${noteOf(after.fault, 'fault')}
      <div class="plan">${stepsNav(drawn, states)}
        <div class="stack">
          <div class="card">${stepHead(drawn, step)}</div>
          <p id="sheet-said" class="quiet small" role="status"></p>
          <div id="sheet" class="stack" data-live="/app/plans/${plan.id}/live?version=${encodeURIComponent(version)}" hx-get="${at}"
            hx-trigger="changed" hx-select="#sheet" hx-target="this" hx-swap="outerHTML">${sheets.map((sheet) => sheetHtml(drawn, sheet))}</div>
          ${sheets.map((sheet) => linesForm(drawn, sheet, askedColumns(sheet.part, plan.period)))}
          ${turnLinks(drawn)}
          <details class="card"><summary>${say(locale)('about')}</summary>${blocksHtml(about.filter(({ type }) => type !== 'heading'))}
            ${filesForm(locale, plan.id)}</details>
        </div></div>`,
  })
}

const STATES = { empty: 'state-empty', begun: 'state-begun', done: 'state-done' } as const satisfies Record<
  StepState,
  Sentence
>
const MARKS = { empty: '○', begun: '◐', done: '●' } as const satisfies Record<StepState, string>

/** The chapters at the left; on a phone their numbers above. */
function stepsNav({ locale, planId, step }: Drawn, states: readonly StepState[]): Html {
  const t = say(locale)
  const links = STEPS.map(({ number, title }, at) => {
    const state = states[at]!
    return html`<li><a href="/app/plans/${planId}/steps/${number}"${number === step ? html` aria-current="step"` : ''}>
      <span aria-hidden="true">${MARKS[state]}</span> ${number}<span class="step-name">. ${sayPlan(locale)(title)}</span><span class="unseen"> (${t(STATES[state])})</span></a></li>`
  })
  return html`<nav class="steps" aria-label="${t('steps')}"><ol class="plain">${links}</ol>
    <a class="button" href="/app/plans/${planId}/review">${t('review')}</a>
    <a class="button" href="/app/plans/${planId}/versions">${sayPlan(locale)('button-versions')}</a></nav>`
}

function stepHead({ locale, mayWrite }: Drawn, { number, title, asks }: Step): Html {
  const t = sayPlan(locale)
  return html`<h2>${t('step-title', { number, step: t(title) })}</h2><p>${t(asks)}</p>
    ${mayWrite ? '' : html`<p class="quiet small">${say(locale)('read-only')}</p>`}`
}

function turnLinks({ locale, planId, step }: Drawn): Html {
  const t = say(locale)
  const link = (number: number, label: string) =>
    STEPS[number - 1] ? html`<a class="button" href="/app/plans/${planId}/steps/${number}">${label}</a>` : ''
  return html`<p class="row">${link(step - 1, t('previous', { number: step - 1 }))}${link(step + 1, t('next', { number: step + 1 }))}</p>`
}
