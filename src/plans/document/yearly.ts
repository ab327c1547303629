import { completed } from '../draft/completed.ts'
import { type Cells, type Draft, entriesOf } from '../draft/draft.ts'
import { money } from '../rules/errors/sums.ts'
import { amountOf, isEmpty, termOf } from '../rules/values.ts'
import { said } from './acts.ts'
import { type Block, blank, type Chapter, tableOfCells, text, withYear } from './blocks.ts'
import { coverOf, type PlanDocument } from './chapters.ts'
import { sumOfColumn } from './sums.ts'

/** The year that is reported on: the one before until autumn, when a report of this one is begun; in the plan's period. */
export function reportedYear({ period }: Pick<Draft, 'period'>, on: Temporal.PlainDate): number {
  const year = on.month >= 10 ? on.year : on.year - 1
  return Math.min(period.to, Math.max(period.from, year))
}

/**
 * The report of a year (annex Е, F300), filled with what the plan says of it: its activities, what they were to cost, and the
 * indicators with what they were to reach. What was done and spent, and why it differs, nobody has entered: it is a blank.
 */
export function yearlyReportOf(kept: Draft, year: number, { on }: { on: Temporal.PlainDate }): PlanDocument {
  const draft = completed(kept)
  const cover = coverOf(draft, on)
  return {
    cover: {
      ...cover,
      title: 'Годишњи извештај о спровођењу Локалног акционог плана',
      period: `за ${year}. годину`,
      mark: `план за период ${draft.period.from}–${draft.period.to}. године, верзија ${draft.version}`,
    },
    // Chapters begin on new pages; what belongs together stands below one.
    chapters: [
      chapter('Подаци о плану и новац', [
        ...[said(draft, 'adoption'), said(draft, 'coordinator'), said(draft, 'yearlyReport')].map(text),
        spending(draft, year),
      ]),
      chapter('Спровођење', [], { isWide: true }),
      chapter('Активности', activities(draft, year), { depth: 2, isWide: true }),
      chapter('Показатељи', indicators(draft, year), { depth: 2, isWide: true }),
      chapter('Закључак', [
        text(blank('шта је ове године ишло добро, шта не и зашто')),
        text(said(draft, 'revision')),
        text(`Да ли је наступило оно што покреће измену плана: ${blank('да или не, и шта')}`),
      ]),
    ],
  }
}

function chapter(heading: string, blocks: readonly Block[], how: Partial<Chapter> = {}): Chapter {
  return { heading, depth: 1, isWide: false, isNumbered: true, blocks, ...how }
}

function activities(draft: Draft, year: number): Block[] {
  const lines = entriesOf(draft, 'budget').map(({ cells }) => cells)
  const rows = entriesOf(draft, 'activities')
    .map(({ cells }) => cells)
    .filter((cells) => isInYear(cells, year))
    .map((cells) => ({
      activity: [cells.mark, cells.activity].filter(Boolean).join(' '),
      done: blank('шта је урађено'),
      indicator: cells.indicator ?? '',
      planned: plannedIn(cells, lines, year),
      spent: blank('износ'),
      reason: '',
      proposal: '',
    }))
  if (rows.length === 0) return [text(`За ${year}. годину план нема активности.`)]
  return [tableOfCells('report', rows, `Активности у ${year}. години`)]
}

/** Whether an activity's time holds a year; one without a year in it may be any. */
function isInYear(cells: Cells, year: number): boolean {
  const years = [cells.term, cells.from, cells.to].flatMap((cell) => (cell ? termOf(cell).years : []))
  return years.length === 0 || (Math.min(...years) <= year && year <= Math.max(...years))
}

/** What an activity was to cost in a year, by its line of the budget, or by itself; empty where no year is told apart. */
function plannedIn(cells: Cells, lines: readonly Cells[], year: number): string {
  const key = (activity = '') => activity.trim().toLowerCase()
  const own = lines.filter((line) => key(line.activity) === key(cells.activity) && !isEmpty(line[year]))
  if (own.length > 0) return money(own.reduce((sum, line) => sum + (amountOf(line[year]) ?? 0), 0))
  return cells[year] ?? ''
}

function indicators(draft: Draft, year: number): Block[] {
  const rows = entriesOf(draft, 'objectives')
    .map(({ cells }) => cells)
    .filter(({ indicator }) => !isEmpty(indicator))
  if (rows.length === 0) return [text(blank('показатељи циљева'))]
  const columns = [
    { key: 'mark', head: 'Циљ' },
    { key: 'indicator', head: 'Показатељ' },
    { key: 'baseline', head: 'Почетна вредност' },
    { key: 'value', head: `Вредност у ${year}. години` },
    { key: 'target', head: 'Циљна вредност' },
    { key: 'source', head: 'Извор провере' },
  ]
  const written = rows.map((cells) => ({
    entry: null,
    cells: [
      cells.mark ?? '',
      cells.indicator ?? '',
      withYear(cells.baseline, cells.baselineYear),
      blank('вредност'),
      withYear(cells.target, cells.targetYear),
      cells.source ?? '',
    ],
    missing: columns.map(() => false),
  }))
  return [
    { kind: 'table', table: { name: 'passports', title: 'Показатељи циљева', columns, rows: written, totals: [] } },
  ]
}

function spending(draft: Draft, year: number): Block {
  const lines = entriesOf(draft, 'budget').map(({ cells }) => cells)
  const planned = lines.some((line) => !isEmpty(line[year]))
    ? `${money(sumOfColumn(lines, String(year)))} динара`
    : blank(`износ за ${year}. годину`)
  return text(`У плану је за ${year}. годину предвиђено ${planned}. Утрошено је ${blank('износ и извор податка')}.`)
}
