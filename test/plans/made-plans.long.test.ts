import { expect, test } from 'vitest'
import { checkedWith } from './made/check.ts'
import type { Made } from './made/seen.ts'
import { SEEN } from './made/seen.ts'
import { UNSEEN } from './made/unseen.ts'

/** Of the planted faults, and of the findings, in percent. */
const FEWEST_FOUND = 95
const MOST_FALSE = 5

/** How many planted faults are found in the files of plans that have all theirs, and how many findings none of them explains. */
async function rates(plans: readonly Made[]) {
  const counts = { planted: 0, found: 0, findings: 0, false: 0 }
  for (const made of plans) {
    const clean = await checkedWith(made, [])
    const { findings } = await checkedWith(made, made.faults)
    const codes = new Set(findings.map(({ code }) => code))
    const explained = new Set(made.faults.flatMap(([code, , follows = []]) => [code, ...follows]))
    counts.planted += made.faults.length
    counts.found += made.faults.filter(([code]) => codes.has(code)).length
    counts.findings += findings.length
    counts.false += clean.findings.length + findings.filter(({ code }) => !explained.has(code)).length
  }
  return counts
}

test.each([
  ['looked at while the checks were made', SEEN],
  ['put aside before', UNSEEN],
])(
  'in six plans as files, %s, nearly all faults are found and hardly anything else',
  { timeout: 120_000 },
  async (_, plans) => {
    const { planted, found, findings, false: wrong } = await rates(plans)
    expect((100 * found) / planted).toBeGreaterThanOrEqual(FEWEST_FOUND)
    expect((100 * wrong) / findings).toBeLessThanOrEqual(MOST_FALSE)
  },
)
