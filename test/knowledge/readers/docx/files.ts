import {
  Document,
  HeadingLevel,
  type IPropertiesOptions,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageBreak,
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

/** A regulation with a table on its second page, under a numbered heading; `days` stands in a cell. */
export function aRegulation(days: string): Promise<Uint8Array> {
  return aDocx([
    new Paragraph({ text: 'Правилник о дежурству', heading: HeadingLevel.TITLE }),
    new Paragraph('Општи део правилника.'),
    new Paragraph({ children: [new PageBreak()] }),
    new Paragraph({
      text: 'Распоред дежурстава',
      heading: HeadingLevel.HEADING_1,
      numbering: { reference: 'numbers', level: 0 },
    }),
    new Paragraph('Дежурство у прихватном пункту траје по распореду.'),
    aTable([
      ['Пункт', 'Дежурство'],
      ['Северни пункт', `${days} дана`],
      ['Јужни пункт', '9 дана'],
    ]),
  ])
}
