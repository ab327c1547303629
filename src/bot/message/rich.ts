import type { InputRichBlock, RichText } from 'grammy/types'

/** A message as Telegram's rich blocks. Plain strings inside are shown as they are: nothing in them becomes markup. */
export type Block = InputRichBlock
export type { RichText }

export const paragraph = (...text: RichText[]): Block => ({ type: 'paragraph', text: joined(text) })
export const heading = (text: RichText, size: 1 | 2 | 3 | 4 | 5 | 6 = 3): Block => ({ type: 'heading', text, size })
export const footer = (...text: RichText[]): Block => ({ type: 'footer', text: joined(text) })
export const divider = (): Block => ({ type: 'divider' })
export const details = (summary: RichText, blocks: Block[]): Block => ({ type: 'details', summary, blocks })
export const quotation = (blocks: Block[]): Block => ({ type: 'blockquote', blocks })
export const bold = (text: RichText): RichText => ({ type: 'bold', text })
export const italic = (text: RichText): RichText => ({ type: 'italic', text })

const LINKED = /(?<![\w/])(\/[a-z]{2,32}|(?:rtcm\.)?kirs\.gov\.rs)\b/g

/** One of our own sentences with its commands («/pomoc») and addresses to tap. Not for what people wrote. */
export function tappable(text: string): RichText {
  const parts = text.split(LINKED).filter((part) => part !== '')
  return parts.map((part): RichText => {
    if (/^\/[a-z]+$/.test(part)) return { type: 'bot_command', text: part, bot_command: part }
    if (/^(rtcm\.)?kirs\.gov\.rs$/.test(part)) return { type: 'url', text: part, url: `https://${part}` }
    return part
  })
}

/** A footnote mark that leads to `reference(name, …)` in the same message. */
export const footnote = (label: string, name: string): RichText => ({
  type: 'superscript',
  text: { type: 'reference_link', text: label, reference_name: name },
})
export const reference = (name: string, text: RichText): RichText => ({ type: 'reference', name, text })

/** `start` is the number of the first item. */
export function list(items: (RichText | Block[])[], kind: 'bullets' | 'numbers' = 'bullets', start = 1): Block {
  return {
    type: 'list',
    items: items.map((item, i) => ({
      blocks: isBlocks(item) ? item : [paragraph(item)],
      ...(kind === 'numbers' ? { value: start + i, type: '1' as const } : {}),
    })),
  }
}

/** A table with a heading row; every row has as many cells as the head. */
export function table(head: string[], rows: RichText[][]): Block {
  const cell = (text: RichText, isHeader: boolean) => ({
    text,
    align: 'left' as const,
    valign: 'top' as const,
    ...(isHeader ? { is_header: true as const } : {}),
  })
  return {
    type: 'table',
    cells: [head.map((text) => cell(text, true)), ...rows.map((row) => row.map((text) => cell(text, false)))],
    is_bordered: true,
    is_striped: true,
  }
}

function isBlocks(item: RichText | Block[]): item is Block[] {
  return (
    Array.isArray(item) &&
    item.length > 0 &&
    item.every((part) => typeof part === 'object' && 'type' in part && BLOCKS.has(part.type))
  )
}

const BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'pre',
  'footer',
  'divider',
  'list',
  'blockquote',
  'expandable_blockquote',
  'pullquote',
  'table',
  'details',
  'buttons',
])

function joined(text: RichText[]): RichText {
  return text.length === 1 ? text[0]! : text
}

/** The text of a run, without its form. */
export function plainOf(text: RichText): string {
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return text.map(plainOf).join('')
  if (text.type === 'button') return plainOf(text.button.text)
  return 'text' in text ? plainOf(text.text) : ''
}

/** The text of blocks, a line a paragraph, item or row. */
export function plainOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(plainOfBlock).filter(Boolean).join('\n\n')
}

function plainOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'footer':
    case 'pre':
    case 'thinking':
    case 'expandable_blockquote':
    case 'pullquote':
      return plainOf(block.text)
    case 'divider':
      return '———'
    case 'list':
      return block.items
        .map((item) => `${item.value === undefined ? '•' : `${item.value}.`} ${plainOfBlocks(item.blocks)}`)
        .join('\n')
    case 'blockquote':
      return plainOfBlocks(block.blocks)
    case 'details':
      return `${plainOf(block.summary)}\n${plainOfBlocks(block.blocks)}`
    case 'table':
      return block.cells.map((row) => row.map((cell) => plainOf(cell.text ?? '')).join(' | ')).join('\n')
    default:
      return ''
  }
}
