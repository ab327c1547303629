import { describe, expect, test } from 'vitest'
import type { Locale } from '../../../src/language/locale.ts'
import { daysOfSession } from '../../../src/sessions/attendance/attendance.ts'
import { badges, tableSigns } from '../../../src/sessions/attendance/badges-pdf.ts'
import { paperRows } from '../../../src/sessions/attendance/paper-rows.ts'
import { signatureSheet } from '../../../src/sessions/attendance/sheet-pdf.ts'
import { fontsOfPdf, hasPoppler, textOfPdf } from '../../support/pdf.ts'
import { aSession, NOW } from '../builders.ts'

const SESSION = aSession()
const [DAY] = daysOfSession(SESSION)
const words = (pdf: Uint8Array) => textOfPdf(pdf).replace(/\s+/g, ' ')
const pagesOf = (pdf: Uint8Array) => textOfPdf(pdf).split('\f').length - 1

/** So many people from Ниш, Чачак and Шабац in turn. */
function people(count: number, locale: Locale = 'sr-Cyrl') {
  const codes = ['79022', '70939', '71293']
  const all = Array.from({ length: count }, (_, i) => ({ personId: i + 1, municipality: codes[i % 3]! }))
  return paperRows(locale, all, new Map(all.map(({ personId }) => [personId, `Љубица Ђукић ${personId}`])))
}

test('papers name everybody who has a name, by municipality and then by name', () => {
  const listed = [
    { personId: 1, municipality: '71293' },
    { personId: 2, municipality: '70939' },
    { personId: 3, municipality: '71293' },
    { personId: null, municipality: '71293' },
  ]
  const names = new Map([
    [1, 'Шана Шић'],
    [2, 'Ана Анић'],
    [3, 'Ђорђе Ђ.'],
  ])
  expect(paperRows('sr-Latn', listed, names).map(({ name }) => name)).toHaveLength(3)
  expect(paperRows('sr-Latn', listed, names)).toEqual(paperRows('sr-Latn', listed.toReversed(), names))
  expect(paperRows('sr-Latn', listed, names).map(({ name }) => name)).toContain('Đorđe Đ.')
})

describe.skipIf(!hasPoppler())('the sheet to sign', () => {
  test.each([
    ['sr-Cyrl', 'Лист за потпис', 'Љубица Ђукић 1', 'Потпис'],
    ['sr-Latn', 'List za potpis', 'Ljubica Đukić 1', 'Potpis'],
    ['en', 'Signature sheet', 'Ljubica Đukić 1', 'Signature'],
  ] as const)('in %s has the session, its day, the names, and room for others', async (locale, ...expected) => {
    const pdf = await signatureSheet(locale, { session: SESSION, day: DAY!, rows: people(3, locale) }, NOW)
    for (const one of [...expected, '10:00–16:00', '2026']) expect(words(pdf)).toContain(one)
    expect(pagesOf(pdf)).toBe(1)
    expect(fontsOfPdf(pdf).every((line) => /yes yes yes/.test(line))).toBe(true)
  })

  test('goes on over pages, numbers every row, and always leaves some empty', async () => {
    for (const count of [0, 1, 40, 100]) {
      const pdf = await signatureSheet('sr-Cyrl', { session: SESSION, day: DAY!, rows: people(count) }, NOW)
      const rows = [...textOfPdf(pdf).matchAll(/^ *(\d+)\b/gm)].map(([, n]) => Number(n))
      expect(rows).toEqual(Array.from({ length: rows.length }, (_, i) => i + 1))
      expect(rows.length - count).toBeGreaterThanOrEqual(5)
      expect(words(pdf)).toContain(`страна ${pagesOf(pdf)} од ${pagesOf(pdf)}`)
    }
  })

  test('stays a page whatever people and sessions are called', async () => {
    const session = aSession({ title: 'Љ'.repeat(120), place: '<b>&'.repeat(50) })
    const rows = [
      { name: 'Дуго '.repeat(40), municipality: 'Општина '.repeat(20) },
      { name: 'Mešano Писмо\u0000\u202e', municipality: '' },
    ]
    const pdf = await signatureSheet('sr-Cyrl', { session, day: DAY!, rows }, NOW)
    expect(pagesOf(pdf)).toBe(1)
    expect(words(pdf)).toContain('Mešano Писмо')
  })
})

describe.skipIf(!hasPoppler())('what stands before people', () => {
  test('are ten badges a page', async () => {
    const pdf = await badges('sr-Cyrl', { session: SESSION, rows: people(11) }, NOW)
    expect(pagesOf(pdf)).toBe(2)
    for (let i = 1; i <= 11; i++) expect(words(pdf)).toContain(`Љубица Ђукић ${i}`)
  })

  test('is a sign a page, with the name on both sides', async () => {
    const pdf = await tableSigns('sr-Latn', { session: SESSION, rows: people(2, 'sr-Latn') }, NOW)
    expect(pagesOf(pdf)).toBe(2)
    expect(words(pdf).match(/Ljubica Đukić 1/g)).toHaveLength(2)
  })
})
