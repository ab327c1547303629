import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { toLatin } from '../../../src/language/script.ts'
import { withoutDiacritics } from '../../../src/language/spellings.ts'
import { declared } from '../../../src/plans/rules/tables.ts'
import type { Block, Cells, PlanData, Style } from './data.ts'

/** The plan as a word processor's document. */
export function docxOf(plan: PlanData, style: Style): Promise<Buffer> {
  const written = writer(style)
  const children = [
    ...plan.cover.filter(Boolean).map(
      (line, i) =>
        new Paragraph({
          ...(i === 0 ? { heading: HeadingLevel.TITLE } : {}),
          children: [new TextRun(written(line))],
        }),
    ),
    ...plan.chapters.flatMap(({ heading, depth, blocks }) => [
      headingOf(written(heading), depth, style),
      ...blocks.flatMap((block) => blockOf(block, style)),
    ]),
  ]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

function writer({ script }: Style): (text: string) => string {
  if (script === 'cyrl') return (text) => text
  return script === 'latn' ? toLatin : (text) => withoutDiacritics(toLatin(text))
}

function headingOf(text: string, depth: 1 | 2, { headings }: Style): Paragraph {
  if (headings === 'bold') return new Paragraph({ children: [new TextRun({ text, bold: true })] })
  return new Paragraph({
    heading: depth === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: [new TextRun(text)],
  })
}

function blockOf(block: Block, style: Style): (Paragraph | Table)[] {
  const written = writer(style)
  if (block.kind === 'text') return [new Paragraph(written(block.text))]
  if (block.kind === 'list')
    return block.items.map((item) => new Paragraph({ text: written(item), bullet: { level: 0 } }))
  if (block.name === 'swot' && style.boxes) return [boxes(block.rows, written)]
  const columns = columnsOf(block, style)
  const tables = pages(block.rows, style).map((rows, page) =>
    tableOf(rows, columns, style, page === 0 || style.split!.heads),
  )
  return [...(block.caption ? [new Paragraph(written(block.caption))] : []), ...tables]
}

function pages(rows: readonly Cells[], { split }: Style): Cells[][] {
  if (!split || rows.length <= split.after) return [[...rows]]
  return [rows.slice(0, split.after), rows.slice(split.after)]
}

type Columns = readonly (readonly [column: string, head: string])[]

/** The columns of the style that the rows have; years follow where the style puts «years», or after what stands before the total. */
export function columnsOf({ name, rows }: Extract<Block, { kind: 'table' }>, style: Style): Columns {
  const used = new Set(rows.flatMap((row) => Object.keys(row)))
  const all =
    style.heads[name] ?? Object.entries(declared(name).columns).map(([column, [head]]) => [column, head!] as const)
  const named = all.filter(([column]) => used.has(column) || column === 'years')
  const years = [...used]
    .filter((key) => /^20\d\d$/.test(key))
    .sort()
    .map((key) => [key, style.year(Number(key))] as const)
  if (years.length === 0) return named.filter(([column]) => column !== 'years')
  const at = named.findIndex(([column]) => column === 'years')
  const place =
    at >= 0
      ? at
      : Math.max(
          0,
          named.findIndex(([column]) => column === 'total'),
        )
  return [...named.slice(0, place), ...years, ...named.slice(at >= 0 ? place + 1 : place)]
}

function tableOf(rows: readonly Cells[], columns: Columns, style: Style, withHeads: boolean): Table {
  const written = writer(style)
  const heads = withHeads ? headRows(columns, style) : []
  const body = rows.map((row, i) => {
    if (row.group) return new TableRow({ children: [cell(written(row.group), { columnSpan: columns.length })] })
    return new TableRow({
      children: columns.map(([column]) => cell(written(row[column] ?? ''), mergeOf(rows, i, column, style))),
    })
  })
  return new Table({ rows: [...heads, ...body] })
}

function mergeOf(rows: readonly Cells[], at: number, column: string, { merged }: Style) {
  if (!merged || !['measure', 'objective', 'category'].includes(column)) return {}
  const same = (other: Cells | undefined) =>
    other !== undefined &&
    !other.group &&
    other[column] === rows[at]![column] &&
    other.mark?.[0] === rows[at]!.mark?.[0]
  if (same(rows[at - 1])) return { verticalMerge: VerticalMergeType.CONTINUE }
  return same(rows[at + 1]) ? { verticalMerge: VerticalMergeType.RESTART } : {}
}

function headRows(columns: Columns, style: Style): TableRow[] {
  const written = writer(style)
  const isYear = ([column]: readonly [string, string]) => /^20\d\d$/.test(column)
  const years = columns.filter(isYear)
  if (!style.over || years.length < 2)
    return [new TableRow({ children: columns.map(([, head]) => cell(written(head), {}, true)) })]
  const firstYear = columns.findIndex(isYear)
  const above = columns.flatMap((column, i) => {
    if (!isYear(column)) return [cell(written(column[1]), { verticalMerge: VerticalMergeType.RESTART }, true)]
    return i === firstYear ? [cell(written(style.over!), { columnSpan: years.length }, true)] : []
  })
  const below = columns.map((column) =>
    isYear(column) ? cell(written(column[1]), {}, true) : cell('', { verticalMerge: VerticalMergeType.CONTINUE }),
  )
  return [new TableRow({ children: above }), new TableRow({ children: below })]
}

function cell(text: string, options: object, bold = false): TableCell {
  const children: ParagraphChild[] = [new TextRun({ text, bold })]
  return new TableCell({ ...options, children: [new Paragraph({ children })] })
}

function boxes(rows: readonly Cells[], written: (text: string) => string): Table {
  const names = [...new Set(rows.map(({ box }) => box!))]
  const items = (box: string) =>
    new TableCell({
      children: rows
        .filter((row) => row.box === box)
        .map((row) => new Paragraph(written(row.figure ? `${row.item} (${row.figure})` : row.item!))),
    })
  const pair = (left: string, right: string) => [
    new TableRow({ children: [cell(written(left), {}, true), cell(written(right), {}, true)] }),
    new TableRow({ children: [items(left), items(right)] }),
  ]
  return new Table({ rows: [...pair(names[0]!, names[1]!), ...pair(names[2]!, names[3]!)] })
}
