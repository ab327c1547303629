import type { Document, Section } from '../document.ts'
import { languageOf } from '../language.ts'
import { documentOf, type Piece } from '../pieces/pieces.ts'
import { titleOfName } from '../pieces/title.ts'
import type { ReadResult } from '../result.ts'
import { UnreadList } from '../source.ts'
import type { Scanner } from './find.ts'
import { recognisePages, SCAN_LIMITS, type ScanLimits } from './recognise.ts'

/**
 * What was read of a PDF with what is recognised on its pages without text, or on all of a scanned one; as it was without
 * a scanner, and where nothing is recognised. Recognised pages say so in their place. Never throws.
 */
export async function withScannedPages(
  read: ReadResult,
  bytes: Uint8Array,
  name: string,
  scanner: Scanner | null,
  { limits = SCAN_LIMITS, signal }: { limits?: ScanLimits; signal?: AbortSignal } = {},
): Promise<ReadResult> {
  const pages = silentPages(read)
  if (scanner === null || pages.length === 0) return read
  const found = await recognisePages(scanner, bytes, pages, limits, signal).catch(() => new Map<number, string[]>())
  return found.size === 0 ? read : joinedWith(read, found, name)
}

/** The pages of which there are only pictures. */
function silentPages(read: ReadResult): number[] {
  if (read.kind === 'refused')
    return read.reason === 'scanned' ? Array.from({ length: Number(read.detail) }, (_, i) => i + 1) : []
  if (read.format !== 'pdf') return []
  return read.unread.flatMap(({ what, at }) =>
    what === 'pages-without-text' && at?.kind === 'page' ? [at.number] : [],
  )
}

/** A result with the paragraphs that were recognised, each page in its place; those pages are unread no longer. */
function joinedWith(read: ReadResult, found: Map<number, string[]>, name: string): ReadResult {
  const recognised = [...found].flatMap(([page, paragraphs]) => sectionsOf(page, paragraphs))
  const unread = silentPages(read).filter((number) => !found.has(number))
  const list = new UnreadList()
  for (const number of unread) list.add('pages-without-text', { kind: 'page', number })
  if (read.kind === 'refused') {
    const document: Document = { ...documentOf([], titleOfName(name)), sections: recognised }
    const language = languageOf([...found.values()].flat())
    return { kind: 'read', format: 'pdf', document, language, pages: Number(read.detail), unread: list.all() }
  }
  const sections = [...read.document.sections, ...recognised].sort((a, b) => pageOf(a) - pageOf(b))
  const others = read.unread.filter(({ what }) => what !== 'pages-without-text')
  return { ...read, document: { ...read.document, sections }, unread: [...list.all(), ...others] }
}

function sectionsOf(page: number, paragraphs: string[]): Section[] {
  const place: Piece = { kind: 'place', place: { kind: 'page', number: page, recognised: true } }
  return documentOf([place, ...paragraphs.map((text): Piece => ({ kind: 'paragraph', text }))], '').sections
}

function pageOf({ place }: Section): number {
  return place?.kind === 'page' ? place.number : 0
}
