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
  const [, from, to] = /^(?:од|od)?\s*(.+?)\s+(?:до|do|–|-)\s+(.+)$/isu.exec(piece) ?? []
  return days.length >= 2 && from && to && isDay(from) && isDay(to) ? [from, to] : [piece]
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

/** «незапосленост 11,2 %»: what a value is of, and the value. */
export function withoutValue(piece: string, { part, isOpen }: Open): string[] {
  const [, before, value] = /^(\p{L}.*\S)\s+(\d[\d.,]*\s?[%‰]?)$/su.exec(piece) ?? []
  return before && value && allColumnsOf(part).includes('value') && isOpen('value') ? [before, value] : [piece]
}
