import { parseDocument } from 'htmlparser2'
import { findFirst, textIn } from '../package/xml.ts'
import type { Reading, Source } from '../source.ts'
import { decodeText, encodingOf } from '../text/encoding.ts'
import { OWN_MARKS } from '../text/marks.ts'
import { htmlPieces } from './pieces.ts'

/** Reads a page as it is written: nothing it links to is loaded, no script runs; menus and footers are dropped. */
export function readHtml(source: Source): Reading {
  return readPage(decodeHtml(source.bytes))
}

/** The same of a page that is decoded already. */
export function readPage(html: string): Reading {
  const root = parseDocument(html.replace(OWN_MARKS, ' '))
  const pieces = htmlPieces((findFirst(root, 'main') ?? findFirst(root, 'body') ?? root).children)
  return { title: textIn(findFirst(root, 'title')) || null, pieces, pages: null, unread: [] }
}

/** What the bytes show comes first: pages often declare an encoding that a later program changed. */
function decodeHtml(bytes: Uint8Array): string {
  const seen = encodingOf(bytes)
  if (seen.startsWith('utf')) return decodeText(bytes)
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2_000))
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1]?.toLowerCase()
  try {
    return new TextDecoder(declared === undefined || declared === 'utf-8' ? seen : declared).decode(bytes)
  } catch {
    return decodeText(bytes)
  }
}
