import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mask } from '../../src/language/mask.ts'
import { toLatin } from '../../src/language/script.ts'
import { anyText } from '../support/any-text.ts'
import { runs } from '../support/runs.ts'

describe('mask', () => {
  test.each([
    ['Њен ЈМБГ је 0101990710008.', 'Њен ЈМБГ је [ЈМБГ].'],
    ['jmbg 01 01 990 71 000 8', 'jmbg [JMBG]'],
    ['Број 0101990710009 је погрешно откуцан', 'Број [ЈМБГ] је погрешно откуцан'],
    ['зовите +381 64 123-45-67', 'зовите [телефон]'],
    ['zovite 064/1234567 ili 011/3115-870', 'zovite [telefon] ili [telefon]'],
    ['call 00381641234567', 'call [telefon]'],
    ['тел. 345 678', 'тел. [телефон]'],
    ['пишите на ana.petrovic@opstina.rs', 'пишите на [имејл]'],
    ['станује у ул. Краља Петра 12, Ниш', 'станује у [адреса], Ниш'],
    ['ulica Kralja Petra bb', '[adresa]'],
    ['у улици Војводе Мишића бр. 5а', 'у [адреса]'],
    ['живи у Карађорђевој 5/12', '[адреса]'],
    ['u Karađorđevoj ulici 5', 'u [adresa]'],
    ['at 12 Kralja Petra Street', 'at [adresa]'],
    ['лична карта бр. 001234567', 'лична карта бр. [број документа]'],
    ['pasoš 012345678', 'pasoš [broj dokumenta]'],
    ['ЛБО 12345678901', 'ЛБО [број документа]'],
    ['рачун 265-1234567890123-45', 'рачун [број рачуна]'],
    ['IBAN RS35 2600 0560 1001 6113 79', 'IBAN [broj računa]'],
  ])('«%s» → «%s»', (text, masked) => {
    expect(mask(text).text).toBe(masked)
  })

  test('counts what it took out', () => {
    const { counts } = mask('0101990710008, 064/1234567 и 065/1234567, ana@opstina.rs')
    expect(counts).toEqual({ jmbg: 1, account: 0, email: 1, phone: 2, document: 0, address: 0 })
  })

  test.each([
    'Закон о управљању миграцијама („Сл. гласник РС“, бр. 107/2012, 24/92 и 5/2013), члан 13. став 2. тачка 4)',
    'ЛАП за период 2021–2025. усвојен је 15.03.2024. у 10.30 часова',
    'У Србији је 50.397 избеглица, 1.234.567 становника и 12,5 % незапослених',
    'Буџет од 2.000.000 динара или 17.000,50 евра',
    'Зовите 192, 193, 194 или 112.',
    'Planovi 2009-2012, 2013-2015 i 2017-2021',
    'Табела: 6.647.003 | 539.859 | 1.002',
    'нашли су на улици дете од 10 година',
    'Трг слободе је место јавне расправе',
  ])('«%s» stays', (text) => {
    expect(mask(text).text).toBe(text)
    expect(mask(toLatin(text)).text).toBe(toLatin(text))
  })

  test('ordinary questions stay', () => {
    const folder = new URL('../answers/questions/', import.meta.url)
    const lines = readdirSync(folder).flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
    const questions = lines.map((line) => (JSON.parse(line) as { text: string }).text)
    expect(questions.length).toBeGreaterThan(400)
    expect(questions.map((text) => mask(text).text)).toEqual(questions)
  })

  const jmbg = fc
    .record({
      born: fc.date({ min: new Date('1900-01-02'), max: new Date('2025-12-30'), noInvalidDate: true }),
      rest: fc.integer({ min: 0, max: 99_999 }),
    })
    .map(({ born, rest }) => {
      const [year, month, day] = born.toISOString().slice(0, 10).split('-') as [string, string, string]
      return withControlDigit(`${day}${month}${year.slice(1)}${String(rest).padStart(5, '0')}`)
    })
  const around = fc.string({ unit: fc.constantFrom(...'0123456789 .,-/()аbЖ:+@№\n') })

  test('no personal number survives, whatever stands around it', () => {
    fc.assert(
      fc.property(around, jmbg, around, (before, number, after) => {
        const { text } = mask(before + number + after)
        expect(text).not.toContain(number)
      }),
      runs(400),
    )
  })

  test('nor one that is spaced, or written in wide digits', () => {
    const separator = fc.constantFrom('', ' ', '-', '.', ' - '.slice(0, 2), '\u00a0', '\u200b')
    fc.assert(
      fc.property(jmbg, fc.array(separator, { minLength: 13, maxLength: 13 }), fc.boolean(), (number, gaps, wide) => {
        const written = Array.from(number, (digit, i) => (wide ? widened(digit) : digit) + gaps[i]!).join('')
        expect(mask(`ЈМБГ: ${written} и тако`).counts.jmbg).toBe(1)
      }),
    )
  })

  test('masking again changes nothing', () => {
    const piece = fc.constantFrom(
      ...[
        'ул.',
        'улица',
        'Краља',
        'Петра',
        '12',
        'bb',
        'тел.',
        '064/1234567',
        '0101990710008',
        'ana@b.rs',
        'пасош',
        '012345678',
        '265-12345-67',
      ],
      ...[' ', ' ', '.', ',', '-', '/', '7', 'адреса', 'станује у', '+381', '(', '\n', 'лична карта'],
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      around,
    )
    fc.assert(
      fc.property(text, (written) => {
        const once = mask(written).text
        expect(mask(once).text).toBe(once)
      }),
      runs(400),
    )
  })

  test('takes any text', () => {
    fc.assert(fc.property(anyText, (text) => void expect(typeof mask(text).text).toBe('string')))
  })
})

function withControlDigit(twelve: string): string {
  const weights = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
  const rest = 11 - (weights.reduce((sum, weight, i) => sum + weight * Number(twelve[i]), 0) % 11)
  return twelve + (rest > 9 ? 0 : rest)
}

function widened(digit: string): string {
  return String.fromCodePoint(0xff10 + Number(digit))
}
