import { expect, test } from 'vitest'
import { dayAt, momentAt } from '../../src/platform/clock.ts'

test('the day and the hour are those of Belgrade, in summer and in winter', () => {
  const winter = Temporal.Instant.from('2026-03-01T23:30:00Z')
  const summer = Temporal.Instant.from('2026-07-01T22:30:00Z')
  expect([dayAt(winter).toString(), momentAt(winter).toString()]).toEqual(['2026-03-02', '2026-03-02T00:30:00'])
  expect([dayAt(summer).toString(), momentAt(summer).toString()]).toEqual(['2026-07-02', '2026-07-02T00:30:00'])
})
