import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** DejaVu has Cyrillic and all Latin letters of Serbia's languages; each document embeds the letters that it uses. */
const FILES = {
  regular: 'DejaVuSans.ttf',
  bold: 'DejaVuSans-Bold.ttf',
  'serif-bold': 'DejaVuSerif-Bold.ttf',
} as const
export type Font = keyof typeof FILES
export const FONTS = Object.keys(FILES) as Font[]

const read = new Map<Font, Uint8Array>()

/** The bytes of a font, read once a process, when a document first wants it. */
export function bytesOf(font: Font): Uint8Array {
  const known = read.get(font)
  if (known) return known
  const bytes = withoutShaping(readFileSync(fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${FILES[font]}`))))
  read.set(font, bytes)
  return bytes
}

/** How scripts like Arabic are joined, and the distances of pairs of letters. */
const SHAPING = new Set(['GSUB', 'GPOS', 'GDEF', 'kern'])

/**
 * The font without its tables for shaping, which Cyrillic and Latin do not need, accents being letters of their own. pdfkit decodes
 * them anew for every document: with four fonts 250 of 350 ms.
 */
function withoutShaping(font: Uint8Array<ArrayBuffer>): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const entries = Array.from({ length: view.getUint16(4) }, (_, i) => font.slice(12 + 16 * i, 28 + 16 * i))
  const kept = entries.filter((entry) => !SHAPING.has(Buffer.from(entry.subarray(0, 4)).toString('latin1')))
  const slim = font.slice()
  new DataView(slim.buffer).setUint16(4, kept.length)
  for (const [i, entry] of kept.entries()) slim.set(entry, 12 + 16 * i)
  return slim
}
