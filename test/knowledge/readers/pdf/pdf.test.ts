import { describe, expect, test } from 'vitest'
import { readFile } from '../../../../src/knowledge/readers/read-file.ts'
import { allText, blocksOf, mustRead, SCRIPTS, sectionWith } from '../support.ts'
import { aPdf, lineAt } from './files.ts'

const SENTENCE = 'Општина сваке године прати спровођење плана и о томе извештава скупштину. '

describe.each(SCRIPTS)('a PDF in $script', ({ s }) => {
  const manual = () =>
    aPdf(
      (pdf) => {
        for (let page = 1; page <= 4; page++) {
          if (page > 1) pdf.addPage()
          pdf.fontSize(8)
          lineAt(pdf, s('Приручник за ЛАП, радна верзија'), 70, 30)
          lineAt(pdf, s(`страна ${page} од 4`), 260, 800)
          pdf
            .fontSize(18)
            .text(s(`Поглавље ${'АБВГ'[page - 1]}`), 70, 90)
            .moveDown(0.4)
          pdf
            .fontSize(11)
            .text(s(SENTENCE.repeat(4)).trim())
            .moveDown(0.8)
          pdf
            .font('bold')
            .text(s(`Корак у поглављу ${page}`))
            .moveDown(0.3)
          pdf
            .font('regular')
            .text(s(`Радна група заседа у згради скуп-\nштине ${page} пута годишње.`))
            .moveDown(0.8)
          pdf.text(s('• анализа стања')).text(s('• стабло проблема')).moveDown(0.8)
          pdf.text(s('1. прикупити податке')).text(s('2. проверити податке')).moveDown(0.8)
          const rows = [
            ['Општина', 'Породице', 'Износ'],
            ['Ниш', '40', '12.500'],
            ['Врање', '7', '800'],
            ['Сомбор', '15', `${page}.000`],
          ]
          const top = pdf.y
          for (const [y, row] of rows.entries()) {
            for (const [x, cell] of row.entries()) lineAt(pdf, s(cell), 70 + x * 150, top + y * 18)
          }
        }
      },
      { info: { Title: s('Приручник') } },
    )

  test('keeps headings, paragraphs, lists, tables and pages', async () => {
    const read = await mustRead(await manual(), 'a.pdf')
    expect(read).toMatchObject({
      format: 'pdf',
      language: 'sr',
      pages: 4,
      unread: [{ what: 'running-text', count: 1 }],
      document: { title: s('Приручник') },
    })
    expect(read.document.sections).toHaveLength(8)
    expect(read.document.sections.slice(2, 4)).toMatchObject([
      {
        headings: [s('Поглавље Б')],
        place: { kind: 'page', number: 2 },
        blocks: [{ kind: 'paragraph', text: s(SENTENCE.repeat(4)).trim() }],
      },
      {
        headings: [s('Поглавље Б'), s('Корак у поглављу 2')],
        place: { kind: 'page', number: 2 },
        blocks: [
          { kind: 'paragraph', text: s('Радна група заседа у згради скупштине 2 пута годишње.') },
          { kind: 'list', ordered: false, items: [s('анализа стања'), s('стабло проблема')] },
          { kind: 'list', ordered: true, items: [s('прикупити податке'), s('проверити податке')] },
          {
            kind: 'table',
            head: [s('Општина'), s('Породице'), s('Износ')],
            rows: [
              [s('Ниш'), '40', '12.500'],
              [s('Врање'), '7', '800'],
              [s('Сомбор'), '15', '2.000'],
            ],
          },
        ],
      },
    ])
  })

  test('loses running headers and page numbers', async () => {
    const text = allText(await mustRead(await manual(), 'a.pdf'))
    expect(text).not.toContain(s('радна верзија'))
    expect(text).not.toContain(s('страна 2'))
  })
})

describe('a PDF', () => {
  test('keeps a hyphen that belongs to the word', async () => {
    const file = await aPdf((pdf) =>
      pdf
        .text('Извештај КИРС-\nа говори о социо-економском развоју.')
        .moveDown()
        .text('У њему је социо-\nекономском положају посвећена глава.')
        .moveDown()
        .text('Усвајање је у над-\nлежности скупштине.'),
    )
    const text = allText(await mustRead(file, 'a.pdf'))
    expect(text).toContain('КИРС-а')
    expect(text).toContain('је социо-економском положају')
    expect(text).toContain('надлежности')
  })

  test('joins a paragraph that goes on over the page, at the page where it begins', async () => {
    const file = await aPdf((pdf) => {
      pdf.text('Прва реченица је цела.').moveDown(2).text('Друга почиње на првој страни и')
      pdf.addPage().text('завршава се на другој.').moveDown(2).text('Трећа стоји на другој.')
    })
    const read = await mustRead(file, 'a.pdf')
    expect(sectionWith(read, 'Друга почиње на првој страни и завршава се на другој.').place).toEqual({
      kind: 'page',
      number: 1,
    })
    expect(sectionWith(read, 'Трећа').place).toEqual({ kind: 'page', number: 2 })
  })

  test.each([
    ['headings of articles', (page: number) => `Члан ${[1, 4, 9, 12, 13, 20, 26, 31, 33][page - 1]}`],
    ['a sentence with which chapters begin', (page: number) => (page % 4 === 1 ? 'Деца која уче знају:' : null)],
  ])('keeps %s that stand on top of pages, and loses what runs there', async (_, textOn) => {
    const file = await aPdf((pdf) => {
      for (let page = 1; page <= 9; page++) {
        if (page > 1) pdf.addPage()
        lineAt(pdf, `План развоја за 2026. годину, ${page + 20}`, 70, 30)
        lineAt(pdf, textOn(page) ?? `Реченица ${'абвгдђежз'[page - 1]}.`, 70, 60)
        pdf.text(`На страни ${page} пише о ${'абвгдђежз'[page - 1]}.`, 70, 300)
      }
    })
    const read = await mustRead(file, 'a.pdf')
    const text = `${read.document.sections.flatMap(({ headings }) => headings).join('\n')}\n${allText(read)}`
    for (let page = 1; page <= 9; page++) {
      expect(text).toContain(textOn(page) ?? 'Реченица')
      expect(text).toContain(`На страни ${page} пише`)
    }
    expect(text.split('Деца која уче').length).toBe(textOn(2) === null ? 4 : 1)
    expect(text).not.toContain('План развоја')
  })

  test('loses titles of chapters that run with page numbers, and headers of two pages', async () => {
    const chapters = await aPdf((pdf) => {
      for (let page = 1; page <= 4; page++) {
        if (page > 1) pdf.addPage()
        lineAt(pdf, `Глава ${'АБВГ'[page - 1]}  ${page + 10}`, 70, 40)
        pdf.text(`Текст главе број ${page * 7}.`, 70, 120)
      }
    })
    expect(allText(await mustRead(chapters, 'a.pdf'))).toBe(
      'Текст главе број 7.\nТекст главе број 14.\nТекст главе број 21.\nТекст главе број 28.',
    )
    const two = await aPdf((pdf) => {
      lineAt(pdf, 'Општина Ниш', 70, 40)
      pdf.text('Прва страна.', 70, 120).addPage()
      lineAt(pdf, 'Општина Ниш', 70, 40)
      pdf.text('Друга страна.', 70, 120)
    })
    expect(allText(await mustRead(two, 'a.pdf'))).toBe('Прва страна.\nДруга страна.')
  })

  test('reads two columns one after the other', async () => {
    const left = 'Лева колона говори о избеглицама и њиховим правима у општини.'
    const right = 'Десна колона говори о повратницима и њиховим потребама.'
    const file = await aPdf((pdf) => pdf.text(left, 70, 100, { width: 200 }).text(right, 320, 100, { width: 200 }))
    expect(blocksOf(await mustRead(file, 'a.pdf'))).toEqual([
      { kind: 'paragraph', text: left },
      { kind: 'paragraph', text: right },
    ])
  })

  test('says which pages have no text, and is refused as scanned when none has', async () => {
    const part = await aPdf((pdf) => pdf.text('Текст.').addPage().rect(10, 10, 50, 50).fill().addPage().text('Још.'))
    expect((await mustRead(part, 'a.pdf')).unread).toEqual([
      { what: 'pages-without-text', count: 1, at: { kind: 'page', number: 2 } },
    ])
    const none = await aPdf((pdf) => pdf.rect(10, 10, 50, 50).fill())
    expect(await readFile(none, 'sken.pdf')).toEqual({ kind: 'refused', reason: 'scanned', detail: '1' })
  })

  test('is refused when it asks for a password, and read when only changing it does', async () => {
    const locked = await aPdf((pdf) => pdf.text('Тајна.'), { userPassword: 'a', pdfVersion: '1.7' })
    expect(await readFile(locked, 'a.pdf')).toEqual({ kind: 'refused', reason: 'encrypted' })
    const restricted = await aPdf((pdf) => pdf.text('Јавно.'), { ownerPassword: 'a', pdfVersion: '1.7' })
    expect(allText(await mustRead(restricted, 'a.pdf'))).toBe('Јавно.')
  })
})
