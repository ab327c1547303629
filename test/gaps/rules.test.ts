import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutToRead, MOST_A_DAY, MOST_WAITING, type Sent, whyNotTaken } from '../../src/gaps/rules.ts'
import { runs } from '../support/runs.ts'

const NOW = Temporal.Instant.from('2026-03-02T09:00:00Z')
const sent = (text: string, hoursAgo: number, state: Sent['state'] = 'waiting'): Sent => ({
  text,
  sentAt: NOW.subtract({ hours: hoursAgo }),
  state,
})
const several = (count: number, hoursAgo: number, state?: Sent['state']) =>
  Array.from({ length: count }, (_, i) => sent(`питање ${i}`, hoursAgo, state))

test('the first question of somebody is taken', () => {
  expect(whyNotTaken([], 'Ко плаћа превоз?', NOW)).toBeNull()
})

test.each(['Ко плаћа превоз?', 'ko plaća prevoz?', 'KO PLACA PREVOZ'])('«%s» waits already', (text) => {
  expect(whyNotTaken([sent('Ко плаћа превоз?', 100)], text, NOW)).toBe('already-sent')
})

test('one that was answered may be sent again', () => {
  expect(whyNotTaken([sent('Ко плаћа превоз?', 100, 'answered')], 'Ко плаћа превоз?', NOW)).toBeNull()
})

test('a day has room for so many, answered ones too, and the next day for as many again', () => {
  expect(whyNotTaken(several(MOST_A_DAY - 1, 1, 'answered'), 'ново', NOW)).toBeNull()
  expect(whyNotTaken(several(MOST_A_DAY, 1, 'answered'), 'ново', NOW)).toBe('many-today')
  expect(whyNotTaken(several(MOST_A_DAY, 24, 'answered'), 'ново', NOW)).toBeNull()
})

test('so many wait at a time, however old they are', () => {
  expect(whyNotTaken(several(MOST_WAITING - 1, 500), 'ново', NOW)).toBeNull()
  expect(whyNotTaken(several(MOST_WAITING, 500), 'ново', NOW)).toBe('many-waiting')
})

test('what trainers read is short, and cut between words where there are any', () => {
  expect(cutToRead('кратко')).toBe('кратко')
  expect(cutToRead(`${'реч '.repeat(400)}`)).toMatch(/^(реч )*реч…$/)
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), (text) => {
      expect(cutToRead(text).length).toBeLessThanOrEqual(601)
    }),
    runs(100),
  )
})
