import {
  Document,
  type IPropertiesOptions,
  type ISectionOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from 'docx'
import JSZip from 'jszip'

/** A docx written by the npm library of that name. */
export async function aDocx(
  children: ISectionOptions['children'],
  options: Partial<IPropertiesOptions> & { section?: Partial<ISectionOptions> } = {},
): Promise<Uint8Array> {
  const { section, ...properties } = options
  const numbering = {
    config: [{ reference: 'numbers', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }],
  }
  const document = new Document({ numbering, ...properties, sections: [{ ...section, children }] })
  return new Uint8Array(await Packer.toBuffer(document))
}

export function aTable(rows: string[][], withHead = true): Table {
  return new Table({
    rows: rows.map(
      (row, i) =>
        new TableRow({
          tableHeader: withHead && i === 0,
          children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })),
        }),
    ),
  })
}

/** The file with one of its parts changed. */
export async function withPart(bytes: Uint8Array, name: string, change: (xml: string) => string): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes)
  const part = zip.file(name)
  zip.file(name, change(part ? await part.async('string') : ''))
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
