import type { FileChild, ParagraphChild, TableCell } from 'docx'
import { captionOf, type DocumentTable } from './blocks.ts'
import { cellStyle, GREY, MISSING, SIZE } from './docx-styles.ts'
import { type Fit, fitOf } from './widths.ts'

export type Docx = typeof import('docx')

/** What a document is made with: the library, its script, and what is counted on the way. */
export type Made = {
  docx: Docx
  written: (text: string) => string
  /** Footnotes, from number 1. */
  notes: string[]
  /** Tables so far. */
  tables: number
}

const BLANK = /(\[допунити: [^\]]*\])/u

/** A text with its blanks marked. */
export function runsOf(
  { docx, written }: Made,
  text: string,
  how: { bold?: boolean; size?: number } = {},
): ParagraphChild[] {
  return text
    .split(BLANK)
    .filter((part) => part !== '')
    .map(
      (part) =>
        new docx.TextRun({
          text: written(part),
          ...how,
          ...(BLANK.test(part) ? { highlight: 'yellow' as const } : {}),
        }),
    )
}

/** A table with its caption above; its heads are repeated on each page, and no row is cut by one. */
export function tableElement(make: Made, table: DocumentTable, width: number): FileChild[] {
  const { docx } = make
  const fit = fitOf(table, width)
  const right = table.columns.map((_, at) => isOfNumbers(table, at))
  const head = new docx.TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(({ head: text }, at) => cellOf(make, text, fit, at, { fill: GREY.head, bold: true })),
  })
  const rows = table.rows.map(
    ({ cells, missing }) =>
      new docx.TableRow({
        cantSplit: true,
        children: cells.map((text, at) =>
          cellOf(make, text, fit, at, { right: right[at], ...(missing[at] ? { fill: MISSING } : {}) }),
        ),
      }),
  )
  const totals = table.totals.map(
    (cells) =>
      new docx.TableRow({
        cantSplit: true,
        children: cells.map((text, at) =>
          cellOf(make, text, fit, at, { right: right[at], fill: GREY.total, bold: true }),
        ),
      }),
  )
  const line = { style: docx.BorderStyle.SINGLE, size: 4, color: GREY.line }
  const element = new docx.Table({
    width: { size: fit.widths.reduce((sum, one) => sum + one, 0), type: docx.WidthType.DXA },
    columnWidths: fit.widths,
    layout: docx.TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    rows: [head, ...rows, ...totals],
  })
  return [captionElement(make, table), element, new docx.Paragraph({ spacing: { after: 60 }, children: [] })]
}

function captionElement(make: Made, table: DocumentTable): FileChild {
  return new make.docx.Paragraph({
    keepNext: true,
    spacing: { before: 120, after: 80 },
    children: runsOf(make, captionOf(table, ++make.tables), { bold: true, size: SIZE.caption }),
  })
}

function cellOf(
  make: Made,
  text: string,
  { widths, size }: Fit,
  at: number,
  how: { fill?: string; bold?: boolean; right?: boolean | undefined },
): TableCell {
  const { docx } = make
  const lines = text.split('\n')
  return new docx.TableCell({
    width: { size: widths[at]!, type: docx.WidthType.DXA },
    ...(how.fill ? { shading: { type: docx.ShadingType.CLEAR, fill: how.fill } } : {}),
    verticalAlign: how.fill === GREY.head ? docx.VerticalAlignTable.CENTER : docx.VerticalAlignTable.TOP,
    children: lines.map(
      (line) =>
        new docx.Paragraph({
          alignment: how.right ? docx.AlignmentType.RIGHT : docx.AlignmentType.LEFT,
          style: cellStyle(size, how.bold ?? false),
          children: runsOf(make, line),
        }),
    ),
  })
}

/** A column of amounts, which are written to the right, under one another; one with words beside them is not. */
function isOfNumbers({ rows, totals }: DocumentTable, at: number): boolean {
  const cells = [...rows.map((row) => row.cells), ...totals]
    .map((cells) => cells[at] ?? '')
    .filter((cell) => /[^\s–-]/.test(cell))
  return cells.length > 0 && cells.every(isNumber)
}

/** «25.200.000», «12», «10 %». */
function isNumber(text: string): boolean {
  return /^[\d.,\s]+%?$/.test(text) && /\d/.test(text)
}
