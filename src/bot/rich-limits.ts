import { type Block, plainOf, plainOfBlocks } from './rich.ts'

/** What Telegram takes in one message. Lengths are in UTF-16 units, which are never fewer than its characters. */
export const RICH_CHARACTERS = 32_768
export const RICH_BLOCKS = 500
export const TEXT_CHARACTERS = 4_096

/**
 * `blocks` as one or more messages, each within Telegram's limits for rich messages. Cut between blocks; only a list,
 * table or text that is too long by itself is cut inside, between items, rows or words. Nothing is lost or repeated,
 * except that each part of a table has the heading row.
 */
export function splitRich(
  blocks: readonly Block[],
  limits = { characters: RICH_CHARACTERS, blocks: RICH_BLOCKS },
): Block[][] {
  const parts: Block[][] = []
  let part: Block[] = []
  for (const block of blocks.flatMap((block) => shrink(block, limits))) {
    if (part.length > 0 && !fits([...part, block], limits)) {
      parts.push(part)
      part = []
    }
    part.push(block)
  }
  return part.length > 0 ? [...parts, part] : parts
}

type Limits = { characters: number; blocks: number }

function fits(blocks: readonly Block[], limits: Limits): boolean {
  return plainOfBlocks(blocks).length <= limits.characters && countBlocks(blocks) <= limits.blocks
}

/** Blocks as Telegram counts them: with nested ones, list items and table rows. */
export function countBlocks(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + 1 + countInside(block), 0)
}

function countInside(block: Block): number {
  switch (block.type) {
    case 'list':
      return block.items.reduce((sum, item) => sum + 1 + countBlocks(item.blocks), 0)
    case 'table':
      return block.cells.length
    case 'details':
    case 'blockquote':
      return countBlocks(block.blocks)
    default:
      return 0
  }
}

function shrink(block: Block, limits: Limits): Block[] {
  if (fits([block], limits)) return [block]
  switch (block.type) {
    case 'list':
      return halves(block.items).flatMap((items) => shrink({ ...block, items }, limits))
    case 'table': {
      const [head, ...rows] = block.cells
      return halves(rows).flatMap((half) => shrink({ ...block, cells: [head!, ...half] }, limits))
    }
    case 'details':
    case 'blockquote':
      return splitRich(block.blocks, { characters: limits.characters - 300, blocks: limits.blocks - 1 }).map(
        (blocks) => ({ ...block, blocks }),
      )
    case 'paragraph':
    case 'heading':
    case 'footer':
      return cutWords(plainOf(block.text), limits.characters).map((text) => ({ ...block, text }))
    default:
      return [block]
  }
}

function halves<T>(items: T[]): T[][] {
  if (items.length < 2) throw new RangeError('A single list item or table row is longer than a message may be')
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)]
}

/** `text` in pieces of at most `length` UTF-16 units, cut at a space where there is one, never inside a character. */
export function cutWords(text: string, length: number): string[] {
  if (text.length <= length) return [text]
  const space = text.lastIndexOf(' ', length)
  const cut = space > length / 2 ? space : isHighSurrogate(text, length - 1) ? length - 1 : length
  return [text.slice(0, cut), ...cutWords(text.slice(cut).trimStart(), length)]
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff
}
