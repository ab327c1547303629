import { html } from 'hono/html'
import { dayFor } from '../../language/dates/write.ts'
import type { Locale } from '../../language/locale.ts'
import type { Past } from '../../reports/report.ts'
import { say as sayReports } from '../../reports/say.ts'
import { fieldHtml } from '../fields.ts'
import { onceField } from '../once.ts'
import type { Html } from '../page.ts'
import { say } from './texts.ts'

/** Sums of the time before: entered in words as in the chat, and removed again. */
export function pastForms(
  locale: Locale,
  past: readonly Past[],
  { fault, words = '' }: { fault?: string; words?: string },
): Html {
  const t = say(locale)
  const field = {
    name: 'words',
    label: t('past-words'),
    kind: 'area',
    value: words,
    fault,
    hint: t('past-hint'),
  } as const
  return html`<details class="card"${fault ? html` open` : ''}><summary>${t('past')}</summary>
    <form class="stack" method="post" action="/app/reports/past" hx-disabled-elt="find button">${onceField()}
      ${fieldHtml({ ...field, most: 4_000 })}<p><button class="primary">${t('past-enter')}</button></p></form>
    ${
      past.length === 0
        ? ''
        : html`<form class="row" method="post" action="/app/reports/past" hx-disabled-elt="find button">${onceField()}
      ${past.map(({ id, before }) => html`<button class="danger" name="remove" value="${id}">${sayReports(locale)('button-remove-past', { before: dayFor(locale, before).replace(/\.$/, '') })}</button>`)}</form>`
    }
  </details>`
}
