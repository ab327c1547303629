import type { Block, RichText } from './rich.ts'
import { plainOf, plainOfBlocks } from './rich.ts'
import { cutWords, TEXT_CHARACTERS } from './rich-limits.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ENTITIES[c]!)
}

/**
 * Blocks as messages of Telegram's older HTML, for clients and servers that refuse rich ones. Each is within 4,096
 * characters of text and whole by itself: cut between blocks, or between words of a block, never inside a tag.
 */
export function toHtmlMessages(blocks: readonly Block[], limit = TEXT_CHARACTERS): string[] {
  const messages: string[] = []
  let html = ''
  let length = 0
  for (const piece of blocks.flatMap((block) => htmlPieces(block, limit))) {
    if (html !== '' && length + 2 + piece.length > limit) {
      messages.push(html)
      html = ''
      length = 0
    }
    length += (html === '' ? 0 : 2) + piece.length
    html += (html === '' ? '' : '\n\n') + piece.html
  }
  return html === '' ? messages : [...messages, html]
}

type Piece = { html: string; length: number }

function htmlPieces(block: Block, limit: number): Piece[] {
  if (block.type === 'details') {
    const title = { html: `<b>${inline(block.summary)}</b>`, length: plainOf(block.summary).length }
    return [title, ...block.blocks.flatMap((inner) => quoted(inner, limit))]
  }
  const plain = plainOfBlocks([block])
  if (plain.trim() === '') return []
  if (plain.length <= limit) return [{ html: blockHtml(block), length: plain.length }]
  return cutWords(plain, limit).map((text) => ({ html: escapeHtml(text), length: text.length }))
}

function quoted(block: Block, limit: number): Piece[] {
  return htmlPieces(block, limit).map((piece) => ({
    ...piece,
    html: `<blockquote expandable>${piece.html}</blockquote>`,
  }))
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return inline(block.text)
    case 'heading':
      return `<b>${inline(block.text)}</b>`
    case 'footer':
      return `<i>${inline(block.text)}</i>`
    case 'list':
      return block.items
        .map((item) => `${item.value === undefined ? '•' : `${item.value}.`} ${item.blocks.map(blockHtml).join('\n')}`)
        .join('\n')
    case 'blockquote':
      return `<blockquote>${block.blocks.map(blockHtml).join('\n')}</blockquote>`
    default:
      return escapeHtml(plainOfBlocks([block]))
  }
}

function inline(text: RichText): string {
  if (typeof text === 'string') return escapeHtml(text)
  if (Array.isArray(text)) return text.map(inline).join('')
  switch (text.type) {
    case 'bold':
      return `<b>${inline(text.text)}</b>`
    case 'italic':
      return `<i>${inline(text.text)}</i>`
    case 'superscript':
      return `[${inline(text.text)}]`
    case 'url':
      return `<a href="${escapeHtml(text.url)}">${inline(text.text)}</a>`
    default:
      return escapeHtml(plainOf(text))
  }
}

/** Blocks as messages without any form, when Telegram refuses even the HTML. */
export function toPlainMessages(blocks: readonly Block[], limit = TEXT_CHARACTERS): string[] {
  return cutWords(plainOfBlocks(blocks), limit)
}
