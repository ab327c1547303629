import { Buffer } from 'node:buffer'
import { getDocumentProxy } from 'unpdf'
import type { PDFDocumentProxy } from 'unpdf/pdfjs'
import { Refusal } from '../result.ts'
import { runningText } from '../running.ts'
import { type Reading, refuseTooManyPages, type Source } from '../source.ts'
import type { Bookmark } from './headings.ts'
import { PageReader } from './page.ts'
import { type Pages, pdfPieces } from './pieces.ts'
import type { Box, Rulings } from './rulings.ts'
import { partRunning } from './running.ts'
import { unreadIn } from './unread.ts'

/** Reads the text of a PDF, page by page. What it shows as pictures is not read; without any text it is refused as scanned. */
export async function readPdf(source: Source): Promise<Reading> {
  if (isCutOff(source.bytes)) throw new Refusal('damaged', 'the end of the file is missing')
  const pdf = await open(source.bytes)
  try {
    refuseTooManyPages(pdf.numPages, source.limits)
    const images = imagesIn(source.bytes)
    const read = await readPages(pdf, source, images > 0)
    if (read.damaged.size === pdf.numPages) throw new Refusal('damaged', 'no page can be read')
    const { text, running } = partRunning(read.lines, pdf.numPages)
    const pieces = pdfPieces({ ...read, lines: text }, await bookmarksOf(pdf))
    if (pieces.length === 0) throw new Refusal('scanned', String(pdf.numPages))
    const withText = new Set(read.lines.map((line) => line.page))
    const unread = unreadIn({ ...read, pages: pdf.numPages, withText, images })
    const told = [...unread, ...runningText(running.map((line) => line.text))]
    return { title: await titleOf(pdf), pieces, pages: pdf.numPages, unread: told }
  } finally {
    await pdf.loadingTask.destroy()
  }
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

type Read = Pages & { rulings: Map<number, Rulings>; damaged: Set<number>; pictures: Map<number, Box[]> }

async function readPages(pdf: PDFDocumentProxy, source: Source, hasPictures: boolean): Promise<Read> {
  const read: Read = {
    lines: [],
    notes: new Map(),
    rulings: new Map(),
    damaged: new Set(),
    pictures: new Map(),
  }
  const reader = new PageReader(hasPictures)
  for (let number = 1; number <= pdf.numPages; number++) {
    source.checkTime()
    source.progress(number - 1, pdf.numPages)
    try {
      const page = await pdf.getPage(number)
      const { lines, notes, rulings, pictures } = await reader.read(page)
      for (const line of lines) read.lines.push(line)
      read.notes.set(number, notes)
      read.pictures.set(number, pictures)
      for (const [frame, own] of rulings) read.rulings.set(frame, own)
      page.cleanup()
    } catch (error) {
      if (error instanceof Refusal) throw error
      read.damaged.add(number)
    }
  }
  return read
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
