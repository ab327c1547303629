import { expect, test } from 'vitest'
import { plainOfBlocks } from '../../../src/bot/message/rich.ts'
import { digestOf, isDue } from '../../../src/reminders/digest/rules.ts'
import { digestMessage } from '../../../src/reminders/digest/texts.ts'
import type { Roll, SignUpEvent } from '../../../src/sessions/line/sign-up.ts'
import { aRoll, aSession, at, NOW } from '../../sessions/builders.ts'

const TOMORROW = { starts: at('2026-03-03T10:00'), ends: at('2026-03-04T16:00'), cancelUntil: at('2026-03-01T12:00') }
const since = NOW.subtract({ hours: 24 })
const cancelled = (signUpId: number, hoursAgo: number): SignUpEvent => ({
  number: 50 + signUpId,
  signUpId,
  at: NOW.subtract({ hours: hoursAgo }),
  actorId: signUpId,
  reason: null,
  change: { kind: 'cancelled', late: false },
})
const digest = (roll: Roll, coming: number[] = [], events: SignUpEvent[] = [], entered: number[] = []) =>
  digestOf(roll, events, new Set(coming), new Set(entered), { since, now: NOW })
const ids = (people: readonly { id: number }[]) => people.map(({ id }) => id)

test('a digest tells who comes, who did not answer, who cancelled since, who waits and who cannot be reached', () => {
  const roll = {
    ...aRoll(aSession({ ...TOMORROW, capacity: 4 }), [
      { status: 'confirmed' },
      { status: 'confirmed' },
      { status: 'confirmed' },
      { status: 'confirmed' },
      { status: 'cancelled' },
      { status: 'cancelled' },
      {},
      { status: 'requested' },
    ]),
    unreachable: new Set([3]),
  }
  const found = digest(roll, [1, 2], [cancelled(5, 3), cancelled(6, 30)])!
  expect(ids(found.coming)).toEqual([1, 2])
  expect(ids(found.silent)).toEqual([3, 4])
  expect(ids(found.cancelled)).toEqual([5])
  expect(ids(found.waiting)).toEqual([7])
  expect(ids(found.requested)).toEqual([8])
  expect(ids(found.unreachable)).toEqual([3])
  const names = new Map(roll.signUps.map(({ id }) => [id, `Особа ${id}`]))
  const message = digestMessage({ chatId: 1, locale: 'sr-Cyrl' }, [found], names)
  const text = plainOfBlocks(message.content)
  expect(text).toContain('Сутра: Израда ЛАП-а, први модул')
  expect(text).toContain('2 долазе, 2 нису одговориле, 1 отказала, 1 чека место, 1 чека одлуку')
  expect(text).toContain('Отказали од јуче: Особа 5')
  expect(message.buttons!.flat().map((one) => one.text)).toEqual(
    expect.arrayContaining(['Особа 8', 'Особа 5', 'Особа 3', 'Особа 4']),
  )
})

test('nothing is said of a session far ahead in which nothing happened, nor of one that began or was called off', () => {
  const far = aRoll(aSession(), [{ status: 'confirmed' }])
  expect(digest(far)).toBeNull()
  expect(digest(far, [], [cancelled(1, 2)])).toBeNull()
  expect(digest(aRoll(aSession(), [{ status: 'requested' }]))).not.toBeNull()
  expect(digest(aRoll(aSession({ ...TOMORROW, state: 'cancelled' }), [{ status: 'confirmed' }]))).toBeNull()
  const begun = aSession({ starts: at('2026-03-02T09:00'), ends: at('2026-03-02T16:00') })
  expect(digest(aRoll(begun, [{ status: 'confirmed' }]))).toBeNull()
})

test.each([
  ['2026-03-02T16:59:00Z', false],
  ['2026-03-02T17:00:00Z', true],
  ['2026-03-02T19:30:00Z', true],
  // By then it is night.
  ['2026-03-02T20:00:00Z', false],
  // Clocks have been set forward.
  ['2026-03-30T16:00:00Z', true],
])('the digest of 18 hours at %s: %s', (now, due) => expect(isDue(18, Temporal.Instant.from(now))).toBe(due))

test('whoever has no Telegram is named to be called, and not for their silence', () => {
  const roll = aRoll(aSession(TOMORROW), [{ status: 'confirmed' }, { status: 'confirmed' }])
  const told = digest(roll, [], [], [2])
  expect([ids(told!.silent), ids(told!.toCall)]).toEqual([[1], [2]])
})
