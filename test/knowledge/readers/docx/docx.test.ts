import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, test } from 'vitest'
import { allText, blocksOf, mustRead, SCRIPTS, sectionWith } from '../support.ts'
import { aDocx, aTable } from './files.ts'

const heading = (text: string, level: keyof typeof HeadingLevel = 'HEADING_1') =>
  new Paragraph({ text, heading: HeadingLevel[level] })
const by = { author: 'Тренер', date: '2026-01-05T10:00:00Z' }
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe.each(SCRIPTS)('a Word document in $script', ({ s }) => {
  const guide = () =>
    aDocx(
      [
        heading(s('Припрема плана')),
        new Paragraph({ children: [new TextRun(s('Општина именује радну групу.')), new FootnoteReferenceRun(1)] }),
        heading(s('Чланови'), 'HEADING_2'),
        new Paragraph({ text: s('представник центра за социјални рад'), bullet: { level: 0 } }),
        new Paragraph({ text: s('заменик тог представника'), bullet: { level: 1 } }),
        new Paragraph({ text: s('повереник за избеглице'), bullet: { level: 0 } }),
        new Paragraph({ children: [new PageBreak(), new TextRun(s('Рокови стоје на другој страни.'))] }),
        heading(s('Новац')),
        aTable([
          [s('Мера'), s('Износ'), s('Рок')],
          [s('Обука'), '12.500', s('март')],
          [s('Сеоске куће'), '1.250.000', s('јун')],
        ]),
        new Paragraph({ text: s('прво'), numbering: { reference: 'numbers', level: 0 } }),
        new Paragraph({ text: s('друго'), numbering: { reference: 'numbers', level: 0 } }),
      ],
      {
        title: s('Водич за ЛАП'),
        footnotes: { 1: { children: [new Paragraph(s('Решење доноси председник општине.'))] } },
        section: {
          headers: { default: new Header({ children: [new Paragraph(s('Радна верзија'))] }) },
          footers: {
            default: new Footer({
              children: [new Paragraph({ children: [PageNumber.CURRENT, s(' страна')] as never })],
            }),
          },
        },
      },
    )

  test('keeps headings, lists, tables, footnotes and pages', async () => {
    const read = await mustRead(await guide(), 'vodic.docx')
    expect(read).toMatchObject({
      format: 'docx',
      language: 'sr',
      pages: 2,
      unread: [{ what: 'running-text', count: 1 }],
      document: { title: s('Водич за ЛАП') },
    })
    expect(read.document.sections).toMatchObject([
      {
        headings: [s('Припрема плана')],
        place: { kind: 'page', number: 1 },
        blocks: [
          { kind: 'paragraph', text: s('Општина именује радну групу.') },
          { kind: 'paragraph', text: s('Решење доноси председник општине.') },
        ],
      },
      {
        headings: [s('Припрема плана'), s('Чланови')],
        place: { kind: 'page', number: 1 },
        blocks: [
          {
            kind: 'list',
            ordered: false,
            items: [
              s('представник центра за социјални рад'),
              s('заменик тог представника'),
              s('повереник за избеглице'),
            ],
          },
        ],
      },
      {
        headings: [s('Припрема плана'), s('Чланови')],
        place: { kind: 'page', number: 2 },
        blocks: [{ kind: 'paragraph', text: s('Рокови стоје на другој страни.') }],
      },
      {
        headings: [s('Новац')],
        place: { kind: 'page', number: 2 },
        blocks: [
          {
            kind: 'table',
            head: [s('Мера'), s('Износ'), s('Рок')],
            rows: [
              [s('Обука'), '12.500', s('март')],
              [s('Сеоске куће'), '1.250.000', s('јун')],
            ],
          },
          { kind: 'list', ordered: true, items: [s('прво'), s('друго')] },
        ],
      },
    ])
  })

  test('drops running headers and footers', async () => {
    const text = allText(await mustRead(await guide(), 'vodic.docx'))
    expect(text).not.toContain(s('Радна верзија'))
    expect(text).not.toContain(s('страна'))
  })
})

describe('a Word document', () => {
  test('with tracked changes is read as accepted, and comments are dropped', async () => {
    const file = await aDocx(
      [
        new Paragraph({
          children: [
            new CommentRangeStart(0),
            new TextRun('План важи '),
            new DeletedTextRun({ text: 'три', id: 1, ...by }),
            new InsertedTextRun({ text: 'пет', id: 2, ...by }),
            new TextRun(' година.'),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
          ],
        }),
      ],
      { comments: { children: [{ id: 0, ...by, date: new Date(by.date), children: [new Paragraph('Проверити!')] }] } },
    )
    expect(blocksOf(await mustRead(file, 'a.docx'))).toEqual([{ kind: 'paragraph', text: 'План важи пет година.' }])
  })

  test('keeps the text of links, says how many pictures it left out, and loads neither', async () => {
    const file = await aDocx([
      new Paragraph({
        children: [new ExternalHyperlink({ link: 'http://127.0.0.1:9/x', children: [new TextRun('сајт КИРС-а')] })],
      }),
      new Paragraph({
        children: [new ImageRun({ type: 'png', data: PIXEL, transformation: { width: 9, height: 9 } })],
      }),
    ])
    const read = await mustRead(file, 'a.docx')
    expect(allText(read)).toBe('сајт КИРС-а')
    expect(read.unread).toEqual([{ what: 'images', count: 1 }])
  })

  test('repeats merged cells and joins two rows of heads', async () => {
    const cell = (text: string, options: object = {}) => new TableCell({ ...options, children: [new Paragraph(text)] })
    const file = await aDocx([
      new Table({
        rows: [
          new TableRow({
            tableHeader: true,
            children: [cell('Општина', { rowSpan: 2 }), cell('Породице', { columnSpan: 2 })],
          }),
          new TableRow({ tableHeader: true, children: [cell('2023'), cell('2024')] }),
          new TableRow({ children: [cell('Ниш', { rowSpan: 2 }), cell('40'), cell('35')] }),
          new TableRow({ children: [cell('12'), cell('9')] }),
        ],
      }),
    ])
    expect(blocksOf(await mustRead(file, 'a.docx'))).toEqual([
      {
        kind: 'table',
        head: ['Општина', 'Породице – 2023', 'Породице – 2024'],
        rows: [
          ['Ниш', '40', '35'],
          ['Ниш', '12', '9'],
        ],
      },
    ])
  })

  test('takes styles based on headings, and in their absence short bold lines, for headings', async () => {
    const styled = await aDocx([new Paragraph({ text: 'Глава', style: 'Glava' }), new Paragraph('Текст главе.')], {
      styles: { paragraphStyles: [{ id: 'Glava', name: 'Moja glava', basedOn: 'Heading1' }] },
    })
    const bold = await aDocx([
      new Paragraph({ children: [new TextRun({ text: 'Циљ обуке', bold: true })] }),
      new Paragraph('Учесници пишу план.'),
      new Paragraph({ children: [new TextRun({ text: 'Пажња:', bold: true }), new TextRun(' рок је јун.')] }),
    ])
    expect(sectionWith(await mustRead(styled, 'Vodič_za_LAP.docx'), 'Текст главе').headings).toEqual([])
    expect((await mustRead(styled, 'Vodič_za_LAP.docx')).document.title).toBe('Глава')
    const read = await mustRead(bold, 'obuka-2026.docx')
    expect(read.document.title).toBe('Циљ обуке')
    expect(blocksOf(read)).toHaveLength(2)
  })

  test('takes the paragraph in the style of titles for its title, beside headings of the first level', async () => {
    const file = await aDocx([
      new Paragraph({ text: 'Правилник о раду', heading: HeadingLevel.TITLE }),
      heading('Опште одредбе'),
      new Paragraph('Текст.'),
      heading('Завршне одредбе'),
      new Paragraph('Крај.'),
    ])
    const { document } = await mustRead(file, 'a.docx')
    expect(document.title).toBe('Правилник о раду')
    expect(document.sections.map((section) => section.headings)).toEqual([['Опште одредбе'], ['Завршне одредбе']])
  })

  test('loses its table of contents', async () => {
    const file = await aDocx(
      [new TableOfContents('Садржај'), new Paragraph({ text: 'Увод 3', style: 'TOC1' }), new Paragraph('Текст.')],
      {
        styles: { paragraphStyles: [{ id: 'TOC1', name: 'toc 1' }] },
      },
    )
    expect(allText(await mustRead(file, 'a.docx'))).toBe('Текст.')
  })
})
