import { named } from '../finding.ts'
import type { Row } from '../plan.ts'
import { amountOf, isSameAmount } from '../values.ts'

/** What is said to be the total; without such a column, what the years come to. */
export function totalOf(row: Row<'budget'> | Row<'sums'>): number | null {
  return amountOf(row.cells.total) ?? (row.cells.total === undefined ? yearsSum(row) : null)
}

/** `null` unless every cell of a year is an amount or empty, and one is an amount. */
export function yearsSum({ years }: Row): number | null {
  return sumOf([...years.values()])
}

/** The sum of cells; `null` where one cannot be read, or none says anything. */
export function sumOf(cells: readonly (string | undefined)[]): number | null {
  const said = cells.filter((cell) => cell !== undefined && cell.trim() !== '')
  const amounts = said.map(amountOf)
  if (said.length === 0 || amounts.includes(null)) return null
  return amounts.reduce<number>((sum, amount) => sum + amount!, 0)
}

/** Whether what is missing stands in columns that were not recognised: in one of them, or in all together. */
export function isUnread({ rest }: Row, missing: number): boolean {
  const amounts = rest.map(amountOf).filter((amount) => amount !== null && amount !== 0)
  return [...amounts, sumOf(rest.filter((cell) => amountOf(cell) !== null))].some(
    (amount) => amount !== null && isSameAmount(amount, missing),
  )
}

export function nameOf({ cells }: Row<'budget'> | Row<'activities'> | Row<'sums'>): string {
  return named(('activity' in cells && cells.activity) || ('label' in cells && cells.label) || '')
}

/** An amount as the document would write it. */
export function money(amount: number): string {
  const [whole = '', fraction] = (Math.round(amount * 100) / 100).toString().split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, '.')
  return fraction === undefined ? grouped : `${grouped},${fraction.padEnd(2, '0')}`
}
