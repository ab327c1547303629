import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'

const FONTS = fileURLToPath(new URL('../../../../node_modules/dejavu-fonts-ttf/ttf/', import.meta.url))

export type PdfOptions = PDFKit.PDFDocumentOptions

/** A PDF written by pdfkit, with fonts that have both scripts: «regular» and «bold». */
export async function aPdf(write: (pdf: PDFKit.PDFDocument) => void, options: PdfOptions = {}): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margins: { top: 85, bottom: 85, left: 70, right: 70 }, ...options })
  pdf.registerFont('regular', `${FONTS}DejaVuSans.ttf`)
  pdf.registerFont('bold', `${FONTS}DejaVuSans-Bold.ttf`)
  pdf.font('regular').fontSize(11)
  write(pdf)
  pdf.end()
  return new Uint8Array(await buffer(pdf))
}

/** A line anywhere on the page, in the margins too. */
export function lineAt(pdf: PDFKit.PDFDocument, text: string, x: number, y: number): void {
  const { bottom } = pdf.page.margins
  pdf.page.margins.bottom = 0
  pdf.text(text, x, y, { lineBreak: false })
  pdf.page.margins.bottom = bottom
}
