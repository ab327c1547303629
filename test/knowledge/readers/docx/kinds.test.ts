import { describe, expect, test } from 'vitest'
import { markdownOf } from '../../../../src/knowledge/readers/document-markdown.ts'
import { aWordFile, numbered, numbering, type Parts, type Relations, wp } from '../package/files.ts'
import { mustRead } from '../support.ts'

/** What is read of a body, a line a block, without the title. */
async function linesOf(body: string, parts: Parts = {}, relations: Relations = {}): Promise<string[]> {
  const { document } = await mustRead(aWordFile(body, parts, relations), 'a.docx')
  return markdownOf(document).split(/\n+/).slice(1, -1)
}

async function unreadOf(body: string, parts: Parts = {}, relations: Relations = {}) {
  return (await mustRead(aWordFile(body, parts, relations), 'a.docx')).unread
}

const drawing = (content: string) =>
  `<w:drawing><wp:inline><a:graphic><a:graphicData>${content}</a:graphicData></a:graphic></wp:inline></w:drawing>`
const box = (content: string) =>
  drawing(`<wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp>`)
const run = (content: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr>${content}</w:r>`
const t = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`

describe('a list of a Word document', () => {
  const parts = {
    'numbering.xml': numbering(
      [
        ['decimal', '%1.'],
        ['lowerLetter', '%2)'],
        ['bullet', '•'],
      ],
      [['decimal', 'Члан %1.', 7]],
      [['russianLower', '%1)']],
      [
        ['decimal', '%1.'],
        ['decimal', '%1.%2.'],
      ],
    ),
  }

  test.each<[string, string, string[]]>([
    ['goes on after a paragraph', wp('а', numbered(1)) + wp('међу') + wp('б', numbered(1)), ['1. а', 'међу', '2. б']],
    [
      'has letters below figures',
      wp('а', numbered(1)) + wp('б', numbered(1, 1)) + wp('в', numbered(1)),
      ['1. а', 'a) б', '2. в'],
    ],
    ['has words and its own first number', wp('а', numbered(2)) + wp('б', numbered(2)), ['Члан 7. а', 'Члан 8. б']],
    ['has Cyrillic letters', wp('а', numbered(3)) + wp('б', numbered(3)), ['а) а', 'б) б']],
    ['has numbers of several levels', wp('а', numbered(4)) + wp('б', numbered(4, 1)), ['1. а', '1.1. б']],
    [
      'has bullets between',
      wp('а', numbered(1)) + wp('б', numbered(1, 2)) + wp('в', numbered(1)),
      ['1. а', '- б', '2. в'],
    ],
    ['is none when another begins', wp('а', numbered(1)) + wp('б', numbered(4)), ['1. а', '1. б']],
  ])('%s', async (_, body, expected) => {
    expect(await linesOf(body, parts)).toEqual(expected)
  })

  test('begins anew in each row where it does so in the document', async () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`
    const row = `<w:tr>${cell(wp('Корак', numbered(2)))}${cell(wp('сад'))}</w:tr>`
    expect(await linesOf(`<w:tbl>${row}${row}</w:tbl>`, parts)).toEqual([
      '| Члан 7. Корак | сад |',
      '|---|---|',
      '| Члан 8. Корак | сад |',
    ])
  })
})

describe('a Word document gives', () => {
  test('the text of boxes after their paragraph, in either form, once', async () => {
    const fallback = `<w:pict><v:shape><v:textbox><w:txbxContent>${wp('у оквиру')}</w:txbxContent></v:textbox></v:shape></w:pict>`
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${box(wp('у оквиру'))}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`
    for (const form of [box(wp('у оквиру')), fallback, both])
      expect(await linesOf(`<w:p>${run(t('пре') + form + t(' и после'))}</w:p>`)).toEqual(['пре и после', 'у оквиру'])
  })

  test('boxes in boxes, and those in cells', async () => {
    const inner = `<w:p>${run(box(wp('унутра')))}</w:p>`
    expect(await linesOf(`<w:p>${run(box(wp('споља') + inner))}</w:p>`)).toEqual(['споља', 'унутра'])
    const cell = `<w:tc><w:p>${run(box(wp('у ћелији')))}</w:p></w:tc><w:tc>${wp('б')}</w:tc>`
    expect((await linesOf(`<w:tbl><w:tr>${cell}</w:tr><w:tr>${cell}</w:tr></w:tbl>`))[0]).toBe('| у ћелији | б |')
  })

  test('the texts of a diagram, and says that one without is there', async () => {
    const diagram = `<w:p>${run(drawing('<dgm:relIds r:dm="d"/>'))}</w:p>`
    const data =
      '<dgm:dataModel><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Савет</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>'
    expect(await linesOf(diagram, { 'd.xml': data }, { d: ['diagramData', 'd.xml'] })).toEqual(['Савет'])
    expect(await unreadOf(wp('Текст.') + diagram)).toEqual([{ what: 'diagrams', count: 1 }])
  })

  test('what a chart says in words, and that it is there', async () => {
    const chart = `<w:p>${run(drawing('<c:chart r:id="c"/>'))}</w:p>`
    const data =
      '<c:chartSpace><c:title><a:t>Породице</a:t></c:title><c:ser><c:tx><c:v>2026</c:v></c:tx><c:cat><c:v>Бечеј</c:v><c:v>Сента</c:v></c:cat><c:val><c:v>12</c:v><c:v>5</c:v></c:val></c:ser></c:chartSpace>'
    const parts = [{ 'c.xml': data }, { c: ['chart', 'c.xml'] }] as [Parts, Relations]
    expect(await linesOf(chart, ...parts)).toEqual(['Породице', '2026: Бечеј 12, Сента 5'])
    expect(await unreadOf(chart, ...parts)).toEqual([{ what: 'charts', count: 1 }])
  })

  test.each([
    ['<m:r><m:t>Н = 0,5 × П</m:t></m:r>', 'Н = 0,5 × П'],
    ['<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>', '(a+b)/2'],
    ['<m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>', 'm²'],
    ['<m:rad><m:radPr/><m:deg/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad>', '√x'],
    ['<m:d><m:e><m:r><m:t>x</m:t></m:r></m:e></m:d>', '(x)'],
    [
      '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub><m:r><m:t>i=1</m:t></m:r></m:sub><m:sup><m:r><m:t>n</m:t></m:r></m:sup><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary>',
      '∑_(i=1)ⁿ x',
    ],
  ])('the formula %s', async (formula, expected) => {
    expect(await linesOf(`<w:p><m:oMathPara><m:oMath>${formula}</m:oMath></m:oMathPara></w:p>`)).toEqual([expected])
  })

  test('pages and texts that it takes in', async () => {
    const body = `${wp('пре')}<w:altChunk r:id="a"/>${wp('после')}`
    const taken = (name: string, content: string) => linesOf(body, { [name]: content }, { a: ['aFChunk', name] })
    expect(await taken('a.htm', '<html><body><p>страна</p></body></html>')).toEqual(['пре', 'страна', 'после'])
    expect(await taken('a.txt', 'ред')).toEqual(['пре', 'ред', 'после'])
    expect(await taken('a.dat', '{\\rtf1 x}')).toEqual(['пре', 'после'])
    expect(await unreadOf(body, { 'a.dat': '{\\rtf1 x}' }, { a: ['aFChunk', 'a.dat'] })).toEqual([
      { what: 'objects', count: 1 },
    ])
  })

  test('raised and lowered signs as such, and text in fields', async () => {
    const raised = (text: string, where = 'superscript') => run(t(text), `<w:vertAlign w:val="${where}"/>`)
    const body = `<w:p>${run(t('10 m'))}${raised('2')}${run(t(', 5'))}${raised('o')}${run(t(', H'))}${raised('2', 'subscript')}${run(t('O'))}<w:fldSimple w:instr="X">${run(t(' у пољу'))}</w:fldSimple></w:p>`
    expect(await linesOf(body)).toEqual(['10 m², 5°, H₂O у пољу'])
  })
})

describe('a Word document keeps to itself, and tells', () => {
  const STYLES =
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:styleId="Tajno"><w:name w:val="Tajno"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Jos"><w:name w:val="Jos"/><w:basedOn w:val="Tajno"/></w:style></w:styles>'

  test.each([
    ['a run', '<w:vanish/>', ['јавно'], 1],
    ['a style', '<w:rStyle w:val="Jos"/>', ['јавно'], 1],
    ['nothing', '<w:vanish w:val="0"/>', ['јавно тајно још тајно'], 0],
  ])('text that %s hides, once for runs in a row', async (_, properties, lines, count) => {
    const body = `<w:p>${run(t('јавно'))}${run(t(' тајно'), properties)}${run(t(' још тајно'), properties)}</w:p>`
    expect(await linesOf(body, { 'styles.xml': STYLES })).toEqual(lines)
    expect(await unreadOf(body, { 'styles.xml': STYLES })).toEqual(count === 0 ? [] : [{ what: 'hidden-text', count }])
  })

  test('comments, below their heading', async () => {
    const body = `${wp('Мере', '<w:pStyle w:val="Heading1"/>')}<w:p>${run(t('Текст.'))}<w:r><w:commentReference w:id="0"/></w:r></w:p>`
    expect(await unreadOf(body)).toEqual([{ what: 'comments', count: 1, at: { kind: 'heading', text: 'Мере' } }])
  })
})
