import { type Category, categoriesIn } from '../categories.ts'
import { type Check, fault, placeOf } from '../finding.ts'
import { rowsOf } from '../plan.ts'

const NEW = ['workers', 'diaspora', 'trafficking', 'demography'] as const satisfies readonly Category[]

/** A theme new to local plans of which nothing is said anywhere, not even that it is not there. */
export const H1: Check = {
  code: 'H1',
  level: 'hint',
  fact: 'F158',
  repair: 'repair-h1',
  find: (plan) => {
    if (rowsOf(plan, 'categories').length === 0) return []
    const unsaid = unsaidIn([...plan.prose, ...plan.lines].map(({ value }) => value))
    return unsaid.map((theme) => fault(placeOf(plan, 'categories'), 'why-h1', { theme }))
  },
}

/** Looks no further once all of them are spoken of, which most plans do within a few pages. */
function unsaidIn(texts: readonly string[]): (typeof NEW)[number][] {
  let left = [...NEW]
  for (const text of texts) {
    if (left.length === 0) break
    const said = categoriesIn(text)
    left = left.filter((theme) => !said.has(theme))
  }
  return left
}
