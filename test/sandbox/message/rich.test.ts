import { describe, expect, test } from 'vitest'
import { readRichMessage } from '../../../src/sandbox/message/rich.ts'
import { Params } from '../../../src/sandbox/params.ts'

const noMedia = () => {
  throw new Error('no media here')
}
const read = (message: unknown, draft = false) =>
  readRichMessage(new Params({ rich_message: message }), noMedia, { draft })
const blocks = (...given: unknown[]) => read({ blocks: given }).blocks as unknown[]
const paragraph = (text: unknown) => ({ type: 'paragraph', text })
const button = (fields: object) => ({ type: 'buttons', buttons: [{ text: 'Да', ...fields }] })
const nested = (levels: number): unknown =>
  levels === 1 ? paragraph('x') : { type: 'blockquote', blocks: [nested(levels - 1)] }
const bold = (levels: number): unknown => (levels === 0 ? 'x' : { type: 'bold', text: bold(levels - 1) })

describe('rich messages as they are shown', () => {
  test('every kind of block and text passes', () => {
    const text = [
      'обично ',
      ...['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'subscript', 'superscript', 'marked', 'code'].map(
        (type) => ({ type, text: 'x' }),
      ),
      { type: 'date_time', text: 'x', unix_time: 1, date_time_format: 'wDT' },
      { type: 'text_mention', text: 'x', user: { id: 1, is_bot: false, first_name: 'А' } },
      { type: 'custom_emoji', custom_emoji_id: '1', alternative_text: '👍' },
      { type: 'mathematical_expression', expression: 'x^2' },
      { type: 'url', text: 'x', url: 'https://t.me' },
      { type: 'email_address', text: 'x', email_address: 'a@b.rs' },
      { type: 'phone_number', text: 'x', phone_number: '+381' },
      { type: 'mention', text: 'x', username: 'ana' },
      { type: 'button', button: { text: 'Да', callback_data: 'yes', style: 'link' } },
      { type: 'anchor', name: 'a' },
      { type: 'anchor_link', text: 'x', anchor_name: '' },
      { type: 'reference', text: 'x', name: '1' },
      { type: 'reference_link', text: 'x', reference_name: '1' },
    ]
    const given = [
      paragraph(text),
      { type: 'heading', text: 'x', size: 6 },
      { type: 'pre', text: 'https://t.me', language: 'sql' },
      { type: 'footer', text: 'x' },
      { type: 'divider' },
      { type: 'mathematical_expression', expression: 'x' },
      { type: 'anchor', name: 'a' },
      { type: 'blockquote', blocks: [paragraph('x')], credit: 'А' },
      { type: 'expandable_blockquote', text: 'x' },
      { type: 'pullquote', text: 'x' },
      { type: 'table', cells: [[{ text: 'x', align: 'left', valign: 'top', is_header: true }]], is_bordered: true },
      { type: 'details', summary: 'Извори', blocks: [paragraph('x')], is_open: true },
      { type: 'map', location: { latitude: 44, longitude: 20 }, zoom: 14, width: 300, height: 200 },
      { type: 'buttons', buttons: [{ text: 'Да', url: 'https://t.me' }], align: 'left' },
    ]
    expect(blocks(...given)).toEqual(given)
  })

  test('list items get labels; an ordered item without a value follows the one before', () => {
    const item = (fields = {}) => ({ blocks: [paragraph('x')], ...fields })
    const labels = (...items: object[]) =>
      (blocks({ type: 'list', items })[0] as { items: { label: string }[] }).items.map(({ label }) => label)
    expect(labels(item(), item({ has_checkbox: true }))).toEqual(['•', '•'])
    expect(labels(item({ value: 3 }), item(), item({ value: 9, type: 'I' }))).toEqual(['3.', '4.', 'IX.'])
    expect(labels(item({ value: 27, type: 'a' }))).toEqual(['aa.'])
  })

  test('links and commands are found, unless switched off', () => {
    const text = ['Кликни /help ', { type: 'bold', text: 'на t.me/lap.' }, { type: 'code', text: '/start' }]
    expect(blocks(paragraph(text))).toEqual([
      paragraph([
        'Кликни ',
        { type: 'bot_command', text: '/help', bot_command: '/help' },
        ' ',
        { type: 'bold', text: ['на ', { type: 'url', text: 't.me/lap', url: 'http://t.me/lap' }, '.'] },
        { type: 'code', text: '/start' },
      ]),
    ])
    expect(read({ blocks: [paragraph(text)], skip_entity_detection: true }).blocks).toEqual([paragraph(text)])
  })

  test('fields Telegram does not know are left out', () => {
    expect(blocks({ ...paragraph('x'), colour: 'red' })).toEqual([paragraph('x')])
  })
})

describe('rich messages that are refused', () => {
  const many = (count: number) => Array.from({ length: count }, () => paragraph('x'))
  const row = (count: number) => Array.from({ length: count }, () => ({ text: 'x', align: 'left', valign: 'top' }))

  test.each([
    ['nothing', {}, 'exactly one of blocks, html and markdown must be used'],
    ['two contents', { html: 'x', blocks: [paragraph('x')] }, 'exactly one of blocks, html and markdown must be used'],
    ['html', { html: '<b>x</b>' }, 'sandbox understands blocks only'],
    ['markdown', { markdown: 'x' }, 'sandbox understands blocks only'],
    ['no blocks', { blocks: [] }, 'blocks must be non-empty'],
    ['no text', { blocks: [paragraph('')] }, 'message text is empty'],
    ['an unknown block', { blocks: [{ type: 'poem', text: 'x' }] }, 'rich_message.blocks[0].type: Invalid'],
    [
      'an unknown text',
      { blocks: [paragraph([{ type: 'loud', text: 'x' }])] },
      'rich_message.blocks[0].text[0].type: Invalid',
    ],
    ['a bad heading', { blocks: [{ type: 'heading', text: 'x', size: 7 }] }, 'rich_message.blocks[0].size: Too big'],
    [
      'a cell without alignment',
      { blocks: [{ type: 'table', cells: [[{ text: 'x' }]] }] },
      'rich_message.blocks[0].cells[0][0].align',
    ],
    ['32,769 characters', { blocks: [paragraph('👍'.repeat(32_769))] }, 'rich message is too long'],
    ['501 blocks', { blocks: many(501) }, '501 blocks, at most 500 are allowed'],
    ['17 levels of blocks', { blocks: [nested(17)] }, '17 levels, at most 16 are allowed'],
    ['17 levels of text', { blocks: [paragraph(bold(16))] }, '17 levels, at most 16 are allowed'],
    ['21 columns', { blocks: [{ type: 'table', cells: [row(21)] }] }, '21 columns, at most 20 are allowed'],
    [
      '9 buttons in a row',
      { blocks: [{ type: 'buttons', buttons: Array(9).fill({ text: 'x', url: 't.me' }) }] },
      'rich_message.blocks[0].buttons: Too big',
    ],
    ['65 bytes of data', { blocks: [button({ callback_data: `${'ж'.repeat(32)}x` })] }, 'BUTTON_DATA_INVALID'],
    ['no action', { blocks: [button({})] }, 'Text buttons are unallowed'],
    ['two actions', { blocks: [button({ callback_data: 'x', url: 't.me' })] }, 'exactly one action is expected'],
    [
      'style link on a URL',
      { blocks: [button({ url: 't.me', style: 'link' })] },
      'style "link" is allowed only for callback buttons',
    ],
    [
      'bold text on a button',
      { blocks: [button({ text: { type: 'bold', text: 'x' }, url: 't.me' })] },
      'only plain text',
    ],
    ['thinking', { blocks: [{ type: 'thinking', text: 'x' }] }, 'can be used only in drafts'],
    [
      'an empty heading',
      { blocks: [{ type: 'heading', text: ' ', size: 3 }, paragraph('x')] },
      'heading must be non-empty',
    ],
    [
      'an empty heading further in',
      { blocks: [{ type: 'blockquote', blocks: [{ type: 'heading', text: '', size: 3 }, paragraph('x')] }] },
      'heading must be non-empty',
    ],
    [
      'details without a summary',
      { blocks: [{ type: 'details', summary: '', blocks: [paragraph('x')] }] },
      'summary of details',
    ],
    [
      'details without anything',
      { blocks: [{ type: 'details', summary: 'x', blocks: [] }] },
      'details must have blocks',
    ],
    [
      'a list of two kinds',
      { blocks: [{ type: 'list', items: [{ blocks: [paragraph('x')] }, { value: 2, blocks: [paragraph('y')] }] }] },
      'ordered and unordered items',
    ],
  ])('%s', (_what, message, reason) => {
    expect(() => read(message)).toThrow(reason)
  })

  test('the limits themselves are allowed', () => {
    expect(read({ blocks: [paragraph('👍'.repeat(32_768))] }).blocks).toHaveLength(1)
    expect(read({ blocks: many(500) }).blocks).toHaveLength(500)
    expect(read({ blocks: [nested(16)] }).blocks).toHaveLength(1)
    expect(read({ blocks: [{ type: 'table', cells: [row(20)] }] }).blocks).toHaveLength(1)
    expect(read({ blocks: [button({ callback_data: 'ж'.repeat(32) })] }, true).blocks).toHaveLength(1)
    expect(read({ blocks: [{ type: 'thinking', text: 'Тражим…' }] }, true).blocks).toHaveLength(1)
  })
})
