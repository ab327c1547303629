import { describe, expect, test } from 'vitest'
import { longerPause } from '../../../src/bot/send/pace/pause.ts'
import { finalOutcome } from '../../../src/bot/send/record.ts'

const NOW = Temporal.Instant.from('2026-03-02T12:00:00Z')
const ago = (hours: number) => ({ queuedAt: NOW.subtract({ hours }) })

describe('what could not be sent', () => {
  test('is tried again for a day, and then given up', () => {
    const later = { kind: 'later', reason: '500' } as const
    expect(finalOutcome(ago(23), later, NOW)).toEqual(later)
    expect(finalOutcome(ago(24), later, NOW)).toEqual({ kind: 'refused', reason: '500', unreachable: false })
  })

  test('is never given up while Telegram asks to wait', () => {
    const later = { kind: 'later', reason: '429', waitSeconds: 5 } as const
    expect(finalOutcome(ago(48), later, NOW)).toEqual(later)
  })
})

test('of two pauses the one counts that ends later, unless it begins in the future', () => {
  const pause = (from: number, to: number) => ({ since: NOW.add({ seconds: from }), until: NOW.add({ seconds: to }) })
  expect(longerPause(null, pause(0, 3))).toEqual(pause(0, 3))
  expect(longerPause(pause(-5, 10), pause(0, 3))).toEqual(pause(-5, 10))
  expect(longerPause(pause(-5, 2), pause(0, 3))).toEqual(pause(0, 3))
  expect(longerPause(pause(600, 900), pause(0, 3))).toEqual(pause(0, 3))
})
