import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNumber, newNumber, readNumber, shownNumber } from '../../src/certificates/number.ts'
import { runs } from '../support/runs.ts'

test('a number is sixteen digits that check themselves, and no two are alike', () => {
  const numbers = Array.from({ length: 5_000 }, newNumber)
  expect(numbers.every(isNumber)).toBe(true)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('of what somebody guesses, one in a hundred even looks like a number', () => {
  const guesses = Array.from({ length: 20_000 }, (_, i) => String(10 ** 15 + i * 7_919))
  expect(guesses.filter(isNumber).length / guesses.length).toBeLessThan(0.015)
})

test('one digit wrong, and two beside each other exchanged, are told', () => {
  fc.assert(
    fc.property(fc.nat(15), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const number = newNumber()
      const wrong = String((Number(number[at]) + by) % 10)
      expect(isNumber(`${number.slice(0, at)}${wrong}${number.slice(at + 1)}`)).toBe(false)
      const next = number[at + 1]
      if (next === undefined || next === number[at]) return
      expect(isNumber(`${number.slice(0, at)}${next}${number[at]}${number.slice(at + 2)}`)).toBe(false)
    }),
    runs(300),
  )
})

describe('is read', () => {
  const number = newNumber()
  const shown = shownNumber('sr-Cyrl', number)

  test.each(['sr-Cyrl', 'sr-Latn', 'en'] as const)('as it stands on paper in %s', (locale) => {
    expect(readNumber(shownNumber(locale, number))).toEqual({ kind: 'number', number })
  })

  test.each([
    ['among words', `Добар дан, провери ${shown}, молим Вас.`],
    ['in small letters', shown.toLowerCase()],
    ['with spaces', `ЛС ${number.match(/.{4}/g)!.join(' ')}`],
    ['with long dashes', shown.replaceAll('-', ' – ')],
    ['on two lines', shown.replace('-', '-\n')],
    ['alone, without letters', number],
    ['alone, parted', number.match(/.{4}/g)!.join('-')],
    ['with digits of another width', shown.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))],
  ])('%s', (_, text) => {
    expect(readNumber(text)).toEqual({ kind: 'number', number })
  })

  test.each([
    ['a digit is missing', shown.slice(0, -1)],
    ['there is one too many', `${shown}1`],
    ['two are exchanged', 'ЛС-4821-0937-5516-2089'],
    ['it is far too short', 'ЛС-4821'],
  ])('as mistyped when %s', (_, text) => {
    expect(readNumber(text)).toEqual({ kind: 'mistyped' })
  })

  test.each([
    ['a question', 'Колико дана важи потврда о учешћу?'],
    ['an account among words', 'Уплата на 840-1620-21 до 12. 3. 2026.'],
    ['a telephone', '011 2311 700'],
    ['a word that ends so', 'ПОЛС 48210937'],
    ['an article', 'Службени гласник РС, број 87/2018'],
    ['nothing', ''],
  ])('not in %s', (_, text) => {
    expect(readNumber(text)).toBeNull()
  })
})

test('the check digits are those of ISO 7064 MOD 97-10', () => {
  // 98 minus the rest of 4821093755162000 by 97, which is 88.
  expect(isNumber('4821093755162010')).toBe(true)
  expect(isNumber('4821093755162011')).toBe(false)
})
