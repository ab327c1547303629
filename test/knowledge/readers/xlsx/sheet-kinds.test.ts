import { describe, expect, test } from 'vitest'
import { unreadLines } from '../../../../src/knowledge/material/unread-texts.ts'
import { gridPieces } from '../../../../src/knowledge/readers/pieces/sheet.ts'
import { anOdf } from '../odf/files.ts'
import { aSheetFile, sheetRows } from '../package/files.ts'
import { allText, mustRead } from '../support.ts'

const HEAD = ['Општина', 'Повереник', 'Телефон']
const A = ['Бечеј', 'Ана Анић', '021-555']
const B = ['Ниш', 'Петар Перић', '018-111']
const table = (rows: string[][], head = HEAD) => ({ kind: 'table', head, rows })
const heading = (text: string) => ({ kind: 'heading', depth: 2, text })

describe('rows after an empty row', () => {
  test.each<[string, string[][], unknown[]]>([
    ['keep the head', [HEAD, A, [], B], [table([A]), table([B])]],
    ['keep the head below a title of their group', [HEAD, A, [], ['Југ'], B], [table([A]), heading('Југ'), table([B])]],
    ['do not repeat a head that is repeated', [HEAD, A, [], HEAD, B], [table([A]), table([B])]],
    [
      'have a head of their own when their first row is one',
      [HEAD, A, [], ['Мера', 'Износ'], ['Огрев', '5']],
      [table([A]), table([['Огрев', '5']], ['Мера', 'Износ'])],
    ],
    [
      'have a head of their own when they are wider',
      [['Мера', 'Износ'], ['Огрев', '5'], [], HEAD, A],
      [table([['Огрев', '5']], ['Мера', 'Износ']), table([A])],
    ],
  ])('%s', (_, grid, expected) => {
    expect(gridPieces(grid)).toEqual(expected)
  })
})

describe('two rows of heads', () => {
  const rows = [
    ['Бечеј', '12', '3', 'ок'],
    ['Сента', '5', '1', ''],
  ]
  const head = ['Општина', 'Породица – ИРЛ', 'Породица – Избеглице', 'Напомена']

  test.each<[string, string[][]]>([
    [
      'whose cells are merged downwards',
      [
        ['Општина', 'Породица', '', 'Напомена'],
        ['Општина', 'ИРЛ', 'Избеглице', 'Напомена'],
      ],
    ],
    [
      'with gaps',
      [
        ['Општина', 'Породица', '', 'Напомена'],
        ['', 'ИРЛ', 'Избеглице'],
      ],
    ],
  ])('%s are one head', (_, heads) => {
    expect(gridPieces([...heads, ...rows])).toEqual([{ kind: 'table', head, rows }])
  })

  test('are told from a head with a row of words below it', () => {
    expect(
      gridPieces([
        ['Мера', 'Носилац'],
        ['Огрев', 'Центар'],
        ['Обука', 'Савет'],
      ]),
    ).toEqual([
      table(
        [
          ['Огрев', 'Центар'],
          ['Обука', 'Савет'],
        ],
        ['Мера', 'Носилац'],
      ),
    ])
  })
})

describe('a workbook keeps to itself, and tells', () => {
  const data = [
    ['Мера', 'Интерно', 'Износ'],
    ['Огрев', 'тајно', 1],
    ['Скривено', 'x', 2],
  ]
  const said = 'Мера | Износ\nОгрев | 1'

  test('hidden rows and columns, where they have text', async () => {
    const hidden = '<cols><col min="2" max="2" hidden="1"/><col min="7" max="9" hidden="1"/></cols>'
    const read = await mustRead(aSheetFile({ Л: hidden + sheetRows(data, { 3: 'hidden="1"' }) }), 'a.xlsx')
    expect(allText(read)).toBe(said)
    expect(unreadLines('sr-Cyrl', read.unread)).toEqual([
      'лист 1 („Л“), 3: скривен ред',
      'лист 1 („Л“), B: скривена колона',
    ])
  })

  test('those of OpenDocument, and rows that a filter left out', async () => {
    const cell = (text: string | number) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`
    const row = (values: (string | number)[], attributes = '') =>
      `<table:table-row ${attributes}>${values.map(cell).join('')}</table:table-row>`
    const columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    const [first, second, third] = data as [string[], (string | number)[], (string | number)[]]
    const body = `<table:table table:name="Л">${columns}${row(first)}${row(second)}${row(third, 'table:visibility="filter"')}</table:table>`
    const read = await mustRead(await anOdf('spreadsheet', { body }), 'a.ods')
    expect(allText(read)).toBe(said)
    expect(unreadLines('sr-Cyrl', read.unread)).toEqual([
      'лист 1 („Л“), 3: скривен ред',
      'лист 1 („Л“), B: скривена колона',
    ])
  })
})

describe('beside the cells', () => {
  const cells = sheetRows([
    ['Мера', 'Износ'],
    ['Огрев', 5],
  ])
  const anchored = (content: string) =>
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="a" xmlns:c="c" xmlns:r="r"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>3</xdr:row></xdr:from>${content}</xdr:twoCellAnchor></xdr:wsDr>`
  const read = (content: string) =>
    mustRead(aSheetFile({ Л: cells }, { 'd.xml': anchored(content) }, { d: ['drawing', '../d.xml'] }), 'a.xlsx')

  test('the text of a box is read, and a chart is told with its cell', async () => {
    const box = '<xdr:sp><xdr:txBody><a:p><a:r><a:t>Рок је 5.</a:t></a:r></a:p></xdr:txBody></xdr:sp>'
    expect(allText(await read(box))).toBe('Мера | Износ\nОгрев | 5\nРок је 5.')
    const { unread } = await read('<xdr:graphicFrame><c:chart r:id="x"/></xdr:graphicFrame>')
    expect(unreadLines('sr-Cyrl', unread)).toEqual(['лист 1 („Л“), ћелија B4: графикон'])
  })

  test('a note says what its row is about, without its author; reviews are told', async () => {
    const comments =
      '<comments><authors><author>Ана</author></authors><commentList><comment ref="B2" authorId="0"><text><t>Ана:\nдве рате</t></text></comment></commentList></comments>'
    const threads =
      '<ThreadedComments><threadedComment ref="A2"><text>зашто?</text></threadedComment></ThreadedComments>'
    const file = aSheetFile(
      { Л: cells },
      { 'c.xml': comments, 't.xml': threads },
      { c: ['comments', '../c.xml'], t: ['threadedComment', '../t.xml'] },
    )
    const found = await mustRead(file, 'a.xlsx')
    expect(allText(found)).toContain('Огрев: две рате')
    expect(allText(found)).not.toMatch(/Ана|зашто/)
    expect(unreadLines('sr-Cyrl', found.unread)).toEqual(['лист 1 („Л“), ћелија A2: коментар'])
  })

  test('in OpenDocument shapes and notes are read', async () => {
    const body =
      '<table:table table:name="Л"><table:shapes><draw:custom-shape><text:p>у облику</text:p></draw:custom-shape></table:shapes><table:table-row><table:table-cell><text:p>Огрев</text:p></table:table-cell><table:table-cell><office:annotation><dc:creator>Ана</dc:creator><text:p>две рате</text:p></office:annotation><text:p>5</text:p></table:table-cell></table:table-row></table:table>'
    expect(allText(await mustRead(await anOdf('spreadsheet', { body }), 'a.ods'))).toBe(
      'Огрев | 5\nу облику\nОгрев: две рате',
    )
  })
})
