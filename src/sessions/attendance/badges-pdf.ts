import { daysFor } from '../../language/dates/write.ts'
import type { Locale } from '../../language/locale.ts'
import { type Pdf, pdfOf, writeFitted } from '../../platform/pdf/pdf.ts'
import type { Session } from '../session/session.ts'
import { titleOf } from '../session/texts.ts'
import type { PaperRow } from './paper-rows.ts'
import { say } from './texts.ts'

const A4 = { width: 595.28, height: 841.89 }
const MM = 72 / 25.4
const CENTRED = { align: 'center' } as const

/** As holders for badges take them: 90 by 54 millimetres, ten on a page. */
const BADGE = { width: 90 * MM, height: 54 * MM, across: 2, down: 5 }

type Papers = { session: Session; rows: readonly PaperRow[] }

/** Name badges to be cut out. */
export function badges(locale: Locale, { session, rows }: Papers, now: Temporal.Instant): Promise<Uint8Array> {
  const title = say(locale)('badges-title', { title: titleOf(locale, session) })
  const left = (A4.width - BADGE.across * BADGE.width) / 2
  const top = (A4.height - BADGE.down * BADGE.height) / 2
  const onPage = BADGE.across * BADGE.down
  return pdfOf({ title, language: locale, now, margin: 0 }, (pdf) => {
    for (const [i, row] of rows.entries()) {
      if (i > 0 && i % onPage === 0) pdf.addPage()
      const x = left + (i % BADGE.across) * BADGE.width
      const y = top + Math.floor((i % onPage) / BADGE.across) * BADGE.height
      drawBadge(pdf, locale, { session, row, x, y })
    }
  })
}

function drawBadge(
  pdf: Pdf,
  locale: Locale,
  { session, row, x, y }: { session: Session; row: PaperRow; x: number; y: number },
): void {
  pdf.lineWidth(0.4).rect(x, y, BADGE.width, BADGE.height).stroke('#aaaaaa')
  const box = { x: x + 10, width: BADGE.width - 20 }
  pdf.font('regular').fillColor('#444444')
  writeFitted(pdf, titleOf(locale, session), { ...box, y: y + 12, height: 24, size: 9, least: 5 }, CENTRED)
  pdf.font('bold').fillColor('#000000')
  writeFitted(pdf, row.name, { ...box, y: y + 48, height: 54, size: 20, least: 7 }, CENTRED)
  pdf.font('regular')
  writeFitted(pdf, row.municipality, { ...box, y: y + 108, height: 18, size: 12, least: 6 }, CENTRED)
  const days = daysFor(locale, session.starts.toPlainDate(), session.ends.toPlainDate())
  pdf.fillColor('#444444')
  writeFitted(pdf, days, { ...box, y: y + 132, height: 12, size: 8, least: 5 }, CENTRED)
}

/** Signs for the table, a page a person: folded in the middle, the name is read from both sides. */
export function tableSigns(locale: Locale, { session, rows }: Papers, now: Temporal.Instant): Promise<Uint8Array> {
  const title = say(locale)('signs-title', { title: titleOf(locale, session) })
  return pdfOf({ title, language: locale, now, layout: 'landscape', margin: 0 }, (pdf) => {
    for (const [i, row] of rows.entries()) {
      if (i > 0) pdf.addPage()
      drawSign(pdf, row)
    }
  })
}

function drawSign(pdf: Pdf, row: PaperRow): void {
  const [width, height] = [A4.height, A4.width]
  pdf
    .dash(4, { space: 4 })
    .lineWidth(0.5)
    .moveTo(0, height / 2)
    .lineTo(width, height / 2)
    .stroke('#aaaaaa')
    .undash()
  drawHalf(pdf, row, { width, height })
  pdf.save().rotate(180, { origin: [width / 2, height / 2] })
  drawHalf(pdf, row, { width, height })
  pdf.restore()
}

/** The lower half of the page. */
function drawHalf(pdf: Pdf, row: PaperRow, { width, height }: { width: number; height: number }): void {
  const box = { x: 60, width: width - 120 }
  pdf.font('bold').fillColor('#000000')
  writeFitted(pdf, row.name, { ...box, y: height / 2 + 60, height: 120, size: 54, least: 14 }, CENTRED)
  pdf.font('regular').fillColor('#333333')
  writeFitted(pdf, row.municipality, { ...box, y: height / 2 + 190, height: 50, size: 30, least: 12 }, CENTRED)
}
