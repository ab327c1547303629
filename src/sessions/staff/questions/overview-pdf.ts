import type { Locale } from '../../../language/locale.ts'
import { type Pdf, pdfOf, printable, writeFitted } from '../../../platform/pdf/pdf.ts'
import { say } from '../../questions/texts.ts'
import type { Session } from '../../session/session.ts'
import { placeOf, titleOf } from '../../session/texts.ts'

/** A4, in points. */
const PAGE = { width: 595.28, height: 841.89 }
const MARGIN = 48
const WIDTH = PAGE.width - 2 * MARGIN
const FOOT = PAGE.height - MARGIN + 10

/** A part of the list: what is asked, and its lines; a line that does not end in a count needs none. */
export type Section = { title: string; lines: readonly string[] }

/** The list for the kitchen and the door as paper: the sections one after another, none begun at the end of a page. */
export function overviewPdf(
  locale: Locale,
  { session, days, sections }: { session: Session; days: string; sections: readonly Section[] },
  now: Temporal.Instant,
): Promise<Uint8Array> {
  const title = say(locale)('overview-title', { title: titleOf(locale, session) })
  return pdfOf({ title, language: locale, now, margin: MARGIN }, (pdf) => {
    drawHead(pdf, locale, title, { session, days })
    for (const section of sections) drawSection(pdf, section)
    drawFeet(pdf, locale)
  })
}

function drawHead(
  pdf: Pdf,
  locale: Locale,
  title: string,
  { session, days }: { session: Session; days: string },
): void {
  pdf.font('bold').fillColor('#000000')
  writeFitted(pdf, title, { x: MARGIN, y: MARGIN, width: WIDTH, height: 48, size: 17, least: 9 })
  pdf.font('regular').fontSize(10.5).fillColor('#444444')
  pdf.text(printable(`${days}\n${placeOf(locale, session)}`), MARGIN, pdf.y + 4, { width: WIDTH })
  pdf.moveDown(0.6)
}

/** A title and at least one line of it stand together. */
function drawSection(pdf: Pdf, { title, lines }: Section): void {
  if (lines.length === 0) return
  pdf.font('bold').fontSize(12).fillColor('#000000')
  const first = pdf.heightOfString(printable(lines[0]!), { width: WIDTH })
  if (pdf.y + 20 + first > PAGE.height - MARGIN - 20) pdf.addPage()
  pdf.text(printable(title), MARGIN, pdf.y + 6, { width: WIDTH })
  pdf.font('regular').fontSize(11)
  for (const line of lines) pdf.text(`•  ${printable(line)}`, MARGIN + 8, pdf.y + 3, { width: WIDTH - 8, indent: -8 })
  pdf.moveDown(0.5)
}

function drawFeet(pdf: Pdf, locale: Locale): void {
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    // What stands below the margin would begin a page of its own.
    pdf.page.margins.bottom = 0
    pdf.font('regular').fontSize(9).fillColor('#444444')
    const text = say(locale)('overview-page', { page: page + 1, pages: count })
    pdf.text(text, MARGIN, FOOT, { width: WIDTH, align: 'right', lineBreak: false })
  }
}
