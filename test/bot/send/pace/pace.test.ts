import { describe, expect, test } from 'vitest'
import { Allowance, BURST } from '../../../../src/bot/receive/allowance.ts'
import { ChatPace } from '../../../../src/bot/send/pace/chat-pace.ts'
import { Pace } from '../../../../src/bot/send/pace/pace.ts'

/** How many pass when as many as may are let through every `stepMs` for `ms`. */
function passedIn(pace: Pace, ms: number, stepMs: number): number {
  let count = 0
  for (let now = 0; now < ms; now += stepMs) {
    while (pace.msUntilFree(now) === 0) {
      pace.passed(now)
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
    while (pace.msUntilFree(3_600_000) === 0) {
      pace.passed(3_600_000)
      count++
    }
    expect(count).toBe(25)
  })

  test('what passed without asking is owed, a second’s worth at most', () => {
    const pace = new Pace(25, 0)
    for (let i = 0; i < 1_000; i++) pace.passed(0)
    expect(pace.msUntilFree(0)).toBe(1_040)
  })

  test('tells when the next may pass', () => {
    const pace = new Pace(25, 0)
    expect(pace.msUntilFree(0)).toBe(0)
    pace.passed(0)
    expect(pace.msUntilFree(0)).toBe(40)
    expect(pace.msUntilFree(39)).toBeGreaterThan(0)
    expect(pace.msUntilFree(41)).toBe(0)
  })
})

describe('pace of a chat', () => {
  const sent = (pace: ChatPace, chat: number, count: number, atMs: number) => {
    for (let i = 0; i < count; i++) pace.passed(chat, atMs)
  }

  test('lets bulk burst a little, then rests the chat until it had its time, and no other', () => {
    const pace = new ChatPace()
    sent(pace, 7, 2, 0)
    expect(pace.resting('bulk', 0)).toEqual([])
    sent(pace, 7, 1, 0)
    expect(pace.resting('bulk', 0)).toEqual([7])
    expect(pace.resting('bulk', 999)).toEqual([7])
    expect(pace.resting('bulk', 1_000)).toEqual([])
  })

  test('lets replies go further than bulk, but not for ever', () => {
    const pace = new ChatPace()
    sent(pace, 7, 22, 0)
    expect(pace.resting('reply', 0)).toEqual([])
    sent(pace, 7, 1, 0)
    expect(pace.resting('reply', 0)).toEqual([7])
  })

  test('is twenty a minute in a group', () => {
    const pace = new ChatPace()
    sent(pace, -7, 20, 0)
    expect(pace.resting('bulk', 2_900)).toEqual([-7])
    expect(pace.resting('bulk', 3_000)).toEqual([])
  })

  test('counts nothing for what did not pass', () => {
    const pace = new ChatPace()
    sent(pace, 7, 3, 0)
    pace.tookNothing(7, 0)
    expect(pace.resting('bulk', 0)).toEqual([])
  })

  test('knows when a chat had more than Telegram lets pass', () => {
    const pace = new ChatPace()
    sent(pace, 7, 3, 0)
    expect(pace.isOver(7, 0)).toBe(false)
    sent(pace, 7, 1, 0)
    expect([pace.isOver(7, 0), pace.isOver(8, 0), pace.isOver(7, 1_000)]).toEqual([true, false, false])
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
