import type { PhotoSize, RichMessage } from 'grammy/types'
import type { z } from 'zod'
import { badRequest } from '../errors.ts'
import { RICH } from '../limits.ts'
import type { Params } from '../params.ts'
import { withDetected } from './entities.ts'
import { checkActions } from './markup.ts'
import { measure, plainText, type RichButton, type RichMeasure } from './rich-measure.ts'
import { type RichBlockNode, type RichText, type RichTextNode, richMessage } from './rich-schema.ts'

/** Turns the `media` of a photo or document block into what a received message carries. */
export type MediaResolver = (type: 'photo' | 'document', reference: string) => object

const refuse = (reason: string) => badRequest(`can't parse rich message: ${reason}`)

/**
 * `rich_message` of a call as the message will carry it: labels given to list items, links and commands found.
 * Throws 400 on a shape Telegram does not know, on any exceeded limit, and on html or markdown.
 */
export function readRichMessage(params: Params, media: MediaResolver, options: { draft: boolean }): RichMessage {
  const given = params.json('rich_message')
  if (given === undefined) throw badRequest('rich message is empty')
  const parsed = richMessage.safeParse(given)
  if (!parsed.success) throw refuse(deepestIssue(parsed.error.issues))
  const { blocks, html, markdown, is_rtl, skip_entity_detection } = parsed.data
  const contents = [blocks, html, markdown].filter((content) => content !== undefined)
  if (contents.length !== 1) throw refuse('exactly one of blocks, html and markdown must be used')
  if (!blocks) throw badRequest('sandbox understands blocks only')
  check(blocks, options.draft)
  const shown = blocks.map((block) => shownBlock(block, media, !skip_entity_detection))
  return { blocks: shown as unknown as RichMessage['blocks'], ...(is_rtl ? { is_rtl } : {}) }
}

/** zod reports a union as one issue with the attempts inside; the attempt that got furthest is the one meant. */
function deepestIssue(issues: readonly z.core.$ZodIssue[], path = 'rich_message'): string {
  const issue = issues[0]!
  const here = issue.path.reduce<string>(
    (done, step) => (typeof step === 'number' ? `${done}[${step}]` : `${done}.${String(step)}`),
    path,
  )
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return `${here}: ${issue.message}`
  const reach = (attempt: readonly z.core.$ZodIssue[]) => attempt[0]?.path.length ?? 0
  const furthest = issue.errors.reduce((best, attempt) => (reach(attempt) >= reach(best) ? attempt : best))
  return deepestIssue(furthest, here)
}

function check(blocks: readonly RichBlockNode[], draft: boolean): void {
  if (blocks.length === 0) throw refuse('blocks must be non-empty')
  const used = measure(blocks)
  checkLimits(used)
  for (const button of used.buttons) checkButton(button)
  for (const block of blocks) checkWhole(block)
  if (!draft && hasThinking(blocks)) throw refuse('block "thinking" can be used only in drafts')
  const says = used.characters > 0 || used.media > 0 || blocks.some((block) => block.type === 'map')
  if (!draft && !says) throw badRequest('message text is empty')
}

/** Blocks that say nothing where they must, and lists of two kinds. */
function checkWhole(block: RichBlockNode): void {
  const isBlank = (text: RichText | undefined) => text === undefined || plainText(text).trim() === ''
  if (block.type === 'heading' && isBlank(block.text)) throw refuse('text of a heading must be non-empty')
  if (block.type === 'details') {
    if (isBlank(block.summary as RichText)) throw refuse('summary of details must be non-empty')
    if ((block.blocks ?? []).length === 0) throw refuse('details must have blocks')
  }
  const items = block.items ?? []
  const ordered = items.filter((item) => item.value !== undefined || item.type !== undefined)
  if (ordered.length > 0 && !(items[0]!.value !== undefined || items[0]!.type !== undefined))
    throw refuse('ordered and unordered items in one list')
  for (const inner of [...(block.blocks ?? []), ...items.flatMap((item) => item.blocks)]) checkWhole(inner)
}

function checkLimits(used: RichMeasure): void {
  if (used.characters > RICH.characters) throw badRequest('rich message is too long')
  for (const limit of ['blocks', 'levels', 'columns', 'media'] as const) {
    if (used[limit] > RICH[limit]) throw refuse(`${used[limit]} ${limit}, at most ${RICH[limit]} are allowed`)
  }
}

function checkButton(button: RichButton): void {
  if (plainText(button.text).trim() === '') throw refuse('text of a button must be non-empty')
  checkActions(button, (reason) => refuse(reason.replaceAll('inline keyboard', 'rich message')))
  if (button.style === 'link' && button.callback_data === undefined) {
    throw refuse('style "link" is allowed only for callback buttons')
  }
  if (!onlyPlain(button.text)) throw refuse('text of a button may hold only plain text, custom_emoji and date_time')
}

function onlyPlain(text: RichText): boolean {
  if (typeof text === 'string') return true
  if (Array.isArray(text)) return text.every(onlyPlain)
  return text.type === 'custom_emoji' || (text.type === 'date_time' && onlyPlain(text.text ?? ''))
}

function hasThinking(blocks: readonly RichBlockNode[]): boolean {
  return blocks.some(
    (block) =>
      block.type === 'thinking' ||
      hasThinking(block.blocks ?? []) ||
      (block.items ?? []).some((item) => hasThinking(item.blocks)),
  )
}

function shownBlock(block: RichBlockNode, media: MediaResolver, detect: boolean): RichBlockNode {
  const inner = (blocks: RichBlockNode[]) => blocks.map((child) => shownBlock(child, media, detect))
  const shown: RichBlockNode = { ...block }
  if (block.type === 'photo') shown.photo = media('photo', mediaOf(block.photo)) as PhotoSize[]
  if (block.type === 'document') shown.document = media('document', mediaOf(block.document))
  if (block.blocks) shown.blocks = inner(block.blocks)
  if (block.items) shown.items = labelled(block.items).map((item) => ({ ...item, blocks: inner(item.blocks) }))
  const text = detect ? linked : withoutCommands
  if (block.text !== undefined && block.type !== 'pre') shown.text = text(block.text)
  if (block.cells) {
    shown.cells = block.cells.map((row) =>
      row.map((cell) => (cell.text === undefined ? cell : { ...cell, text: text(cell.text) })),
    )
  }
  return shown
}

/** Where Telegram does not look for commands there are none, also where the bot marked some. */
function withoutCommands(text: RichText): RichText {
  if (typeof text === 'string') return text
  if (Array.isArray(text)) return text.map(withoutCommands)
  if (text.type === 'bot_command') return text.text ?? ''
  return text.text === undefined ? text : { ...text, text: withoutCommands(text.text) }
}

const mediaOf = (input: unknown) => (input as { media: string }).media

type Items = NonNullable<RichBlockNode['items']>

/**
 * Labels as Telegram's clients show them: a list is ordered when any item has a value or a type;
 * an item without a value follows the one before it.
 */
function labelled(items: Items): (Items[number] & { label: string })[] {
  const ordered = items.some((item) => item.value !== undefined || item.type !== undefined)
  let last = 0
  return items.map((item) => {
    if (!ordered) return { ...item, label: '•' }
    last = item.value ?? last + 1
    return { ...item, value: last, label: `${numeral(last, item.type ?? '1')}.` }
  })
}

function numeral(value: number, type: 'a' | 'A' | 'i' | 'I' | '1'): string {
  if (value < 1 || type === '1') return String(value)
  const letters = type.toLowerCase() === 'a' ? alphabetic(value) : roman(value)
  return type === type.toUpperCase() ? letters.toUpperCase() : letters
}

function alphabetic(value: number): string {
  const rest = Math.floor((value - 1) / 26)
  return (rest > 0 ? alphabetic(rest) : '') + String.fromCharCode(97 + ((value - 1) % 26))
}

const ROMAN: readonly [number, string][] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
  ] as [number, string][]),
  ...([
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as [number, string][]),
]

function roman(value: number): string {
  const step = ROMAN.find(([worth]) => worth <= value)
  return step ? step[1] + roman(value - step[0]) : ''
}

/** Text in which nothing more is looked for: it already leads somewhere, or is shown as it is. */
const CLOSED = new Set([
  ...['code', 'url', 'email_address', 'phone_number', 'bank_card_number', 'mention', 'hashtag', 'cashtag'],
  ...['bot_command', 'button', 'anchor_link', 'reference_link', 'text_mention', 'date_time'],
])

/** The same text with its links, addresses, mentions, hashtags, numbers and commands marked. */
function linked(text: RichText): RichText {
  if (typeof text === 'string') return linkedString(text)
  if (Array.isArray(text)) return text.flatMap((part) => (typeof part === 'string' ? linked(part) : [linked(part)]))
  if (CLOSED.has(text.type) || text.text === undefined) return text
  return { ...text, text: linked(text.text) }
}

const FIELDS: Record<string, { type: string; field: string }> = {
  url: { type: 'url', field: 'url' },
  email: { type: 'email_address', field: 'email_address' },
  mention: { type: 'mention', field: 'username' },
  hashtag: { type: 'hashtag', field: 'hashtag' },
  bot_command: { type: 'bot_command', field: 'bot_command' },
  phone_number: { type: 'phone_number', field: 'phone_number' },
}

function linkedString(text: string): RichText {
  const entities = withDetected(text, [])
  if (entities.length === 0) return text
  const parts: RichText[] = []
  let done = 0
  for (const { type, offset, length } of entities) {
    if (offset > done) parts.push(text.slice(done, offset))
    parts.push(linkNode(type, text.slice(offset, offset + length)))
    done = offset + length
  }
  if (done < text.length) parts.push(text.slice(done))
  return parts.length === 1 ? parts[0]! : parts
}

function linkNode(entity: string, text: string): RichTextNode {
  const { type, field } = FIELDS[entity]!
  const value = type === 'url' && !text.includes('://') ? `http://${text}` : text.replace(/^[@#](?=.)/, '')
  return { type, text, [field]: value }
}
