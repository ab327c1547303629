import { Buffer } from 'node:buffer'
import type { Document as Tree } from 'domhandler'
import { zipSync } from 'fflate'
import { DomUtils, parseDocument } from 'htmlparser2'
import mammoth from 'mammoth'
import { clean } from '../clean.ts'
import { htmlPieces } from '../html/pieces.ts'
import { pagesInProperties, titleInProperties } from '../package/properties.ts'
import { elementsOf, findAll, isElement, textIn } from '../package/xml.ts'
import type { Archive } from '../package/zip.ts'
import { numberPages } from '../page-breaks.ts'
import type { Piece } from '../pieces.ts'
import { Refusal } from '../result.ts'
import { type Reading, refuseTooManyPages, type Source, unreadOf } from '../source.ts'
import { type MarkedXml, markPageBreaks } from './marks.ts'
import { writeHeadingNumbers } from './numbering.ts'
import { headingRules, paragraphStyles } from './styles.ts'

/** Reads the word processor's document whose main part is at `mainPart`. */
export async function readDocx(archive: Archive, mainPart: string, source: Source): Promise<Reading> {
  const { parts } = archive
  const main = parts.get(mainPart)
  if (!main) throw new Refusal('damaged', `${mainPart} is missing`)
  const styles = paragraphStyles(parts.get('word/styles.xml'))
  const numbered = writeHeadingNumbers(new TextDecoder().decode(main), styles, parts.get('word/numbering.xml'))
  const marked = markPageBreaks(numbered)
  const rules = headingRules(styles)
  const html = await convert(new Map(parts).set(mainPart, new TextEncoder().encode(marked.xml)), rules)
  source.checkTime()
  const root = parseDocument(html)
  const notes = takeNotes(root)
  const { pieces: found, images } = htmlPieces(root.children, { notes, boldHeadings: true, pageBreaks: true })
  const { pieces, pages } = withPages(found, marked, pagesInProperties(parts))
  refuseTooManyPages(pages ?? 1, source.limits)
  const { counts } = marked
  const unread = unreadOf({
    images,
    charts: counts['c:chart'],
    objects: counts['o:OLEObject'] + counts['dgm:relIds'],
    formulas: counts['m:oMath'],
  })
  return { title: titleInProperties(parts), pieces, pages, unread }
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
    else length += piece.text.length
    longest = Math.max(longest, length)
  }
  return longest
}
