import { expect, test } from 'vitest'
import { toldFrom } from '../../../src/sessions/session/quiet.ts'
import { aSession, at } from '../builders.ts'

const two = aSession({ starts: at('2026-04-02T10:00'), ends: at('2026-04-03T16:00') })
const apart = aSession({
  starts: at('2026-04-02T10:00'),
  ends: at('2026-04-09T16:00'),
  days: '2026-04-02T10:00/2026-04-02T16:00 2026-04-09T10:00/2026-04-09T16:00',
})
const moved = aSession({ starts: at('2026-05-02T10:00'), ends: at('2026-05-02T16:00') })

test.each([
  ['by day, far ahead', two, '2026-03-02T12:00', null],
  ['in the evening, far ahead', two, '2026-03-02T22:15', '2026-03-03T08:00'],
  ['after midnight, far ahead', two, '2026-03-02T02:00', '2026-03-02T08:00'],
  ['the evening before', two, '2026-04-01T22:00', null],
  ['two evenings before', two, '2026-03-31T22:00', '2026-04-01T08:00'],
  ['between its days', two, '2026-04-02T23:00', null],
  ['between days that are a week apart', apart, '2026-04-04T23:00', '2026-04-05T08:00'],
  ['before the second of them', apart, '2026-04-08T23:00', null],
  ['once it is over', two, '2026-04-03T23:00', '2026-04-04T08:00'],
  ['in the night of the changed clocks', two, '2026-03-28T23:00', '2026-03-29T08:00'],
])('%s', (_, session, now, from) => {
  expect(toldFrom(session, at(now).toInstant())).toEqual(at(from ?? now).toInstant())
})

test('of what was to be tomorrow, and was moved to next month, people hear at once', () => {
  const now = at('2026-04-01T22:00').toInstant()
  const changes = (['starts', 'ends'] as const).map((field) => {
    const time = field === 'starts' ? '10:00' : '16:00'
    return { field, from: `2026-04-02T${time}`, to: `2026-05-02T${time}` }
  })
  expect(toldFrom(moved, now)).toEqual(at('2026-04-02T08:00').toInstant())
  expect(toldFrom(moved, now, changes)).toEqual(now)
})
