import { describe, expect, test } from 'vitest'
import { GlyphNumbers } from '../../../../src/knowledge/readers/pdf/glyph-numbers.ts'
import { allText, mustRead } from '../support.ts'

/** A PDF whose second font says nowhere which letters it has; texts as `[font, bytes]`. */
function withoutLetters(texts: [font: 'F1' | 'F2', hex: string][]): Uint8Array {
  const stream = `BT /F1 12 Tf 70 700 Td ${texts.map(([font, hex]) => `/${font} 12 Tf <${hex}> Tj`).join(' ')} ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/TrueType/BaseFont/ArialMT/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+ArialMT/Encoding/Identity-H/DescendantFonts[7 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+ArialMT/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/FontDescriptor 8 0 R>>',
    '<</Type/FontDescriptor/FontName/AAAAAA+ArialMT/Flags 32/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>',
  ]
  let file = '%PDF-1.4\n'
  const starts = objects.map((object, i) => {
    const start = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return String(start).padStart(10, '0')
  })
  const table = starts.map((start) => `${start} 00000 n \n`).join('')
  return new TextEncoder().encode(
    `${file}xref\n0 9\n0000000000 65535 f \n${table}trailer<</Size 9/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`,
  )
}

const plain = (text: string): ['F1', string] => ['F1', Buffer.from(text, 'latin1').toString('hex')]
const numbered = (...numbers: number[]): ['F2', string] => [
  'F2',
  numbers.map((number) => number.toString(16).padStart(4, '0')).join(''),
]

describe('a PDF that says nowhere which letters its font has', () => {
  test('is read where only the letters of Serbian Latin are in that font', async () => {
    const file = withoutLetters([
      plain('U ovom '),
      numbered(254),
      plain('lanu ure'),
      numbered(255),
      plain('uje se izme'),
      numbered(255),
      plain('u ostalog ku'),
      numbered(252),
      plain('a.'),
    ])
    expect(allText(await mustRead(file, 'a.pdf'))).toBe('U ovom članu uređuje se između ostalog kuća.')
  })

  test('is read where all of it is in that font', async () => {
    const budget = [571, 621, 647, 607, 620]
    const file = withoutLetters([numbered(...budget, 3, 602, 3, 621, 3, 21, 19, 20, 20, 17)])
    expect(allText(await mustRead(file, 'a.pdf'))).toBe('Буџет а у 2011.')
  })

  test('is read with a mark for each letter that cannot be told, and says so', async () => {
    const read = await mustRead(withoutLetters([plain('Ustav jem'), numbered(1), plain('i pravo svakome.')]), 'a.pdf')
    expect(allText(read)).toBe('Ustav jem\ufffdi pravo svakome.')
    expect(read.unread).toEqual([{ what: 'letters', count: 1, at: { kind: 'page', number: 1 } }])
  })
})

const item = (fontName: string, str: string) => ({ fontName, str, transform: [], width: 0 })
const read = (numbers: GlyphNumbers, ...items: [string, string][]) =>
  numbers.asLetters(items.map(([font, text]) => item(font, text))).map(({ str }) => str)

describe('numbers of glyphs', () => {
  test('are known on a page with few of them by the page before, and by another font of the page', () => {
    const numbers = new GlyphNumbers()
    expect(read(numbers, ['bold', 'ý'], ['plain', 'lan'])).toEqual(['ý', 'lan'])
    expect(read(numbers, ['cid', 'þ'], ['plain', 'ovek'], ['bold', 'ý'])).toEqual(['č', 'ovek', 'Č'])
    expect(read(numbers, ['cid', 'ü'])).toEqual(['ć'])
  })

  test.each([
    ['für Äÿ', 'a word of another language'],
    ['Þórður', 'a name'],
    ['ʃtɪə', 'how something is said'],
    ['Ü', 'a letter alone'],
  ])('are not seen in «%s», %s', (text) => {
    expect(read(new GlyphNumbers(), ['one', text])).toEqual([text])
  })
})
