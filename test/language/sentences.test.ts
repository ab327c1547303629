import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentences } from '../../src/language/sentences.ts'
import { anyText } from '../support/any-text.ts'
import { runs } from '../support/runs.ts'

describe('sentences', () => {
  test.each([
    ['Савет доноси план. План важи пет година.', ['Савет доноси план.', 'План важи пет година.']],
    ['Ко доноси план? Савет! Добро…  Хвала.', ['Ко доноси план?', 'Савет!', 'Добро…', 'Хвала.']],
    ['Savet donosi plan. Plan važi.', ['Savet donosi plan.', 'Plan važi.']],
    ['Први део\nдруги део. Трећи.', ['Први део други део.', 'Трећи.']],
    ['Рекао је: „Дођите.“ Дошли су.', ['Рекао је: „Дођите.“', 'Дошли су.']],
    ['Рекао је: „Дођите.” Дошли су.', ['Рекао је: „Дођите.”', 'Дошли су.']],
    ['Рекла је: «Дођите.» «Хоћемо.»', ['Рекла је: «Дођите.»', '«Хоћемо.»']],
    ['Дошли су (сви.) Отишли су.', ['Дошли су (сви.)', 'Отишли су.']],
    ['Шта сад?! Ништа.', ['Шта сад?!', 'Ништа.']],
    ['Има их 12. Савет их бира.', ['Има их 12.', 'Савет их бира.']],
    ['Питајте код КИРС-а. Затим се јавите.', ['Питајте код КИРС-а.', 'Затим се јавите.']],
    ['Важи до 2025. „План“ се мења.', ['Важи до 2025.', '„План“ се мења.']],
  ])('«%s» is cut where one ends', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })

  test.each([
    'Закон је донет 6. март 2024. године у Београду.',
    'Према чл. 13. закона, савет доноси план.',
    'Податке уређује члан 13. Закона о управљању миграцијама.',
    'Podatke uređuje član 13. stav 2. Zakona o strancima.',
    'План важи од 2021. до 2025. године.',
    'Види чл. 5 и бр. 7 истог акта.',
    'Тзв. Савет за миграције ради од 2009.',
    'Чланови су нпр. Центар за социјални рад и др. Установе.',
    'У члану 3. ст. 2. тач. 4. пише исто.',
    'Пише у „Сл. Гласник“, бр. 12.',
    'Потписао је А. Петровић из Ниша.',
    'Потписала је др Љ. Петровић из Ниша.',
    'Trajalo je od 15. maja do 3. juna.',
    'Prema čl. 13. zakona savet donosi plan.',
    'Пише на веб-страни example.rs и у pdf.датотеци.',
    'Има 50.397 лица и 3.5 процената.',
    'Дошли су… па отишли.',
    'See e.g. Article 5 of the law.',
  ])('«%s» is one', (text) => {
    expect(sentences(text)).toEqual([text])
  })

  test('a paragraph without an end, or without anything', () => {
    expect(sentences('Савет за миграције')).toEqual(['Савет за миграције'])
    expect(sentences('')).toEqual([])
    expect(sentences(' \n ')).toEqual([])
  })

  test('joined they are the paragraph, white space aside, and none is empty', () => {
    const piece = fc.constantFrom(
      ...[
        'Савет',
        'план',
        'чл',
        '13',
        '2024',
        'др',
        'Љ',
        'e.g',
        '«',
        '»',
        '„',
        '“',
        '(',
        ')',
        '.',
        '.',
        '!',
        '?',
        '…',
        '...',
      ],
      ...[' ', ' ', ' ', '\n', '\u00a0', '😀', '<b>', ','],
    )
    const paragraph = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      anyText,
    )
    fc.assert(
      fc.property(paragraph, (text) => {
        const found = sentences(text)
        expect(found.join(' ').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        expect(found.every((sentence) => sentence !== '' && sentence === sentence.trim())).toBe(true)
      }),
      runs(100),
    )
  })
})
