import { isGeneralKind } from '../draft/completed.ts'
import { type Draft, entriesOf, yearsOf } from '../draft/draft.ts'
import { money } from '../rules/errors/sums.ts'
import { amountOf, isEmpty, markOf } from '../rules/values.ts'
import { type Block, blank, tableOfCells, text } from './blocks.ts'

type Line = Readonly<Record<string, string>>

/** What the budget comes to by objective, by year and by source; an amount that cannot be read makes no sum. */
export function sums(draft: Draft): Block[] {
  const lines = entriesOf(draft, 'budget').map(({ cells }) => cells)
  if (lines.length === 0) return [text(blank('збирови, кад буџет буде унет'))]
  return [
    text('Износи су у динарима; збирови следе из табеле буџета.'),
    tableOfCells('sums', byObjective(draft, lines), 'Збир по циљевима'),
    tableOfCells('sums', byYear(draft, lines), 'Збир по годинама'),
    tableOfCells('sums', bySource(lines), 'Збир по изворима'),
  ]
}

export function sumOfColumn(lines: readonly Line[], key: string): number {
  return lines.reduce((sum, cells) => sum + (isEmpty(cells[key]) ? 0 : (amountOf(cells[key]) ?? 0)), 0)
}

function byObjective(draft: Draft, lines: readonly Line[]): Line[] {
  const objectives = entriesOf(draft, 'objectives').filter(({ cells }) => !isGeneralKind(cells))
  return objectives.map(({ cells }) => {
    const number = markOf(cells.mark)
    const own = lines.filter((line) => markOf(line.mark)?.split('.')[0] === number)
    return { label: `Посебни циљ ${number ?? ''}`.trim(), total: money(sumOfColumn(own, 'total')) }
  })
}

function byYear({ period }: Draft, lines: readonly Line[]): Line[] {
  return yearsOf(period).map((year) => ({
    label: `${year}. година`,
    total: money(sumOfColumn(lines, String(year))),
  }))
}

export const SOURCES = {
  secured: 'Општина, обезбеђено',
  kirs: 'КИРС, планирано',
  other: 'Остали извори, планирано',
} as const

function bySource(lines: readonly Line[]): Line[] {
  return Object.entries(SOURCES).map(([key, label]) => ({ label, total: money(sumOfColumn(lines, key)) }))
}
