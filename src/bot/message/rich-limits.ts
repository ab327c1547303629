import { type Block, plainOf, plainOfBlocks } from './rich.ts'

/** What Telegram takes in one message. Lengths are in UTF-16 units, which are never fewer than its characters. */
export const RICH_CHARACTERS = 32_768
export const RICH_BLOCKS = 500
export const TEXT_CHARACTERS = 4_096
const CAPTION_CHARACTERS = 1_024

/**
 * `blocks` as one or more messages, each within Telegram's limits for rich messages. Cut between blocks; only a block
 * that is too long by itself is cut inside: between items, rows, inner blocks or words. Nothing is lost, and nothing
 * repeated but what frames the parts: the head of a table, the mark of an item, the summary of details.
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

/** Whether blocks may stand under a file: a caption has no tables and nothing folded. */
export function fitsCaption(blocks: readonly Block[]): boolean {
  const simple = blocks.every((block) => ['paragraph', 'heading', 'footer', 'list'].includes(block.type))
  return simple && plainOfBlocks(blocks).length <= CAPTION_CHARACTERS
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
      return shrinkList(block, limits)
    case 'table':
      return shrinkTable(block, limits)
    case 'details':
      return shrinkDetails(block, limits)
    case 'blockquote':
      return splitRich(block.blocks, inside(limits, 0)).map((blocks) => ({ ...block, blocks }))
    case 'paragraph':
    case 'heading':
    case 'footer':
    case 'pre':
    case 'expandable_blockquote':
    case 'pullquote':
      return cutWords(plainOf(block.text), limits.characters).map((text) => ({ ...block, text }))
    default:
      return [block]
  }
}

type Of<Type extends Block['type']> = Extract<Block, { type: Type }>

/** Longer than any mark of a list item with its space. */
const MARK_CHARACTERS = 12

function shrinkList(block: Of<'list'>, limits: Limits): Block[] {
  if (block.items.length > 1) return halves(block.items).flatMap((items) => shrink({ ...block, items }, limits))
  return block.items.flatMap((item) =>
    splitRich(item.blocks, inside(limits, MARK_CHARACTERS)).map((blocks) => ({
      ...block,
      items: [{ ...item, blocks }],
    })),
  )
}

function shrinkTable(block: Of<'table'>, limits: Limits): Block[] {
  const [head, ...rows] = block.cells
  if (rows.length > 1) return halves(rows).flatMap((half) => shrink({ ...block, cells: [head!, ...half] }, limits))
  return cutWords(plainOfBlocks([block]), limits.characters).map((text) => ({ type: 'paragraph', text }))
}

/** A summary that would leave too little room goes on inside. */
function shrinkDetails(block: Of<'details'>, limits: Limits): Block[] {
  const [summary = '', ...more] = cutWords(plainOf(block.summary), Math.floor(limits.characters / 2))
  const blocks = [...more.map((text): Block => ({ type: 'paragraph', text })), ...block.blocks]
  return splitRich(blocks, inside(limits, summary.length + 1)).map((part) => ({
    ...block,
    summary: more.length === 0 ? block.summary : summary,
    blocks: part,
  }))
}

/** What a block leaves to the blocks inside it, after `characters` of its own. */
function inside(limits: Limits, characters: number): Limits {
  return { characters: Math.max(2, limits.characters - characters), blocks: Math.max(1, limits.blocks - 2) }
}

function halves<T>(items: T[]): T[][] {
  const middle = Math.ceil(items.length / 2)
  return [items.slice(0, middle), items.slice(middle)]
}

/**
 * `text` in pieces of at most `length` (2 or more) UTF-16 units, cut at white space where there is some near the end,
 * never inside a character. White space around pieces is dropped; a blank text gives none.
 */
export function cutWords(text: string, length: number): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > length) {
    const cut = placeToCut(rest, length)
    pieces.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  return rest === '' ? pieces : [...pieces, rest]
}

function placeToCut(text: string, length: number): number {
  for (let at = length; at > length / 2; at--) if (/\s/.test(text[at]!)) return at
  return isHighSurrogate(text, length - 1) ? length - 1 : length
}

function isHighSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff
}
