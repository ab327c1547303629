import { HeadingLevel, LevelFormat, Paragraph, TextRun } from 'docx'
import { describe, expect, test } from 'vitest'
import { aDocx, withPart } from '../docx/files.ts'
import { anOdf } from '../odf/files.ts'
import { mustRead, type Read } from '../support.ts'

const headingsOf = (read: Read) => read.document.sections.map((section) => section.headings.at(-1))

/** Lists of headings as Word makes them: «1.», «1.2», «I», «Члан 1.». */
const numbering = {
  config: [
    {
      reference: 'chapters',
      levels: [
        { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
        { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2' },
      ],
    },
    {
      reference: 'parts',
      levels: [
        { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1', start: 4 },
        { level: 1, format: LevelFormat.LOWER_LETTER, text: '%1 %2)' },
      ],
    },
    { reference: 'articles', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: 'Члан %1.' }] },
    { reference: 'bullets', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•' }] },
  ],
}

const heading = (text: string, reference: string, level = 0) => [
  new Paragraph({
    text,
    heading: level === 0 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    numbering: { reference, level },
  }),
  new Paragraph('Текст.'),
]

describe('the numbers that Word counts stand before its headings', () => {
  test('and go on after wider ones, in figures, letters and words', async () => {
    const file = await aDocx(
      [
        ...heading('Увод', 'chapters'),
        ...heading('Сврха', 'chapters', 1),
        ...heading('Обим', 'chapters', 1),
        ...heading('Поступак', 'chapters'),
        ...heading('Рокови', 'chapters', 1),
        ...heading('Прилози', 'parts'),
        ...heading('Обрасци', 'parts', 1),
        ...heading('Тарифа', 'parts'),
        ...heading('Обрачун', 'parts', 1),
        ...heading('Предмет', 'articles'),
        ...heading('Значење', 'articles'),
        ...heading('Напомена', 'bullets'),
      ],
      { numbering },
    )
    expect(headingsOf(await mustRead(file, 'a.docx'))).toEqual([
      '1. Увод',
      '1.1 Сврха',
      '1.2 Обим',
      '2. Поступак',
      '2.1 Рокови',
      'IV Прилози',
      'IV a) Обрасци',
      'V Тарифа',
      'V a) Обрачун',
      'Члан 1. Предмет',
      'Члан 2. Значење',
      'Напомена',
    ])
  })

  test('by the style too, not before paragraphs, and not where a heading has none', async () => {
    const bare = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 })
    const made = await aDocx(
      [
        bare('Увод'),
        new Paragraph('Текст.'),
        bare('Без броја'),
        new Paragraph('Текст.'),
        bare('Крај'),
        new Paragraph('Т.'),
      ],
      { numbering },
    )
    const styled = await withPart(made, 'word/styles.xml', (xml) =>
      xml.replace(
        /(<w:style [^>]*w:styleId="Heading1"[^>]*>[\s\S]*?)<\/w:style>/,
        '$1<w:pPr><w:numPr><w:numId w:val="91"/></w:numPr></w:pPr></w:style>',
      ),
    )
    const file = await withPart(styled, 'word/numbering.xml', (xml) =>
      xml.replace(
        '</w:numbering>',
        '<w:abstractNum w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:pStyle w:val="Heading1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="91"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>',
      ),
    )
    const unnumbered = await withPart(file, 'word/document.xml', (xml) =>
      xml.replace(/<\/w:pPr>(?=<w:r><w:t[^>]*>Без броја)/, '<w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'),
    )
    expect(headingsOf(await mustRead(unnumbered, 'a.docx'))).toEqual(['7 Увод', 'Без броја', '8 Крај'])
  })

  test('by what a tracked change left of it, and not in a text box that stands there', async () => {
    const former =
      '<w:pPrChange w:id="1" w:author="А"><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:pPrChange>'
    const box =
      '<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p><w:r><w:t>Оквир</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>'
    const file = await withPart(
      await aDocx([...heading('Увод', 'chapters'), ...heading('Рокови', 'chapters')], { numbering }),
      'word/document.xml',
      (xml) => xml.replaceAll('</w:pPr>', `${former}</w:pPr>`).replace(/(?=<w:r><w:t[^>]*>Увод)/, box),
    )
    const headings = headingsOf(await mustRead(file, 'a.docx'))
    expect(headings.at(-1)).toBe('2. Рокови')
    expect(headings.join()).toContain('1. Увод')
  })

  test('after a page that turns there', async () => {
    const made = await aDocx(
      [
        ...heading('Прва', 'chapters'),
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          numbering: { reference: 'chapters', level: 0 },
          children: [new TextRun('ДРУГА')],
        }),
        new Paragraph('Текст.'),
      ],
      { numbering },
    )
    const file = await withPart(made, 'word/document.xml', (xml) =>
      xml.replace(/<w:t[^>]*>ДРУГА/, '<w:lastRenderedPageBreak/>$&'),
    )
    expect((await mustRead(file, 'a.docx')).document.sections.at(-1)).toMatchObject({
      headings: ['2. ДРУГА'],
      place: { kind: 'page', number: 2 },
    })
  })
})

test('the numbers of an OpenDocument outline stand before its headings', async () => {
  const heading = (level: number, text: string, more = '') =>
    `<text:h text:outline-level="${level}" ${more}>${text}</text:h><text:p>Текст.</text:p>`
  const file = await anOdf('text', {
    body:
      heading(1, '<text:soft-page-break/>Увод') +
      heading(2, 'Сврха') +
      heading(2, 'Без броја', 'text:is-list-header="true"') +
      heading(2, 'Такође', 'text:style-name="Bare"') +
      heading(2, 'Обим') +
      heading(1, 'Поступак') +
      heading(2, 'Рокови') +
      heading(2, 'Испочетка', 'text:restart-numbering="true" text:start-value="5"'),
    styles: '<style:style style:name="Bare" style:family="paragraph" style:list-style-name=""/>',
    more: {
      'styles.xml':
        '<office:document-styles xmlns:office="o" xmlns:text="t" xmlns:style="s"><office:styles><text:outline-style>' +
        '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>' +
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>' +
        '</text:outline-style></office:styles></office:document-styles>',
    },
  })
  expect(headingsOf(await mustRead(file, 'a.odt'))).toEqual([
    'I. Увод',
    'I.1 Сврха',
    'Без броја',
    'Такође',
    'I.2 Обим',
    'II. Поступак',
    'II.1 Рокови',
    'II.5 Испочетка',
  ])
})
