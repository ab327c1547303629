import { describe, expect, test } from 'vitest'
import { Allowance, BURST } from '../../src/bot/allowance.ts'
import { Pace } from '../../src/bot/pace.ts'

/** How many pass when as many as may are let through every `stepMs` for `ms`. */
function passedIn(pace: Pace, ms: number, stepMs: number): number {
  let count = 0
  for (let now = 0; now < ms; now += stepMs) {
    while (pace.mayPass(now)) {
      pace.passed()
      count++
    }
  }
  return count
}

describe('pace', () => {
  test('never lets more pass in a time than the rate allows, and no fewer', () => {
    expect(passedIn(new Pace(25, 0), 10_000, 1)).toBe(250)
  })

  test('after a rest lets at most one second’s worth pass at once', () => {
    const pace = new Pace(25, 0)
    let count = 0
    while (pace.mayPass(3_600_000)) {
      pace.passed()
      count++
    }
    expect(count).toBe(25)
  })

  test('tells when the next may pass', () => {
    const pace = new Pace(25, 0)
    expect(pace.msUntilFree(0)).toBe(0)
    pace.passed()
    expect(pace.msUntilFree(0)).toBe(40)
    expect(pace.mayPass(39)).toBe(false)
    expect(pace.mayPass(41)).toBe(true)
  })
})

describe('allowance', () => {
  const taken = (allowance: Allowance, chat: number, atMs: number) => {
    let count = 0
    while (allowance.take(chat, atMs)) count++
    return count
  }

  test('is a burst, then a trickle, for each chat by itself', () => {
    const allowance = new Allowance()
    expect(taken(allowance, 7, 0)).toBe(BURST)
    expect(taken(allowance, 8, 0)).toBe(BURST)
    expect(taken(allowance, 7, 3_000)).toBe(3)
    expect(taken(allowance, 7, 3_600_000)).toBe(BURST)
  })

  test('is remembered for a chat that used it up, however many others write', () => {
    const allowance = new Allowance()
    expect(taken(allowance, -1, 0)).toBe(BURST)
    for (let chat = 1; chat <= 10_001; chat++) allowance.take(chat, 0)
    expect(allowance.take(-1, 0)).toBe(false)
  })
})
