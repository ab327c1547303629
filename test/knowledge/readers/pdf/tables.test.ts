import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { allText, blocksOf, mustRead } from '../support.ts'
import { aPdf, lineAt } from './files.ts'

const HEAD = ['Мера', 'Носилац активности', 'Рок', 'Износ (РСД)']
const ROWS = [
  [
    'Додела једнократне новчане помоћи породицама',
    'Савет за миграције и Центар за социјални рад',
    '30. јун 2026.',
    '1.200.000,00',
  ],
  [
    'Куповина сеоских кућа са окућницом',
    'Општинска управа, Одељење за друштвене делатности',
    '31. децембар 2026.',
    '64.000.000,00',
  ],
  ['Обука', 'Национална служба за запошљавање', '', '500.000,00'],
]
const WIDTHS = [120, 120, 80, 100]
const LEADING = 13

type Look = { ruled?: boolean; isMiddle?: boolean; padding?: number }

/** A table whose cells wrap, written cell by cell as word processors do; returns where it ends. */
function table(pdf: PDFKit.PDFDocument, rows: string[][], top: number, look: Look): number {
  const { ruled = false, isMiddle = false, padding = 4 } = look
  let y = top
  for (const row of rows) {
    const cells = row.map((text, i) => wrapped(pdf, text, WIDTHS[i]! - 10))
    const most = Math.max(...cells.map((lines) => lines.length))
    const height = most * LEADING + 2 * padding
    let x = 70
    for (const [i, lines] of cells.entries()) {
      const shift = isMiddle ? ((most - lines.length) * LEADING) / 2 : 0
      for (const [n, line] of lines.entries()) lineAt(pdf, line, x + 5, y + padding + shift + n * LEADING)
      if (ruled) pdf.rect(x, y, WIDTHS[i]!, height).stroke()
      x += WIDTHS[i]!
    }
    y += height
  }
  return y
}

function wrapped(pdf: PDFKit.PDFDocument, text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim()
    if (pdf.widthOfString(longer) > width && lines.at(-1) !== '') lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

const onlyTable = async (file: Uint8Array) => blocksOf(await mustRead(file, 'a.pdf'), 'table')

describe('a table with wrapped cells', () => {
  test.each<[string, Look]>([
    ['drawn with lines', { ruled: true }],
    ['drawn with lines close to its text', { ruled: true, padding: 0 }],
    ['drawn with lines, texts in the middle of their rows', { ruled: true, isMiddle: true }],
    ['without lines', {}],
    ['without lines, texts in the middle of their rows', { isMiddle: true, padding: 8 }],
    ['without lines or space between rows', { padding: 0 }],
  ])('%s', async (_, look) => {
    const file = await aPdf((pdf) => {
      pdf.fontSize(9).text('Мере из плана спроводе се према следећем прегледу, који усваја скупштина.')
      const end = table(pdf, [HEAD, ...ROWS], 140, look)
      lineAt(pdf, 'Надзор над спровођењем плана врши Савет за миграције, два пута годишње.', 70, end + 20)
    })
    expect(await onlyTable(file)).toEqual([{ kind: 'table', head: HEAD, rows: ROWS }])
    expect(blocksOf(await mustRead(file, 'a.pdf'))).toHaveLength(3)
  })

  test('is read on a page where only the table is turned', async () => {
    const file = await aPdf((pdf) => {
      pdf.fontSize(9)
      pdf.save().transform(0, -1, 1, 0, 0, pdf.page.height)
      table(pdf, [HEAD, ...ROWS], 140, { ruled: true })
      pdf.restore()
    })
    expect(await onlyTable(file)).toEqual([{ kind: 'table', head: HEAD, rows: ROWS }])
  })

  test.each<[string, boolean]>([
    ['that repeats its head', true],
    ['that does not', false],
  ])('goes on over the page, in a file %s', async (_, repeats) => {
    const file = await aPdf((pdf) => {
      pdf.fontSize(9)
      table(pdf, [HEAD, ROWS[0]!, ['Куповина сеоских', 'Општинска управа,', '31. децембар', '64.000.000,00']], 600, {
        ruled: true,
      })
      pdf.addPage()
      const rest = ['кућа са окућницом', 'Одељење за друштвене делатности', '2026.', '']
      table(pdf, [...(repeats ? [HEAD] : []), rest, ROWS[2]!], 90, { ruled: true })
    })
    expect(await onlyTable(file)).toEqual([
      { kind: 'table', head: HEAD, rows: ROWS.slice(0, 2) },
      { kind: 'table', head: HEAD, rows: ROWS.slice(2) },
    ])
  })

  test('may have merged cells and a head of two rows', async () => {
    const file = await aPdf((pdf) => {
      pdf.fontSize(9)
      const boxes: [string, number, number, number, number][] = [
        ['Мера', 70, 100, 120, 40],
        ['Износ', 190, 100, 160, 20],
        ['2026', 190, 120, 80, 20],
        ['2027', 270, 120, 80, 20],
        ['Помоћ', 70, 140, 120, 20],
        ['100', 190, 140, 80, 20],
        ['200', 270, 140, 80, 20],
        ['Повратници', 70, 160, 280, 20],
        ['Обука', 70, 180, 120, 20],
        ['300', 190, 180, 80, 20],
        ['400', 270, 180, 80, 20],
      ]
      for (const [text, x, y, width, height] of boxes) {
        pdf.rect(x, y, width, height).stroke()
        lineAt(pdf, text, x + 4, y + height / 2 - 5)
      }
    })
    expect(await onlyTable(file)).toEqual([
      {
        kind: 'table',
        head: ['Мера', 'Износ – 2026', 'Износ – 2027'],
        rows: [
          ['Помоћ', '100', '200'],
          ['Повратници', 'Повратници', 'Повратници'],
          ['Обука', '300', '400'],
        ],
      },
    ])
  })
})

test('a cell that goes on below its neighbour, and so is no rectangle, is read', async () => {
  const file = await aPdf((pdf) => {
    pdf.fontSize(9).rect(70, 100, 300, 80).stroke()
    pdf.moveTo(170, 100).lineTo(170, 130).moveTo(70, 130).lineTo(170, 130).stroke()
    lineAt(pdf, 'Мера', 80, 110)
    lineAt(pdf, 'Помоћ добија', 180, 110)
    lineAt(pdf, 'свако домаћинство', 80, 155)
  })
  const text = allText(await mustRead(file, 'a.pdf'))
  for (const part of ['Мера', 'Помоћ добија', 'свако домаћинство']) expect(text).toContain(part)
})

describe('no table is', () => {
  test('text in columns, though its lines stand side by side', async () => {
    const left = 'Лева колона говори о избеглицама и њиховим правима у општини. '.repeat(4).trim()
    const right = 'Десна колона говори о повратницима и њиховим потребама. '.repeat(4).trim()
    const file = await aPdf((pdf) => pdf.text(left, 70, 100, { width: 200 }).text(right, 320, 100, { width: 200 }))
    expect(allText(await mustRead(file, 'a.pdf'))).toBe(`${left}\n${right}`)
  })

  test('a frame with squares to tick, whatever is crossed', async () => {
    const file = await aPdf((pdf) => {
      pdf.rect(66, 90, 420, 120).stroke()
      for (const [i, text] of ['Набавку спроводи једно тело', 'Приступ је слободан', 'На другој адреси'].entries()) {
        const y = 100 + i * 36
        pdf.rect(69, y, 9, 9).stroke()
        if (i === 1)
          pdf
            .moveTo(69, y)
            .lineTo(78, y + 9)
            .moveTo(69, y + 9)
            .lineTo(78, y)
            .stroke()
        lineAt(pdf, text, 95, y)
      }
    })
    const text = allText(await mustRead(file, 'a.pdf'))
    expect(text.split('\n')).toEqual(['Набавку спроводи једно тело', 'Приступ је слободан', 'На другој адреси'])
  })

  test('a box around a text, or the border of a page', async () => {
    const file = await aPdf((pdf) => {
      pdf.rect(20, 20, pdf.page.width - 40, pdf.page.height - 40).stroke()
      pdf.rect(60, 90, 400, 60).stroke().text('Напомена: рок је продужен.', 70, 100)
      pdf.text('Савет заседа једном месечно.', 70, 200)
    })
    expect(allText(await mustRead(file, 'a.pdf'))).toBe('Напомена: рок је продужен.\nСавет заседа једном месечно.')
  })
})

test('pictures are told by their page, an emblem on every page once', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR42mM4IScHRwzEcQCxYxBB00rMDQAAAABJRU5ErkJggg==',
    'base64',
  )
  const file = await aPdf((pdf) => {
    for (let page = 1; page <= 4; page++) {
      if (page > 1) pdf.addPage()
      pdf.image(png, 400, 20, { width: 60 }).text(`Текст ${page}.`, 70, 120)
      if (page === 3) pdf.image(png, 70, 300, { width: 200 }).image(png, 300, 300, { width: 5 })
    }
  })
  expect((await mustRead(file, 'a.pdf')).unread).toEqual([
    { what: 'images', count: 1, at: { kind: 'page', number: 1 } },
    { what: 'images', count: 1, at: { kind: 'page', number: 3 } },
  ])
})
