import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

export const SOFFICE = '/usr/bin/soffice'

/** Whether LibreOffice is here. Where it must be, its absence is an error and not a reason to skip. */
export function hasLibreOffice(): boolean {
  const isHere = existsSync(SOFFICE)
  if (!isHere && process.env.NEEDS_LIBREOFFICE) throw new Error(`NEEDS_LIBREOFFICE is set, and there is no ${SOFFICE}`)
  if (!isHere) console.warn(`The tests with files of LibreOffice are skipped: there is no ${SOFFICE}`)
  return isHere
}

const NAMESPACES = ['office', 'style', 'text', 'table', 'presentation', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  )
  .join(' ')

/** What a source says: small, with all that trainers' files have. */
export type Content = {
  title: string
  intro: string
  footnote: string
  chapter: string
  section: string
  rows: [string, ...string[]][]
  header: string
}

const table = (rows: string[][], marksHead = true) => {
  const row = (cells: string[]) =>
    `<table:table-row>${cells.map((text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`
  const [head, ...body] = rows
  const first = marksHead ? `<table:table-header-rows>${row(head!)}</table:table-header-rows>` : row(head!)
  return `<table:table-column table:number-columns-repeated="${head!.length}"/>${first}${body.map(row).join('')}`
}

const heading = (level: number, text: string, style = `Heading_20_${level}`) =>
  `<text:h text:style-name="${style}" text:outline-level="${level}">${text}</text:h>`

const flat = (kind: string, title: string, parts: { styles?: string; automatic?: string; body: string }) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}">
<office:meta><dc:title>${title}</dc:title></office:meta>
<office:styles>${parts.styles ?? ''}</office:styles>
${parts.automatic ?? ''}
<office:body><office:${kind}>${parts.body}</office:${kind}></office:body>
</office:document>`

/** A text with numbered headings, a footnote, a page somebody began and a table on it. */
export function aText(content: Content): string {
  const headingStyle = (level: number, size: number) =>
    `<style:style style:name="Heading_20_${level}" style:display-name="Heading ${level}" style:family="paragraph" style:default-outline-level="${level}"><style:text-properties fo:font-size="${size}pt" fo:font-weight="bold"/></style:style>`
  const numbering = (level: number) =>
    `<text:outline-level-style text:level="${level}" style:num-format="1" text:display-levels="${level}"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="space"/></style:list-level-properties></text:outline-level-style>`
  return flat('text', content.title, {
    styles:
      headingStyle(1, 18) +
      headingStyle(2, 14) +
      `<text:outline-style style:name="Outline">${numbering(1)}${numbering(2)}</text:outline-style>`,
    automatic:
      '<office:automatic-styles><style:style style:name="Turned" style:family="paragraph" style:parent-style-name="Heading_20_1"><style:paragraph-properties fo:break-before="page"/></style:style>' +
      '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>' +
      `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p>${content.header}</text:p></style:header><style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>`,
    body:
      heading(1, content.title) +
      `<text:p>${content.intro}<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>${content.footnote}</text:p></text:note-body></text:note></text:p>` +
      heading(1, content.chapter, 'Turned') +
      heading(2, content.section) +
      `<table:table>${table(content.rows)}</table:table>`,
  })
}

/** Two slides: a title with a text, and a title with a table. */
export function aPresentation(content: Content): string {
  const frame = (kind: string, y: number, inside: string) =>
    `<draw:frame presentation:style-name="${kind}" presentation:class="${kind}" svg:x="1cm" svg:y="${y}cm" svg:width="24cm" svg:height="5cm">${inside}</draw:frame>`
  const box = (text: string) => `<draw:text-box><text:p>${text}</text:p></draw:text-box>`
  const slide = (n: number, title: string, inside: string) =>
    `<draw:page draw:name="page${n}" draw:master-page-name="Default">${frame('title', 1, box(title))}${inside}</draw:page>`
  return flat('presentation', content.title, {
    automatic:
      '<office:automatic-styles><style:style style:name="title" style:family="presentation" style:parent-style-name="Default-title"/><style:style style:name="outline" style:family="presentation" style:parent-style-name="Default-outline1"/><style:page-layout style:name="Screen"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout></office:automatic-styles>' +
      '<office:master-styles><style:master-page style:name="Default" style:page-layout-name="Screen"/></office:master-styles>',
    body:
      slide(1, content.title, frame('outline', 8, box(content.intro))) +
      slide(
        2,
        content.section,
        `<draw:frame svg:x="1cm" svg:y="8cm" svg:width="24cm" svg:height="5cm"><table:table>${table(content.rows, false)}</table:table></draw:frame>`,
      ),
  })
}

/** Two sheets: a text, and a table with its heads. */
export function aWorkbook(content: Content): string {
  const sheet = (name: string, inside: string) => `<table:table table:name="${name}">${inside}</table:table>`
  return flat('spreadsheet', content.title, {
    body: sheet(content.chapter, table([[content.intro]])) + sheet(content.section, table(content.rows)),
  })
}

/** Has LibreOffice write files of its own or of others as `to`, into the folder «written». */
export async function convertFiles(folder: string, to: string, paths: readonly string[]): Promise<void> {
  await promisify(execFile)(SOFFICE, [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
    '--headless',
    ...['--convert-to', to, '--outdir', join(folder, 'written')],
    ...paths,
  ])
}

/** Has LibreOffice write each source in its format: one run a format. Returns the paths in the order of `files`. */
export async function convert(folder: string, files: { name: string; flat: string; to: string }[]): Promise<string[]> {
  const sources = join(folder, 'sources')
  mkdirSync(sources, { recursive: true })
  for (const [to, group] of Map.groupBy(files, (file) => file.to)) {
    const paths = group.map((file) => join(sources, `${file.name}.fod${file.flat.match(/opendocument\.([tps])/)![1]}`))
    for (const [i, path] of paths.entries()) writeFileSync(path, group[i]!.flat)
    await convertFiles(folder, to, paths)
  }
  return files.map((file) => join(folder, 'written', `${file.name}.${file.to}`))
}
