import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ModelBlock, parseModelText, textOf } from '../../../src/answers/check/model-text.ts'
import { anyText } from '../../support/any-text.ts'
import { runs } from '../../support/runs.ts'
import { garbage } from './model-texts.ts'

/** A text in short: its texts with what they cite. */
function short(blocks: ModelBlock[]): unknown[] {
  const sentences = (all: { spans: { text: string; bold: boolean }[]; cited: number[] }[]) =>
    all.map((one) => [textOf(one.spans), ...one.cited])
  return blocks.map((block) => {
    switch (block.kind) {
      case 'paragraph':
        return sentences(block.sentences)
      case 'heading':
        return `# ${textOf(block.spans)}`
      case 'list':
        return { list: block.items.map((item) => [item.number ?? '-', ...sentences(item.sentences)]) }
      case 'table':
        return { head: block.head.map(textOf), rows: block.rows.map((row) => [...row.cells.map(textOf), ...row.cited]) }
    }
    return []
  })
}

describe('parseModelText', () => {
  test.each<[string, unknown[]]>([
    ['Савет усваја план [1].', [[['Савет усваја план.', 1]]]],
    [
      'Савет усваја план. [1] Важи пет година.[2][3]',
      [
        [
          ['Савет усваја план.', 1],
          ['Важи пет година.', 2, 3],
        ],
      ],
    ],
    ['Важи до 2025. [1, 2] године.', [[['Важи до 2025. године.', 1, 2]]]],
    ['Један [1-3]; други [^4].', [[['Један; други.', 1, 2, 3, 4]]]],
    ['Према [извор 2] то је тако.', [[['Према то је тако.', 2]]]],
    ['Први ред\nдруги ред [1].', [[['Први ред други ред.', 1]]]],
    ['## Кораци\n\nПрви [1].', ['# Кораци', [['Први.', 1]]]],
    ['**Кораци**\n\nПрви [1].', ['# Кораци', [['Први.', 1]]]],
    [
      '- један [1]\n- два [2]',
      [
        {
          list: [
            ['-', ['један', 1]],
            ['-', ['два', 2]],
          ],
        },
      ],
    ],
    [
      '1. један [1]\n\n2. два [2]',
      [
        {
          list: [
            [1, ['један', 1]],
            [2, ['два', 2]],
          ],
        },
      ],
    ],
    ['1. један [1]\n   настављен\n\nКрај [2].', [{ list: [[1, ['један настављен', 1]]] }, [['Крај.', 2]]]],
    ['1. јануара почиње [1].', [[['1. јануара почиње.', 1]]]],
    ['3. корак је анализа [1].', [[['3. корак је анализа.', 1]]]],
    [
      '| А | Б |\n|---|---|\n| 1 | два [2] |\n| x |',
      [
        {
          head: ['А', 'Б'],
          rows: [
            ['1', 'два', 2],
            ['x', ''],
          ],
        },
      ],
    ],
    ['Види [сајт](http://зло.срб/x) [1].', [[['Види сајт.', 1]]]],
    ['Слика ![алт](http://x.y/z.png) [1].', [[['Слика.', 1]]]],
    ['Важно![1] Даље.', [[['Важно!', 1], ['Даље.']]]],
    ['<b>Савет</b> <script>x()</script><!-- тајна --> [1]', [[['Савет x()', 1]]]],
    ['`код` и *косо* и _косо_ и snake_case', [[['код и косо и косо и snake_case']]]],
    ['> навод [1]', [[['навод', 1]]]],
    ['```\nтекст [1]\n```', [[['текст', 1]]]],
    ['[1]: http://evil.example', []],
    ['', []],
    ['   \n\n ', []],
  ])('«%s»', (text, expected) => {
    expect(short(parseModelText(text))).toEqual(expected)
  })

  test('keeps what is bold', () => {
    expect(parseModelText('План важи **пет година** [1].')).toEqual([
      {
        kind: 'paragraph',
        sentences: [
          {
            spans: [
              { text: 'План важи ', bold: false },
              { text: 'пет година', bold: true },
              { text: '.', bold: false },
            ],
            cited: [1],
            whole: true,
          },
        ],
      },
    ])
  })

  test('what may still grow is not whole', () => {
    const [block] = parseModelText('Савет усваја план [1]. План важи пет година [2].', { ended: false })
    expect(block).toMatchObject({ sentences: [{ whole: true }, { whole: false }] })
    expect(parseModelText('- један [1]\n- два', { ended: false })).toMatchObject([
      { items: [{ sentences: [{ whole: true }] }, { sentences: [{ whole: false }] }] },
    ])
  })

  test('takes any text', () => {
    fc.assert(
      fc.property(garbage, (text) => void parseModelText(text)),
      runs(400),
    )
    fc.assert(fc.property(anyText, (text) => void parseModelText(text, { ended: false })))
  })

  test('no markup of a link or image is left', () => {
    fc.assert(
      fc.property(garbage, (text) => {
        expect(JSON.stringify(parseModelText(text))).not.toMatch(/\]\(|!\[|\*\*/)
      }),
      runs(400),
    )
  })
})
