import { describe, expect, test } from 'vitest'
import { parseHtml } from '../../../src/sandbox/message/html.ts'

describe('reading Telegram HTML', () => {
  test('nested tags become entities, outer before inner', () => {
    expect(parseHtml('<b>а <i>б</i></b> &lt;в&#62; &amp;&quot;')).toEqual({
      text: 'а б <в> &"',
      entities: [
        { type: 'bold', offset: 0, length: 3 },
        { type: 'italic', offset: 2, length: 1 },
      ],
    })
  })

  test('lengths are counted in UTF-16 units', () => {
    expect(parseHtml('👍<b>👍</b>').entities).toEqual([{ type: 'bold', offset: 2, length: 2 }])
  })

  test.each([
    ['<a href="https://t.me/?a=1&amp;b=2">x</a>', { type: 'text_link', url: 'https://t.me/?a=1&b=2' }],
    ['<a href=t.me>x</a>', { type: 'text_link', url: 'http://t.me' }],
    ['<span class="tg-spoiler">x</span>', { type: 'spoiler' }],
    ['<blockquote expandable>x</blockquote>', { type: 'expandable_blockquote' }],
    ['<pre><code class="language-sql">x</code></pre>', { type: 'pre', language: 'sql' }],
    [
      '<tg-time unix="1647531900" format="wDT">x</tg-time>',
      { type: 'date_time', unix_time: 1647531900, date_time_format: 'wDT' },
    ],
    ['<tg-emoji emoji-id="7">x</tg-emoji>', { type: 'custom_emoji', custom_emoji_id: '7' }],
    ['<STRONG>x</STRONG>', { type: 'bold' }],
  ])('%s', (source, entity) => {
    expect(parseHtml(source)).toEqual({ text: 'x', entities: [{ ...entity, offset: 0, length: 1 }] })
  })

  test('an empty tag and a link without an address format nothing', () => {
    expect(parseHtml('<b></b><a>x</a>')).toEqual({ text: 'x', entities: [] })
  })

  test.each([
    ['<p>x</p>', 'Unsupported start tag "p" at byte offset 0'],
    ['ж <br>', 'Unsupported start tag "br" at byte offset 3'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ])('%s is refused', (source, reason) => {
    expect(() => parseHtml(source)).toThrow(`Bad Request: can't parse entities: ${reason}`)
  })
})
