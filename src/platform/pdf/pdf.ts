import { bytesOf, FONTS } from './fonts.ts'

/** A document while it is drawn. */
export type Pdf = PDFKit.PDFDocument

export type PdfOptions = {
  title: string
  /** BCP 47, for whoever has it read aloud. */
  language: string
  now: Temporal.Instant
  layout?: 'portrait' | 'landscape'
  /** In points, on all sides. */
  margin?: number
}

/**
 * A4 as PDF, drawn by `draw`, which names fonts by `Font`; the first page is there, further ones come by `addPage`. Points are
 * counted from the upper left corner.
 */
export async function pdfOf(options: PdfOptions, draw: (pdf: Pdf) => void): Promise<Uint8Array> {
  // Whoever never gets a document need not have its writer in memory.
  const { default: PDFDocument } = await import('pdfkit')
  const { title, language, now, layout = 'portrait', margin = 56 } = options
  const at = new Date(now.epochMilliseconds)
  const info = { Title: printable(title), Creator: 'LAP Savetnik', CreationDate: at, ModDate: at }
  const pdf = new PDFDocument({
    size: 'A4',
    layout,
    margin,
    lang: language,
    displayTitle: true,
    info,
    bufferPages: true,
  })
  const parts: Uint8Array[] = []
  const written = new Promise<void>((resolve, reject) => {
    pdf.on('data', (part: Uint8Array) => parts.push(part))
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  for (const font of FONTS) pdf.registerFont(font, bytesOf(font) as Buffer)
  draw(pdf.font('regular'))
  pdf.end()
  await written
  return Buffer.concat(parts)
}

/** Text with each accent in its letter, without what no page can show: halves of characters, control characters but a new line. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|\p{Cf}/gu, ' ')
}

/** Words longer than any: where they may be parted. pdfkit tries letter by letter, 0.6 s for 900 of them. */
const UNBROKEN = /\S{40}(?=\S)/gu

/** Where text may stand: its box, and the sizes it may take. */
export type Box = { x: number; y: number; width: number; height: number; size: number; least: number }

/**
 * Writes text in the largest size that fits its box, broken into lines where it must be; what does not fit in the least size
 * ends in «…». Returns where the text ended.
 */
export function writeFitted(
  pdf: Pdf,
  text: string,
  box: Box,
  { align = 'left' }: { align?: 'left' | 'center' | 'right' } = {},
): number {
  const { x, y, width, height } = box
  const shown = printable(text).replace(UNBROKEN, '$&\u200b')
  const how = { width, align }
  const fits = (size: number) => pdf.fontSize(size).heightOfString(shown, how) <= height
  pdf.fontSize(largest(box, fits))
  const used = Math.min(height, pdf.heightOfString(shown, how))
  pdf.text(shown, x, y, { ...how, height: height + 0.1, ellipsis: true })
  return y + used
}

/** The largest size of a box that fits, to half a point; the least one where none does. */
function largest({ size, least }: Box, fits: (size: number) => boolean): number {
  if (fits(size)) return size
  let [low, high] = [least, size]
  while (high - low > 0.5) {
    const middle = (low + high) / 2
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}
