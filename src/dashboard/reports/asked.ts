import { type Filter, placeOfCode, topicOfCode } from '../../reports/filter.ts'
import { periodBetween, periodOfCode } from '../../reports/period.ts'
import { readDay } from '../day.ts'

/** What a report is asked to be of, as an address or a form has it; `fault`: its days are none that a period can have. */
export type Asked = { filter: Filter; fault: boolean }

/** Days that are written out go before a period that is chosen. */
export function askedIn(fields: URLSearchParams, topics: readonly string[]): Asked {
  const [from, to] = [fields.get('from') ?? '', fields.get('to') ?? '']
  const place = placeOfCode(fields.get('place') ?? '')
  const topic = topicOfCode(fields.get('topic') ?? '', topics)
  const chosen = periodOfCode(fields.get('period') ?? '')
  if (from === '' && to === '') return { filter: { period: chosen, place, topic }, fault: false }
  const [first, last] = [readDay(from), readDay(to)]
  const period = first && last && periodBetween(first, last)
  return { filter: { period: period ?? chosen, place, topic }, fault: period === null }
}
