/** A cell: text or a number. `null` is an empty one. */
export type Cell = string | number | null

/** One table: its name, its heads, and rows as long as the heads. */
export type Sheet = { name: string; head: string[]; rows: Cell[][] }

/** What makes a spreadsheet program take text for a formula, also in the wide forms of East Asian keyboards. */
const FORMULA_START = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** What XML and spreadsheets cannot hold: control characters other than a new line, halves of characters. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|[\ufffd-\uffff]/gu, ' ')
}

/**
 * The table as CSV that opens by a double click: marked as UTF-8, parted by semicolons, as Excel expects where decimals
 * have a comma. Text that a program would take for a formula gets an apostrophe before it.
 */
export function csvOf({ head, rows }: Pick<Sheet, 'head' | 'rows'>): Uint8Array {
  const lines = [head, ...rows].map((row) => row.map(csvCell).join(';'))
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`)
}

function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const safe = FORMULA_START.test(cell) ? `'${clean(cell)}` : clean(cell)
  return /[";\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Excel's longest name of a sheet. */
const NAME_LENGTH = 31
/** Excel's longest text in a cell. */
const CELL_LENGTH = 32_767
const WIDEST = 48

/** The tables as an Excel workbook. Text stays text: nothing in it is ever a formula. */
export async function xlsxOf(sheets: Sheet[]): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return writeXlsxFile(
    sheets.map((sheet) => ({
      sheet: sheetName(sheet.name),
      columns: sheet.head.map((_, column) => ({ width: widthOf(sheet, column) })),
      stickyRowsCount: 1,
      data: [
        sheet.head.map((text) => ({ ...xlsxCell(text), fontWeight: 'bold' as const })),
        ...sheet.rows.map((row) => row.map(xlsxCell)),
      ],
    })),
  ).toBuffer()
}

function xlsxCell(cell: Cell) {
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (cell === null || cell === '') return {}
  return { value: clean(cell).slice(0, CELL_LENGTH), type: String, wrap: true, alignVertical: 'top' as const }
}

function sheetName(name: string): string {
  const allowed = clean(name)
    .replace(/[[\]:*?/\\\n]/g, ' ')
    .replace(/^'|'$/g, '')
  return allowed.slice(0, NAME_LENGTH).trim() || '1'
}

function widthOf({ head, rows }: Sheet, column: number): number {
  const lengths = [head, ...rows].map((row) => String(row[column] ?? '').length)
  return Math.min(WIDEST, Math.max(...lengths) + 2)
}
