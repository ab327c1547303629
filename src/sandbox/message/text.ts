import type { MessageEntity } from 'grammy/types'
import { z } from 'zod'
import { badRequest } from '../errors.ts'
import { CAPTION_LENGTH, TEXT_LENGTH } from '../limits.ts'
import type { Params } from '../params.ts'
import { withDetected } from './entities.ts'
import { type FormattedText, parseHtml } from './html.ts'

const place = { offset: z.int().nonnegative(), length: z.int().positive() }
const SIMPLE = [
  ...['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number', 'bold', 'italic'],
  ...['underline', 'strikethrough', 'spoiler', 'blockquote', 'expandable_blockquote', 'code'],
] as const

const entitySchema = z.discriminatedUnion('type', [
  z.object({ type: z.enum(SIMPLE), ...place }),
  z.object({ type: z.literal('pre'), language: z.string().optional(), ...place }),
  z.object({ type: z.literal('text_link'), url: z.string().min(1), ...place }),
  z.object({ type: z.literal('text_mention'), user: z.looseObject({ id: z.int() }), ...place }),
  z.object({ type: z.literal('custom_emoji'), custom_emoji_id: z.string(), ...place }),
  z.object({ type: z.literal('date_time'), unix_time: z.int(), date_time_format: z.string(), ...place }),
])

/** Which parameters hold a text, and how long it may be (UTF-16 units after parsing). */
export interface TextField {
  text: string
  entities: string
  limit: number
  tooLong: string
}

export const MESSAGE_TEXT: TextField = {
  text: 'text',
  entities: 'entities',
  limit: TEXT_LENGTH,
  tooLong: 'message is too long',
}
const CAPTION: TextField = {
  text: 'caption',
  entities: 'caption_entities',
  limit: CAPTION_LENGTH,
  tooLong: 'message caption is too long',
}

/** The text of a call, parsed, trimmed as Telegram trims it, with links and commands found. May be empty. */
export function readText(params: Params, field: TextField): FormattedText {
  const source = params.text(field.text) ?? ''
  const parsed = trimmed(parse(params, source, field))
  if (parsed.text.length > field.limit) throw badRequest(field.tooLong)
  return { text: parsed.text, entities: withDetected(parsed.text, parsed.entities) }
}

/** The text of a message, which must say something. */
export function readMessageText(params: Params): { text: string; entities?: MessageEntity[] } {
  if (!params.has('text')) throw badRequest('message text is empty')
  const { text, entities } = readText(params, MESSAGE_TEXT)
  if (text === '') throw badRequest('text must be non-empty')
  return entities.length > 0 ? { text, entities } : { text }
}

/** The caption of a document or photo, which may be missing. */
export function readCaption(params: Params): { caption?: string; caption_entities?: MessageEntity[] } {
  const { text, entities } = readText(params, CAPTION)
  if (text === '') return {}
  return entities.length > 0 ? { caption: text, caption_entities: entities } : { caption: text }
}

function parse(params: Params, source: string, field: TextField): FormattedText {
  const mode = params.text('parse_mode') ?? ''
  if (mode.toLowerCase() === 'html') return parseHtml(source)
  if (/^markdown(v2)?$/i.test(mode)) throw badRequest('sandbox understands parse_mode HTML only')
  if (mode !== '') throw badRequest('unsupported parse_mode')
  return { text: source, entities: readEntities(params.json(field.entities), source) }
}

/** Stricter than Telegram, which silently drops entities outside the text: such an offset is a bug of the bot. */
function readEntities(given: unknown, text: string): MessageEntity[] {
  if (given === undefined) return []
  const parsed = z.array(entitySchema).safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw badRequest(`can't parse entities: ${issue.path.join('.')}: ${issue.message}`)
  }
  if (parsed.data.some((entity) => entity.offset + entity.length > text.length)) {
    throw badRequest('ENTITY_BOUNDS_INVALID')
  }
  return parsed.data as MessageEntity[]
}

/** Telegram shows no white space around a message; entities move along and may vanish. */
function trimmed({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length
  const kept = text.trim()
  if (kept.length === text.length) return { text, entities }
  const moved = entities.map((entity) => {
    const from = Math.max(entity.offset - start, 0)
    const to = Math.min(entity.offset + entity.length - start, kept.length)
    return { ...entity, offset: from, length: to - from }
  })
  return { text: kept, entities: moved.filter((entity) => entity.length > 0) }
}

/**
 * A person's text as their client sends it: trimmed, and cut into messages of the allowed length,
 * at a line or a word's end where one is near.
 */
export function splitLongText(text: string): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest.length > TEXT_LENGTH) {
    const cut = cutBefore(rest)
    parts.push(rest.slice(0, cut).trimEnd())
    rest = rest.slice(cut).trimStart()
  }
  if (rest !== '') parts.push(rest)
  return parts
}

function cutBefore(text: string): number {
  const near = TEXT_LENGTH / 2
  const line = text.lastIndexOf('\n', TEXT_LENGTH)
  if (line > near) return line
  const word = text.lastIndexOf(' ', TEXT_LENGTH)
  if (word > near) return word
  const isHalfOfPair = /[\ud800-\udbff]/.test(text[TEXT_LENGTH - 1]!)
  return isHalfOfPair ? TEXT_LENGTH - 1 : TEXT_LENGTH
}
