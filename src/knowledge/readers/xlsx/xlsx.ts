import { clean } from '../clean.ts'
import { languageOf } from '../language.ts'
import { titleInProperties } from '../package/properties.ts'
import { relations } from '../package/relations.ts'
import { elementsOf, findAll, findFirst, parseXml, textIn } from '../package/xml.ts'
import type { Archive } from '../package/zip.ts'
import { Refusal } from '../result.ts'
import { sheetPieces } from '../sheet-pieces.ts'
import { type Reading, refuseTooManyPages, type Source, unreadOf } from '../source.ts'
import { readSheet } from './sheet.ts'
import { numberFormats } from './values.ts'

/** Reads a workbook: every visible sheet, its cells as they show themselves to a Serbian reader (English for English text). */
export function readXlsx(archive: Archive, mainPart: string, source: Source): Reading {
  const { parts, names } = archive
  const main = parts.get(mainPart)
  if (!main) throw new Refusal('damaged', `${mainPart} is missing`)
  const workbook = parseXml(main)
  const targets = relations(parts, mainPart)
  const all = findAll(workbook, 'sheet')
  refuseTooManyPages(all.length, source.limits)
  const visible = all.filter(({ attribs }) => !/hidden/i.test(attribs.state ?? ''))
  const folder = mainPart.replace(/[^/]*$/, '')
  const strings = sharedStrings(parts.get(`${folder}sharedStrings.xml`), source)
  const from1904 = /^(?:1|true)$/.test(findFirst(workbook, 'workbookPr')?.attribs.date1904 ?? '')
  const formats = numberFormats(parts.get(`${folder}styles.xml`), languageOf(strings), from1904)
  let formulas = 0
  const pieces = visible.flatMap(({ attribs }) => {
    const part = parts.get(targets.get(attribs['r:id'] ?? '')?.target ?? '')
    // Sheets that are one chart have no cells.
    if (!part) return []
    const sheet = readSheet(part, strings, formats, source)
    formulas += sheet.formulasWithoutValue
    return sheetPieces(clean(attribs.name ?? ''), sheet.grid)
  })
  const count = (pattern: RegExp) => [...names].filter((name) => pattern.test(name)).length
  const unread = unreadOf({
    images: count(/^xl\/media\//),
    charts: count(/^xl\/charts\/chart\d*\.xml$/),
    objects: count(/^xl\/embeddings\//),
    formulas,
    'hidden-sheets': all.length - visible.length,
  })
  return { title: titleInProperties(parts), pieces, pages: visible.length, unread, firstHeadingIsTitle: false }
}

/** The texts that cells refer to by number; reading aids for other scripts are left out. */
function sharedStrings(part: Uint8Array | undefined, source: Source): string[] {
  if (!part) return []
  const table = findFirst(parseXml(part), 'sst')
  source.checkTime()
  return (table ? elementsOf(table) : []).map((item) => {
    const runs = elementsOf(item).flatMap((child) => (child.name === 'r' ? elementsOf(child) : [child]))
    return clean(
      runs
        .filter((run) => run.name === 't')
        .map(textIn)
        .join(''),
    )
  })
}
