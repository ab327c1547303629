import { describe, expect, test } from 'vitest'
import { anOdf } from './odf/files.ts'
import { aWordFile, wp } from './package/files.ts'
import { allText, blocksOf, mustRead, type Read } from './support.ts'

/** A table of cells, each a text or a table of its own, as a format writes it. */
type Cell = string | Cell[][]
type Format = (rows: Cell[][]) => Promise<Read>

const html: Format = (rows) => {
  const tableOf = (all: Cell[][]): string =>
    `<table>${all.map((row) => `<tr>${row.map((cell) => `<td>${typeof cell === 'string' ? cell : tableOf(cell)}</td>`).join('')}</tr>`).join('')}</table>`
  return mustRead(Buffer.from(`<html><body>${tableOf(rows)}</body></html>`), 'a.html')
}
const docx: Format = (rows) => {
  const tableOf = (all: Cell[][]): string =>
    `<w:tbl>${all.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${typeof cell === 'string' ? wp(cell) : `${tableOf(cell)}${wp('')}`}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
  return mustRead(aWordFile(tableOf(rows)), 'a.docx')
}
const odt: Format = async (rows) => {
  const tableOf = (all: Cell[][]): string =>
    `<table:table>${all.map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell>${typeof cell === 'string' ? `<text:p>${cell}</text:p>` : tableOf(cell)}</table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`
  return mustRead(await anOdf('text', { body: tableOf(rows) }), 'a.odt')
}

describe.each([
  ['html', html],
  ['docx', docx],
  ['odt', odt],
])('in %s', (_, read) => {
  test('a small table in a cell stays with its row', async () => {
    const inner: Cell = [
      ['Рок', 'Износ'],
      ['мај', '120.000'],
    ]
    const found = await read([
      ['Мера', 'Кораци'],
      ['Огрев', inner],
      ['Обука', 'један дан'],
    ])
    expect(blocksOf(found)).toEqual([
      {
        kind: 'table',
        head: ['Мера', 'Кораци'],
        rows: [
          ['Огрев', expect.stringMatching(/^Рок \| Износ.+мај \| 120\.000$/s)],
          ['Обука', 'један дан'],
        ],
      },
    ])
  })

  test('a table that only places a page keeps the tables in it', async () => {
    const inner: Cell = [
      ['Мера', 'Износ'],
      ...Array.from({ length: 30 }, (_, i): Cell[] => [`мера број ${i + 1}`, `${i + 1}00.000 динара`]),
    ]
    const found = await read([
      ['Почетна', 'Општина Бечеј'],
      ['Мени', inner],
    ])
    expect(blocksOf(found, 'table')).toMatchObject([{ head: ['Мера', 'Износ'] }])
    expect(allText(found)).toContain('Општина Бечеј')
  })
})
