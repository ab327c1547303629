import { describe, expect, test } from 'vitest'
import {
  bold,
  details,
  divider,
  footnote,
  heading,
  italic,
  list,
  paragraph,
  plainOf,
  plainOfBlocks,
  quotation,
  reference,
  table,
} from '../../../src/bot/message/rich.ts'

describe('blocks as plain text', () => {
  test('a run is its words, whatever its form', () => {
    expect(plainOf(['а', bold(['б', italic('в')]), { type: 'url', text: 'г', url: 'https://example.rs' }])).toBe('абвг')
    expect(plainOf(['реч', footnote('1', 'one'), reference('one', ' извор')])).toBe('реч1 извор')
  })

  test('blocks stand apart by an empty line, items and rows by a line', () => {
    const blocks = [
      heading('Савет'),
      paragraph('Прва ', bold('реченица'), '.'),
      divider(),
      list(['а', 'б']),
      list(['а', [paragraph('б'), paragraph('в')]], 'numbers'),
      quotation([paragraph('навод')]),
      details('Извори', [paragraph('документ')]),
      table(['Ко', 'Шта'], [['савет', 'план']]),
    ]
    expect(plainOfBlocks(blocks)).toBe(
      [
        ...['Савет', 'Прва реченица.', '———', '• а\n• б', '1. а\n2. б\n\nв', 'навод'],
        ...['Извори\nдокумент', 'Ко | Шта\nсавет | план'],
      ].join('\n\n'),
    )
  })

  test('blocks without text leave no empty lines', () => {
    expect(plainOfBlocks([paragraph(''), paragraph('а'), quotation([]), paragraph('б')])).toBe('а\n\nб')
    expect(plainOfBlocks([])).toBe('')
  })
})

describe('building blocks', () => {
  test('a list takes texts, runs and blocks as items', () => {
    const made = list(['а', [bold('б'), 'в'], [paragraph('г'), divider()]])
    expect(made).toEqual({
      type: 'list',
      items: [
        { blocks: [paragraph('а')] },
        { blocks: [{ type: 'paragraph', text: [bold('б'), 'в'] }] },
        { blocks: [paragraph('г'), divider()] },
      ],
    })
  })

  test('an item that is one formatted run is a run, not a block', () => {
    expect(list([[bold('а')]])).toEqual({
      type: 'list',
      items: [{ blocks: [{ type: 'paragraph', text: [bold('а')] }] }],
    })
  })

  test('a table marks its first row as the head', () => {
    const made = table(['Ко'], [['савет']])
    expect(made.type === 'table' && made.cells.map((row) => row.map((cell) => cell.is_header ?? false))).toEqual([
      [true],
      [false],
    ])
  })
})
