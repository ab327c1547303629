import { type Check, fault } from '../finding.ts'

/** The analysis is longer than the budget and the monitoring together by this many times: in Grocka's plan, ten pages against three (F51). */
const MUCH_LONGER = 5

/** Budget and monitoring are much shorter than the analysis. */
export const H3: Check = {
  code: 'H3',
  level: 'hint',
  fact: 'F51',
  repair: 'repair-h3',
  find: ({ chapters: { analysis, budget, monitoring } }) => {
    const rest = (budget?.length ?? 0) + (monitoring?.length ?? 0)
    if (!analysis || rest === 0 || analysis.length < MUCH_LONGER * rest) return []
    return [fault((budget ?? monitoring)!.place, 'why-h3', { times: Math.floor(analysis.length / rest) })]
  },
}
