import { isGeneralKind } from '../draft/completed.ts'
import { type Draft, entriesOf } from '../draft/draft.ts'
import { money } from '../rules/errors/sums.ts'
import { isEmpty, yesOf } from '../rules/values.ts'
import { type Block, blank, text } from './blocks.ts'
import { sumOfColumn } from './sums.ts'

/** Of each kind on one page; the rest stands in its chapter. */
const MOST = 8

/** The plan on one page, from nothing but what was entered. */
export function summary(draft: Draft): Block[] {
  const objectives = entriesOf(draft, 'objectives')
  const [general] = objectives.filter(({ cells }) => isGeneralKind(cells))
  const special = objectives.filter(({ cells }) => !isGeneralKind(cells))
  return [
    text(`План важи за период ${draft.period.from}–${draft.period.to}. године.`),
    ...counted('Категорије присутне у општини', categories(draft)),
    ...counted('Утврђене потребе', needs(draft)),
    text(`Општи циљ: ${general?.cells.objective ?? blank('један општи циљ')}`),
    ...counted(
      'Посебни циљеви',
      special.map(({ cells }) => `${cells.mark}: ${cells.objective ?? ''}`),
    ),
    text(money_(draft)),
  ]
}

function counted(title: string, items: readonly string[]): Block[] {
  if (items.length === 0) return [text(`${title}: ${blank(title.toLowerCase())}`)]
  const rest = items.length - MOST
  return [
    text(`${title}:`),
    { kind: 'list', items: [...items.slice(0, MOST), ...(rest > 0 ? [`и још ${rest}, у поглављима плана`] : [])] },
  ]
}

function categories(draft: Draft): string[] {
  return entriesOf(draft, 'categories')
    .filter(({ cells }) => yesOf(cells.present) !== false)
    .map(({ cells }) =>
      [cells.category, isEmpty(cells.persons) ? '' : `лица: ${cells.persons}`].filter(Boolean).join(', '),
    )
}

function needs(draft: Draft): string[] {
  return entriesOf(draft, 'needs').map(({ cells }) => `${cells.category ?? ''}: ${cells.need ?? ''}`)
}

function money_(draft: Draft): string {
  const lines = entriesOf(draft, 'budget').map(({ cells }) => cells)
  if (lines.length === 0) return `Буџет: ${blank('износ по изворима')}`
  const [total, secured, kirs, other] = ['total', 'secured', 'kirs', 'other'].map((key) =>
    money(sumOfColumn(lines, key)),
  )
  return `За спровођење је потребно ${total} динара: општина је обезбедила ${secured}, од КИРС-а се планира ${kirs}, из других извора ${other}. Планирано није обезбеђено.`
}
