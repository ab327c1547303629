import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bold,
  details,
  footnote,
  list,
  paragraph,
  plainOfBlocks,
  quotation,
  type RichText,
  reference,
  table,
} from '../../../src/bot/message/rich.ts'
import { escapeHtml, plainOfHtml, toHtmlMessages } from '../../../src/bot/message/rich-html.ts'
import { TEXT_CHARACTERS } from '../../../src/bot/message/rich-limits.ts'
import { parseHtml } from '../../../src/sandbox/message/html.ts'
import { runs } from '../../support/runs.ts'
import { HOSTILE, numberedBlocks, wordsMissing } from './blocks.ts'

const LOW = 600

describe('blocks as messages of HTML', () => {
  test('every message is well-formed, of Telegram’s tags only', () => {
    fc.assert(
      fc.property(numberedBlocks, ({ blocks }) => {
        // Throws, as Telegram does, on a tag that is unknown, unclosed or closed out of order.
        for (const html of toHtmlMessages(blocks, LOW)) parseHtml(html)
      }),
      runs(60),
    )
  })

  test('every message as shown is within the limit and says something', () => {
    fc.assert(
      fc.property(numberedBlocks, ({ blocks }) => {
        for (const html of toHtmlMessages(blocks, LOW)) {
          expect(parseHtml(html).text.length).toBeLessThanOrEqual(LOW)
          expect(parseHtml(html).text.trim()).not.toBe('')
        }
      }),
      runs(60),
    )
  })

  test('all messages together show every word, in order, whole', () => {
    fc.assert(
      fc.property(numberedBlocks, ({ blocks, words }) => {
        const shown = toHtmlMessages(blocks, LOW).map((html) => parseHtml(html).text)
        expect(shown.every((text) => text.isWellFormed())).toBe(true)
        expect(wordsMissing(shown.join('\n'), words)).toEqual([])
      }),
      runs(60),
    )
  })

  test('what a person types is shown as typed and forms nothing', () => {
    const typed = fc
      .array(fc.constantFrom(...HOSTILE, ' ', 'а'), { minLength: 1 })
      .map((parts) => `x${parts.join('')}x`)
    fc.assert(
      fc.property(typed, (text) => {
        const [html] = toHtmlMessages([paragraph(text)])
        expect(parseHtml(html!)).toEqual({ text, entities: [] })
      }),
    )
  })

  test('an address cannot break out of its link', () => {
    const url = 'https://example.rs/"><b>&amp;'
    expect(parseHtml(toHtmlMessages([paragraph({ type: 'url', text: 'овде', url })])[0]!)).toEqual({
      text: 'овде',
      entities: [{ type: 'text_link', offset: 0, length: 4, url }],
    })
  })

  test('escaping is undone by reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parseHtml(escapeHtml(text)).text).toBe(text)
      }),
    )
  })

  test('quotations are never one inside the other, which Telegram forbids', () => {
    fc.assert(
      fc.property(numberedBlocks, ({ blocks }) => {
        for (const html of toHtmlMessages(blocks, LOW))
          expect(html).not.toMatch(/<blockquote[^>]*>(?:(?!<\/blockquote>)[\s\S])*<blockquote/)
      }),
      runs(60),
    )
    const inner = quotation([paragraph('а'), quotation([paragraph('б')])])
    expect(toHtmlMessages([details('Извори', [inner])])).toEqual([
      '<blockquote expandable><b>Извори</b>\nа\nб</blockquote>',
    ])
  })

  test('a message full of footnotes is within Telegram’s limit, brackets and all', () => {
    const noted = paragraph(...Array.from({ length: 1_000 }, () => ['реч', footnote('1', 'one')]))
    expect(plainOfBlocks([noted]).length).toBeLessThan(TEXT_CHARACTERS)
    const shown = toHtmlMessages([noted]).map((html) => parseHtml(html).text)
    expect(shown.every((text) => text.length <= TEXT_CHARACTERS)).toBe(true)
    expect(shown.join('').match(/реч/g)).toHaveLength(1_000)
  })

  test('an answer looks as it should', () => {
    const blocks = [
      paragraph('Савет доноси ', bold('план'), '.', footnote('1', 'one')),
      list(['a < b', 'в']),
      details('Извори', [paragraph(reference('one', '1. Закон')), list(['чл. 13'], 'numbers')]),
      table(['Ко'], [['савет & комисија']]),
    ]
    expect(toHtmlMessages(blocks)).toEqual([
      [
        'Савет доноси <b>план</b>.[1]',
        '• a &lt; b\n• в',
        '<blockquote expandable><b>Извори</b>\n1. Закон\n1. чл. 13</blockquote>',
        '<b>Ко</b>\n• <b>савет &amp; комисија</b>',
      ].join('\n\n'),
    ])
  })

  test('a table is read row by row, and marks of passages keep their brackets', () => {
    const columns = table(['Корак', 'Рок', 'Ко'], [['Одлука', '2 недеље', 'Савет']])
    expect(toHtmlMessages([columns])).toEqual(['<b>Корак · Рок · Ко</b>\n• <b>Одлука</b>\nРок: 2 недеље\nКо: Савет'])
    const two = table(
      ['Корак', 'Рок'],
      [
        ['Одлука', '2 недеље'],
        ['Нацрт', '1 месец'],
      ],
    )
    expect(toHtmlMessages([two])).toEqual(['<b>Корак · Рок</b>\n• <b>Одлука</b>: 2 недеље\n• <b>Нацрт</b>: 1 месец'])
    expect(toHtmlMessages([paragraph('план', footnote('[1]', 'one'))])).toEqual(['план[1]'])
  })

  test('what is too long is cut between its paragraphs, items and rows, and keeps its form', () => {
    const items = Array.from({ length: 200 }, (_, i) => [bold(`${i}.`), ` ${'реч '.repeat(10)}крај`] as RichText)
    const sources = details('Извори', [...items.map((item) => paragraph(item)), list(items)])
    const messages = toHtmlMessages([paragraph('Увод'), sources])
    expect(messages.length).toBeGreaterThan(3)
    for (const html of messages) {
      const { text, entities } = parseHtml(html)
      expect(text.length).toBeLessThanOrEqual(TEXT_CHARACTERS)
      expect(text.endsWith('крај')).toBe(true)
      expect(entities.some(({ type }) => type === 'expandable_blockquote')).toBe(true)
      expect(entities.filter(({ type }) => type === 'bold').length).toBeGreaterThan(20)
    }
  })

  test('length is counted in UTF-16 units of what is shown', () => {
    const full = paragraph(bold('😀'.repeat(2_048)))
    expect(toHtmlMessages([full])).toHaveLength(1)
    expect(toHtmlMessages([paragraph('&'.repeat(4_096))])).toHaveLength(1)
    expect(toHtmlMessages([paragraph('😀'.repeat(2_049))])).toHaveLength(2)
  })

  test('blocks that say nothing are no message', () => {
    expect(toHtmlMessages([paragraph(' '), quotation([]), details('', [])])).toEqual([])
    expect(toHtmlMessages([])).toEqual([])
  })
})

describe('HTML of ours without its form', () => {
  test('together says every word, in order, and keeps the limit', () => {
    fc.assert(
      fc.property(numberedBlocks, ({ blocks, words }) => {
        const messages = toHtmlMessages(blocks, LOW).map(plainOfHtml)
        expect(messages.every((text) => text.length <= LOW && text.isWellFormed() && text.trim() !== '')).toBe(true)
        expect(wordsMissing(messages.join('\n'), words)).toEqual([])
      }),
      runs(60),
    )
  })

  test('is as typed, without escapes', () => {
    expect(toHtmlMessages([paragraph(bold('a'), ' < b &amp; "c"')]).map(plainOfHtml)).toEqual(['a < b &amp; "c"'])
  })
})
