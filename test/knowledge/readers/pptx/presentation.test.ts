import PptxGenJS from 'pptxgenjs'
import { describe, expect, test } from 'vitest'
import { withPart } from '../docx/files.ts'
import { anOdf } from '../odf/files.ts'
import { allText, mustRead, SCRIPTS, sectionWith } from '../support.ts'

/** pptxgenjs is CommonJS with types of a module. */
const Pptx = ((PptxGenJS as unknown as { default?: typeof PptxGenJS }).default ??
  PptxGenJS) as unknown as new () => PptxGenJS.default

async function aPptx(write: (pptx: PptxGenJS.default) => void): Promise<Uint8Array> {
  const pptx = new Pptx()
  pptx.defineSlideMaster({
    title: 'M',
    objects: [{ placeholder: { options: { name: 'title', type: 'title', x: 1, y: 0.3, w: 8, h: 1 }, text: '' } }],
    slideNumber: { x: 9, y: 5 },
  })
  write(pptx)
  return new Uint8Array((await pptx.write({ outputType: 'nodebuffer' })) as Buffer)
}

describe.each(SCRIPTS)('slides in $script', ({ s }) => {
  test('of PowerPoint keep titles, lists, tables and notes', async () => {
    const file = await aPptx((pptx) => {
      pptx
        .addSlide({ masterName: 'M' })
        .addText(s('Обука за ЛАП'), { placeholder: 'title' })
        .addText(s('Ниш, март'), { x: 1, y: 2 })
      const second = pptx.addSlide({ masterName: 'M' }).addText(s('Кораци'), { placeholder: 'title' })
      second.addText(
        [s('анализа стања'), s('стабло проблема')].map((text) => ({
          text,
          options: { bullet: true, breakLine: true },
        })),
        { x: 1, y: 2 },
      )
      second.addNotes(s('Подсетити на рок.'))
      const third = pptx.addSlide()
      third.addTable(
        [
          [s('Мера'), s('Износ')],
          [s('Обука'), '12.500'],
        ].map((row) => row.map((text) => ({ text }))),
        { x: 1, y: 1 },
      )
      third.addChart(pptx.ChartType.bar, [{ name: 'a', labels: ['x'], values: [1] }], { x: 1, y: 3, w: 3, h: 2 })
      pptx.addSlide()
    })
    const read = await mustRead(file, 'obuka.pptx')
    expect(read).toMatchObject({ format: 'pptx', language: 'sr', pages: 4, document: { title: s('Обука за ЛАП') } })
    expect(read.unread).toEqual([
      { what: 'charts', count: 1, at: { kind: 'slide', number: 3 } },
      { what: 'pages-without-text', count: 1, at: { kind: 'slide', number: 4 } },
    ])
    expect(read.document.sections).toMatchObject([
      { headings: [], place: { kind: 'slide', number: 1 }, blocks: [{ kind: 'paragraph', text: s('Ниш, март') }] },
      {
        headings: [s('Кораци')],
        place: { kind: 'slide', number: 2 },
        blocks: [
          { kind: 'list', items: [s('анализа стања'), s('стабло проблема')] },
          { kind: 'paragraph', text: s('Подсетити на рок.') },
        ],
      },
      {
        headings: [],
        place: { kind: 'slide', number: 3 },
        blocks: [
          { kind: 'table', head: [s('Мера'), s('Износ')], rows: [[s('Обука'), '12.500']] },
          { kind: 'paragraph', text: 'a: x 1' },
        ],
      },
    ])
  })

  test('of OpenDocument keep titles, lists, tables and notes', async () => {
    const frame = (kind: string, content: string) =>
      `<draw:frame presentation:class="${kind}"><draw:text-box>${content}</draw:text-box></draw:frame>`
    const p = (text: string) => `<text:p>${text}</text:p>`
    const cell = (text: string) => `<table:table-cell>${p(text)}</table:table-cell>`
    const file = await anOdf('presentation', {
      styles:
        '<style:style style:name="dp9" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>',
      body:
        `<draw:page draw:name="p1">${frame('title', p(s('Кораци')))}${frame('outline', `<text:list><text:list-item>${p(s('анализа'))}</text:list-item><text:list-item>${p(s('стабло'))}</text:list-item></text:list>`)}` +
        `${frame('footer', p(s('подножје')))}<presentation:notes>${frame('notes', p(s('Подсетити на рок.')))}</presentation:notes></draw:page>` +
        `<draw:page draw:name="p2"><draw:frame><table:table><table:table-row>${cell(s('Мера'))}${cell(s('Износ'))}</table:table-row><table:table-row>${cell(s('Обука'))}${cell('5')}</table:table-row></table:table><draw:image xlink:href="Pictures/t.svm"/></draw:frame>` +
        `<draw:custom-shape>${p(s('у облику'))}</draw:custom-shape><draw:frame><draw:image xlink:href="http://127.0.0.1:9/a.png"/></draw:frame></draw:page>` +
        `<draw:page draw:name="p3" draw:style-name="dp9">${frame('title', p(s('Скривено')))}</draw:page>`,
    })
    const read = await mustRead(file, 'obuka.odp')
    expect(read).toMatchObject({ format: 'odp', pages: 3, document: { title: s('Кораци') } })
    expect(read.unread.toSorted((a, b) => (a.what < b.what ? -1 : 1))).toEqual([
      { what: 'hidden-slides', count: 1, at: { kind: 'slide', number: 3 } },
      { what: 'images', count: 1, at: { kind: 'slide', number: 2 } },
      { what: 'running-text', count: 1 },
    ])
    expect(read.document.sections).toMatchObject([
      {
        place: { kind: 'slide', number: 1 },
        blocks: [
          { kind: 'list', items: [s('анализа'), s('стабло')] },
          { kind: 'paragraph', text: s('Подсетити на рок.') },
        ],
      },
      {
        place: { kind: 'slide', number: 2 },
        blocks: [
          { kind: 'table', head: [s('Мера'), s('Износ')], rows: [[s('Обука'), '5']] },
          { kind: 'paragraph', text: s('у облику') },
        ],
      },
    ])
  })
})

describe('slides', () => {
  test('that are hidden are counted and not read', async () => {
    const file = await aPptx((pptx) => {
      pptx.addSlide().addText('види се', { x: 1, y: 1 })
      pptx.addSlide().addText('не види се', { x: 1, y: 1 })
    })
    const hidden = await withPart(file, 'ppt/slides/slide2.xml', (xml) => xml.replace('<p:sld ', '<p:sld show="0" '))
    const read = await mustRead(hidden, 'a.pptx')
    expect(allText(read)).toBe('види се')
    expect(read.unread).toEqual([{ what: 'hidden-slides', count: 1, at: { kind: 'slide', number: 2 } }])
  })

  test('show the texts of a diagram as a list, and paragraphs of the main text too', async () => {
    const file = await aPptx((pptx) => {
      pptx.addSlide().addText('први\nдруги', { x: 1, y: 1 })
    })
    const main = await withPart(file, 'ppt/slides/slide1.xml', (xml) =>
      xml
        .replace(
          /(<p:cNvSpPr[^>]*>(?:<\/p:cNvSpPr>)?)<p:nvPr\s*(?:\/>|><\/p:nvPr>)/,
          '$1<p:nvPr><p:ph idx="1"/></p:nvPr>',
        )
        .replaceAll('<a:buNone/>', ''),
    )
    expect(sectionWith(await mustRead(main, 'a.pptx'), 'први').blocks).toEqual([
      { kind: 'list', ordered: false, items: ['први', 'други'] },
    ])
    const diagram = await withPart(
      await withPart(
        await withPart(file, 'ppt/slides/slide1.xml', (xml) =>
          xml.replace(
            '</p:spTree>',
            '<p:graphicFrame><a:graphic><a:graphicData><dgm:relIds r:dm="rId77"/></a:graphicData></a:graphic></p:graphicFrame></p:spTree>',
          ),
        ),
        'ppt/slides/_rels/slide1.xml.rels',
        (xml) =>
          xml.replace(
            '</Relationships>',
            '<Relationship Id="rId77" Type="x/diagramData" Target="../diagrams/data1.xml"/></Relationships>',
          ),
      ),
      'ppt/diagrams/data1.xml',
      () =>
        '<dgm:dataModel><dgm:ptLst><dgm:pt type="doc"/><dgm:pt><dgm:t><a:p><a:r><a:t>циљ</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>мера</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>',
    )
    expect(sectionWith(await mustRead(diagram, 'a.pptx'), 'циљ').blocks).toContainEqual({
      kind: 'list',
      ordered: false,
      items: ['циљ', 'мера'],
    })
  })
})
