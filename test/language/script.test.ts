import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inScript, mendLookAlikes, scriptOf, toLatin } from '../../src/language/script.ts'
import { anyText } from '../support/any-text.ts'
import { cyrillicText } from './texts.ts'

const MUNICIPALITIES: [string, string][] = [
  ['Аранђеловац', 'Aranđelovac'],
  ['Бачка Топола', 'Bačka Topola'],
  ['Владичин Хан', 'Vladičin Han'],
  ['Врњачка Бања', 'Vrnjačka Banja'],
  ['Гаџин Хан', 'Gadžin Han'],
  ['Гњилане', 'Gnjilane'],
  ['Инђија', 'Inđija'],
  ['Љиг', 'Ljig'],
  ['Љубовија', 'Ljubovija'],
  ['Мали Иђош', 'Mali Iđoš'],
  ['Нова Црња', 'Nova Crnja'],
  ['Оџаци', 'Odžaci'],
  ['Пећинци', 'Pećinci'],
  ['Сврљиг', 'Svrljig'],
  ['Ћићевац', 'Ćićevac'],
  ['Житорађа', 'Žitorađa'],
]

describe('Latin from Cyrillic', () => {
  test.each(MUNICIPALITIES)('%s is written %s', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin)
  })

  test.each(MUNICIPALITIES)('%s in capitals is %s in capitals', (cyrillic, latin) => {
    expect(toLatin(cyrillic.toUpperCase())).toBe(latin.toUpperCase())
  })

  test.each([
    ['ЉИГ', 'LJIG'],
    ['Љиг', 'Ljig'],
    ['љиг', 'ljig'],
    ['Џеп', 'Džep'],
    ['ЏЕП', 'DŽEP'],
    ['КРАЉ', 'KRALJ'],
    ['БАЊА', 'BANJA'],
    ['Њ', 'Nj'],
    ['њ', 'nj'],
    ['Љ. Петровић', 'Lj. Petrović'],
    ['ДР Љ. ПЕТРОВИЋ', 'DR Lj. PETROVIĆ'],
    ['ЉЊЏ', 'LJNJDŽ'],
    ['Њ1', 'Nj1'],
  ])('«%s» is «%s», the digraph following its neighbours', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin)
  })

  test('all thirty letters, small and capital', () => {
    expect(toLatin('абвгдђежзијклљмнњопрстћуфхцчџш')).toBe('abvgdđežzijklljmnnjoprstćufhcčdžš')
    expect(toLatin('А Б В Г Д Ђ Е Ж З И Ј К Л Љ М Н Њ О П Р С Т Ћ У Ф Х Ц Ч Џ Ш')).toBe(
      'A B V G D Đ E Ž Z I J K L Lj M N Nj O P R S T Ć U F H C Č Dž Š',
    )
  })

  test('what is not Serbian Cyrillic stays as it is', () => {
    const other = 'Plan 2025 čćžšđ <b>&amp;</b> https://example.rs/?q=1 😀 ыщя'
    expect(toLatin(other)).toBe(other)
  })

  test('no Serbian Cyrillic letter is left, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(toLatin(text)).not.toMatch(/[а-шђјљњћџА-ШЂЈЉЊЋЏ](?<![йщъыьэюяЙЩЪЫЬЭЮЯ])/u)
      }),
    )
  })

  test('a second time changes nothing', () => {
    fc.assert(
      fc.property(cyrillicText, (text) => {
        expect(toLatin(toLatin(text))).toBe(toLatin(text))
      }),
    )
  })

  test('a text is derived only when Latin is asked for', () => {
    expect(inScript('Савет', 'cyrl')).toBe('Савет')
    expect(inScript('Савет', 'latn')).toBe('Savet')
  })
})

describe('the script of a text', () => {
  test.each([
    ['Савет за миграције', 'cyrl'],
    ['Savet za migracije', 'latn'],
    ['ЛАП i plan', 'latn'],
    ['LAP је план', 'cyrl'],
    ['да no', 'cyrl'],
    ['123 😀 …', null],
    ['', null],
    ['עברית', null],
  ] as const)('of «%s» is %s', (text, script) => {
    expect(scriptOf(text)).toBe(script)
  })
})

describe('words that mix scripts by letters that look alike', () => {
  test.each([
    ['Cавет', 'Савет', 'a Latin C in a Cyrillic word'],
    ['ЛAП', 'ЛАП', 'a Latin A in a Cyrillic word'],
    ['LАP', 'LAP', 'a Cyrillic А in a Latin word'],
    ['Мигрaциje', 'Миграције', 'a Latin a and j'],
    ['plаn', 'plan', 'a Cyrillic а'],
    ['Cавет и LАP', 'Савет и LAP', 'each word by itself'],
  ])('«%s» becomes «%s»: %s', (mixed, mended) => {
    expect(mendLookAlikes(mixed)).toBe(mended)
  })

  test.each([
    ['Савет', 'wholly Cyrillic'],
    ['Savet', 'wholly Latin'],
    ['COME', 'Latin though every letter could be Cyrillic'],
    ['СОМЕ', 'Cyrillic though every letter could be Latin'],
    ['LAPовци', 'a Latin abbreviation with a Cyrillic ending'],
    ['Bitкоin', 'a Latin word with letters of neither kind'],
    ['IT-сектор', 'a hyphen parts the words'],
    ['', 'nothing at all'],
  ])('«%s» stays: %s', (word) => {
    expect(mendLookAlikes(word)).toBe(word)
  })

  test('one letter of any Serbian word typed on the other keyboard is mended', () => {
    const alike = new Map(Array.from('АВСЕНЈКМОРТХасеорхуј', (letter, i) => [letter, 'ABCEHJKMOPTXaceopxyj'[i]!]))
    const word = fc.stringMatching(/^[АБЦДЕЖЗИЈКЛЉМНЊОПРСТЋУФХЧЏШабцдђежзијклљмнњопрстћуфхчџш]{3,12}$/)
    fc.assert(
      fc.property(word, fc.nat(), (cyrillic, pick) => {
        const letters = Array.from(cyrillic)
        const places = letters.flatMap((letter, i) => (alike.has(letter) ? [i] : []))
        fc.pre(places.length > 0)
        const at = places[pick % places.length]!
        const typed = letters.with(at, alike.get(letters[at]!)!).join('')
        expect(mendLookAlikes(typed)).toBe(cyrillic)
      }),
    )
  })
})
