import { fold } from '../../language/fold.ts'
import type { Said, Tables } from '../rules/plan.ts'
import { MONTH_STEMS } from '../rules/values.ts'
import type { PlanPiece, TextPiece } from './pieces.ts'
import { placeInTextOf, placeOfText, type Sentence, type Source } from './sentence.ts'

const COORDINATOR =
  /\b(?:koordinator(?:k[aeiu]|om|a|u|i)?|koord (?:plana|lap|sprovodj?enja)|rukovodilac (?:sprovodenja|plana|lap))\b/
const OF_PLAN = /\bkoordinator\w* (?:\w+ ){0,2}(?:plan|lap|lpa|sprovod)/
/** Coordinators of something else. */
const OTHER_COORDINATOR =
  /\b(?:okruzn\w+|romsk\w+|koordinator\w* za rom\w+|kirs\w*) koordinator\w*|koordinator\w* (?:za rom|kirs|komesarijat|radne grupe|izrade|za manjin)\w*/

export function coordinatorsIn({ tables }: Source, said: readonly Sentence[]): Said<string>[] {
  const isOne = (folded: string) => COORDINATOR.test(folded) && !OTHER_COORDINATOR.test(folded)
  const rows = (tables.bodies?.rows ?? []).filter(({ cells }) => isOne(fold(`${cells.role} ${cells.body}`)))
  if (rows.length > 0) return rows.map((row) => ({ value: row.place.row?.label ?? '', place: row.place }))
  const group = new Set(tables.group?.parts.map(({ place }) => place.cell?.table))
  // Whoever coordinates the group that writes the plan need not coordinate what follows.
  const mentions = said.filter(
    ({ folded, place }) =>
      isOne(folded) && (!group.has(place.cell?.table) || place.cell === null || OF_PLAN.test(folded)),
  )
  const several = mentions.find(({ folded }) =>
    /\b(?:koordinatori|dva koordinatora|(?:dve|dva|tri) koordinator\w*)\b/.test(folded),
  )
  if (several) return [several, several].map(({ value, place }) => ({ value, place }))
  return mentions.slice(0, 1).map(({ value, place }) => ({ value, place }))
}

/** A day, a month, a number of days, a quarter. */
const DEADLINE = new RegExp(String.raw`\b(?:${MONTH_STEMS})\w{0,3}\b|\b\d{1,3} dana\b|\b(?:prv|drug)\w{2} kvartal\w*`)
const HANDED_IN =
  /\b(?:do|rok\w*|najkasnije|podnos\w*|podnet\w*|dostav\w*|izraduj\w*|sacinjav\w*|usvaj\w*)\b|\brazmatr\w* (?:\w+ ){0,3}izvest|\bizvest\w* (?:\w+ ){0,6}razmatr/
const OTHER_REPORT = /\bprethodn\w+ (?:plan|lap|lpa)\w*|\bjavn\w+ raspra\w*/

/** By when the report on a year is handed in; that somebody speaks of it at a meeting is no deadline. */
export function isReportDeadline({ value, folded, place }: Sentence): boolean {
  // In a row of a table a report may be what proves something else.
  if (
    place.row !== null &&
    !/\bizvest\w* o (?:\w+ ){0,2}(?:sprovod|primen|lap|plan|napre)|\b(?:godisnj|polugodisnj)\w* (?:\w+ ){0,2}izvest|^izvest/.test(
      folded,
    )
  )
    return false
  if (!/\bizvest\w*/.test(folded) || OTHER_REPORT.test(folded) || !HANDED_IN.test(folded)) return false
  // «Извештај до 31. марта.» says all that is asked.
  const isShort =
    /^izvest\w* (?:se )?(?:\w+ )?do\b|\bizvestav\w+ (?:\w+ ){0,3}(?:skupstin|vec[eau]|savet|kirs|komesarijat)/.test(
      folded,
    )
  // «23. октобра 2026. године» is a day, and no yearly report for that.
  const isOfYear = /\b(?:godisnj\w*|godin\w*|sprovod\w*|lap\w*|plan\w*|podnos\w*|dostavlj\w*)\b/.test(
    folded.replace(/20\d\d godin\w*/g, ' '),
  )
  return (isOfYear || isShort) && (DEADLINE.test(folded) || /(?<!\d)\d{1,2}\.\s?\d{1,2}\./.test(value))
}

export function groupIn(pieces: readonly PlanPiece[]): Said<string> | null {
  const at = pieces.findIndex(
    (piece) =>
      piece.kind === 'text' &&
      /\bradn\w+ grup\w*/.test(fold(piece.text)) &&
      /\b(?:cin[ei]|clanov\w*|sastav\w*|imenova\w*|u sastavu|obrazova\w*)\b/.test(fold(piece.text)),
  )
  const first = pieces[at]
  if (first?.kind !== 'text') return null
  const items: string[] = []
  for (const piece of pieces.slice(at + 1)) {
    if (piece.kind !== 'text' || !piece.isItem || piece.headings.at(-1) !== first.headings.at(-1)) break
    items.push(piece.text)
  }
  const names = first.text.split(/[,;:]/).length
  return items.length > 0 || names >= 4
    ? { value: [first.text, ...items].join('; '), place: placeInTextOf(first) }
    : null
}

/** Whether conclusions are there that cannot be counted. */
export function saysConclusions(pieces: readonly PlanPiece[]): boolean {
  return pieces.some(
    (piece) =>
      /\bzakljuc(?:ak|ci|k)/.test(fold(piece.headings.at(-1) ?? '')) ||
      (piece.kind === 'text' &&
        /^(?:\w+ ){0,6}(?:zakljuc(?:ak|ci|ujemo)|sledi|proizlazi|proistice)\b/.test(fold(piece.text))),
  )
}

/** How many conclusions stand below «Закључци», nearest to the SWOT. */
export function conclusionsIn({ pieces, tables }: Pick<Source, 'pieces' | 'tables'>): Said<number> | null {
  const isStart = (piece: PlanPiece, before: PlanPiece | undefined) => {
    const heading = piece.headings.at(-1) ?? ''
    const isHeading = /zakljuc/.test(fold(heading)) && heading !== before?.headings.at(-1)
    return isHeading
      ? ('heading' as const)
      : piece.kind === 'text' && piece.text.length <= 120 && /^zakljuc\w*/.test(fold(piece.text))
        ? ('line' as const)
        : null
  }
  for (const [at, piece] of pieces.entries()) {
    const start = isStart(piece, pieces[at - 1])
    if (start === null) continue
    const heading = piece.headings.at(-1)
    const below: TextPiece[] = []
    for (const next of pieces.slice(start === 'heading' ? at : at + 1)) {
      if (next.kind !== 'text' || next.headings.at(-1) !== heading) break
      below.push(next)
    }
    const items = below.filter(({ isItem, text }) => isItem || /^\s*\d{1,2}[.)]\s/.test(text))
    const count = items.length || (start === 'heading' ? below.length : 0)
    if (count > 0) return { value: count, place: placeOfText(piece.headings, below[0]?.text ?? heading ?? '') }
  }
  return listedBehindSwot(pieces, tables)
}

/** «1. …», «2. …», or a list below «Кључни налази:», right behind the table of the SWOT and without a word for what they are. */
function listedBehindSwot(pieces: readonly PlanPiece[], tables: Tables): Said<number> | null {
  const swot = new Set(tables.swot?.parts.map(({ place }) => place.cell?.table))
  const at = pieces.findLastIndex((piece) => piece.kind === 'table' && swot.has(piece.number))
  const [lead, ...others] = pieces.slice(at + 1)
  if (at < 0 || lead?.kind !== 'text' || lead.headings !== pieces[at]!.headings) return null
  const behind = lead.text.length <= LONGEST_LEAD && lead.text.trim().endsWith(':') ? others : [lead, ...others]
  const end = behind.findIndex(
    (piece, i) =>
      piece.kind !== 'text' ||
      piece.headings !== lead.headings ||
      !(piece.isItem || new RegExp(`^\\s*${i + 1}[.)]\\s`).test(piece.text)),
  )
  const items = end < 0 ? behind.length : end
  return items > 1 ? { value: items, place: placeOfText(lead.headings, lead.text) } : null
}

/** A longer text that ends with a colon is no head of a list. */
const LONGEST_LEAD = 60
