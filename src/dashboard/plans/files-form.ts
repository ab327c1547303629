import { html } from 'hono/html'
import type { Locale } from '../../language/locale.ts'
import { EXPORTS } from '../../plans/chat/buttons.ts'
import { EXPORT_NAMES } from '../../plans/chat/review-texts.ts'
import { say as sayPlan } from '../../plans/chat/say.ts'
import { onceField } from '../once.ts'
import type { Html } from '../page.ts'
import { say } from './texts.ts'

/** What the plan can be written as. */
export function filesForm(locale: Locale, planId: number): Html {
  const buttons = EXPORTS.map(
    (kind) => html`<button name="kind" value="${kind}">${sayPlan(locale)(EXPORT_NAMES[kind])}</button>`,
  )
  return html`<form class="stack" method="post" action="/app/plans/${planId}/files" hx-disabled-elt="find button">${onceField()}
    <h3 id="files">${say(locale)('files')}</h3><div class="row" role="group" aria-labelledby="files">${buttons}</div></form>`
}
