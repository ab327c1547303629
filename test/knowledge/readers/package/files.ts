import { strToU8, zipSync } from 'fflate'

// Office files written by hand: what programs write that our libraries do not.

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')

export type Parts = Record<string, string | Uint8Array>

/** A zipped file of these parts. */
export function aPackage(parts: Parts): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
}

/** `[type, target]` by id. */
export type Relations = Record<string, [type: string, target: string]>

export function rels(relations: Relations): string {
  const all = Object.entries(relations).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}

function types(part: string, type: string): string {
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`
}

/** A Word file whose body is this, with other parts below `word/`. */
export function aWordFile(body: string, parts: Parts = {}, relations: Relations = {}): Uint8Array {
  const styles = [1, 2, 3].map(
    (n) =>
      `<w:style w:type="paragraph" w:styleId="Heading${n}"><w:name w:val="heading ${n}"/><w:pPr><w:outlineLvl w:val="${n - 1}"/></w:pPr></w:style>`,
  )
  return aPackage({
    '[Content_Types].xml': types('word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': rels({ r1: ['officeDocument', 'word/document.xml'] }),
    'word/_rels/document.xml.rels': rels({
      s: ['styles', 'styles.xml'],
      n: ['numbering', 'numbering.xml'],
      ...relations,
    }),
    'word/styles.xml': `<w:styles ${NAMESPACES}>${styles.join('')}</w:styles>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [`word/${name}`, withNamespaces(part)])),
  })
}

/** A paragraph of a Word file: `properties` are what stands in its `w:pPr`. */
export function wp(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

export const numbered = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`

/** `word/numbering.xml` of lists, each with its levels as `[format, text, start]`. */
export function numbering(...lists: [format: string, text: string, start?: number][][]): string {
  const levels = (list: (typeof lists)[number]) =>
    list.map(
      ([format, text, start = 1], i) =>
        `<w:lvl w:ilvl="${i}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
  const kinds = lists.map((list, i) => `<w:abstractNum w:abstractNumId="${i}">${levels(list).join('')}</w:abstractNum>`)
  const nums = lists.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`)
  return `<w:numbering ${NAMESPACES}>${kinds.join('')}${nums.join('')}</w:numbering>`
}

/** A presentation with these slides: the content of each shape tree. */
export function aSlideFile(slides: string[], parts: Parts = {}, relations: Record<number, Relations> = {}): Uint8Array {
  const numbers = slides.map((_, i) => i + 1)
  return aPackage({
    '[Content_Types].xml': types('ppt/presentation.xml', 'presentationml.presentation'),
    'ppt/presentation.xml': `<p:presentation ${NAMESPACES}><p:sldIdLst>${numbers.map((n) => `<p:sldId id="${255 + n}" r:id="r${n}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': rels(
      Object.fromEntries(numbers.map((n) => [`r${n}`, ['slide', `slides/slide${n}.xml`]])),
    ),
    ...Object.fromEntries(
      slides.map((shapes, i) => [
        `ppt/slides/slide${i + 1}.xml`,
        `<p:sld ${NAMESPACES}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`,
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(relations).map(([n, own]) => [`ppt/slides/_rels/slide${n}.xml.rels`, rels(own)]),
    ),
    ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [`ppt/${name}`, withNamespaces(part)])),
  })
}

/** A shape of a slide: `kind` is its placeholder, `y` where its top is. */
export function aShape(paragraphs: string[], { kind, y }: { kind?: string; y?: number } = {}): string {
  const place = y === undefined ? '' : `<a:xfrm><a:off x="0" y="${y}"/><a:ext cx="100" cy="100"/></a:xfrm>`
  const text = paragraphs.map((one) => `<a:p>${one.startsWith('<') ? one : `<a:r><a:t>${one}</a:t></a:r>`}</a:p>`)
  return `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:cNvSpPr/><p:nvPr>${kind ? `<p:ph type="${kind}"/>` : ''}</p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody><a:bodyPr/>${text.join('')}</p:txBody></p:sp>`
}

/** A workbook of sheets by name: each the content of its `worksheet`. */
export function aSheetFile(sheets: Record<string, string>, parts: Parts = {}, relations: Relations = {}): Uint8Array {
  const names = Object.keys(sheets)
  return aPackage({
    '[Content_Types].xml': types('xl/workbook.xml', 'spreadsheetml.sheet'),
    'xl/workbook.xml': `<workbook ${NAMESPACES}><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      Object.fromEntries(names.map((_, i) => [`r${i + 1}`, ['worksheet', `worksheets/sheet${i + 1}.xml`]])),
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': rels(relations),
    ...Object.fromEntries(
      Object.values(sheets).map((content, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet ${NAMESPACES}>${content}</worksheet>`,
      ]),
    ),
    ...Object.fromEntries(Object.entries(parts).map(([name, part]) => [`xl/${name}`, withNamespaces(part)])),
  })
}

/** The rows of a sheet; an empty list is an empty row. */
export function sheetRows(rows: (string | number)[][], attributes: Record<number, string> = {}): string {
  const cell = (value: string | number, column: number, row: number) => {
    const at = `${String.fromCharCode(65 + column)}${row}`
    if (value === '') return ''
    return typeof value === 'number'
      ? `<c r="${at}"><v>${value}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`
  }
  const written = rows.map(
    (row, i) =>
      `<row r="${i + 1}" ${attributes[i + 1] ?? ''}>${row.map((value, column) => cell(value, column, i + 1)).join('')}</row>`,
  )
  return `<sheetData>${written.join('')}</sheetData>`
}

/** Parts name only what they use; the namespaces they use are written into their first element. */
function withNamespaces(part: string | Uint8Array): string | Uint8Array {
  if (typeof part !== 'string' || part.includes('xmlns')) return part
  return part.replace(/<([\w:]+)/, `<$1 ${NAMESPACES}`)
}
