import { html } from 'hono/html'
import { type Locale, shownTo } from '../../language/locale.ts'
import { MUNICIPALITIES, nameOf } from '../../people/municipalities/municipalities.ts'
import type { Choices } from '../../reports/choices.ts'
import { districts } from '../../reports/districts.ts'
import { type Filter, placeCode, topicCode } from '../../reports/filter.ts'
import { periodName } from '../../reports/names.ts'
import { type Period, periodCode, unitOf, yearPeriod } from '../../reports/period.ts'
import { say as sayReports } from '../../reports/say.ts'
import { fieldHtml } from '../fields.ts'
import type { Html } from '../page.ts'
import { say } from './texts.ts'

type Option = { value: string; label: string }

/** What the report is of, to be chosen; days of one's own are folded until they are wanted. */
export function filterForm(
  locale: Locale,
  { filter, fault, given }: { filter: Filter; fault: boolean; given: URLSearchParams },
  choices: Choices,
): Html {
  const t = say(locale)
  const isOwn = fault || (filter.period !== null && unitOf(filter.period) === null)
  const days = (name: 'from' | 'to', label: string, day: string | undefined) => {
    const value = given.get(name) ?? day ?? ''
    return fieldHtml({ name, label, kind: 'date', value, fault: fault ? t('fault-days') : undefined })
  }
  return html`<form class="card" action="/app/reports">
    <div class="row">
      <label class="grow">${t('period')}<select name="period">${options(periodOptions(locale, filter, choices), periodCode(filter.period))}</select></label>
      <label class="grow">${t('place')}<select name="place">${placeOptions(locale, placeCode(filter.place))}</select></label>
      ${choices.topics.length === 0 ? '' : html`<label class="grow">${t('topic')}<select name="topic">${options(topicOptions(locale, choices), topicCode(filter.topic))}</select></label>`}
    </div>
    <details${isOwn ? html` open` : ''}><summary>${t('own-days')}</summary><div class="row">
      <div class="grow">${days('from', t('from'), isOwn ? filter.period?.from.toString() : undefined)}</div>
      <div class="grow">${days('to', t('to'), isOwn ? filter.period?.to.toString() : undefined)}</div></div></details>
    <p><button class="primary">${t('show')}</button></p></form>`
}

function options(all: readonly Option[], chosen: string): Html {
  return html`${all.map(({ value, label }) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`)}`
}

function periodOptions(locale: Locale, { period }: Filter, { years, parts }: Choices): Option[] {
  const offered: (Period | null)[] = [null, ...years.map(yearPeriod), ...parts]
  // A month that was opened from elsewhere stays chosen; days of one's own stand in their fields.
  if (period && unitOf(period)?.months === 1) offered.push(period)
  return offered.map((one) => ({ value: periodCode(one), label: periodName(locale, one) }))
}

function topicOptions(locale: Locale, { topics }: Choices): Option[] {
  const all = { value: 'all', label: sayReports(locale)('button-all-topics') }
  return [all, ...topics.map((topic) => ({ value: topicCode(topic), label: shownTo(locale, topic) }))]
}

function placeOptions(locale: Locale, chosen: string): Html {
  const t = say(locale)
  const everywhere = { value: 'all', label: sayReports(locale)('button-everywhere') }
  const byName = (all: Option[]) => all.toSorted((a, b) => a.label.localeCompare(b.label, 'sr'))
  const wide = districts().map(({ name, code }) => ({ value: `d${code}`, label: shownTo(locale, name) }))
  const narrow = MUNICIPALITIES.map((one) => ({ value: `m${one.code}`, label: nameOf(locale, one) }))
  return html`${options([everywhere], chosen)}
    <optgroup label="${t('districts')}">${options(byName(wide), chosen)}</optgroup>
    <optgroup label="${t('municipalities')}">${options(byName(narrow), chosen)}</optgroup>`
}
