import { streamPart } from '../package/xml.ts'
import { columnName } from '../pieces/cells.ts'
import type { Source } from '../source.ts'
import { clean } from '../text/clean.ts'
import { type NumberFormats, shown } from './values.ts'

export type Sheet = {
  grid: string[][]
  /** Addresses of cells whose formula has no value. */
  formulas: string[]
  /** Rows and columns with text that are hidden: «3», «C». */
  hiddenRows: string[]
  hiddenColumns: string[]
  /** Headers and footers of printed pages. */
  running: string[]
  /** The first text of a row by its number, which says what the row is about. */
  rowLabel: (row: number) => string
}

/** A sheet beyond this is no text that a person reads; it also stops addresses that lie far apart. */
const MOST_COLUMNS = 256

/** Reads a sheet part as a stream: sheets may be large, and only the shown values are kept. Empty rows stay, once. */
export function readSheet(part: Uint8Array, strings: string[], formats: NumberFormats, source: Source): Sheet {
  const rows = new Map<number, string[]>()
  const merges: string[] = []
  const formulas: string[] = []
  const hidden = { columns: new Set<number>(), row: false }
  const kept = { rows: new Set<number>(), columns: new Set<number>() }
  let row = 0
  let cell: CellState | null = null
  let gathered: 'value' | 'inline' | 'formula' | null = null
  const running: string[] = []
  let isRunning = false
  streamPart(part, {
    open: (name, attribs) => {
      if (name === 'row') {
        row = Number(attribs.r ?? row + 1)
        hidden.row = isTrue(attribs.hidden)
        source.checkTime()
      } else if (name === 'col' && isTrue(attribs.hidden)) {
        const last = Math.min(Number(attribs.max), MOST_COLUMNS)
        for (let column = Number(attribs.min); column <= last; column++) hidden.columns.add(column - 1)
      } else if (name === 'c') {
        const column: number = attribs.r ? columnOf(attribs.r) : (cell?.column ?? -1) + 1
        cell = {
          column,
          type: attribs.t ?? 'n',
          style: Number(attribs.s ?? 0),
          value: '',
          hasFormula: false,
          hasValue: false,
        }
      } else if (name === 'v') gathered = 'value'
      else if (name === 't') gathered = 'inline'
      else if (name === 'f') {
        gathered = 'formula'
        if (cell) cell.hasFormula = true
      } else if (name === 'rPh') gathered = null
      else if (name === 'mergeCell' && attribs.ref) merges.push(attribs.ref)
      else if (RUNNING.test(name)) {
        isRunning = true
        running.push('')
      }
    },
    text: (text) => {
      if (isRunning) running.push(`${running.pop() ?? ''}${text}`)
      if (!cell || (gathered !== 'value' && gathered !== 'inline')) return
      cell.value += text
      cell.hasValue = true
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'f') gathered = null
      if (name === 'row') cell = null
      if (RUNNING.test(name)) isRunning = false
      if (name !== 'c' || !cell) return
      const text = textOf(cell, strings, formats)
      if (text !== '' && hidden.row) kept.rows.add(row)
      else if (text !== '' && hidden.columns.has(cell.column)) kept.columns.add(cell.column)
      else if (cell.hasFormula && !cell.hasValue) formulas.push(`${columnName(cell.column)}${row}`)
      else if (text !== '' && cell.column < MOST_COLUMNS) {
        const texts = rows.get(row) ?? []
        texts[cell.column] = text
        rows.set(row, texts)
      }
    },
  })
  fillMerges(rows, merges)
  return {
    grid: gridOf(rows),
    formulas,
    hiddenRows: [...kept.rows].map(String),
    hiddenColumns: [...kept.columns].sort((a, b) => a - b).map(columnName),
    running: running.map(withoutCodes),
    rowLabel: (row) => rows.get(row)?.find(Boolean) ?? '',
  }
}

const RUNNING = /^(?:odd|even|first)(?:Header|Footer)$/

/** What is printed on each page, without its places, fonts, sizes, colours and fields; «&&» is a sign. */
function withoutCodes(text: string): string {
  return text.replace(/&(?:"[^"]*"|K[\dA-F]{6}|K\d{2}[+-]\d{3}|\d{1,3}|.)/g, (code) => (code === '&&' ? '&' : ' '))
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

type CellState = { column: number; type: string; style: number; value: string; hasFormula: boolean; hasValue: boolean }

function textOf(cell: CellState, strings: string[], formats: NumberFormats): string {
  switch (cell.type) {
    case 's':
      return strings[Number(cell.value)] ?? ''
    case 'b':
      return cell.value === '' ? '' : booleanText(cell.value === '1', formats.locale)
    case 'e':
      return ''
    case 'n': {
      const number = Number(cell.value)
      return cell.value.trim() === '' || !Number.isFinite(number) ? '' : shown(number, cell.style, formats)
    }
    default:
      return clean(cell.value)
  }
}

function booleanText(value: boolean, locale: string): string {
  if (locale === 'en') return value ? 'TRUE' : 'FALSE'
  return value ? 'да' : 'не'
}

/** The column of an address like «AB12», from 0. */
function columnOf(address: string): number {
  let column = 0
  for (const letter of /^[A-Z]{1,3}/.exec(address)?.[0] ?? 'A') column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** A cell merged over several rows says the same in each; one merged over columns is a title and stays one text. */
function fillMerges(rows: Map<number, string[]>, merges: string[]): void {
  for (const merge of merges) {
    const [from, to] = merge.split(':')
    if (!from || !to) continue
    const column = columnOf(from)
    const [top, bottom] = [from, to].map((address) => Number(/\d+$/.exec(address)?.[0] ?? 0)) as [number, number]
    const text = rows.get(top)?.[column]
    if (!text) continue
    for (let row = top + 1; row <= bottom && row - top < 10_000; row++) {
      const texts = rows.get(row)
      if (texts) texts[column] ??= text
    }
  }
}

/** Rows in order, with an empty one wherever rows are missing between. */
function gridOf(rows: Map<number, string[]>): string[][] {
  const numbers = [...rows.keys()].sort((a, b) => a - b)
  return numbers.flatMap((number, i) => {
    const texts = Array.from(rows.get(number)!, (text) => text ?? '')
    return i > 0 && number - numbers[i - 1]! > 1 ? [[], texts] : [texts]
  })
}
