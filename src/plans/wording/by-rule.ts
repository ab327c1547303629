import { blank } from '../document/blocks.ts'
import { type Cells, type Draft, entriesOf } from '../draft/draft.ts'
import { isEmpty, numberOf, yearsIn, yesOf } from '../rules/values.ts'

/** An objective said by rule from its own cells; what is missing is marked. */
export function objectiveByRule({ period }: Pick<Draft, 'period'>, cells: Cells): string {
  const [targetYear = period.to] = yearsIn(`${cells.targetYear ?? ''} ${cells.target ?? ''}`)
  const [baselineYear] = yearsIn(`${cells.baselineYear ?? ''} ${cells.baseline ?? ''}`)
  const [from, to] = [numberOf(cells.baseline), numberOf(cells.target)]
  const indicator = isEmpty(cells.indicator) ? blank('показатељ') : `„${cells.indicator!.trim()}“`
  const since = baselineYear === undefined ? '' : ` (${baselineYear})`
  const start = from === null ? blank('почетна вредност') : `${valueIn(cells.baseline!, from)}${since}`
  const end = to === null ? blank('циљна вредност') : valueIn(cells.target!, to)
  const whom = isEmpty(cells.category) ? '' : ` (${cells.category!.trim()})`
  const what = `До краја ${targetYear}. године показатељ ${indicator}${whom}`
  // Whether it grows is said only where both values are there and differ.
  if (from === null || to === null || from === to) return `${what} износи ${end} (почетно ${start}).`
  return `${what} ${to < from ? 'смањен' : 'повећан'} је са ${start} на ${end}.`
}

/** «40 %» keeps its sign. */
function valueIn(cell: string, number: number): string {
  return /%/.test(cell) ? `${number}\u00a0%`.replace('.', ',') : cell.replace(/\(.*\)/, '').trim() || String(number)
}

/** A paragraph of the analysis by rule, from nothing but what was entered. */
export function analysisByRule(draft: Draft): string {
  const said = [
    listed('Присутне су следеће категорије', presentIn(draft)),
    listed('Утврђене су потребе', needsIn(draft)),
    ...entriesOf(draft, 'problems').map(({ cells }) => problemIn(cells)),
    listed('Закључено је', conclusionsIn(draft)),
  ].filter((one) => one !== '')
  return said.length > 0 ? said.join(' ') : blank('подаци и потребе, из којих се описује стање')
}

const listed = (lead: string, items: readonly string[]) => (items.length === 0 ? '' : `${lead}: ${items.join('; ')}.`)

function presentIn(draft: Draft): string[] {
  return entriesOf(draft, 'categories')
    .filter(({ cells }) => yesOf(cells.present) === true && !isEmpty(cells.category))
    .map(({ cells }) => withDetails(cells.category!, [counted(cells), cells.source]))
}

const counted = ({ persons, year }: Cells) =>
  isEmpty(persons) ? '' : `број лица: ${persons!.trim()}${isEmpty(year) ? '' : `, ${year!.trim().replace(/\.$/, '')}`}`

function needsIn(draft: Draft): string[] {
  return entriesOf(draft, 'needs')
    .filter(({ cells }) => !isEmpty(cells.need))
    .map(({ cells }) =>
      withDetails([cells.category, bare(cells.need!)].filter((one) => !isEmpty(one)).join(' – '), [
        counted(cells),
        cells.source,
      ]),
    )
}

function problemIn({ problem, causes, deeper, effects }: Cells): string {
  if (isEmpty(problem)) return ''
  const parts = [
    `Проблем је: ${bare(problem!)}`,
    isEmpty(causes) ? '' : `узроци: ${bare(causes!)}`,
    isEmpty(deeper) ? '' : `дубљи узроци: ${bare(deeper!)}`,
    isEmpty(effects) ? '' : `последице: ${bare(effects!)}`,
  ]
  return `${parts.filter(Boolean).join('; ')}.`
}

function conclusionsIn(draft: Draft): string[] {
  return entriesOf(draft, 'conclusions').flatMap(({ cells }) =>
    isEmpty(cells.conclusion) ? [] : [bare(cells.conclusion!)],
  )
}

function withDetails(text: string, details: readonly (string | undefined)[]): string {
  const told = details.filter((one): one is string => !isEmpty(one)).map((one) => one.trim())
  return told.length === 0 ? text.trim() : `${text.trim()} (${told.join(', ')})`
}

const bare = (text: string) => text.trim().replace(/[.;]+$/, '')
