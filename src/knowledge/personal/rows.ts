import { fold } from '../../language/fold.ts'
import { type Details, detailsIn, mayBeOfPerson, sumOf } from './details.ts'

/** A row of a table, or a stretch of text that begins with a name. */
export type Row = {
  /** Whether it names a person. */
  isNamed: boolean
  details: Details
  /** Whether a date, an amount, a place to sign or an address stands beside the name. */
  hasMore: boolean
}

/** Rows that belong together, and what is so of all of them. */
export type Group = {
  kind: 'table' | 'text'
  rows: readonly Row[]
  /** Details that stand in no row: in a text, all before the first name. */
  apart: Details
  /** The name is what a row is about: no column before it says anything else that differs from row to row. */
  isByName: boolean
  /** Beside the name stand sentences of their own: works of authors, measures of their holders. */
  saysMore: boolean
  /** A column is left to be filled in by hand. */
  isToBeFilled: boolean
}

export function rowOf(isNamed: boolean, cells: readonly string[]): Row {
  const details = sumOf(cells.map(detailsIn))
  return { isNamed, details, hasMore: details.addresses > 0 || cells.some(mayBeOfPerson) }
}

/** The share of different texts among those that are there; 0 for none. */
export function variety(texts: readonly string[]): number {
  const said = texts.map(fold).filter(Boolean)
  return said.length === 0 ? 0 : new Set(said).size / said.length
}

export function meanLength(texts: readonly string[]): number {
  return texts.length === 0 ? 0 : texts.reduce((sum, text) => sum + text.length, 0) / texts.length
}
