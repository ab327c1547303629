import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bigRowId, button, buttons, pageUpTo, rowId } from '../../../src/bot/registry/button.ts'

const move = button('staff:move', { who: 'trainer', args: [rowId, z.enum(['first', 'last'])] })
const stay = button('session:stay', { who: 'everyone' })
const note = button('note', { who: 'everyone', args: [rowId, z.string().min(1)] })

describe('what stands behind a button', () => {
  test('is its words and its arguments', () => {
    expect(move.data(12, 'first')).toBe('staff:move:12:first')
    expect(stay.data()).toBe('session:stay')
    expect(move.labelled('На почетак', 12, 'first')).toEqual({
      text: 'На почетак',
      callback_data: 'staff:move:12:first',
    })
  })

  test('is read back as what was given', () => {
    expect(move.read('staff:move:12:first')).toEqual([12, 'first'])
    expect(stay.read('session:stay')).toEqual([])
  })

  test.each([
    'staff:move:12',
    'staff:move:12:second',
    'staff:move:12:first:again',
    'staff:move:0:first',
    'staff:move:2147483648:first',
    'staff:move:x:first',
    'staff:moved:12:first',
    'staff:move',
    '',
  ])('is not read from «%s»', (data) => {
    expect(move.read(data)).toBeNull()
  })

  test('keeps colons in its last argument', () => {
    expect(note.read(note.data(1, '9:00–13:00'))).toEqual([1, '9:00–13:00'])
  })

  test('is never longer than Telegram takes', () => {
    expect(note.data(1, 'ж'.repeat(28))).toHaveLength(35)
    expect(() => note.data(1, 'ж'.repeat(29))).toThrow(/«note:1:ж+» has 65 bytes; Telegram takes 64/)
  })

  test('knows rows of both kinds, and pages from the first', () => {
    expect(bigRowId.safeParse(String(Number.MAX_SAFE_INTEGER)).success).toBe(true)
    expect(bigRowId.safeParse('9007199254740993').success).toBe(false)
    expect(pageUpTo(3).safeParse('0').success).toBe(true)
    expect(pageUpTo(3).safeParse('4').success).toBe(false)
  })
})

test('buttons of one form have each their own second word', () => {
  const both = buttons('staff', ['open', 'close'], { who: 'trainer', args: [rowId] })
  expect(both.open.data(3)).toBe('staff:open:3')
  expect(both.close.read('staff:open:3')).toBeNull()
})
