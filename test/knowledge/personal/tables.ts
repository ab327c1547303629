import { readFileSync } from 'node:fs'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { xlsxOf } from '../../../src/platform/spreadsheet.ts'

/** A table or text, with what the rule should say of it. */
export type Labelled = {
  name: string
  kind: 'people' | 'offices' | 'neither'
  file: string
  bytes: () => Promise<Uint8Array>
}

export function tablesOf(set: 'tuned' | 'aside'): Labelled[] {
  const text = readFileSync(new URL(`tables-${set}.txt`, import.meta.url), 'utf8')
  return text
    .split(/^## /m)
    .slice(1)
    .map((part, at) => labelled(withPersonalNumbers(part.trimEnd(), at)))
}

function labelled(part: string): Labelled {
  const [title = '', ...lines] = part.split('\n')
  const [, kind, format, name] = /^(people|offices|neither) (\w+) (.+)$/.exec(title)!
  return {
    name: name!,
    kind: kind as Labelled['kind'],
    file: `${name}.${format}`,
    bytes: () => bytesOf(format!, name!, lines),
  }
}

async function bytesOf(format: string, name: string, lines: readonly string[]): Promise<Uint8Array> {
  if (format === 'txt' || format === 'csv') return Buffer.from(lines.join('\n'))
  const [head = [], ...rows] = lines.map((line) => line.split('|'))
  return format === 'xlsx' ? xlsxOf([{ name, head, rows }]) : docxOf(name, [head, ...rows])
}

function docxOf(title: string, rows: readonly string[][]): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const table = new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) })
  return Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph({ text: title, heading: 'Heading1' }), table] }] }),
  )
}

const WEIGHTS = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

/** `{jmbg}` as numbers with a right control digit, of nobody in particular. */
function withPersonalNumbers(text: string, at: number): string {
  let serial = at * 20
  return text.replaceAll('{jmbg}', () => {
    for (;;) {
      serial++
      const digits = `${String((serial % 28) + 1).padStart(2, '0')}0697571${String(serial % 1000).padStart(3, '0')}`
      const rest = 11 - (WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11)
      if (rest !== 10) return digits + (rest > 9 ? 0 : rest)
    }
  })
}
