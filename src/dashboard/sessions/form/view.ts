import { html } from 'hono/html'
import type { Locale } from '../../../language/locale.ts'
import { say as sayOfSessions } from '../../../sessions/say.ts'
import { type Fault, LONGEST } from '../../../sessions/session/plan.ts'
import { LANGUAGES, type SessionPlan } from '../../../sessions/session/session.ts'
import { planFaultSentence } from '../../../sessions/staff/form/field-texts.ts'
import { fieldHtml } from '../../fields.ts'
import { onceField } from '../../once.ts'
import type { Html } from '../../page.ts'
import { type Sentence, say } from '../texts.ts'
import { type AskFaults, asksFields } from './asks.ts'

/** Which field of the form a field of the plan is written in. */
const FIELD_OF: Partial<Record<keyof SessionPlan, string>> = {
  starts: 'on',
  ends: 'on',
  days: 'on',
  municipalityQuota: 'quota',
  reservedPlaces: 'reserved',
}

/** What is wrong, by the field beside which it stands. */
function faultsByField(locale: Locale, faults: readonly Fault[]): Map<string, string> {
  const groups = Map.groupBy(faults, ({ field }) => FIELD_OF[field] ?? field)
  const told = [...groups].map(([name, these]): [string, string] => [
    name,
    [...new Set(these.map((fault) => planFaultSentence(locale, fault)))].join(' '),
  ])
  return new Map(told)
}

type Shown = {
  /** «session:new» or «session:12»: of which form this is the draft. */
  form: string
  action: string
  fields: URLSearchParams
  faults: readonly Fault[]
  askFaults: AskFaults
  /** The fields as they were when the form was opened; only of a session that is changed. */
  before: URLSearchParams | null
  preview: Html
}

/** All fields of a session on one page, each fault beside its field; what is written is kept and shown as people will see it. */
export function formHtml(locale: Locale, shown: Shown): Html {
  const t = say(locale)
  const { action, form, fields, before } = shown
  return html`<form class="stack" method="post" action="${action}" hx-disabled-elt="find button[value]">
    ${onceField()}<input type="hidden" name="form" value="${form}">
    ${before ? html`<input type="hidden" name="before" value="${before.toString()}">` : ''}
    <div hx-post="/app/sessions/draft" hx-trigger="input delay:600ms from:closest form" hx-include="closest form"
      hx-target="#preview" hx-select="#preview" hx-swap="outerHTML" hx-disabled-elt="unset" hx-push-url="false"></div>
    <div class="form-columns">
      <div class="stack">${fieldsHtml(locale, fields, faultsByField(locale, shown.faults))}${asksFields(locale, fields, shown.askFaults)}</div>
      ${shown.preview}
    </div>
    <p class="row">${
      before
        ? html`<button name="act" value="save" class="primary">${t('form-save')}</button>`
        : html`<button name="act" value="open" class="primary">${t('form-open')}</button><button name="act" value="keep">${t('form-keep')}</button>`
    }<button name="act" value="drop" formnovalidate>${t('form-drop')}</button></p>
  </form>`
}

const TIMES = ['signUpUntil', 'cancelUntil'] as const
const LABELS = {
  signUpUntil: 'field-sign-up-until',
  cancelUntil: 'field-cancel-until',
} as const satisfies Record<(typeof TIMES)[number], Sentence>

function fieldsHtml(locale: Locale, fields: URLSearchParams, faults: ReadonlyMap<string, string>): Html {
  const t = say(locale)
  const field = (
    name: string,
    label: string,
    kind: Parameters<typeof fieldHtml>[0]['kind'],
    more: { most?: number; hint?: string } = {},
  ) => fieldHtml({ name, label, kind, value: fields.get(name) ?? '', fault: faults.get(name), ...more })
  return html`<section class="card">
      ${field('title', t('field-title'), 'text', { most: LONGEST.title })}
      ${field('module', t('field-module'), 'text', { most: LONGEST.module })}
      ${field('description', t('field-description'), 'area', { most: LONGEST.description })}
      ${field('place', t('field-place'), 'text', { most: LONGEST.place })}</section>
    <section class="card">${daysHtml(locale, fields, faults.get('on'))}</section>
    <section class="card">
      ${field('capacity', t('field-capacity'), 'number')}
      ${field('quota', t('field-quota'), 'number', { hint: t('hint-quota') })}
      ${field('reserved', t('field-reserved'), 'number', { hint: t('hint-reserved') })}
      ${field('reservedUntil', t('field-reserved-until'), 'datetime-local')}</section>
    <section class="card">
      ${TIMES.map((name) => field(name, t(LABELS[name]), 'datetime-local', { hint: t('hint-usual') }))}
      <label class="check"><input type="checkbox" name="approval"${fields.has('approval') ? html` checked` : ''}><span>${t('field-approval')}</span></label>
      <label>${t('field-language')}<select name="language">${LANGUAGES.map((one) => html`<option value="${one}"${fields.get('language') === one ? html` selected` : ''}>${sayOfSessions(locale)('language-name', { language: one })}</option>`)}</select></label></section>`
}

/** The last day of what is held in one go over several («12. у 16 – 14. у 14»); where there is none the field is not seen. */
function untilHtml(
  locale: Locale,
  { on, until, lasts }: { on: string; until: string | undefined; lasts?: string },
): Html {
  if (lasts === undefined && (!until || until === on)) return html`<input type="hidden" name="until" value="">`
  return html`<label class="grow"><span class="small">${say(locale)('day-until')}</span><input type="date" name="until" value="${until}"${afterHtml(lasts)}></label>`
}

/** How many days after the date before it this one usually is, for the page to fill in. */
const afterHtml = (days: string | undefined) => (days === undefined ? '' : html` data-after="${days}"`)

/** Days as they are written, and an empty one where there is none; a day that is left empty is none. */
function daysHtml(locale: Locale, fields: URLSearchParams, fault: string | undefined): Html {
  const t = say(locale)
  const [from, to, until] = [fields.getAll('from'), fields.getAll('to'), fields.getAll('until')]
  const [after, lasts] = [fields.getAll('after'), fields.getAll('lasts')]
  const rows = fields.getAll('on').map((on, i) => {
    const copied = { ...(after[i] ? { after: after[i] } : {}), ...(lasts[i] ? { lasts: lasts[i] } : {}) }
    return { on, from: from[i], to: to[i], until: until[i], ...copied }
  })
  if (rows.at(-1)?.on !== '') rows.push({ on: '', from: rows.at(-1)?.from, to: rows.at(-1)?.to, until: '' })
  return html`<fieldset class="stack" id="f-on"${fault ? html` aria-describedby="on-fault"` : ''}><legend>${t('field-days')}</legend>
    ${rows.map(
      (row, i) => html`<div class="day row">
        <label class="grow"><span class="small">${t('day-number', { number: i + 1 })}</span><input type="date" name="on" value="${row.on}"${afterHtml(row.after)}${fault ? html` aria-invalid="true"` : ''}></label>
        <label><span class="small">${t('day-from')}</span><input type="time" name="from" value="${row.from ?? '09:00'}"></label>
        ${untilHtml(locale, row)}
        <label><span class="small">${t('day-to')}</span><input type="time" name="to" value="${row.to ?? '16:00'}"></label></div>`,
    )}
    <p class="quiet small">${t('hint-days')}</p>
    ${fault ? html`<p class="fault" id="on-fault">${fault}</p>` : ''}
    <p><button name="act" value="more">${t('day-more')}</button></p></fieldset>`
}
