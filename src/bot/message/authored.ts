import type { Message, MessageEntity } from 'grammy/types'
import { z } from 'zod'
import { type Locale, shownTo } from '../../language/locale.ts'
import { type Block, paragraph, type RichText } from './rich.ts'

/** Words that staff wrote in the chat to be passed on: the text with its form, and one picture or document. */
export const authoredForm = z.object({
  text: z.string(),
  entities: z.array(z.custom<MessageEntity>()),
  file: z.object({ kind: z.enum(['document', 'photo']), fileId: z.string() }).nullable(),
})
export type Authored = z.infer<typeof authoredForm>

/** What Telegram takes with a picture or a document, and without; room is left for our own words, and for Latin, which is longer. */
const MOST_CHARACTERS = { withFile: 700, alone: 3_900 }

export type AuthoredFault =
  | { kind: 'empty' }
  | { kind: 'too-long'; length: number; most: number }
  /** Only the first of several pictures would be passed on. */
  | { kind: 'album' }
  /** A voice, a sticker and the like. */
  | { kind: 'not-understood' }

/** What a message of the author says, or why it cannot be passed on. */
export function readAuthored(
  message: Message,
  limits = MOST_CHARACTERS,
): { kind: 'read'; authored: Authored } | AuthoredFault {
  if (message.media_group_id !== undefined) return { kind: 'album' }
  const authored = contentOf(message)
  if (!authored) return { kind: 'not-understood' }
  const most = authored.file ? limits.withFile : limits.alone
  if (authored.text.length > most) return { kind: 'too-long', length: authored.text.length, most }
  if (authored.text.trim() === '' && !authored.file) return { kind: 'empty' }
  return { kind: 'read', authored }
}

function contentOf(message: Message): Authored | null {
  const picture = message.photo?.at(-1)
  const file = picture
    ? ({ kind: 'photo', fileId: picture.file_id } as const)
    : message.document
      ? ({ kind: 'document', fileId: message.document.file_id } as const)
      : null
  if (message.text === undefined && file === null) return null
  return {
    text: message.text ?? message.caption ?? '',
    // A mention by number shows nothing more, and would keep whose number it is.
    entities: (message.entities ?? message.caption_entities ?? []).filter(({ type }) => type !== 'text_mention'),
    file,
  }
}

/** The author's text as this reader sees it, a paragraph a line; what was Cyrillic stands in their script, form and addresses stay. */
export function blocksFor(locale: Locale, { text, entities }: Pick<Authored, 'text' | 'entities'>): Block[] {
  const blocks: Block[] = []
  let from = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') blocks.push(paragraph(...runs(locale, text, entities, from, from + line.length)))
    from += line.length + 1
  }
  return blocks
}

/** The text between two places, cut where form begins or ends. */
function runs(locale: Locale, text: string, entities: readonly MessageEntity[], from: number, to: number): RichText[] {
  const overlapping = entities.filter(({ offset, length }) => offset < to && offset + length > from)
  const cuts = [from, to, ...overlapping.flatMap(({ offset, length }) => [offset, offset + length])]
    .filter((at) => at >= from && at <= to)
    .sort((a, b) => a - b)
  return cuts.slice(1).flatMap((end, i) => {
    const start = cuts[i]!
    if (start === end) return []
    const over = overlapping.filter(({ offset, length }) => offset <= start && offset + length >= end)
    return [formed(locale, text, { start, end }, over)]
  })
}

/** Addresses, commands and names are not put into another script. */
const VERBATIM: ReadonlySet<MessageEntity['type']> = new Set(['url', 'email', 'mention', 'bot_command', 'code', 'pre'])

function formed(
  locale: Locale,
  text: string,
  { start, end }: { start: number; end: number },
  entities: readonly MessageEntity[],
): RichText {
  const piece = text.slice(start, end)
  const shown = entities.some(({ type }) => VERBATIM.has(type)) ? piece : shownTo(locale, piece)
  return entities.reduce<RichText>((inner, entity) => {
    // A part of an address leads where the whole does.
    return withForm(inner, text.slice(entity.offset, entity.offset + entity.length), entity)
  }, shown)
}

function withForm(inner: RichText, whole: string, entity: MessageEntity): RichText {
  switch (entity.type) {
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strikethrough':
    case 'spoiler':
    case 'code':
      return { type: entity.type, text: inner }
    case 'text_link':
      return { type: 'url', text: inner, url: entity.url }
    case 'url':
      return { type: 'url', text: inner, url: /^\w+:\/\//.test(whole) ? whole : `https://${whole}` }
    case 'email':
      return { type: 'email_address', text: inner, email_address: whole }
    default:
      return inner
  }
}
