import { dayFor, daysFor } from '../../language/dates/write.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import { dayAt } from '../../platform/clock.ts'
import { type Pdf, pdfOf, writeFitted } from '../../platform/pdf/pdf.ts'
import { titleOf } from '../../sessions/session/texts.ts'
import { MAP } from '../districts.ts'
import { REACHED, type Tile, tilesOf } from '../map.ts'
import { filterName, titleFor } from '../names.ts'
import { type Report, sumsOf } from '../report.ts'
import { say } from '../say.ts'
import { pastLines, totalLines } from '../texts.ts'

/** A4, in points. */
const PAGE = { width: 595.28, height: 841.89 }
const LEFT = 48
const WIDTH = PAGE.width - 2 * LEFT
const INK = '#1a1a1a'
const QUIET = '#5b6470'

const LIST = { top: 268, line: 15, most: 11 }
const MAP_TOP = 476
const FOOT = PAGE.height - 30

/** The report on one page, without names, for whoever paid: the sums, the sessions, the map. */
export function reportPage(locale: Locale, report: Report, now: Temporal.Instant): Promise<Uint8Array> {
  const title = titleFor(locale, report.filter)
  return pdfOf({ title, language: locale, now, margin: 0 }, (pdf) => {
    pdf.font('bold').fillColor(INK)
    writeFitted(pdf, title, { x: LEFT, y: 48, width: WIDTH, height: 30, size: 20, least: 10 })
    drawLines(pdf, totalLines(locale, report), { x: LEFT, y: 88 })
    drawLines(pdf, report.past.length > 0 ? [say(locale)('past-title'), ...pastLines(locale, report)] : [], {
      x: LEFT + WIDTH / 2 + 10,
      y: 88,
    })
    drawSessions(pdf, locale, report)
    drawMap(pdf, locale, report)
    drawFoot(pdf, locale, now)
  })
}

/** Half the page wide. */
function drawLines(pdf: Pdf, lines: readonly string[], { x, y }: { x: number; y: number }): void {
  pdf.font('regular').fillColor(INK)
  let at = y
  for (const line of lines.slice(0, 10)) {
    const end = writeFitted(pdf, line, { x, y: at, width: WIDTH / 2 - 10, height: 26, size: 10.5, least: 6 })
    at = Math.max(end, at + 13) + 4
  }
}

function drawSessions(pdf: Pdf, locale: Locale, { sessions }: Report): void {
  const t = say(locale)
  heading(pdf, t('list-sessions', { count: sessions.length }), LIST.top - 20)
  const shown = sessions.length > LIST.most ? sessions.slice(-(LIST.most - 1)) : sessions
  pdf.font('regular').fillColor(INK)
  for (const [i, { session, counts }] of shown.entries()) {
    const days = daysFor(locale, session.starts.toPlainDate(), session.ends.toPlainDate())
    const box = { y: LIST.top + i * LIST.line, height: 12.5, size: 9, least: 5 }
    writeFitted(pdf, days, { ...box, x: LEFT, width: 96 })
    writeFitted(pdf, titleOf(locale, session), { ...box, x: LEFT + 100, width: WIDTH - 100 - 130 })
    const people = t('page-counts', { people: counts.people, municipalities: counts.municipalities.length })
    writeFitted(pdf, people, { ...box, x: LEFT + WIDTH - 126, width: 126 }, { align: 'right' })
  }
  if (shown.length === sessions.length) return
  const y = LIST.top + shown.length * LIST.line
  pdf.fillColor(QUIET)
  writeFitted(pdf, t('page-more', { count: sessions.length - shown.length }), {
    ...{ x: LEFT, y, width: WIDTH, height: 12, size: 9, least: 6 },
  })
}

function heading(pdf: Pdf, words: string, y: number): void {
  pdf.font('bold').fillColor(INK)
  writeFitted(pdf, words, { x: LEFT, y, width: WIDTH, height: 16, size: 11.5, least: 7 })
}

const TILE = 44
const SQUARE = 6.4

function drawMap(pdf: Pdf, locale: Locale, report: Report): void {
  const t = say(locale)
  heading(pdf, t('map-title', { of: filterName(locale, report.filter) }), MAP_TOP - 22)
  const left = LEFT
  for (const tile of tilesOf(sumsOf(report).codes)) drawTile(pdf, locale, tile, left)
  const x = left + MAP.columns * TILE + 24
  drawSquare(pdf, x, MAP_TOP + 4, true)
  drawSquare(pdf, x, MAP_TOP + 22, false)
  pdf.font('regular').fillColor(INK)
  const words = { x: x + 14, width: LEFT + WIDTH - x - 14, height: 14, size: 9, least: 6 }
  writeFitted(pdf, t('map-reached'), { ...words, y: MAP_TOP + 2 })
  writeFitted(pdf, t('map-never'), { ...words, y: MAP_TOP + 20 })
  pdf.fillColor(QUIET)
  writeFitted(pdf, t('map-caption'), { ...words, x, y: MAP_TOP + 44, height: 70, width: LEFT + WIDTH - x })
}

function drawTile(pdf: Pdf, locale: Locale, { district, reached, squares }: Tile, left: number): void {
  const x = left + district.column * TILE
  const y = MAP_TOP + district.row * TILE
  pdf
    .lineWidth(0.5)
    .roundedRect(x + 1, y + 1, TILE - 2, TILE - 2, 2)
    .fillAndStroke('#f2f4f6', QUIET)
  pdf.font('bold').fillColor(INK)
  writeFitted(pdf, shownTo(locale, district.sign), { x: x + 4, y: y + 3.5, width: 18, height: 10, size: 7, least: 5 })
  const count = { x: x + 18, y: y + 3.5, width: TILE - 22, height: 10, size: 6.5, least: 4 }
  pdf.font('regular')
  writeFitted(pdf, `${reached}/${squares.length}`, count, { align: 'right' })
  for (const one of squares)
    drawSquare(pdf, x + 4 + one.column * (SQUARE + 0.9), y + 14 + one.row * (SQUARE + 0.8), one.isReached)
}

function drawSquare(pdf: Pdf, x: number, y: number, isReached: boolean): void {
  pdf
    .lineWidth(0.5)
    .rect(x, y, SQUARE, SQUARE)
    .fillAndStroke(isReached ? REACHED : '#ffffff', QUIET)
}

function drawFoot(pdf: Pdf, locale: Locale, now: Temporal.Instant): void {
  const day = dayFor(locale, dayAt(now)).replace(/\.$/, '')
  pdf.font('regular').fillColor(QUIET)
  const box = { x: LEFT, y: FOOT - 14, width: WIDTH, height: 24, size: 7.5, least: 5 }
  writeFitted(pdf, say(locale)('page-foot', { day }), box)
}
