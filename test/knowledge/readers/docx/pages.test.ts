import { PageBreak, Paragraph, TextRun } from 'docx'
import { describe, expect, test } from 'vitest'
import { mustRead, sectionWith } from '../support.ts'
import { aDocx, aTable, withPart } from './files.ts'

describe('a Word document', () => {
  test('without page breaks, or with too few of them, has no page numbers', async () => {
    const none = await aDocx([new Paragraph('Текст.')])
    const few = await aDocx([
      ...Array.from({ length: 100 }, (_, i) => new Paragraph(`Пасус ${i}. ${'Општина припрема план. '.repeat(8)}`)),
      new Paragraph({ children: [new PageBreak(), new TextRun('Крај.')] }),
    ])
    const counted = await withPart(
      await aDocx([new Paragraph({ children: [new PageBreak(), new TextRun('Крај.')] })]),
      'docProps/app.xml',
      () =>
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>9</Pages></Properties>',
    )
    for (const file of [none, few, counted]) {
      const read = await mustRead(file, 'a.docx')
      expect(read.pages).toBeNull()
      expect(read.document.sections.every((section) => section.place === null)).toBe(true)
    }
  })

  test('counts a break once when Word noted it again, and parts a table where its page ends', async () => {
    const file = await withPart(
      await aDocx([
        new Paragraph('Прва.'),
        new Paragraph({ children: [new PageBreak()] }),
        new Paragraph('ДРУГА страна.'),
        aTable([
          ['Мера', 'Износ'],
          ['Обука', '10'],
          ['ТРЕЋА', '20'],
        ]),
      ]),
      'word/document.xml',
      (xml) => xml.replace(/(<w:t[^>]*>(?:ДРУГА|ТРЕЋА))/g, '<w:lastRenderedPageBreak/>$1'),
    )
    const read = await mustRead(file, 'a.docx')
    expect(read.pages).toBe(3)
    expect(sectionWith(read, 'ДРУГА').place).toEqual({ kind: 'page', number: 2 })
    expect(sectionWith(read, 'ТРЕЋА')).toMatchObject({
      place: { kind: 'page', number: 3 },
      blocks: [{ kind: 'table', head: ['Мера', 'Износ'], rows: [['ТРЕЋА', '20']] }],
    })
  })
})
