import { expect, test } from 'vitest'
import { Guesses } from '../../../src/certificates/check/guesses.ts'

/** How many of `tries` guesses, one each `everyMs`, are looked up. */
function lookedUp(guesses: Guesses, asker: (i: number) => string, tries: number, everyMs: number): number {
  let count = 0
  for (let i = 0; i < tries; i++) {
    if (!guesses.mayAsk(asker(i), i * everyMs)) continue
    count += 1
    guesses.missed(asker(i), i * everyMs)
  }
  return count
}

test('ten thousand guesses in ten minutes come to twenty', () => {
  expect(lookedUp(new Guesses(), () => 'one', 10_000, 60)).toBe(19)
})

test('whoever guesses slows nobody else', () => {
  const guesses = new Guesses()
  lookedUp(guesses, () => 'one', 1_000, 1)
  expect(guesses.mayAsk('one', 1_000)).toBe(false)
  expect(guesses.mayAsk('other', 1_000)).toBe(true)
})

test('whoever waits may ask again', () => {
  const guesses = new Guesses()
  lookedUp(guesses, () => 'one', 100, 1)
  expect(guesses.mayAsk('one', 61_000)).toBe(true)
})

test('of more than ten thousand askers those who missed longest ago are forgotten, so that they take no more room', () => {
  const guesses = new Guesses()
  lookedUp(guesses, () => 'first', 100, 0)
  lookedUp(guesses, () => 'late', 100, 0)
  for (let i = 0; i < 10_001; i++) {
    guesses.missed(`asker ${i}`, 0)
    if (i % 1_000 === 0) guesses.missed('late', 0)
  }
  expect(guesses.mayAsk('first', 0)).toBe(true)
  expect(guesses.mayAsk('late', 0)).toBe(false)
})
