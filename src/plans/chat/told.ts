import { bold, list, type RichText } from '../../bot/message/rich.ts'
import { shortenedTo } from '../../language/letters.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { Cells, Part } from '../draft/draft.ts'
import { allColumnsOf, columnsOf, headOf, titleOf } from '../draft/layout.ts'
import { isEmpty } from '../rules/values.ts'

/** How a part and its columns are called in the reader's script. */
export const partName = (locale: Locale, part: Part): string => shownTo(locale, titleOf(part))
export const columnName = (locale: Locale, part: Part, column: string): string => shownTo(locale, headOf(part, column))

/** The columns that an entry has something in, in the order of the table; years between them. */
function filledColumns(part: Part, cells: Cells): string[] {
  const years = Object.keys(cells)
    .filter((key) => /^\d{4}$/.test(key))
    .toSorted()
  const order = [
    ...columnsOf(part).flatMap((one) => (one === 'years' ? years : [one])),
    ...allColumnsOf(part),
    ...years,
  ]
  return [...new Set(order)].filter((column) => !isEmpty(cells[column]))
}

/** What was understood, a line a column. */
export function echo(locale: Locale, part: Part, cells: Cells) {
  const items = filledColumns(part, cells).map((column): RichText => {
    return [bold(`${columnName(locale, part, column)}: `), cells[column]!]
  })
  return list(items)
}

const LONGEST_LABEL = 46

/** An entry in a few words, for a list or a button. */
export function shortOf(part: Part, cells: Cells, most = LONGEST_LABEL): string {
  const words = filledColumns(part, cells)
    .slice(0, 3)
    .map((column) => cells[column]!)
    .join(' · ')
    .replace(/\s+/g, ' ')
  return shortenedTo(words, most)
}
