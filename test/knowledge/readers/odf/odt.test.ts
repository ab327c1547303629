import { describe, expect, test } from 'vitest'
import { allText, mustRead, SCRIPTS, sectionWith } from '../support.ts'
import { anOdf } from './files.ts'

const p = (text: string, style = 'Standard') => `<text:p text:style-name="${style}">${text}</text:p>`
const h = (level: number, text: string) => `<text:h text:outline-level="${level}">${text}</text:h>`
const note = (text: string) =>
  `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`
const STYLES =
  '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>' +
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>' +
  '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1"/></text:list-style>'

describe.each(SCRIPTS)('an OpenDocument text in $script', ({ s }) => {
  test('keeps headings, lists, tables, footnotes and pages', async () => {
    const item = (...texts: string[]) => `<text:list-item>${texts.join('')}</text:list-item>`
    const cell = (text: string, more = '') => `<table:table-cell${more}>${p(text)}</table:table-cell>`
    const file = await anOdf('text', {
      styles: STYLES,
      meta: `<dc:title>${s('Водич')}</dc:title>`,
      body:
        `<text:table-of-content><text:index-body>${p(s('Садржај 1'))}</text:index-body></text:table-of-content>` +
        `<text:tracked-changes><text:changed-region><text:deletion>${p(s('обрисано'))}</text:deletion></text:changed-region></text:tracked-changes>` +
        h(1, s('Припрема')) +
        p(
          `${s('Општина')}<text:s text:c="2"/>${s('пише')}<text:line-break/>${s('план.')}${note(s('Члан 5.'))}<office:annotation>${p(s('коментар'))}</office:annotation>`,
        ) +
        h(2, s('Чланови')) +
        `<text:list text:style-name="L2">${item(p(s('први')), `<text:list>${item(p(s('уметнут')))}</text:list>`)}${item(p(s('други')))}</text:list>` +
        `<text:list text:style-name="L1">${item(p(s('један')))}${item(p(s('два')))}</text:list>` +
        p(s('На другој страни.'), 'P1') +
        p(`${s('Иде до треће')}<text:soft-page-break/> ${s('стране.')}`) +
        `<table:table><table:table-header-rows><table:table-row>${cell(s('Мера'))}${cell(s('Износ'))}</table:table-row></table:table-header-rows>` +
        `<table:table-row>${cell(s('Обука'), ' table:number-rows-spanned="2"')}${cell('5')}</table:table-row><text:soft-page-break/>` +
        `<table:table-row><table:covered-table-cell/>${cell('7')}</table:table-row></table:table>`,
    })
    const read = await mustRead(file, 'vodic.odt')
    expect(read).toMatchObject({ format: 'odt', language: 'sr', pages: 4, document: { title: s('Водич') } })
    expect(read.unread).toEqual([{ what: 'comments', count: 1, at: { kind: 'page', number: 1 } }])
    const table = { kind: 'table', head: [s('Мера'), s('Износ')] }
    expect(read.document.sections).toMatchObject([
      {
        headings: [s('Припрема')],
        place: { kind: 'page', number: 1 },
        blocks: [
          { kind: 'paragraph', text: s('Општина пише план.') },
          { kind: 'paragraph', text: s('Члан 5.') },
        ],
      },
      {
        headings: [s('Припрема'), s('Чланови')],
        place: { kind: 'page', number: 1 },
        blocks: [
          { kind: 'list', ordered: false, items: [s('први'), s('уметнут'), s('други')] },
          { kind: 'list', ordered: true, items: [s('један'), s('два')] },
        ],
      },
      {
        place: { kind: 'page', number: 2 },
        blocks: [
          { kind: 'paragraph', text: s('На другој страни.') },
          { kind: 'paragraph', text: s('Иде до треће стране.') },
        ],
      },
      { place: { kind: 'page', number: 3 }, blocks: [{ ...table, rows: [[s('Обука'), '5']] }] },
      { place: { kind: 'page', number: 4 }, blocks: [{ ...table, rows: [[s('Обука'), '7']] }] },
    ])
    for (const gone of ['Садржај', 'обрисано', 'коментар']) expect(allText(read)).not.toContain(s(gone))
  })
})

describe('an OpenDocument text', () => {
  test('whose own page count is another has no page numbers', async () => {
    const file = await anOdf('text', {
      styles: STYLES,
      meta: '<meta:document-statistic meta:page-count="9"/>',
      body: p('Прва.') + p('Друга.', 'P1'),
    })
    const read = await mustRead(file, 'a.odt')
    expect(read.pages).toBe(9)
    expect(sectionWith(read, 'Друга.').place).toBeNull()
  })

  test('takes short bold lines for headings when it has none, and counts pictures and objects', async () => {
    const file = await anOdf('text', {
      styles: STYLES,
      body:
        p('<text:span text:style-name="T1">Циљ обуке</text:span>') +
        p('Учесници пишу план.') +
        p(
          '<draw:frame><draw:image xlink:href="Pictures/a.png"/></draw:frame><draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="x"/></draw:frame>',
        ),
    })
    const read = await mustRead(file, 'a.odt')
    expect(read.document.title).toBe('Циљ обуке')
    expect(read.unread).toEqual([
      { what: 'objects', count: 1, at: { kind: 'heading', text: 'Циљ обуке' } },
      { what: 'images', count: 1, at: { kind: 'heading', text: 'Циљ обуке' } },
    ])
  })
})
