import { Buffer } from 'node:buffer'
import type { Document as Tree } from 'domhandler'
import { zipSync } from 'fflate'
import { DomUtils, parseDocument } from 'htmlparser2'
import mammoth from 'mammoth'
import { htmlPieces } from '../html/pieces.ts'
import { pagesInProperties, titleInProperties } from '../package/properties.ts'
import { relatedPart, relations } from '../package/relations.ts'
import { elementsOf, findAll, isElement, parseXml, textIn } from '../package/xml.ts'
import type { Archive } from '../package/zip.ts'
import { numberPages } from '../page-breaks.ts'
import type { Piece } from '../pieces/pieces.ts'
import { Refusal } from '../result.ts'
import { runningText } from '../running.ts'
import { type Reading, refuseTooManyPages, type Source } from '../source.ts'
import { clean } from '../text/clean.ts'
import { takeChunksIn } from './chunks.ts'
import { type MarkedXml, markPageBreaks } from './marks.ts'
import { onlyBullets, writeNumbers } from './numbering.ts'
import { type PartOf, prepared } from './prepare.ts'
import { headingRules, hiddenStyles, paragraphStyles } from './styles.ts'

/** Reads the word processor's document whose main part is at `mainPart`. */
export async function readDocx(archive: Archive, mainPart: string, source: Source): Promise<Reading> {
  const { parts } = archive
  const main = parts.get(mainPart)
  if (!main) throw new Refusal('damaged', `${mainPart} is missing`)
  const targets = relations(parts, mainPart)
  const related = (type: string) => relatedPart(parts, mainPart, type) ?? parts.get(`word/${type}.xml`)
  const stylesPart = related('styles')
  const styles = paragraphStyles(stylesPart)
  const hidden = hiddenStyles(stylesPart)
  const partOf: PartOf = (id) => parts.get(targets.get(id)?.target ?? '')
  const marked = markPageBreaks(writeNumbers(prepared(parseXml(main), partOf, hidden), styles, related('numbering')))
  source.checkTime()
  const changed = new Map<string, Uint8Array>([[mainPart, new TextEncoder().encode(marked.xml)]])
  for (const { type, target } of targets.values()) {
    const part = parts.get(target)
    if (part && /^(?:foot|end)notes$/.test(type))
      changed.set(target, new TextEncoder().encode(prepared(parseXml(part), () => undefined, hidden)))
    else if (part && type === 'numbering') changed.set(target, onlyBullets(part))
    // As the document spells it, where capitals differ.
    else if (part && !parts.has(target)) changed.set(target, part)
  }
  const root = parseDocument(await convert(new Map([...parts, ...changed]), headingRules(styles)))
  source.checkTime()
  const notes = takeNotes(root)
  takeChunksIn(root, partOf)
  const found = htmlPieces(root.children, { notes, boldHeadings: true, pageBreaks: true })
  const { pieces, pages } = withPages(found, marked, pagesInProperties(parts))
  refuseTooManyPages(pages ?? 1, source.limits)
  return { title: titleInProperties(parts), pieces, pages, unread: runningText(runningParts(targets, parts)) }
}

/** The texts of headers and footers, which are parts of their own. */
function runningParts(targets: ReturnType<typeof relations>, parts: Archive['parts']): string[] {
  return [...targets.values()].flatMap(({ type, target }) => {
    const part = /^(?:header|footer)$/.test(type) ? parts.get(target) : undefined
    return part ? [findAll(parseXml(part), 'w:t').map(textIn).join(' ')] : []
  })
}

/** Mammoth unpacks without limits, so it gets a new archive of the parts that were unpacked within ours. */
async function convert(parts: Map<string, Uint8Array>, rules: string[]): Promise<string> {
  const buffer = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }))
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap: rules,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    return value
  } catch (error) {
    throw new Refusal('damaged', error instanceof Error ? error.message : String(error))
  }
}

/** Takes the footnotes and endnotes that mammoth puts at the end out of the tree; by the link that calls each. */
function takeNotes(root: Tree): Map<string, string> {
  const notes = new Map<string, string>()
  const items = findAll(root, 'li').filter((item) => /^(?:footnote|endnote)-\d+$/.test(item.attribs.id ?? ''))
  for (const item of items) {
    for (const back of findAll(item, 'a')) {
      if (/^#(?:footnote|endnote)-ref-/.test(back.attribs.href ?? '')) DomUtils.removeElement(back)
    }
    notes.set(`#${item.attribs.id}`, clean(textIn(item)))
    const list = item.parent
    DomUtils.removeElement(item)
    if (list && isElement(list) && elementsOf(list).length === 0) DomUtils.removeElement(list)
  }
  return notes
}

/** No page of these documents holds more text; if one seems to, the breaks do not tell the pages. */
const LONGEST_PAGE = 7_000

/** Pages from the marks, or without pages when the marks cannot be all: then a page number would mislead. */
function withPages(
  found: Piece[],
  marked: MarkedXml,
  counted: number | null,
): { pieces: Piece[]; pages: number | null } {
  const { pieces, pages } = numberPages(found)
  const known = marked.breaks > 0 && (marked.rendered || (counted ?? 0) <= pages) && longestPage(pieces) <= LONGEST_PAGE
  return known ? { pieces, pages } : { pieces: pieces.filter((piece) => piece.kind !== 'place'), pages: null }
}

function longestPage(pieces: Piece[]): number {
  let longest = 0
  let length = 0
  for (const piece of pieces) {
    if (piece.kind === 'place') length = 0
    else if (piece.kind === 'list') length += piece.items.join().length
    else if (piece.kind === 'table') length += piece.rows.join().length
    else if ('text' in piece) length += piece.text.length
    longest = Math.max(longest, length)
  }
  return longest
}
