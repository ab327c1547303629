import type { Element } from 'domhandler'
import { languageOf } from '../language.ts'
import { titleInProperties } from '../package/properties.ts'
import { relatedPart, relations } from '../package/relations.ts'
import { elementsOf, findAll, findFirst, parseXml, textIn } from '../package/xml.ts'
import type { Archive } from '../package/zip.ts'
import type { Piece } from '../pieces/pieces.ts'
import { sheetPieces } from '../pieces/sheet.ts'
import { Refusal, type UnreadPlace } from '../result.ts'
import { runningText } from '../running.ts'
import { type Reading, refuseTooManyPages, type Source, UnreadList } from '../source.ts'
import { clean } from '../text/clean.ts'
import { raised } from '../text/raised.ts'
import { type Beside, besideSheet } from './beside.ts'
import { readSheet, type Sheet } from './sheet.ts'
import { numberFormats } from './values.ts'

/** Reads a workbook: every visible sheet, its cells as they show themselves to a Serbian reader (English for English text). */
export function readXlsx(archive: Archive, mainPart: string, source: Source): Reading {
  const { parts } = archive
  const main = parts.get(mainPart)
  if (!main) throw new Refusal('damaged', `${mainPart} is missing`)
  const workbook = parseXml(main)
  const targets = relations(parts, mainPart)
  const all = findAll(workbook, 'sheet')
  refuseTooManyPages(all.length, source.limits)
  const related = (type: string) => relatedPart(parts, mainPart, type)
  const strings = sharedStrings(related('sharedStrings'), source)
  const from1904 = /^(?:1|true)$/.test(findFirst(workbook, 'workbookPr')?.attribs.date1904 ?? '')
  const formats = numberFormats(related('styles'), languageOf(strings), from1904)
  const unread = new UnreadList()
  const running: string[] = []
  const pieces = all.flatMap(({ attribs }, i): Piece[] => {
    const name = clean(attribs.name ?? '')
    const at = { kind: 'sheet', number: i + 1, name } as const
    if (isHidden(attribs)) {
      unread.add('hidden-sheets', at)
      return []
    }
    const path = targets.get(attribs['r:id'] ?? '')?.target ?? ''
    const part = parts.get(path)
    if (!part) return []
    // Sheets that are one chart have no cells.
    const { grid, rowLabel, ...missed } = readSheet(part, strings, formats, source)
    const beside = besideSheet(parts, path, rowLabel)
    tellMissed(unread, at, missed, beside)
    running.push(...missed.running)
    return sheetPieces(name, grid, beside.pieces)
  })
  const visible = all.filter(({ attribs }) => !isHidden(attribs))
  return {
    title: titleInProperties(parts),
    pieces,
    pages: visible.length,
    unread: [...unread.all(), ...runningText(running)],
    firstHeadingIsTitle: false,
  }
}

function isHidden({ state }: Record<string, string>): boolean {
  return /hidden/i.test(state ?? '')
}

function tellMissed(
  unread: UnreadList,
  at: Extract<UnreadPlace, { kind: 'sheet' }>,
  { formulas, hiddenRows, hiddenColumns }: Omit<Sheet, 'grid' | 'rowLabel'>,
  beside: Beside,
): void {
  for (const cells of formulas) unread.add('formulas', { ...at, cells })
  for (const cells of hiddenRows) unread.add('hidden-rows', { ...at, cells })
  for (const cells of hiddenColumns) unread.add('hidden-columns', { ...at, cells })
  for (const { what, cell } of beside.unread) unread.add(what, cell === undefined ? at : { ...at, cells: cell })
}

/** The texts that cells refer to by number; reading aids for other scripts are left out. */
function sharedStrings(part: Uint8Array | undefined, source: Source): string[] {
  if (!part) return []
  const table = findFirst(parseXml(part), 'sst')
  source.checkTime()
  return (table ? elementsOf(table) : []).map((item) => {
    return clean(elementsOf(item).map(runText).join(''))
  })
}

/** The text of an item, or of one of its runs; raised numbers are written as such. */
function runText(run: Element): string {
  if (run.name === 't') return textIn(run)
  if (run.name !== 'r') return ''
  const text = elementsOf(run)
    .filter((child) => child.name === 't')
    .map(textIn)
    .join('')
  return findFirst(run, 'vertAlign')?.attribs.val === 'superscript' ? raised(text) : text
}
