import { fold } from '../../../language/fold.ts'
import { type Check, type Found, fault, named } from '../finding.ts'
import { inRow, type Row, rowsOf } from '../plan.ts'
import { termOf } from '../values.ts'

/** A holder that is the whole municipality, a deadline that names no time. */
export const W2: Check = {
  code: 'W2',
  level: 'warning',
  fact: 'F82',
  repair: 'repair-w2',
  find: (plan) => [
    ...rowsOf(plan, 'activities').flatMap((row) => [...holder(row, row.cells.activity ?? ''), ...term(row)]),
    ...rowsOf(plan, 'firstYear').flatMap((row) => holder(row, row.cells.task ?? '')),
  ],
}

/** «Општина», «Град Врање», «локална самоуправа»: a whole municipality, with or without its name, and no part of it. */
function isWhole(cell: string): boolean {
  // «Општина Пожега (уз: Центар за социјални рад)»: who helps does not answer for it.
  const words = fold(withoutPartners(cell)).split(' ')
  const [first, second] = words
  if (/^(?:nadlezn|relevantn|odgovarajuc|sv[ie])/.test(first ?? '') && words.length <= 4)
    return isAnybody(words.slice(1))
  if (/^(?:jls|lsu?)$/.test(first ?? '')) return words.length === 1
  if (/^lokaln/.test(first ?? '') && /^samouprav/.test(second ?? '')) return words.length === 2
  return (
    /^(?:opstin[aeu]|grad|gradovi)$/.test(first ?? '') &&
    words.length <= 3 &&
    !words.slice(1).some((word) => /^(?:uprav|vec|savet|sluzb|odelj)/.test(word))
  )
}

/** «Општина Пожега; партнер: …», «Општина (уз …)»; which part of it «Општина (Одељење …)» names in brackets, stays. */
function withoutPartners(cell: string): string {
  return cell
    .replace(/\((?:уз|са|у сарадњи|партнер|uz|sa|u saradnji|partner)[^()]*\)/giu, ' ')
    .replace(/(?:[;\n]|[,.]?\s(?:партнер|сарадни|у сарадњи|уз|partner|saradni|u saradnji|uz)(?!\p{L}{5})).*$/isu, ' ')
}

/** «Надлежне службе», «све институције»: nobody in particular. */
function isAnybody(words: readonly string[]): boolean {
  return (
    words.length > 0 &&
    words.every((word) => /^(?:sluzb|organ|institucij|ustanov|akter|subjekt|ucesni|clanov|i$)/.test(word))
  )
}

function holder(row: Row<'activities'> | Row<'firstYear'>, name: string): Found[] {
  const cell = row.cells.holder
  if (cell === undefined || !isWhole(cell)) return []
  return [
    fault(inRow<'activities' | 'firstYear'>(row as never, 'holder'), 'why-w2-holder', {
      holder: cell,
      activity: named(name),
    }),
  ]
}

function term(row: Row<'activities'>): Found[] {
  return (['term', 'from', 'to'] as const).flatMap((column) => {
    const cell = row.cells[column]
    if (cell === undefined || !/\p{L}/u.test(cell) || termOf(cell).dated) return []
    return [fault(inRow(row, column), 'why-w2-term', { term: named(cell), activity: named(row.cells.activity ?? '') })]
  })
}
