import { fold } from '../../language/fold.ts'
import { isFunctionWord } from '../../language/function-words.ts'
import type { Part } from '../draft/draft.ts'
import { allColumnsOf } from '../draft/layout.ts'
import { yesOf } from '../rules/values.ts'
import { fitOf, isDay, kindOf } from './kinds.ts'
import { columnNamed } from './names.ts'

// Pieces of a line that say more than one column, parted. Each gives what it took off into `cells`, and what is left to be placed.

export type Open = { part: Part; isOpen: (column: string) => boolean }

/** «Снага: искусан повереник», «ИРЛ – неуслован смештај»: a word that can be one column alone stands before what it is about. */
export function withoutLead(piece: string, { part, isOpen }: Open): string[] {
  const [, lead, rest] = /^([^:–-]{2,60}?)\s*(?::|\s[–-])\s+(\S.*)$/su.exec(piece) ?? []
  if (lead === undefined || rest === undefined) return [piece]
  const isLead = allColumnsOf(part).some((column) => isOpen(column) && isAlone(part, column, lead))
  return isLead ? [lead, rest] : [piece]
}

/** «Слабост нема станова»: the box of a SWOT may stand before its item without a sign between them. */
export function withoutBox(piece: string, { part, isOpen }: Open): string[] {
  const [, first, rest] = /^(\p{L}+)\s+(\S.*)$/su.exec(piece) ?? []
  if (!first || !rest || !isOpen('box') || !allColumnsOf(part).includes('box')) return [piece]
  return fitOf('box', first) === 1 ? [first, rest] : [piece]
}

/** «Незапосленост 11,2 % 2025 НСЗ»: a year amid a piece that is no day, where no other piece is the year. */
export function withoutYear(piece: string, { part, isOpen }: Open, pieces: readonly string[]): string[] {
  const isAsked = allColumnsOf(part).includes('year') && isOpen('year')
  if (!isAsked || pieces.some((one) => fitOf('year', one) === 1) || piece.match(/(?:19|20)\d\d/g)?.length !== 1)
    return [piece]
  const [, before, year, after] =
    /^(.*[^\s\d.])\s+((?:19|20)\d\d)\.?(?:\s+(?:год|god)\p{L}*\.?)?(?:\s+(\S.*))?$/isu.exec(piece) ?? []
  if (!before || !year || isDay(`${before.split(/\s+/).at(-1)} ${year}`)) return [piece]
  return [before, year, ...(after ? [after] : [])]
}

/** «Неуслован смештај 5 5 4 4 4 3 4 4»: as many scores after a problem as are asked. */
export function withoutScores(piece: string, { part, isOpen }: Open): string[] {
  const asked = allColumnsOf(part).filter((column) => isOpen(column) && kindOf(part, column) === 'score').length
  const words = piece.split(/\s+/)
  const scores = words.slice(-asked)
  const isScored = asked > 0 && words.length > asked && scores.every((one) => fitOf('score', one) === 1)
  return isScored ? [words.slice(0, -asked).join(' '), ...scores] : [piece]
}

function isAlone(part: Part, column: string, piece: string): boolean {
  const kind = kindOf(part, column)
  return (
    ['box', 'level', 'category', 'mark'].includes(kind) && piece.split(/\s+/).length <= 5 && fitOf(kind, piece) > 0.9
  )
}

/** «тражиоци азила не»: a yes or no at the end of what it is about. */
export function withoutYes(piece: string, { part, isOpen }: Open): string[] {
  const [, before, last] = /^(.*\S)\s+(да|не|da|ne)$/isu.exec(piece) ?? []
  if (before === undefined || last === undefined || yesOf(last) === null) return [piece]
  return allColumnsOf(part).some((column) => isOpen(column) && kindOf(part, column) === 'yes')
    ? [before, last]
    : [piece]
}

/** «од 1. до 16. октобра»: two days in one piece, where two are asked. */
export function withoutRange(piece: string, { part, isOpen }: Open): string[] {
  const days = allColumnsOf(part).filter((column) => isOpen(column) && kindOf(part, column) === 'day')
  const [, said, to] = /^(?:од|od)?\s*(.+?)\s+(?:до|do|–|-)\s+(.+)$/isu.exec(piece) ?? []
  if (days.length < 2 || !said || !to || !isDay(to)) return [piece]
  const from = asDay(said, to)
  return from === null ? [piece] : [from, to]
}

/** «8.» before «26. фебруара 2027.» is of its month and year, «8. фебруара» of its year. */
function asDay(from: string, to: string): string | null {
  const [, monthAndYear = ''] = /^\d{1,2}\.?(.*)$/su.exec(to.trim()) ?? []
  const [year = ''] = /\d{4}\.?\s*$/.exec(to) ?? []
  return [from, `${from.trim()} ${year}`, `${from.trim()}${monthAndYear}`].find(isDay) ?? null
}

const NUMBERED = /^(?<before>.*?)\s*(?<![\p{L}])(?:под\s+)?(?:број(?:ем)?|бр\.?|broj(?:em)?|br\.?)\s*(?<rest>\S.*)$/isu
const ACT = /^(?<number>[\p{L}\d]+(?:\s?[-/.]\s?[\p{L}\d]+)*)(?:\s+(?:од|od)\s+(?<date>.+))?$/isu

/** «Скупштина је донела одлуку бр. 06-12/2026 од 3. марта 2026.»: what stands before the number of an act, its number and its day. */
export function withoutAct(piece: string, { part, isOpen }: Open, cells: Record<string, string>): string[] {
  if (!isOpen('number') || kindOf(part, 'number') !== 'act') return [piece]
  const { before = '', rest = piece } = NUMBERED.exec(piece)?.groups ?? {}
  const { number, date } = ACT.exec(rest.trim())?.groups ?? {}
  const isSure = rest !== piece || date !== undefined
  if (!number || !isSure || fitOf('act', number) === 0 || (date !== undefined && !isDay(date))) return [piece]
  // «Службени лист бр. 4/2026» has a number of its own.
  if (fitOf('gazette', before) === 1) return [piece]
  cells.number = number
  if (date !== undefined && isOpen('date')) cells.date = date
  const body = before.replace(/(?:^|\s+)(?:(?:је|je)\s+)?(?:дон|don)\p{L}+\s+(?:одлук|odluk)\p{L}*$/iu, '').trim()
  return body === '' || /^(?:одлук|odluk)\p{L}*$/iu.test(body) ? [] : [body]
}

/** «Стари план је важио од 2021. до 2025. године»: the period alone. */
export function withoutPeriod(piece: string, { part, isOpen }: Open, cells: Record<string, string>): string[] {
  const { from, to } = /(?<from>20\d\d)\.?\s*(?:до|do|–|-)\s*(?<to>20\d\d)/isu.exec(piece)?.groups ?? {}
  if (!isOpen('period') || kindOf(part, 'period') !== 'period' || !from || !to) return [piece]
  if (piece.match(/\d+/g)!.length > 2) return [piece]
  cells.period = `${from}–${to}`
  return []
}

/** What is counted, by how its word begins: «12 породица», «31 жена». */
const COUNTED: readonly (readonly [RegExp, string])[] = [
  [/^(?:porodic|domacinst)/, 'families'],
  [/^(?:lic|osob|ljudi|covek)/, 'persons'],
  [/^zen/, 'women'],
  [/^muskar/, 'men'],
  [/^(?:dec|dete|maloletn)/, 'children'],
]
const AT_END = /^(.*?)[\s(–-]*(?<![\p{L}\d.,])(\d[\d.]*)\s+(\p{L}{3,14})\)?\s*$/su

/** Takes «12 породица» off the end of a piece into its own column; in the middle of a sentence it stays. */
export function withoutCounts(piece: string, open: Open, cells: Record<string, string>): string[] {
  const [, before, number, word] = AT_END.exec(piece) ?? []
  if (number === undefined || word === undefined) return [piece]
  const column = COUNTED.find(([begins]) => begins.test(fold(word)))?.[1]
  if (!column || !allColumnsOf(open.part).includes(column) || !open.isOpen(column)) return [piece]
  cells[column] = number
  const rest = withoutJoint(before!.trim())
  return rest === '' ? [] : withoutCounts(rest, open, cells)
}

/** «34 лица у» before «12 породица»: the word that joined them. */
function withoutJoint(before: string): string {
  const [, said, last] = /^(.*\d\S*\s+\p{L}+)\s+(\p{L}{1,3})$/su.exec(before) ?? []
  return said !== undefined && isFunctionWord(fold(last!)) ? said : before
}

const AMOUNT_FIRST = /^(?<number>\d[\d.,]*)\s+(?<name>\p{L}[\p{L} ]{1,30})$/u
const AMOUNT_LAST = /^(?<name>\p{L}[\p{L} ]{1,30})\s+(?<number>\d[\d.,]*)(?:\s?(?:дин|din|рсд|rsd)\p{L}*\.?)?$/iu

/** «900.000 општина», «КИРС 8.100.000»: an amount and the column it is of. */
export function withoutNamedAmount(piece: string, { part, isOpen }: Open, cells: Record<string, string>): string[] {
  const { number, name } = (AMOUNT_FIRST.exec(piece) ?? AMOUNT_LAST.exec(piece))?.groups ?? {}
  const column = name === undefined ? null : columnNamed(part, name)
  if (!number || !column || !isOpen(column) || kindOf(part, column) !== 'amount') return [piece]
  cells[column] = number
  return []
}

/** «незапосленост 11,2 %», «просечна зарада 68.400 дин.»: what a value is of, and the value with its unit. */
export function withoutValue(piece: string, { part, isOpen }: Open): string[] {
  const [, before, value] =
    /^(\p{L}.*\S)\s+((?!(?:19|20)\d\d\b)\d[\d.,]*(?:\s?[%‰]|\s\p{L}{1,8}\.?)?)$/su.exec(piece) ?? []
  return before && value && allColumnsOf(part).includes('value') && isOpen('value') ? [before, value] : [piece]
}
