import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writingOf } from '../../src/language/detect.ts'
import { LOCALES, languageOf, localeOfClient, localeOfWriting, scriptFor, shownTo } from '../../src/language/locale.ts'
import { toLatin } from '../../src/language/script.ts'
import { cyrillicText } from './texts.ts'

describe('how a text is written', () => {
  test.each([
    ['Ко доноси локални акциони план?', 'sr', 'cyrl'],
    ['Шта је LAP?', 'sr', 'cyrl'],
    ['Ko donosi lokalni akcioni plan?', 'sr', 'latn'],
    ['ko je u savetu', 'sr', 'latn'],
    ['Šta je IRL', 'sr', 'latn'],
    ['kako se bira savet za migracije', 'sr', 'latn'],
    ['plan', 'sr', 'latn'],
    ['LAP', 'sr', 'latn'],
    ['Who adopts the local action plan?', 'en', 'latn'],
    ['What is an IDP', 'en', 'latn'],
    ['how many members does the council have', 'en', 'latn'],
    ['What is the savet?', 'en', 'latn'],
    ['What is Šid?', 'en', 'latn'],
    ['Is the LAP of Vrnjačka Banja adopted?', 'en', 'latn'],
    ['Šta je in-kind učešće?', 'sr', 'latn'],
  ] as const)('«%s» is %s, %s', (text, language, script) => {
    expect(writingOf(text)).toEqual({ language, script })
  })

  test.each(['', '123', '😀 …', '   '])('«%s» has no letters, so nothing is known', (text) => {
    expect(writingOf(text)).toBeNull()
  })

  test('anything wholly in Cyrillic is Serbian Cyrillic', () => {
    fc.assert(
      fc.property(cyrillicText, (text) => {
        fc.pre(/\p{L}/u.test(text))
        expect(writingOf(text)).toEqual({ language: 'sr', script: 'cyrl' })
      }),
    )
  })

  test.each([
    'Ко сазива седницу савета?',
    'Колико чланова има савет?',
    'Да ли је план обавезан',
    'Како се прати примена',
    'Где се објављује',
    'Зашто нам треба',
  ])('«%s» is Serbian in Latin too, even without diacritics', (text) => {
    const latin = toLatin(text)
    expect(writingOf(latin)).toEqual({ language: 'sr', script: 'latn' })
    expect(writingOf(latin.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual({ language: 'sr', script: 'latn' })
  })
})

describe('locales', () => {
  test('each has a language and a script to show Serbian in', () => {
    expect(LOCALES.map((locale) => [locale, languageOf(locale), scriptFor(locale)])).toEqual([
      ['sr-Cyrl', 'sr', 'cyrl'],
      ['sr-Latn', 'sr', 'latn'],
      ['en', 'en', 'latn'],
    ])
  })

  test('Serbian material is shown in the reader’s script', () => {
    expect(LOCALES.map((locale) => shownTo(locale, 'Љиг'))).toEqual(['Љиг', 'Ljig', 'Ljig'])
  })

  test('a message asks for the locale it is written in', () => {
    expect(localeOfWriting({ language: 'sr', script: 'cyrl' })).toBe('sr-Cyrl')
    expect(localeOfWriting({ language: 'sr', script: 'latn' })).toBe('sr-Latn')
    expect(localeOfWriting({ language: 'en', script: 'latn' })).toBe('en')
  })

  test.each([
    [undefined, 'sr-Cyrl'],
    ['sr', 'sr-Cyrl'],
    ['SR', 'sr-Cyrl'],
    ['sr-RS', 'sr-Cyrl'],
    ['sr-Latn', 'sr-Latn'],
    ['sr-Latn-RS', 'sr-Latn'],
    ['mk', 'sr-Cyrl'],
    ['hr', 'sr-Latn'],
    ['hr-HR', 'sr-Latn'],
    ['bs', 'sr-Latn'],
    ['sh', 'sr-Latn'],
    ['sl', 'sr-Latn'],
    ['cnr', 'sr-Latn'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['', 'en'],
  ] as const)('a Telegram in «%s» is first written to in %s', (code, locale) => {
    expect(localeOfClient(code)).toBe(locale)
  })
})
