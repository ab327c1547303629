import { html } from 'hono/html'
import type { Locale } from '../../language/locale.ts'
import { columnName, partName } from '../../plans/chat/told.ts'
import { hasRows } from '../../plans/draft/forms.ts'
import { kindOf } from '../../plans/entries/kinds.ts'
import type { Finding } from '../../plans/rules/finding.ts'
import { isWritten, type Sheet, type SheetRow, takesMore } from '../../plans/sheet/sheet.ts'
import { told } from '../../plans/told.ts'
import { onceField } from '../once.ts'
import type { Html } from '../page.ts'
import { say } from './texts.ts'

/** For whom a sheet is drawn, and whether they write in it. */
export type Drawn = { locale: Locale; planId: number; step: number; mayWrite: boolean }

/** A part of the plan: a table as in a spreadsheet, what is said once as fields. Cells are saved one by one (client/sheet.js). */
export function sheetHtml(drawn: Drawn, sheet: Sheet): Html {
  const { locale, planId } = drawn
  const body = hasRows(sheet.part) ? tableHtml(drawn, sheet) : formHtml(drawn, sheet)
  return html`<section class="card" data-sheet="${sheet.part}" data-to="/app/plans/${planId}/cell">
    <h3>${partName(locale, sheet.part)}</h3>
    ${sheet.above.map((finding) => findingHtml(locale, finding))}
    ${body}</section>`
}

function tableHtml(drawn: Drawn, sheet: Sheet): Html {
  const { locale } = drawn
  const heads = sheet.columns.map((column) => html`<th scope="col">${columnName(locale, sheet.part, column)}</th>`)
  const rows = sheet.rows.map((row, at) => rowHtml(drawn, sheet, row, at + 1))
  const empty = drawn.mayWrite && takesMore(sheet) ? rowHtml(drawn, sheet, null, sheet.rows.length + 1) : ''
  return html`<div class="wide"><table class="sheet"><thead><tr><th scope="col">${say(locale)('column-row')}</th>${heads}</tr></thead>
    <tbody>${rows}${empty}</tbody></table></div>`
}

function rowHtml(drawn: Drawn, sheet: Sheet, row: SheetRow | null, number: number): Html {
  const { locale } = drawn
  const whole = (row?.beside ?? []).filter(({ column }) => column === null)
  const cells = sheet.columns.map(
    (column) =>
      html`<td data-label="${columnName(locale, sheet.part, column)}"${kindOf(sheet.part, column) === 'text' ? html` class="long"` : ''}>${cellHtml(drawn, sheet, { row, number, column })}</td>`,
  )
  return html`<tr data-row="${row?.id ?? ''}"><th scope="row"><span>${row ? html`<span class="unseen of-card">${say(locale)('column-row')}</span> ${number}` : html`<span aria-hidden="true">+</span> <span class="unseen of-card">${say(locale)('new-row')}</span>`}</span>
      ${row && drawn.mayWrite ? removeForm(drawn, row.id, number) : ''}
      ${whole.map(({ finding }) => findingHtml(locale, finding))}</th>${cells}</tr>`
}

function formHtml(drawn: Drawn, sheet: Sheet): Html {
  const row = sheet.rows[0] ?? null
  const fields = sheet.columns.map(
    (
      column,
    ) => html`<div class="field"><span class="small" aria-hidden="true">${columnName(drawn.locale, sheet.part, column)}</span>
      ${cellHtml(drawn, sheet, { row, number: 0, column })}</div>`,
  )
  return html`<div class="stack" data-row="${row?.id ?? ''}">${fields}</div>`
}

/** `number` is 0 in a form, which has one row. */
type Cell = { row: SheetRow | null; number: number; column: string }

function cellHtml(drawn: Drawn, sheet: Sheet, { row, number, column }: Cell): Html {
  const { locale } = drawn
  const t = say(locale)
  const value = row?.cells[column] ?? ''
  const beside = (row?.beside ?? []).filter((one) => one.column === column)
  const found = html`${beside.map(({ finding }) => findingHtml(locale, finding))}`
  if (!drawn.mayWrite) return html`<span class="as-written">${value || '–'}</span>${found}`
  if (!isWritten(sheet.part, column))
    return html`<output class="quiet" title="${t('computed')}">${value || '…'}</output>${found}`
  const name = columnName(locale, sheet.part, column)
  const label = number === 0 ? t('cell-name-form', { column: name }) : t('cell-name', { column: name, number })
  const id = `${row ? `c${row.id}` : `new-${sheet.part}`}-${column}`
  const isWrong = beside.some(({ finding }) => finding.level === 'error')
  return html`<textarea id="${id}" data-column="${column}" rows="1" aria-label="${label}" aria-describedby="${id}-said"${row?.missing.includes(column) ? html` class="missing"` : ''}${isWrong ? html` aria-invalid="true"` : ''}>${value}</textarea>
    <div id="${id}-said">${found}</div>`
}

/** What a check says, with one example of how it may be mended. */
function findingHtml(locale: Locale, finding: Finding): Html {
  const { code, why, repair, level } = told(locale, finding)
  return html`<details class="finding${level === 'error' ? ' fault' : ''}"><summary>${code}: ${why}</summary><p class="small">${repair}</p></details>`
}

function removeForm({ locale, planId, step }: Drawn, entryId: number, number: number): Html {
  const t = say(locale)
  return html`<details class="row-more"><summary aria-label="${t('row-more', { number })}">⋯</summary>
    <form method="post" action="/app/plans/${planId}/rows" hx-disabled-elt="find button">${onceField()}
      <input type="hidden" name="step" value="${step}"><button class="danger" name="remove" value="${entryId}">${t('remove-row')}</button></form></details>`
}

/** Several rows by a line each, or pasted out of a table, read as in the chat. */
export function linesForm(drawn: Drawn, sheet: Sheet, columns: readonly string[]): Html {
  const { locale, planId, step } = drawn
  if (!drawn.mayWrite || !hasRows(sheet.part)) return html``
  const t = say(locale)
  const id = `lines-${sheet.part}`
  const names = columns.map((column) => columnName(locale, sheet.part, column)).join(', ')
  return html`<details class="card"><summary>${t('add-lines')}: ${partName(locale, sheet.part)}</summary>
    <form class="stack" method="post" action="/app/plans/${planId}/rows" hx-disabled-elt="find button">${onceField()}
      <input type="hidden" name="step" value="${step}"><input type="hidden" name="part" value="${sheet.part}">
      <label for="${id}">${t('add-lines')}</label><textarea id="${id}" name="lines" rows="4" maxlength="20000" aria-describedby="${id}-hint"></textarea>
      <p class="quiet small" id="${id}-hint">${t('add-lines-hint', { columns: names })}</p>
      <p><button class="primary">${t('add')}</button></p></form></details>`
}
