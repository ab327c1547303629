import type { Block, RichText } from './rich.ts'
import { plainOf, plainOfBlocks } from './rich.ts'
import { cutWords, RICH_BLOCKS, splitRich, TEXT_CHARACTERS } from './rich-limits.ts'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ENTITIES[c]!)
}

/**
 * Blocks as messages of Telegram's HTML, which every client shows. Each is within 4,096 UTF-16 units of what is shown and whole by
 * itself: cut between blocks, and inside one that is too long between its paragraphs, items and rows; only a single paragraph
 * that is too long is cut between words, and loses its form.
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
  return { html, length: plainOfHtml(html).length }
}

/** As HTML a block may be longer than its words by themselves: brackets of footnotes, names of columns. */
const SHARES = [1, 1 / 2, 1 / 4, 1 / 8]

function htmlPieces(block: Block, limit: number): Piece[] {
  const plain = plainOfBlocks([block])
  if (plain.trim() === '') return []
  for (const share of SHARES) {
    const parts = splitRich([block], { characters: Math.floor(limit * share), blocks: RICH_BLOCKS }).flat()
    const pieces = parts.map((part) => pieceOf(blockHtml(part))).filter(({ length }) => length > 0)
    if (pieces.every(({ length }) => length <= limit)) return pieces
  }
  return cutWords(plain, limit).map((text) => pieceOf(escapeHtml(text)))
}

/** A quotation; those inside it become part of it, since Telegram forbids one inside another. */
function quoted(html: string, tag = '<blockquote>'): string {
  return `${tag}${html.replace(/<\/?blockquote[^>]*>/g, '')}</blockquote>`
}

const FOLDED = '<blockquote expandable>'

const linesOf = (blocks: readonly Block[]) => blocks.map(blockHtml).filter((html) => html !== '')

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return inline(block.text)
    case 'heading':
      return `<b>${inline(block.text)}</b>`
    case 'footer':
    case 'thinking':
      return `<i>${inline(block.text)}</i>`
    case 'pre':
      return `<pre>${escapeHtml(plainOf(block.text))}</pre>`
    case 'list':
      return block.items
        .map((item) => `${item.value === undefined ? '•' : `${item.value}.`} ${linesOf(item.blocks).join('\n')}`)
        .join('\n')
    case 'blockquote':
      return quoted(linesOf(block.blocks).join('\n'))
    case 'expandable_blockquote':
      return quoted(inline(block.text), FOLDED)
    case 'pullquote':
      return quoted(inline(block.text))
    case 'details':
      return quoted([`<b>${inline(block.summary)}</b>`, ...linesOf(block.blocks)].join('\n'), FOLDED)
    case 'table':
      return tableHtml(block.cells.map((row) => row.map((cell) => inline(cell.text ?? ''))))
    default:
      return escapeHtml(plainOfBlocks([block]))
  }
}

/** A table as a list, since columns break on a phone: a row by its first cell, below it what stands in each other column. */
function tableHtml([head = [], ...rows]: string[][]): string {
  const lines = rows.map(([first = '', ...others]) => {
    if (others.length <= 1) return `• <b>${first}</b>${others[0] === undefined ? '' : `: ${others[0]}`}`
    return [`• <b>${first}</b>`, ...others.map((cell, i) => `${head[i + 1] ?? ''}: ${cell}`)].join('\n')
  })
  return [`<b>${head.join(' · ')}</b>`, ...lines].join('\n')
}

const TAGS: Partial<Record<string, string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  spoiler: 'tg-spoiler',
  code: 'code',
}

function inline(text: RichText): string {
  if (typeof text === 'string') return escapeHtml(text)
  if (Array.isArray(text)) return text.map(inline).join('')
  switch (text.type) {
    case 'superscript':
      return plainOf(text.text).startsWith('[') ? inline(text.text) : `[${inline(text.text)}]`
    case 'url':
      return `<a href="${escapeHtml(text.url)}">${inline(text.text)}</a>`
    case 'reference':
    case 'reference_link':
      return inline(text.text)
    default: {
      const tag = TAGS[text.type]
      return tag && 'text' in text ? `<${tag}>${inline(text.text)}</${tag}>` : escapeHtml(plainOf(text))
    }
  }
}

const WRITTEN: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** What HTML of ours says, without its form. */
export function plainOfHtml(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, (entity) => WRITTEN[entity]!)
}
