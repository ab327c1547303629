import { expect, test } from 'vitest'
import { Guesses } from '../../src/certificates/guesses.ts'

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

test('a hundred thousand askers take no more room than ten thousand', () => {
  const guesses = new Guesses()
  const before = process.memoryUsage().heapUsed
  lookedUp(guesses, (i) => `asker ${i}`, 100_000, 0)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000)
  expect(guesses.mayAsk('asker 99999', 0)).toBe(true)
})
