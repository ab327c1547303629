import { html, raw } from 'hono/html'
import { queue } from '../../bot/send/outbox.ts'
import { shownTo } from '../../language/locale.ts'
import { choicesOf } from '../../reports/choices.ts'
import { type FileKind, fileMessage } from '../../reports/files/message.ts'
import { type Filter, placeCode, topicCode } from '../../reports/filter.ts'
import { mapSvg } from '../../reports/map.ts'
import { titleFor } from '../../reports/names.ts'
import { enterPast } from '../../reports/past/actions.ts'
import { periodCode } from '../../reports/period.ts'
import { readFacts } from '../../reports/reads.ts'
import { type Report, reportOf, sumsOf, topicsIn } from '../../reports/report.ts'
import { say as sayReports } from '../../reports/say.ts'
import { deletePast } from '../../reports/store.ts'
import { pastLines, totalLines } from '../../reports/texts.ts'
import { once, onceField } from '../once.ts'
import type { Html, Page, View, Visit } from '../page.ts'
import { inRoom, noteOf } from '../rooms.ts'
import { askedIn } from './asked.ts'
import { filterForm } from './form.ts'
import { pastForms } from './past.ts'
import { tablesHtml } from './tables.ts'
import { say } from './texts.ts'

/** What was done, of a period, a place and a topic: the sums, the map and the lists of «/izvestaji». */
export const reportsPage: Page = {
  method: 'GET',
  path: '/reports',
  who: 'trainer',
  show: (visit) => reportView(visit, visit.query),
}

/** Sends a report as a file into the chat, where every client can open and keep it. */
export const reportSend: Page = {
  method: 'POST',
  path: '/reports',
  who: 'trainer',
  show: async (visit) => {
    const t = say(visit.locale)
    const sent = await once(visit, () => send(visit))
    return reportView(visit, visit.form, { note: sent ? t('sent', { name: sent }) : t('done-before') })
  },
}

/** Sums of the time before are entered, or removed again. */
export const reportPast: Page = {
  method: 'POST',
  path: '/reports/past',
  who: 'trainer',
  show: async (visit) => {
    const { db, form, locale, person, now } = visit
    const words = form.get('words') ?? ''
    const remove = Number(form.get('remove'))
    if (remove > 0) {
      const removed = await once(visit, () => deletePast(db, remove))
      return reportView(visit, new URLSearchParams(), {
        note: sayReports(locale)(removed ? 'past-removed' : 'past-gone'),
      })
    }
    const refused = await once(visit, () => enterPast(db, words, { staffId: person.id, now }))
    if (refused) return reportView(visit, new URLSearchParams(), { fault: refused(locale), words })
    return reportView(visit, new URLSearchParams(), { note: sayReports(locale)('past-entered') })
  },
}

type After = { note?: string; fault?: string; words?: string }

async function reportView(visit: Visit, given: URLSearchParams, after: After = {}): Promise<View> {
  const { db, locale, now } = visit
  const facts = await readFacts(db, now)
  const choices = choicesOf(facts, now)
  const { filter, fault } = askedIn(given, choices.topics)
  const report = reportOf(facts, filter)
  return inRoom(visit, 'reports', {
    title: say(locale)('title'),
    at: `/reports?${new URLSearchParams(codesOf(filter))}`,
    ...(fault || after.fault ? { status: 422 } : {}),
    body: html`${noteOf(after.note)}
      ${filterForm(locale, { filter, fault, given }, choices)}
      ${sumsHtml(visit, report)}
      ${tablesHtml(locale, report)}
      ${pastForms(locale, facts.past, after)}
      <p class="quiet small">${sayReports(locale)('report-how')}</p>`,
  })
}

function sumsHtml({ locale }: Visit, report: Report): Html {
  const t = sayReports(locale)
  const past = pastLines(locale, report)
  const { codes } = sumsOf(report)
  const list = (lines: readonly string[]) => html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
  return html`<section class="card"><h2>${titleFor(locale, report.filter)}</h2>
    ${report.sessions.length === 0 ? html`<p role="status">${t('report-none')}</p>` : ''}
    <div class="sides"><div class="stack">${list(totalLines(locale, report))}
      ${past.length > 0 ? html`<h3>${t('past-title')}</h3>${list(past)}` : ''}${sendForm(locale, report.filter)}</div>
      <figure class="map">${raw(mapSvg(locale, { filter: report.filter, codes }))}
        <figcaption class="quiet small">${t('map-caption')}</figcaption></figure></div></section>`
}

function codesOf({ period, place, topic }: Filter) {
  return { period: periodCode(period), place: placeCode(place), topic: topicCode(topic) }
}

const KINDS = { xlsx: 'button-xlsx', pdf: 'button-pdf', map: 'button-map' } as const satisfies Record<FileKind, string>

function sendForm(locale: Visit['locale'], filter: Filter): Html {
  const hidden = Object.entries(codesOf(filter)).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const buttons = Object.entries(KINDS).map(
    ([kind, label]) => html`<button name="kind" value="${kind}">${sayReports(locale)(label)}</button>`,
  )
  return html`<form class="stack" method="post" action="/app/reports" hx-disabled-elt="find button">${onceField()}${hidden}
    <h3 id="send">${say(locale)('send')}</h3><div class="row" role="group" aria-labelledby="send">${buttons}</div></form>`
}

/** What was sent; `null`: nothing that there is. */
async function send({ db, form, locale, person, now }: Visit): Promise<string | null> {
  const kind = Object.keys(KINDS).find((one) => one === form.get('kind')) as FileKind | undefined
  if (!kind) return null
  const facts = await readFacts(db, now)
  const { filter } = askedIn(form, topicsIn(facts))
  const message = await fileMessage(db, { chatId: person.telegramId, locale, now }, kind, reportOf(facts, filter))
  await queue(db, message, { key: `report:${person.id}:${form.get('once')}`, lane: 'reply', now })
  return shownTo(locale, sayReports(locale)(KINDS[kind]))
}
