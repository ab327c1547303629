import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { Random } from '../../../bench/random.ts'
import { createChecker } from '../../../src/answers/check/check.ts'
import { placeClaims, readClaims } from '../../../src/answers/evaluation/claims.ts'
import { SHIPPED_KNOWLEDGE } from '../../support/bot.ts'

/** The half that nothing was fitted on, as it was written; three spellings and the kinds: `npm run eval -- --answers --recorded`. */
const { claims, glossary } = placeClaims(
  readClaims(fileURLToPath(new URL('sets/b', import.meta.url))),
  SHIPPED_KNOWLEDGE,
)
const checkers = claims.map((claim) => createChecker([claim.passage], glossary, claim.language))
const answers = claims.map((claim, i) => checkers[i]!.check(`- ${claim.text} [1]`))
const percent = (part: number, all: number) => (100 * part) / all

test('of sentences that nothing was learnt from, most lies give way and most true ones stay', () => {
  const lies = answers.filter((_, i) => claims[i]!.lie)
  const truths = answers.filter((_, i) => !claims[i]!.lie)
  expect(percent(lies.filter((one) => one.removed.length > 0).length, lies.length)).toBeGreaterThan(83)
  expect(percent(truths.filter((one) => one.removed.length === 0).length, truths.length)).toBeGreaterThan(72)
})

test('with a second reader who is right nine times in ten hardly a lie stays', () => {
  const random = new Random(3)
  const left = claims.filter((claim, i) => {
    const { removed, stated } = answers[i]!
    if (!claim.lie || removed.length > 0) return false
    if (random.happens(0.9)) checkers[i]!.refuse(stated)
    return checkers[i]!.check(`- ${claim.text} [1]`).removed.length === 0
  })
  expect(percent(left.length, claims.filter((claim) => claim.lie).length)).toBeLessThan(3)
})
