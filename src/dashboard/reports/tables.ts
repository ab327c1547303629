import { html } from 'hono/html'
import { daysFor } from '../../language/dates/write.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { municipalityName, nameOf } from '../../people/municipalities/municipalities.ts'
import { districts } from '../../reports/districts.ts'
import { isIn } from '../../reports/filter.ts'
import { type Counts, type Report, sumsOf } from '../../reports/report.ts'
import { say as sayReports } from '../../reports/say.ts'
import { titleOf } from '../../sessions/session/texts.ts'
import type { Html } from '../page.ts'
import { say } from './texts.ts'

type Cell = string | number
type Table = { title: string; head: string[]; rows: Cell[][]; isOpen: boolean }

/** The lists of a report as tables; those that would say one line only are left out. */
export function tablesHtml(locale: Locale, report: Report): Html {
  const tables = [sessionTable, yearTable, topicTable, municipalityTable, neverTable].map((made) =>
    made(locale, report),
  )
  return html`${tables.filter(({ rows }) => rows.length > 0).map(tableHtml)}`
}

function tableHtml({ title, head, rows, isOpen }: Table): Html {
  const cell = (value: Cell) =>
    typeof value === 'number' ? html`<td class="number">${value}</td>` : html`<td>${value}</td>`
  return html`<details class="card"${isOpen ? html` open` : ''}><summary>${title}</summary><div class="wide" tabindex="0" role="region" aria-label="${title}"><table>
    <tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr>
    ${rows.map(([first, ...others]) => html`<tr><th scope="row">${first}</th>${others.map(cell)}</tr>`)}</table></div></details>`
}

function sessionTable(locale: Locale, { sessions }: Report): Table {
  const t = sayReports(locale)
  return {
    title: t('list-sessions', { count: sessions.length }),
    head: [t('column-session'), say(locale)('column-days'), ...countHeads(locale)],
    rows: sessions.map(({ session, counts }) => [
      titleOf(locale, session),
      daysFor(locale, session.starts.toPlainDate(), session.ends.toPlainDate()),
      ...countCells(counts),
    ]),
    isOpen: true,
  }
}

function yearTable(locale: Locale, { years }: Report): Table {
  return {
    title: sayReports(locale)('list-years'),
    head: [say(locale)('column-year'), ...countHeads(locale)],
    rows: years.map(({ year, counts }) => [String(year), ...countCells(counts)]),
    isOpen: years.length > 1,
  }
}

function topicTable(locale: Locale, { topics }: Report): Table {
  const t = sayReports(locale)
  return {
    title: t('list-topics'),
    head: [t('column-module'), ...countHeads(locale)],
    rows: topics.map(({ topic, counts }) => [
      topic === null ? t('topic-none') : shownTo(locale, topic),
      ...countCells(counts),
    ]),
    isOpen: topics.length > 1,
  }
}

function municipalityTable(locale: Locale, { municipalities }: Report): Table {
  const t = sayReports(locale)
  const rows = municipalities.map(({ code, counts }): [string, ...number[]] => [
    municipalityName(locale, code),
    counts.participations,
    counts.people,
    counts.sessions,
  ])
  return {
    title: t('list-municipalities', { count: municipalities.length }),
    head: [t('column-municipality'), t('column-participations'), t('column-people'), t('column-sessions')],
    rows: rows.toSorted(([a], [b]) => a.localeCompare(b, 'sr')),
    isOpen: false,
  }
}

/** Who never came, by district: what the white squares of the map stand for. */
function neverTable(locale: Locale, report: Report): Table {
  const t = sayReports(locale)
  const { codes } = sumsOf(report)
  const missing = districts().map(({ name, municipalities }) => ({
    name: shownTo(locale, name),
    left: municipalities.filter(({ code }) => isIn(report.filter.place, code) && !codes.has(code)),
  }))
  return {
    title: say(locale)('list-never', { count: missing.reduce((sum, { left }) => sum + left.length, 0) }),
    head: [t('column-district'), t('column-municipalities')],
    rows: missing
      .filter(({ left }) => left.length > 0)
      .map(({ name, left }) => [name, left.map((one) => nameOf(locale, one)).join(', ')]),
    isOpen: false,
  }
}

function countHeads(locale: Locale): string[] {
  const t = sayReports(locale)
  return [t('column-participations'), t('column-people'), t('column-municipalities')]
}

const countCells = ({ participations, people, municipalities }: Counts) => [
  participations,
  people,
  municipalities.length,
]
