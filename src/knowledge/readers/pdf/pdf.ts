import { Buffer } from 'node:buffer'
import { getDocumentProxy } from 'unpdf'
import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs'
import { Refusal } from '../result.ts'
import { type Reading, refuseTooManyPages, type Source, UnreadList } from '../source.ts'
import { annotationsOf } from './annotations.ts'
import type { Bookmark } from './headings.ts'
import { type Line, linesOf } from './lines.ts'
import { type PageNotes, pdfPieces } from './pieces.ts'
import { type TextItem, uprightTexts } from './turned.ts'

/** Reads the text of a PDF, page by page. What it shows as pictures is not read; without any text it is refused as scanned. */
export async function readPdf(source: Source): Promise<Reading> {
  if (isCutOff(source.bytes)) throw new Refusal('damaged', 'the end of the file is missing')
  const pdf = await open(source.bytes)
  try {
    refuseTooManyPages(pdf.numPages, source.limits)
    const { lines, notes, damaged } = await readPages(pdf, source)
    if (damaged.size === pdf.numPages) throw new Refusal('damaged', 'no page can be read')
    const { pieces, pagesWithText } = pdfPieces({ lines, notes }, pdf.numPages, await bookmarksOf(pdf))
    if (pieces.length === 0) throw new Refusal('scanned')
    const unread = unreadIn(pdf.numPages, pagesWithText, damaged)
    unread.add('images', undefined, imagesIn(source.bytes))
    return { title: await titleOf(pdf), pieces, pages: pdf.numPages, unread: unread.all() }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

function unreadIn(pages: number, withText: ReadonlySet<number>, damaged: ReadonlySet<number>): UnreadList {
  const unread = new UnreadList()
  for (let number = 1; number <= pages; number++) {
    const at = { kind: 'page', number } as const
    if (damaged.has(number)) unread.add('damaged-pages', at)
    else if (!withText.has(number)) unread.add('pages-without-text', at)
  }
  return unread
}

/** A PDF ends with a mark; without it some of its pages may be lost, and pdf.js would read the others as if they were all. */
function isCutOff(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-4_096).includes('%%EOF')
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    // pdf.js takes the bytes for itself. Pictures are never decoded, whatever their size.
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      maxImageSize: 1,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
    })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new Refusal('encrypted')
    throw new Refusal('damaged', error instanceof Error ? error.message : String(error))
  }
}

type Pages = { lines: Line[]; notes: PageNotes; damaged: Set<number> }

async function readPages(pdf: PDFDocumentProxy, source: Source): Promise<Pages> {
  const lines: Line[] = []
  const notes: PageNotes = new Map()
  const fonts = new Fonts()
  const damaged = new Set<number>()
  for (let number = 1; number <= pdf.numPages; number++) {
    source.checkTime()
    source.progress(number - 1, pdf.numPages)
    try {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const texts = items.filter((item): item is typeof item & TextItem => 'str' in item)
      await fonts.learn(page, texts)
      const written = await annotationsOf(page)
      const upright = uprightTexts([...texts, ...written.texts], page.view)
      lines.push(...linesOf(upright, { page: number, boldFonts: fonts.bold }))
      notes.set(number, written.notes)
      page.cleanup()
    } catch (error) {
      if (error instanceof Refusal) throw error
      damaged.add(number)
    }
  }
  return { lines, notes, damaged }
}

/** The name of a font is known only after the drawing of a page that uses it was prepared, which takes long. */
const MOST_PAGES_FOR_FONTS = 12

class Fonts {
  readonly bold = new Set<string>()
  readonly #known = new Set<string>()
  #pages = 0

  async learn(page: PDFPageProxy, items: TextItem[]): Promise<void> {
    const fresh = new Set(items.map((item) => item.fontName).filter((font) => !this.#known.has(font)))
    if (fresh.size === 0 || this.#pages >= MOST_PAGES_FOR_FONTS) return
    this.#pages += 1
    await page.getOperatorList()
    for (const font of fresh) {
      this.#known.add(font)
      if (!page.commonObjs.has(font)) continue
      const { name, bold, black } = page.commonObjs.get(font) as { name?: string; bold?: boolean; black?: boolean }
      if (bold || black || /bold|black|heavy|semibold/i.test(name ?? '')) this.bold.add(font)
    }
  }
}

async function titleOf(pdf: PDFDocumentProxy): Promise<string | null> {
  const { info } = await pdf.getMetadata()
  const title = (info as { Title?: unknown }).Title
  return typeof title === 'string' ? title : null
}

type Outline = { title: string; items: Outline }[]

async function bookmarksOf(pdf: PDFDocumentProxy): Promise<Bookmark[]> {
  const flatten = (outline: Outline, depth: number): Bookmark[] =>
    outline.flatMap(({ title, items }) => [{ title, depth }, ...(depth < 6 ? flatten(items, depth + 1) : [])])
  const outline: Outline | null = await pdf.getOutline().catch(() => null)
  return flatten(outline ?? [], 1)
}

/** Pictures are always objects of their own, with a dictionary in plain sight; masks belong to other pictures. */
function imagesIn(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const images = text.match(/\/Subtype\s*\/Image\b/g)?.length ?? 0
  const masks = new Set(text.match(/\/SMask\s+\d+\s+\d+\s+R/g)).size
  return Math.max(0, images - masks)
}
