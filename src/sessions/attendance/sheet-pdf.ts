import { timeFor, weekdayFor } from '../../language/dates/write.ts'
import type { Locale } from '../../language/locale.ts'
import { type Pdf, pdfOf, writeFitted } from '../../platform/pdf/pdf.ts'
import type { Session } from '../session/session.ts'
import { placeOf, titleOf } from '../session/texts.ts'
import type { SessionDay } from './attendance.ts'
import type { PaperRow } from './paper-rows.ts'
import { type PlainSentence, say } from './texts.ts'

/** A4 on its side, in points. */
const PAGE = { width: 841.89, height: 595.28 }
const MARGIN = 40
const WIDTH = PAGE.width - 2 * MARGIN

/** As high as a hand signs. */
const ROW = 27
const HEAD = 22
const TABLE_TOP = 118
const FOOT = PAGE.height - MARGIN - 6
const ROWS_ON_A_PAGE = Math.floor((FOOT - 16 - TABLE_TOP - HEAD) / ROW)
/** For whoever comes without being on the list. */
const LEAST_EMPTY = 5

const COLUMNS = [
  { sentence: 'sheet-number', width: 34 },
  { sentence: 'sheet-name', width: 236 },
  { sentence: 'sheet-municipality', width: 176 },
  { sentence: 'sheet-signature', width: WIDTH - 34 - 236 - 176 },
] as const satisfies readonly { sentence: PlainSentence; width: number }[]

/** The sheet that people sign on a day of a session: everybody by municipality, and empty rows to the end of the last page. */
export function signatureSheet(
  locale: Locale,
  { session, day, rows }: { session: Session; day: SessionDay; rows: readonly PaperRow[] },
  now: Temporal.Instant,
): Promise<Uint8Array> {
  const pages = Math.ceil((rows.length + LEAST_EMPTY) / ROWS_ON_A_PAGE)
  const title = `${say(locale)('sheet-title')}: ${titleOf(locale, session)}`
  return pdfOf({ title, language: locale, now, layout: 'landscape', margin: 0 }, (pdf) => {
    for (let page = 0; page < pages; page++) {
      if (page > 0) pdf.addPage()
      drawHead(pdf, locale, session, day)
      drawTable(pdf, locale, rows, page * ROWS_ON_A_PAGE)
      drawFoot(pdf, locale, { page: page + 1, pages })
    }
  })
}

function drawHead(pdf: Pdf, locale: Locale, session: Session, day: SessionDay): void {
  const t = say(locale)
  pdf.font('regular').fontSize(10).fillColor('#444444').text(t('sheet-title'), MARGIN, MARGIN, { width: WIDTH })
  pdf.font('bold').fillColor('#000000')
  writeFitted(pdf, titleOf(locale, session), { x: MARGIN, y: 56, width: WIDTH, height: 22, size: 16, least: 8 })
  const hours = day.stretches.map(({ from, to }) => `${timeFor(from)}–${timeFor(to)}`).join(', ')
  const facts = t('sheet-facts', {
    day: weekdayFor(locale, day.on).replace(/\.$/, ''),
    hours,
    place: placeOf(locale, session),
  })
  pdf.font('regular')
  writeFitted(pdf, facts, { x: MARGIN, y: 84, width: WIDTH, height: 26, size: 11, least: 6 })
}

function drawTable(pdf: Pdf, locale: Locale, rows: readonly PaperRow[], first: number): void {
  pdf.font('bold').fontSize(9.5)
  drawCells(
    pdf,
    TABLE_TOP,
    HEAD,
    COLUMNS.map(({ sentence }) => say(locale)(sentence)),
  )
  pdf.font('regular')
  for (let i = 0; i < ROWS_ON_A_PAGE; i++) {
    const row = rows[first + i]
    const cells = [String(first + i + 1), row?.name ?? '', row?.municipality ?? '', '']
    drawCells(pdf, TABLE_TOP + HEAD + i * ROW, ROW, cells)
  }
}

function drawCells(pdf: Pdf, y: number, height: number, cells: readonly string[]): void {
  let x = MARGIN
  for (const [i, { width }] of COLUMNS.entries()) {
    pdf.lineWidth(0.6).rect(x, y, width, height).stroke('#555555')
    pdf.fillColor('#000000')
    const inner = { x: x + 5, y: y + 6, width: width - 10, height: height - 8, size: 10.5, least: 5 }
    if (cells[i] !== '') writeFitted(pdf, cells[i]!, inner)
    x += width
  }
}

function drawFoot(pdf: Pdf, locale: Locale, { page, pages }: { page: number; pages: number }): void {
  const t = say(locale)
  pdf.font('regular').fontSize(9).fillColor('#444444')
  pdf.text(t('sheet-trainer'), MARGIN, FOOT - 6, { width: WIDTH / 2, lineBreak: false })
  pdf.text(t('sheet-page', { page, pages }), MARGIN + WIDTH / 2, FOOT - 6, {
    width: WIDTH / 2,
    align: 'right',
    lineBreak: false,
  })
}
