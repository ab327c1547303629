import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withDetected } from '../../../src/sandbox/message/entities.ts'
import { splitLongText } from '../../../src/sandbox/message/text.ts'

const found = (text: string) =>
  withDetected(text, []).map(({ type, offset, length }) => [type, text.slice(offset, offset + length)])

describe('entities in plain text', () => {
  test.each([
    ['/start abc', [['bot_command', '/start']]],
    ['види /help@lap_bot.', [['bot_command', '/help@lap_bot']]],
    ['и/или 1/2 a/b', []],
    ['/почетак', []],
    [
      'пиши на ana@example.rs или @ana_jovic',
      [
        ['email', 'ana@example.rs'],
        ['mention', '@ana_jovic'],
      ],
    ],
    [
      'https://kirs.gov.rs/lap?a=1, па (www.example.com).',
      [
        ['url', 'https://kirs.gov.rs/lap?a=1'],
        ['url', 'www.example.com'],
      ],
    ],
    [
      '#обука +381 64 123 4567',
      [
        ['hashtag', '#обука'],
        ['phone_number', '+381 64 123 4567'],
      ],
    ],
    ['у 2024. години, чл. 5. став 2', []],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('nothing is looked for inside code and links', () => {
    const given = [{ type: 'code' as const, offset: 0, length: 6 }]
    expect(withDetected('/start', given)).toEqual(given)
  })
})

describe('a text too long for one message', () => {
  test('is cut at a line or word', () => {
    const parts = splitLongText(`${'а'.repeat(3000)}\n${'б'.repeat(3000)} ${'в'.repeat(3000)}`)
    expect(parts.map((part) => part.length)).toEqual([3000, 3000, 3000])
  })

  test('loses nothing but white space, and no part is too long or half a character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('а', '👍', ' ', '\n', 'реч '), { maxLength: 9000, size: 'max' }),
        (pieces) => {
          const text = pieces.join('')
          const parts = splitLongText(text)
          expect(parts.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
          for (const part of parts) {
            expect(part.length).toBeLessThanOrEqual(4096)
            expect(part.isWellFormed()).toBe(true)
          }
        },
      ),
      { numRuns: 30 },
    )
  })
})
