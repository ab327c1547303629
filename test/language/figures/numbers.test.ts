import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findFigures, saidBy } from '../../../src/language/figures/numbers.ts'
import { withoutLinks } from '../../../src/language/links.ts'
import { toLatin } from '../../../src/language/script.ts'
import { withoutDiacritics } from '../../../src/language/spellings.ts'
import { anyText } from '../../support/any-text.ts'
import { runs } from '../../support/runs.ts'

/** The first meaning of each figure of a text. */
function meanings(text: string): string[] {
  return findFigures(text).map((figure) => figure.means[0]!)
}

describe('findFigures', () => {
  test.each([
    ['има 50.397 лица', ['50397']],
    ['има 50 397 лица', ['50397']],
    ['има 50\u00a0397 лица', ['50397']],
    ['there were 50,397 persons in the country', ['50397']],
    ['педесет хиљада лица', ['50000']],
    ['педесет хиљада триста деведесет седам', ['50397']],
    ['fifty thousand people', ['50000']],
    ['twenty-five of them', ['25']],
    ['two hundred and ten', ['210']],
    ['двадесет петоро деце', ['25']],
    ['dvadesetpet dece', ['25']],
    ['двеста тридесет и један план', ['231']],
    ['две стотине људи', ['200']],
    ['сто лица', ['100']],
    ['тројица чланова, петоро деце', ['3', '5']],
    ['у две хиљаде двадесет четвртој години', ['2024']],
    ['трећи корак', ['3']],
    ['петогодишњи план', ['5']],
    ['15-дневни рок', ['15']],
    ['2,5 милиона становника', ['2500000']],
    ['око 250 хиљада', ['250000']],
    ['3.5 million people of the world', ['3500000']],
    ['1.234.567', ['1234567']],
    ['3. корак', ['3']],
    ['у 2024. години', ['2024']],
    ['Било их је 12.', ['12']],
    ['за период 2021–2025. године', ['2021', '2025']],
    ['поглавље IV', ['4']],
    ['II фаза', ['2']],
    ['½ буџета', ['1/2']],
    ['половина', ['1/2']],
    ['две трећине', ['2/3']],
    ['образац F12 и COVID-19', ['code:f12', 'code:covid19']],
  ])('numbers of «%s»', (text, expected) => {
    expect(meanings(text)).toEqual(expected)
  })

  test.each([
    ['12,5 %', ['12.5%']],
    ['12,5%', ['12.5%']],
    ['12,50 одсто', ['12.5%']],
    ['дванаест одсто', ['12%']],
    ['20–30 процената', ['20%', '30%']],
    ['from 5 to 10 percent', ['5%', '10%']],
    ['2.000.000 динара', ['2000000rsd']],
    ['2 милиона динара', ['2000000rsd']],
    ['два милиона динара', ['2000000rsd']],
    ['2.000.000,00 РСД', ['2000000rsd']],
    ['193.000 евра', ['193000eur']],
    ['€5,000 from the fund', ['5000eur']],
    ['100 швајцарских франака', ['100chf']],
  ])('percentages and money of «%s»', (text, expected) => {
    expect(meanings(text)).toEqual(expected)
  })

  test.each([
    ['на пет година', ['5god']],
    ['for 5 years', ['5god']],
    ['у року од 15 радних дана', ['15dan']],
    ['од две до седам година', ['2', '7god']],
    ['2–7 година', ['2god', '7god']],
    ['једну годину', ['1god']],
    ['пре годину дана', ['1god']],
    ['one month of the year', ['1mes']],
    ['шест месеци', ['6mes']],
    ['2024. године', ['2024']],
    ['2024 године', ['2024']],
    ['први корак, други корак, други људи', ['1', '2']],
  ])('spans of time and order of «%s»', (text, expected) => {
    expect(meanings(text)).toEqual(expected)
  })

  test.each([
    ['15. марта 2024. године', ['date:2024-3-15']],
    ['15.03.2024.', ['date:2024-3-15']],
    ['15. 3. 2024.', ['date:2024-3-15']],
    ['2024-03-15', ['date:2024-3-15']],
    ['15 March 2024', ['date:2024-3-15']],
    ['March 15th, 2024', ['date:2024-3-15']],
    ['до 1. јануара', ['date:-1-1']],
    ['у децембру 2023. године', ['date:2023-12-']],
    ['17. и 18. септембра 2025. године', ['date:2025-9-17', 'date:2025-9-18']],
    ['у априлу', ['date:-4-']],
    ['у 10.30 часова', ['time:10:30']],
    ['od 10:30', ['time:10:30']],
  ])('dates and times of «%s»', (text, expected) => {
    expect(meanings(text)).toEqual(expected)
  })

  test.each([
    ['члан 13', ['čl. 13']],
    ['чл. 13. став 2. тачка 4)', ['čl. 13', 'čl. 13 st. 2', 'čl. 13 st. 2 tač. 4']],
    ['у члану 13. Закона', ['čl. 13']],
    ['чланови 20 и 32', ['čl. 20', 'čl. 32']],
    ['Article 13(2) of the law', ['čl. 13', 'čl. 13 st. 2']],
    ['члан 15а', ['čl. 15a']],
    ['„Сл. гласник РС“, бр. 107/2012 и 26/24', ['issue:107/2012', 'issue:26/2024']],
    ['24/92', ['issue:24/1992']],
  ])('references to law of «%s»', (text, expected) => {
    expect(meanings(text)).toEqual(expected)
  })

  test.each([
    'листа извора [3] и [1, 2]',
    'један од њих, а други не',
    'Прво, план; друго, буџет',
    'што пре',
    'види kirs.gov.rs/2024',
    'Маја је дошла',
    'петак и седмица',
    'my pet may march',
    'члан савета и чланови породице',
  ])('none in «%s»', (text) => {
    expect(meanings(text)).toEqual([])
  })

  test('phones, whatever parts their digits', () => {
    expect(meanings('+381 11 311-5870')).toEqual(meanings('011/3115 870'))
  })

  test('a date says its month and year, but a month does not say the day', () => {
    const said = saidBy('Позив је објављен 15. марта 2024. године.')
    expect(meanings('у марту 2024.').every((form) => said.has(form))).toBe(true)
    expect(meanings('2024. године').every((form) => said.has(form))).toBe(true)
    expect(meanings('15. марта 2023.').some((form) => said.has(form))).toBe(false)
    expect(saidBy('у марту 2024.').has(meanings('15. марта 2024.')[0]!)).toBe(false)
  })

  test('the head of a column gives its numbers their unit', () => {
    const said = saidBy('Мера | Износ (РСД)\nобука | 50.000')
    const bornOut = (text: string) => findFigures(text).every((figure) => figure.means.some((form) => said.has(form)))
    expect(bornOut('50.000 динара')).toBe(true)
    expect(bornOut('50.000 евра')).toBe(false)
  })

  test('means the same in both scripts, and without diacritics', () => {
    const number = fc.constantFrom(
      ...[
        'педесет',
        'хиљада',
        'две',
        'двадесет',
        'четврте',
        'шест',
        'сто',
        '12',
        '12,5',
        '2024.',
        '50.397',
        '%',
        'динара',
        'одсто',
      ],
      ...[
        'члан',
        'став',
        'чл.',
        'март',
        'децембра',
        'половина',
        'милиона',
        'и',
        'за',
        'план',
        '107/2012',
        '15.03.2024.',
        '10:30',
        ',',
      ],
    )
    fc.assert(
      fc.property(fc.array(number, { maxLength: 12 }), (pieces) => {
        const text = `За план: ${pieces.join(' ')}`
        const sorted = (written: string) => meanings(written).toSorted()
        // «сто» without its script may be «што».
        if (!text.includes('сто')) expect(sorted(toLatin(text))).toEqual(sorted(text))
        if (!text.includes('сто')) expect(sorted(withoutDiacritics(toLatin(text)))).toEqual(sorted(text))
      }),
      runs(100),
    )
  })

  test('passes over no digit', () => {
    const piece = fc.constantFrom(
      ...'0123456789 .,-–/:%()абвчлIVXa€'.split(''),
      ...['члан ', 'март ', 'хиљада ', '2024', 'бр. ', 'динара', '５', '²', '٣', '½'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        if (/\p{N}/u.test(withoutLinks(text))) expect(findFigures(text)).not.toEqual([])
      }),
      runs(200),
    )
  })

  test('numbers written in either language’s manner are found again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (number) => {
        expect(meanings(`око ${number.toLocaleString('sr-RS').replace(/\D/g, '.')} лица`)).toEqual([String(number)])
        expect(meanings(`about ${number.toLocaleString('en-US')} of the people`)).toEqual([String(number)])
      }),
    )
  })

  test('takes any text', () => {
    fc.assert(fc.property(anyText, (text) => void expect(findFigures(text)).toBeInstanceOf(Array)))
  })
})
