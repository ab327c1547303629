import type { Period } from '../rules/plan.ts'
import { TABLE_NAMES, type TableName } from '../rules/tables.ts'
import { FORM_NAMES, type FormName } from './forms.ts'

/** What entries stand in: a table of the plan, a form that is filled in once, or the conclusions of the analysis. */
export type Part = TableName | FormName

/** Sums follow from the budget, and the form of the report from the activities: nobody enters them. */
const DERIVED: readonly Part[] = ['sums', 'report']

export const PARTS = [...TABLE_NAMES, ...FORM_NAMES].filter((part) => !DERIVED.includes(part))

/** What an entry says, by column; an amount of one year stands under that year («2027»). A cell left out is empty. */
export type Cells = Readonly<Record<string, string>>

export type Entry<P extends Part = Part> = { id: number; part: P; cells: Cells }

/** A plan while it is made. Entries stand in the order in which they were made. */
export type Draft = {
  /** The unit of local self-government, and its kind. */
  place: { name: string; kind: 'општина' | 'град' }
  period: Period
  /** Of the document, counted from 1. */
  version: number
  /** `adopted` by the assembly; nothing of it changes any more. */
  state: 'draft' | 'adopted'
  entries: readonly Entry[]
}

export function entriesOf<P extends Part>({ entries }: Pick<Draft, 'entries'>, part: P): Entry<P>[] {
  return entries.filter((entry): entry is Entry<P> => entry.part === part)
}

/** The years that a plan covers. */
export function yearsOf({ from, to }: Period): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}
