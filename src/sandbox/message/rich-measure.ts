import type { Actions } from './markup.ts'
import type { RichBlockNode, RichText } from './rich-schema.ts'

/** How much of each limit a rich message uses, and the buttons in it. */
export interface RichMeasure {
  /** Unicode code points, alternative text of emoji and formula sources included. */
  characters: number
  /** Blocks, list items and table rows. */
  blocks: number
  levels: number
  columns: number
  media: number
  buttons: RichButton[]
}

export type RichButton = Actions & { text: RichText; style?: string | undefined }

/** Counts over all blocks, however nested. Pure. */
export function measure(blocks: readonly RichBlockNode[]): RichMeasure {
  const total: RichMeasure = { characters: 0, blocks: 0, levels: 0, columns: 0, media: 0, buttons: [] }
  for (const block of blocks) measureBlock(block, 1, total)
  return total
}

function measureBlock(block: RichBlockNode, level: number, total: RichMeasure): void {
  total.blocks += 1
  total.levels = Math.max(total.levels, level)
  if (block.type === 'photo' || block.type === 'document') total.media += 1
  for (const field of ['text', 'summary', 'credit', 'caption'] as const) measureField(block[field], level, total)
  if (typeof block.expression === 'string') total.characters += length(block.expression)
  for (const inner of block.blocks ?? []) measureBlock(inner, level + 1, total)
  for (const item of block.items ?? []) {
    total.blocks += 1
    for (const inner of item.blocks) measureBlock(inner, level + 1, total)
  }
  for (const row of block.cells ?? []) {
    total.blocks += 1
    const columns = row.reduce((sum, cell) => sum + (cell.colspan ?? 1), 0)
    total.columns = Math.max(total.columns, columns)
    for (const cell of row) measureField(cell.text, level, total)
  }
  for (const button of block.buttons ?? []) measureButton(button, level, total)
}

/** A text, or a caption: a text with a credit. */
function measureField(field: unknown, level: number, total: RichMeasure): void {
  if (field === undefined) return
  if (typeof field === 'object' && field !== null && !Array.isArray(field) && !('type' in field)) {
    const caption = field as { text?: RichText; credit?: RichText }
    measureField(caption.text, level, total)
    measureField(caption.credit, level, total)
  } else measureText(field as RichText, level, total)
}

function measureText(text: RichText, level: number, total: RichMeasure): void {
  if (typeof text === 'string') total.characters += length(text)
  else if (Array.isArray(text)) for (const part of text) measureText(part, level, total)
  else {
    total.levels = Math.max(total.levels, level + 1)
    if (typeof text.alternative_text === 'string') total.characters += length(text.alternative_text)
    if (typeof text.expression === 'string') total.characters += length(text.expression)
    if (text.button) measureButton(text.button as RichButton, level + 1, total)
    if (text.text !== undefined) measureText(text.text, level + 1, total)
  }
}

function measureButton(button: RichButton, level: number, total: RichMeasure): void {
  total.buttons.push(button)
  measureText(button.text, level, total)
}

function length(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

/** What one reads, without formatting. */
export function plainText(text: RichText): string {
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return text.map(plainText).join('')
  if (text.button) return plainText(text.button.text as RichText)
  return plainText(text.text ?? (text.alternative_text as string) ?? (text.expression as string) ?? '')
}

/** The first words of a rich message, for a list of chats; '' when it has no text. */
export function firstText(blocks: readonly RichBlockNode[]): string {
  for (const block of blocks) {
    const own = block.text ?? (block.summary as RichText | undefined)
    const inner = [...(block.blocks ?? []), ...(block.items ?? []).flatMap((item) => item.blocks)]
    const text = own === undefined ? firstText(inner) : plainText(own).trim()
    if (text !== '') return text
  }
  return ''
}
