import { describe, expect, test } from 'vitest'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { withPart } from '../docx/files.ts'
import { anOdf } from '../odf/files.ts'
import { blocksOf, mustRead, SCRIPTS } from '../support.ts'

const anXlsx = async (sheets: { sheet: string; data: SheetData }[]) =>
  new Uint8Array(await writeXlsxFile(sheets).toBuffer())
const bytesOf = (text: string) => new TextEncoder().encode(text)

describe.each(SCRIPTS)('a workbook in $script', ({ s }) => {
  test('gives a section for each sheet and each titled table, its cells as they are shown', async () => {
    const file = await anXlsx([
      {
        sheet: s('Буџет'),
        data: [
          [s('Буџет по мерама')],
          [s('Мера'), s('Износ'), s('Удео'), s('Рок')],
          [
            s('Обука'),
            { value: 12500.5, format: '#,##0.00' },
            { value: 0.125, format: '0.0%' },
            { value: new Date(Date.UTC(2026, 2, 15)), format: 'dd.mm.yyyy' },
          ],
          [
            s('Сеоске куће'),
            { value: 1250000, format: '#,##0.00' },
            { value: 0.875, format: '0.0%' },
            { value: new Date(Date.UTC(2026, 5, 1)), format: 'dd.mm.yyyy' },
          ],
          [null],
          [s('Учесници')],
          [s('Општина'), s('Број')],
          [s('Ниш'), 1234.5],
        ],
      },
      {
        sheet: 'Sheet2',
        data: [
          [s('Појам'), s('Значење')],
          [s('ЛАП'), s('локални акциони план')],
        ],
      },
    ])
    const read = await mustRead(file, 'budzet.xlsx')
    expect(read).toMatchObject({ format: 'xlsx', language: 'sr', pages: 2, unread: [], document: { title: 'budzet' } })
    expect(read.document.sections).toMatchObject([
      {
        headings: [s('Буџет'), s('Буџет по мерама')],
        place: { kind: 'sheet', name: s('Буџет') },
        blocks: [
          {
            kind: 'table',
            head: [s('Мера'), s('Износ'), s('Удео'), s('Рок')],
            rows: [
              [s('Обука'), '12.500,50', '12,5%', '15.03.2026'],
              [s('Сеоске куће'), '1.250.000,00', '87,5%', '01.06.2026'],
            ],
          },
        ],
      },
      {
        headings: [s('Буџет'), s('Учесници')],
        blocks: [{ kind: 'table', head: [s('Општина'), s('Број')], rows: [[s('Ниш'), '1234,5']] }],
      },
      {
        headings: [],
        place: { kind: 'sheet', name: 'Sheet2' },
        blocks: [{ kind: 'table', head: [s('Појам'), s('Значење')] }],
      },
    ])
  })

  test('of OpenDocument gives the same', async () => {
    const cell = (text: string, more = '') =>
      `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`
    const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`
    const file = await anOdf('spreadsheet', {
      styles:
        '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
      body:
        `<table:table table:name="${s('Буџет')}" table:style-name="ta1">` +
        row(cell(s('Мера')) + cell(s('Износ'))) +
        row(
          `${cell(s('Обука'))}<table:table-cell office:value-type="float" office:value="12500.5"><text:p>12.500,50</text:p></table:table-cell>`,
        ) +
        row(cell(s('исто'), ' table:number-columns-repeated="2"'), ' table:number-rows-repeated="2"') +
        `${row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048572"')}</table:table>` +
        `<table:table table:name="Скривено" table:style-name="ta2">${row(cell('а') + cell('б'))}</table:table>`,
    })
    const read = await mustRead(file, 'budzet.ods')
    expect(read).toMatchObject({ format: 'ods', pages: 1, unread: [{ what: 'hidden-sheets', count: 1 }] })
    expect(read.document.sections).toMatchObject([
      {
        headings: [s('Буџет')],
        place: { kind: 'sheet', name: s('Буџет') },
        blocks: [
          {
            head: [s('Мера'), s('Износ')],
            rows: [
              [s('Обука'), '12.500,50'],
              [s('исто'), s('исто')],
              [s('исто'), s('исто')],
            ],
          },
        ],
      },
    ])
  })

  test.each([
    ['semicolons', 'Општина;Износ\r\nНиш;5,5\r\nПирот;7\r\n'],
    ['semicolons, below a title', 'Износи\nОпштина;Износ\nНиш;5,5\nПирот;7'],
    ['tabs', 'Општина\tИзнос\nНиш\t5,5\nПирот\t7\n'],
  ])('as text with two columns and %s is a table', async (_, text) => {
    expect(blocksOf(await mustRead(bytesOf(text), 'dve.csv')).at(-1)).toEqual({
      kind: 'table',
      head: ['Општина', 'Износ'],
      rows: [
        ['Ниш', '5,5'],
        ['Пирот', '7'],
      ],
    })
  })

  test.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('as text with %s is a table', async (_, delimiter) => {
    const rows = [
      [s('Општина'), s('Мера'), s('Износ')],
      [s('Ниш'), s('"Обука, куће; стан"'), '12'],
      [s('Врање'), s('Стан'), '7'],
    ]
    const read = await mustRead(bytesOf(rows.map((row) => row.join(delimiter)).join('\r\n')), 'mere.csv')
    expect(read.format).toBe('csv')
    expect(blocksOf(read)).toEqual([
      {
        kind: 'table',
        head: [s('Општина'), s('Мера'), s('Износ')],
        rows: [
          [s('Ниш'), s('Обука, куће; стан'), '12'],
          [s('Врање'), s('Стан'), '7'],
        ],
      },
    ])
  })
})

describe('a workbook', () => {
  test('whose names have a prefix is read too', async () => {
    const prefixed = (xml: string) => xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replaceAll(' xmlns=', ' xmlns:x=')
    let file: Uint8Array = await anXlsx([
      {
        sheet: 'Мере',
        data: [
          ['Мера', 'Износ'],
          ['Обука', 5],
        ],
      },
    ])
    for (const part of ['workbook.xml', 'sharedStrings.xml', 'styles.xml', 'worksheets/sheet1.xml']) {
      file = await withPart(file, `xl/${part}`, prefixed)
    }
    const table = { kind: 'table', head: ['Мера', 'Износ'], rows: [['Обука', '5']] }
    expect(blocksOf(await mustRead(file, 'a.xlsx'))).toEqual([table])
  })

  test('whose formulas were never calculated says how many', async () => {
    const file = await withPart(
      await anXlsx([
        {
          sheet: 'A',
          data: [
            ['Мера', 'Износ'],
            ['Обука', 5],
          ],
        },
      ]),
      'xl/worksheets/sheet1.xml',
      (xml) => xml.replace(/<v>5<\/v>/, '<f>SUM(A1:A9)</f>'),
    )
    expect((await mustRead(file, 'a.xlsx')).unread).toEqual([
      { what: 'formulas', count: 1, at: { kind: 'sheet', number: 1, name: 'A', cells: 'B2' } },
    ])
  })

  test('in English shows numbers the English way', async () => {
    const data: SheetData = [
      ['What the municipality needs', 'Amount'],
      ['Training for the members of the council', { value: 12500.5, format: '#,##0.00' }],
    ]
    const read = await mustRead(await anXlsx([{ sheet: 'Budget', data }]), 'a.xlsx')
    expect(read.language).toBe('en')
    expect(blocksOf(read)).toMatchObject([{ rows: [['Training for the members of the council', '12,500.50']] }])
  })

  test('goes on with the head of a table after an empty row', async () => {
    const data: SheetData = [['Година', 'Број'], [2023, 5], [null], [2024, 7]]
    expect(blocksOf(await mustRead(await anXlsx([{ sheet: 'A', data }]), 'a.xlsx'))).toEqual([
      { kind: 'table', head: ['Година', 'Број'], rows: [['2023', '5']] },
      { kind: 'table', head: ['Година', 'Број'], rows: [['2024', '7']] },
    ])
  })
})
