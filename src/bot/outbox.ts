import type { InlineKeyboardButton } from 'grammy/types'
import { type Db, toJsonb } from '../platform/database.ts'
import { currentRequest } from '../platform/request.ts'
import type { Block } from './rich.ts'
import { fitsCaption, splitRich } from './rich-limits.ts'

/** Replies go before bulk, and bulk is paced. */
export type Lane = 'reply' | 'bulk'

/** A file that goes with a message: made by us, or one that Telegram has already. */
export type OutgoingFile = { name: string; base64: string } | { kind: 'document' | 'photo'; fileId: string }

/** What the bot says: a new message, or new content for one of its messages. */
export type Outgoing = {
  chatId: number
  /** Empty together with `edits`: the message stays as it is, and only its buttons change. */
  content: Block[]
  /** Goes under the text as its caption; a text too long for one goes before it, as a message of its own. Never with `edits`. */
  file?: OutgoingFile
  buttons?: InlineKeyboardButton[][]
  /** Changes this message instead of sending one. */
  edits?: number
  /** The message this one answers. */
  replyTo?: number
  /** Said once: a later message with the same key to the same chat is dropped. Without one, the update is the key. */
  onceKey?: string
}

/** The stored form of a row's content; the sender turns it into a call, and on a refusal into plainer ones. */
export type Payload = {
  content: Block[]
  file?: OutgoingFile
  buttons?: InlineKeyboardButton[][]
  edits?: number
  replyTo?: number
}

/**
 * Puts a message into the outbox, in the transaction that caused it. `key` forbids duplicates: a second row with the
 * same key is dropped without a word. A message too long for Telegram becomes several rows, in order, the buttons under
 * the last. Returns how many rows are new.
 */
export async function queue(
  db: Db,
  message: Outgoing,
  options: { key: string; lane: Lane; now: Temporal.Instant },
): Promise<number> {
  const parts = partsOf(message)
  const key = message.onceKey === undefined ? options.key : `${message.chatId}:${message.onceKey}`
  let added = 0
  for (const [i, part] of parts.entries()) {
    const last = i === parts.length - 1
    const payload: Payload = {
      ...part,
      ...(last && message.buttons ? { buttons: message.buttons } : {}),
      ...(i === 0 && message.edits !== undefined ? { edits: message.edits } : {}),
      ...(i === 0 && message.replyTo !== undefined ? { replyTo: message.replyTo } : {}),
    }
    added += await insertRow(
      db,
      { chatId: message.chatId, payload, key: parts.length === 1 ? key : `${key}#${i + 1}` },
      options,
    )
  }
  return added
}

/** What each row of a message holds, in order. */
function partsOf({ content, file, edits }: Outgoing): Pick<Payload, 'content' | 'file'>[] {
  const texts = splitRich(content).map((part) => ({ content: part }))
  if (content.length === 0 && edits !== undefined) return [{ content }]
  if (!file) return texts
  return fitsCaption(content) ? [{ content, file }] : [...texts, { content: [], file }]
}

async function insertRow(
  db: Db,
  row: { chatId: number; payload: Payload; key: string },
  options: { lane: Lane; now: Temporal.Instant },
): Promise<number> {
  const { rowCount } = await db.query(
    `insert into outbox (key, chat_id, lane, method, payload, queued_at, request)
     values ($1::text, $2::bigint, $3::text, $4::text, $5::jsonb, $6::timestamptz, $7::text)
     on conflict (key) do nothing`,
    [
      row.key,
      row.chatId,
      options.lane,
      methodOf(row.payload),
      toJsonb(row.payload),
      options.now.toString(),
      currentRequest(),
    ],
  )
  return rowCount ?? 0
}

function methodOf({ content, file, edits }: Payload): string {
  if (file) return 'kind' in file && file.kind === 'photo' ? 'sendPhoto' : 'sendDocument'
  if (edits === undefined) return 'sendRichMessage'
  return content.length === 0 ? 'editMessageReplyMarkup' : 'editMessageText'
}
