import type { Script } from '../../language/script.ts'
import { stylesOf } from './docx-styles.ts'
import { printable } from './printable.ts'

/** The report of a check as a document of its own: its title, findings as they are told, and what is left to do. */
export type Report = {
  title: string
  findings: readonly { code: string; where: string; why: string; repair: string; fact: string }[]
  nothing: string
  path: { title: string; items: readonly string[] } | null
}

/** The report as a Word document; its texts are in the reader's script already. */
export async function reportDocx({ title, findings, nothing, path }: Report, script: Script): Promise<Uint8Array> {
  const docx = await import('docx')
  const written = (text: string) => printable(text, script)
  const line = (text: string, how: { bold?: boolean; italics?: boolean } = {}) =>
    new docx.Paragraph({ children: [new docx.TextRun({ text: written(text), ...how })] })
  const heading = (text: string, level: 'HEADING_1' | 'HEADING_2') =>
    new docx.Paragraph({ heading: docx.HeadingLevel[level], children: [new docx.TextRun({ text: written(text) })] })
  const document = new docx.Document({
    title: written(title),
    styles: stylesOf(script === 'cyrl' ? 'sr-Cyrl-RS' : 'sr-Latn-RS'),
    sections: [
      {
        children: [
          heading(title, 'HEADING_1'),
          ...(findings.length === 0 ? [line(nothing)] : []),
          ...findings.flatMap(({ code, where, why, repair, fact }) => [
            line(`${code} · ${where}`, { bold: true }),
            line(`${why} (${fact})`),
            line(repair, { italics: true }),
          ]),
          ...(path ? [heading(path.title, 'HEADING_2'), ...path.items.map((item) => line(item))] : []),
        ],
      },
    ],
  })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}
