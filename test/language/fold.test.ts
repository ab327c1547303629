import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldAny, foldedWords, GRAM_LENGTH, grams, gramsOfWord } from '../../src/language/fold.ts'
import { toLatin } from '../../src/language/script.ts'
import { anyText } from '../support/any-text.ts'
import { runs } from '../support/runs.ts'
import { unmixedText } from './texts.ts'

const MATERIAL = new URL('../../knowledge/', import.meta.url)

describe('folding', () => {
  test('a second time changes nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
    fc.assert(
      fc.property(unmixedText, (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
      runs(100),
    )
  })

  test('is the same for plain signs, read one by one, as for whatever is written', () => {
    const signs = [...'абђжљњћџшДЈЂЉЏaAjdđžčDJ0123 .,-„“\u00a0\u202f\n\tй']
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...signs), maxLength: 20 }), (text) => {
        expect(fold(text)).toBe(foldAny(text))
      }),
      runs(2000),
    )
    for (const name of readdirSync(MATERIAL).filter((file) => file.endsWith('.md')))
      for (const part of readFileSync(new URL(name, MATERIAL), 'utf8').split('\n\n'))
        expect(fold(part)).toBe(foldAny(part))
  })

  test.each(['яц', 'йБ', 'мой', 'їжак', 'ѓак ќ', 'яcа'])(
    'a second time changes nothing in «%s», with letters Serbian lacks',
    (text) => {
      expect(fold(fold(text))).toBe(fold(text))
      expect(fold(toLatin(text))).toBe(fold(text))
    },
  )

  test('is blind to script where each word keeps to one', () => {
    fc.assert(
      fc.property(unmixedText, (text) => {
        expect(fold(toLatin(text))).toBe(fold(text))
      }),
      runs(100),
    )
  })

  test('is blind to case and to how accents are encoded', () => {
    fc.assert(
      fc.property(unmixedText, (text) => {
        expect(fold(text.toLowerCase())).toBe(fold(text))
        expect(fold(text.normalize('NFD'))).toBe(fold(text))
      }),
      runs(100),
    )
  })

  test('leaves only letters and digits, with single spaces between', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fold(text)).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u)
      }),
    )
  })

  test.each(['Између', 'између', 'Između', 'izmedju', 'izmeđju', 'izmedu', 'IZMEDJU', 'ИЗМЕЂУ'])(
    '«%s» is one word with «izmedu»',
    (spelling) => {
      expect(fold(spelling)).toBe('izmedu')
    },
  )

  test.each([
    ['50.397', '50397'],
    ['50\u00a0397', '50397'],
    ['50\u202f397', '50397'],
    ['12.345.678 динара', '12345678 dinara'],
    ['6.3.2024', '6 3 2024'],
    ['чл. 13', 'cl 13'],
    ['3.1415', '3 1415'],
    ['2021. 2025.', '2021 2025'],
  ])('of numbers, «%s» is «%s»', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test.each([
    ['Са\u200bвет', 'a zero-width space'],
    ['Са\u200dвет', 'a zero-width joiner'],
    ['\ufeffСавет', 'a byte order mark'],
    ['Са\ufeffвет', 'a byte order mark inside'],
    ['\u200fСавет\u200e', 'right-to-left and left-to-right marks'],
    ['Са\u00adвет', 'a soft hyphen'],
    ['\u202eСавет\u202c', 'an embedding'],
    ['Са\u0301вет', 'an acute accent'],
    ['Са\u0311ве\u030fт', 'accents of dictionaries'],
    ['S\u0061\u0301vet', 'an accent on a Latin letter'],
    ['Cа\u0301вет', 'an accent in a word with a Latin C'],
    ['САВЕТ', 'capitals'],
    ['Ｓａｖｅｔ', 'full-width letters'],
  ])('«%s» is «savet»: %s does not count', (text) => {
    expect(fold(text)).toBe('savet')
  })

  test.each([
    ['', ''],
    [' \n\t ', ''],
    ['…—!?', ''],
    ['😀', ''],
    ['један\tдва\nтри', 'jedan dva tri'],
    ['ЛAП', 'lap'],
    ['Цаца Čačak', 'caca cacak'],
    ['e-mail: ana@example.rs', 'e mail ana example rs'],
    ['м²', 'm2'],
  ])('«%s» is «%s»', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('words are those of the folded text, none for a text without letters', () => {
    expect(foldedWords('Савет за миграције, 2024.')).toEqual(['savet', 'za', 'migracije', '2024'])
    expect(foldedWords('?! …')).toEqual([])
  })
})

describe('grams', () => {
  test('cut a word with its beginning and its end', () => {
    expect(gramsOfWord('savet')).toEqual([' sav', 'save', 'avet', 'vet '])
  })

  test('a word too short for one gives itself, and one of three letters gives two', () => {
    expect(gramsOfWord('za')).toEqual([' za '])
    expect(gramsOfWord('lap')).toEqual([' lap', 'lap '])
  })

  test('a single letter gives nothing, a single digit itself', () => {
    expect(gramsOfWord('i')).toEqual([])
    expect(gramsOfWord('5')).toEqual([' 5 '])
  })

  test('of a text come in order, with repetitions, alike in both scripts', () => {
    expect(grams('За, за и за!')).toEqual([' za ', ' za ', ' za '])
    expect(grams('Između')).toEqual(grams('између'))
  })

  test('cover every letter of every word and are never longer than they may be', () => {
    fc.assert(
      fc.property(unmixedText, (text) => {
        const expected = foldedWords(text).filter((word) => word.length > 1 || /\d/.test(word))
        const pieces = grams(text)
        expect(pieces.every((gram) => gram.length <= GRAM_LENGTH)).toBe(true)
        expect(pieces.filter((gram) => gram.startsWith(' '))).toHaveLength(expected.length)
        expect(pieces.filter((gram) => gram.endsWith(' '))).toHaveLength(expected.length)
        expect(rejoined(pieces)).toEqual(expected)
      }),
    )
  })
})

/** Words from their grams, each next one adding its last letter. */
function rejoined(pieces: string[]): string[] {
  const words: string[] = []
  for (const gram of pieces) {
    if (gram.startsWith(' ')) words.push(gram)
    else words.push(words.pop()! + gram.at(-1))
  }
  return words.map((word) => word.trim())
}
