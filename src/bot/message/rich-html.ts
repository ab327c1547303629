import type { Block, RichText } from './rich.ts'
import { heading, plainOf, plainOfBlocks } from './rich.ts'
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

function pieceOf(html: string): Piece {
  return { html, length: html.replace(/<[^>]*>/g, '').replace(/&\w+;/g, '&').length }
}

function htmlPieces(block: Block, limit: number): Piece[] {
  if (block.type === 'details') {
    const inner = block.blocks.flatMap((one) => htmlPieces(one, limit))
    return [
      ...htmlPieces(heading(block.summary), limit),
      ...inner.map(({ html }) => pieceOf(quoted(html, '<blockquote expandable>'))),
    ]
  }
  const plain = plainOfBlocks([block])
  if (plain.trim() === '') return []
  const whole = pieceOf(blockHtml(block))
  return whole.length <= limit ? [whole] : cutWords(plain, limit).map((text) => pieceOf(escapeHtml(text)))
}

/** A quotation; those inside it become part of it, since Telegram forbids one inside another. */
function quoted(html: string, tag = '<blockquote>'): string {
  return `${tag}${html.replace(/<\/?blockquote[^>]*>/g, '')}</blockquote>`
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
      return quoted(block.blocks.map(blockHtml).join('\n'))
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

const WRITTEN: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** What HTML of ours says, without its form. */
export function plainOfHtml(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, (entity) => WRITTEN[entity]!)
}
