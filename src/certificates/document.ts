import { type Locale, shownTo } from '../language/locale.ts'
import { type Pdf, pdfOf, writeFitted } from '../platform/pdf/pdf.ts'
import { drawQr } from '../platform/pdf/qr.ts'
import { type CertificateNumber, shownNumber } from './number.ts'
import { type Fact, factsOf } from './stated-texts.ts'
import type { Statement } from './statement.ts'
import { say } from './texts.ts'

/** Where somebody checks a certificate: a page of ours, or without one the chat with the bot. */
export type CheckedAt = { page: string } | { bot: string }

export type Paper = { number: CertificateNumber; stated: Statement; at: CheckedAt }

/** What the code on paper opens. */
export function addressOf({ number, at }: Pick<Paper, 'number' | 'at'>): string {
  return 'page' in at ? `${at.page}/${number}` : `https://t.me/${at.bot}?start=${START_PAYLOAD}${number}`
}

/** What `/start` is given when somebody scanned the code of a paper. */
export const START_PAYLOAD = 'potvrda-'

// Two fonts, since each costs 20 ms a paper: «regular» for facts, «serif-bold» for what stands out.
const INK = '#1a1a1a'
const QUIET = '#5b6470'
const ACCENT = '#1f3a5f'

const PAGE = { width: 595.28, height: 841.89 }
const LEFT = 84
const WIDTH = PAGE.width - 2 * LEFT
const FRAME = [
  { inset: 30, line: 1.4 },
  { inset: 35, line: 0.5 },
]

/** The paper in one language: A4, all on one page whatever names and titles are like. */
export function certificatePdf(locale: Locale, paper: Paper, now: Temporal.Instant): Promise<Uint8Array> {
  const t = say(locale)
  const title = `${t('paper-title')} ${shownNumber(locale, paper.number)}`
  return pdfOf({ title, language: locale, now, margin: 0 }, (pdf) => {
    drawFrame(pdf)
    drawHead(pdf, locale, paper.stated)
    const below = drawWhoAndWhat(pdf, locale, paper.stated)
    drawFacts(pdf, factsOf(locale, { ...paper.stated, issuer: null }), below + 26)
    drawFoot(pdf, locale, paper)
  })
}

function drawFrame(pdf: Pdf): void {
  for (const { inset, line } of FRAME)
    pdf
      .lineWidth(line)
      .rect(inset, inset, PAGE.width - 2 * inset, PAGE.height - 2 * inset)
      .stroke(ACCENT)
}

/** Who issues it, and what it is. */
function drawHead(pdf: Pdf, locale: Locale, { issuer }: Statement): void {
  const t = say(locale)
  const centred = { align: 'center' } as const
  if (issuer !== null) {
    pdf.font('regular').fillColor(QUIET)
    writeFitted(pdf, shownTo(locale, issuer), { x: LEFT, y: 74, width: WIDTH, height: 32, size: 12, least: 8 }, centred)
  }
  const word = t('paper-title').toLocaleUpperCase(locale)
  pdf.font('serif-bold').fontSize(34).fillColor(ACCENT)
  pdf.text(word, LEFT, 124, { width: WIDTH, characterSpacing: 5, ...centred })
  pdf.font('regular').fontSize(14).fillColor(INK)
  pdf.text(t('paper-subtitle'), LEFT, 170, { width: WIDTH, ...centred })
  const middle = PAGE.width / 2
  pdf
    .lineWidth(1)
    .moveTo(middle - 60, 206)
    .lineTo(middle + 60, 206)
    .stroke(ACCENT)
}

/** Name, training and module. Returns where they end. */
function drawWhoAndWhat(pdf: Pdf, locale: Locale, { name, title, module }: Statement): number {
  const t = say(locale)
  const shown = shownTo(locale, name ?? '')
  const inOneLine = sizeInOneLine(pdf, shown, 27)
  const size = inOneLine >= SMALLEST_NAME_IN_ONE_LINE ? inOneLine : 27
  let y = drawLabelled(pdf, t('paper-name'), shown, { y: 232, height: 84, size, least: 9 })
  y = drawLabelled(pdf, t('paper-training'), shownTo(locale, title), { y: y + 22, height: 72, size: 18, least: 10 })
  if (module === null) return y
  return drawLabelled(pdf, t('paper-module'), shownTo(locale, module), { y: y + 16, height: 42, size: 13, least: 9 })
}

/** A name that would be smaller than this in one line is parted instead. */
const SMALLEST_NAME_IN_ONE_LINE = 18

function sizeInOneLine(pdf: Pdf, text: string, largest: number): number {
  // A little less than the width, so that rounding does not part the last word.
  return Math.min(largest, (largest * (WIDTH - 2)) / pdf.font('serif-bold').fontSize(largest).widthOfString(text))
}

/** A quiet word above what it names, both in the middle. */
function drawLabelled(
  pdf: Pdf,
  label: string,
  value: string,
  { y, ...box }: { y: number; height: number; size: number; least: number },
): number {
  pdf.font('regular').fontSize(9.5).fillColor(QUIET).text(label, LEFT, y, { width: WIDTH, align: 'center' })
  pdf.font('serif-bold').fillColor(INK)
  return writeFitted(pdf, value, { x: LEFT, y: y + 17, width: WIDTH, ...box }, { align: 'center' })
}

const LABEL_WIDTH = 110

/** The other facts, a line each between hair lines. */
function drawFacts(pdf: Pdf, facts: readonly Fact[], top: number): void {
  let y = top
  for (const { label, value } of facts) {
    drawHairLine(pdf, y)
    pdf
      .font('regular')
      .fontSize(9.5)
      .fillColor(QUIET)
      .text(label, LEFT, y + 8, { width: LABEL_WIDTH - 8 })
    pdf.font('regular').fillColor(INK)
    const box = { x: LEFT + LABEL_WIDTH, y: y + 6.5, width: WIDTH - LABEL_WIDTH, height: 44, size: 11.5, least: 7 }
    y = Math.max(writeFitted(pdf, value, box), y + 19) + 7
  }
  drawHairLine(pdf, y)
}

function drawHairLine(pdf: Pdf, y: number): void {
  pdf
    .lineWidth(0.5)
    .moveTo(LEFT, y)
    .lineTo(LEFT + WIDTH, y)
    .stroke('#c9ced6')
}

/** A number must not be parted by the end of a line. */
const UNBROKEN_HYPHEN = '\u2011'

const QR_SIZE = 104
const FOOT = PAGE.height - 68 - QR_SIZE

/** The number, how it is checked, and the code that does it. */
function drawFoot(pdf: Pdf, locale: Locale, { number, at }: Paper): void {
  const t = say(locale)
  const shown = shownNumber(locale, number)
  drawQr(pdf, addressOf({ number, at }), { x: LEFT - 12, y: FOOT, size: QR_SIZE })
  const x = LEFT + QR_SIZE + 6
  const width = WIDTH - QR_SIZE - 6
  pdf
    .font('regular')
    .fontSize(9.5)
    .fillColor(QUIET)
    .text(t('paper-number'), x, FOOT + 10, { width })
  pdf
    .font('serif-bold')
    .fontSize(13.5)
    .fillColor(INK)
    .text(shown, x, FOOT + 23, { width })
  const check =
    'page' in at
      ? t('paper-check-page', { page: at.page })
      : t('paper-check-bot', { bot: at.bot, number: shown.replaceAll('-', UNBROKEN_HYPHEN) })
  pdf.font('regular').fillColor(QUIET)
  const words = `${check} ${t('paper-electronic')}`
  writeFitted(pdf, words, { x, y: FOOT + 45, width, height: 56, size: 9, least: 6 })
}
