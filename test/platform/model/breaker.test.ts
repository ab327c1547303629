import { describe, expect, test } from 'vitest'
import { afterFailure, type BreakerState, CLOSED, mayAsk, probing } from '../../../src/platform/model/breaker.ts'

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z')
const inSeconds = (seconds: number) => NOW.add({ seconds })
const failed = (times: number, asked: number | null = null) =>
  Array.from({ length: times }).reduce<BreakerState>((state) => afterFailure(state, asked, NOW), CLOSED)

describe('a provider', () => {
  test('is asked again after one failure or two, and left alone after three', () => {
    expect([0, 1, 2, 3].map((times) => mayAsk(failed(times), NOW))).toEqual([true, true, true, false])
    expect(mayAsk(failed(3), inSeconds(30))).toBe(true)
  })

  test('is left alone for longer each time it fails again, up to ten minutes', () => {
    const pauses = [3, 4, 5, 20].map((times) => failed(times).openUntil!.since(NOW).total('seconds'))
    expect(pauses).toEqual([30, 60, 120, 600])
  })

  test('that asks for a wait is left alone for so long at once, an hour at most', () => {
    expect(mayAsk(failed(1, 120), inSeconds(119))).toBe(false)
    expect(mayAsk(failed(1, 120), inSeconds(120))).toBe(true)
    expect(mayAsk(failed(1, 1_000_000), inSeconds(3_600))).toBe(true)
  })

  test('is tried by one after a pause, while the others still wait', () => {
    expect(probing(CLOSED, NOW)).toBeNull()
    const tried = probing(failed(3), inSeconds(31))!
    expect(mayAsk(tried, inSeconds(32))).toBe(false)
    expect(mayAsk(afterFailure(tried, null, inSeconds(33)), inSeconds(60))).toBe(false)
  })

  test('that asked for a long wait is not asked sooner because another call fails meanwhile', () => {
    const waiting = failed(1, 1_800)
    expect(mayAsk(afterFailure(waiting, null, inSeconds(1)), inSeconds(1_799))).toBe(false)
  })
})
