import type { InlineKeyboardButton } from 'grammy/types'
import type { Db } from '../../platform/database/database.ts'
import { toJsonb, toJsonbArray, toPlainArray } from '../../platform/database/parameter.ts'
import { currentRequest } from '../../platform/request.ts'
import type { Block } from '../message/rich.ts'
import { fitsCaption, splitRich } from '../message/rich-limits.ts'

/** Replies go before bulk, and bulk is paced. */
export type Lane = 'reply' | 'bulk'

/** A file that goes with a message: made by us (`isPicture`: shown in the chat), or one that Telegram has already. */
export type OutgoingFile =
  | { name: string; base64: string; isPicture?: true }
  | { kind: 'document' | 'photo'; fileId: string }

/**
 * A question as Telegram's own quiz: whoever answers sees at once what is right (the place of an answer, the first 0) and why.
 * `withoutNames`: nobody, we neither, is told who answered what.
 */
export type Poll = { question: string; options: string[]; right: number; explanation: string; withoutNames?: true }

/** What the bot says: a new message, or new content for one of its messages. */
export type Outgoing = {
  chatId: number
  /** Empty together with `edits`: the message stays as it is, and only its buttons change. */
  content: Block[]
  /** Goes under the text as its caption; a text too long for one goes before it, as a message of its own. With `edits` only a picture, in place of another. */
  file?: OutgoingFile
  /** Goes in place of the content, which is said where a server takes no polls. */
  poll?: Poll
  buttons?: InlineKeyboardButton[][]
  /** Changes this message instead of sending one. */
  edits?: number
  /** The message this one answers. */
  replyTo?: number
  /** The topic it goes to. */
  thread?: number
  /** In a group: whose matter it is. They alone see it, where Telegram can do that. */
  only?: number
  /** Nothing of it is kept once it has left. */
  forget?: true
  /** Said once: a later message with the same key to the same chat is dropped. Without one, the update is the key. */
  onceKey?: string
}

/** The stored form of a row's content; the sender turns it into a call, and on a refusal into plainer ones. */
export type Payload = {
  content: Block[]
  file?: OutgoingFile
  /** The words are said also where Telegram refuses the file. */
  mayLackFile?: true
  poll?: Poll
  buttons?: InlineKeyboardButton[][]
  edits?: number
  /** Together with `edits`, of a message with a file: its caption alone changes. */
  keepsFile?: true
  /** Together with `edits`: the message is deleted; where Telegram does not allow that, it is changed instead. */
  deletes?: true
  replyTo?: number
  thread?: number
  /** The member of a group who alone sees it. */
  only?: number
  /** So many of the messages that it became have left already. */
  sent?: number
}

/** A message whose words are decided when it leaves: the app's renderer of that name makes them from `data`. */
export type Deferred = {
  renderer: string
  data: unknown
  /** The message that it changes or deletes: then it may be done again when nobody knows whether it was. */
  edits?: number
  sent?: number
}

/**
 * The words of a deferred message, as things are now; `null` when it should not be sent any more. A file goes with text
 * that fits under it.
 */
export type Renderer = (db: Db, data: unknown, chatId: number) => Promise<Payload | null>

/**
 * How messages leave: in which lane, and, where they are held until then, not before a later moment. `byDay`: where they still wait when a
 * night begins, they are held until it is over.
 */
export type Leaving = { lane: Lane; now: Temporal.Instant; notBefore?: Temporal.Instant; byDay?: boolean }

/** The lane of a row and from when on it may leave; what is held stands in nobody's way. */
function placeOf({
  lane,
  now,
  notBefore,
  byDay = false,
}: Leaving): [lane: Lane | 'held', notBefore: string | null, byDay: boolean] {
  const isHeld = notBefore !== undefined && Temporal.Instant.compare(notBefore, now) > 0
  return isHeld ? ['held', notBefore.toString(), byDay] : [lane, null, byDay]
}

/** Puts deferred messages into the outbox, in order. Returns how many rows are new: a key used before is dropped without a word. */
export async function queueDeferred(
  db: Db,
  messages: readonly (Deferred & { chatId: number; key: string })[],
  options: Leaving,
): Promise<number> {
  const { rowCount } = await db.query(
    `insert into outbox (key, chat_id, lane, method, payload, queued_at, not_before, by_day)
     select new.key, new.chat_id, $6::text, new.renderer, new.payload, $5::timestamptz, $7::timestamptz, $8::boolean
     from rows from (unnest($1::text[], $2::bigint[], $3::text[]), jsonb_array_elements($4::jsonb)) with ordinality
       as new (key, chat_id, renderer, payload, place)
     order by new.place
     on conflict (key) do nothing`,
    [
      messages.map(({ key }) => key),
      messages.map(({ chatId }) => chatId),
      messages.map(({ renderer }) => renderer),
      toJsonbArray(messages.map(({ renderer, data, edits }) => toJsonb({ renderer, data, edits }))),
      options.now.toString(),
      ...placeOf(options),
    ],
  )
  return rowCount ?? 0
}

/** What became of a row so far. */
export type Fate = {
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown' | 'dropped'
  reason: string | null
  messageId: number | null
}

/** What became of rows, by key. Those that are not kept (any more) are left out. */
export async function readFates(db: Db, keys: readonly string[]): Promise<Map<string, Fate>> {
  const { rows } = await db.query<{
    key: string
    state: Fate['state']
    failure: string | null
    message_id: number | null
  }>('select key, state, failure, message_id from outbox where key = any ($1::text[])', [keys])
  return new Map(rows.map((row) => [row.key, { state: row.state, reason: row.failure, messageId: row.message_id }]))
}

/** The key of the message that became this poll; `null` for a poll that is not ours, or is not written down (yet, or any more). */
export async function keyOfPoll(db: Db, pollId: string): Promise<string | null> {
  const { rows } = await db.query<{ key: string }>('select key from outbox where poll_id = $1::text', [pollId])
  return rows[0]?.key ?? null
}

export function isOnItsWay({ state }: Fate): boolean {
  return state === 'waiting' || state === 'sending'
}

/** Takes rows that have not left out of the outbox again. Returns the keys of those it found; they may be queued anew. */
export async function takeBack(db: Db, keys: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ key: string }>(
    `delete from outbox where key = any ($1::text[]) and state = 'waiting' returning key`,
    [keys],
  )
  return rows.map((row) => row.key)
}

/** Those of these keys by which something waits of which nothing has left yet. */
export async function unheardAmong(db: Db, keys: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ said: string }>(
    `select said from unnest($1::text[]) as said
     where exists (select from outbox where key = any (array[said, said || '#1']) and state = 'waiting' and not payload ? 'sent')`,
    [keys],
  )
  return rows.map(({ said }) => said)
}

/**
 * Takes messages out of the outbox again of which nothing has left yet, with those whose keys go on from these («key:12»). Returns those
 * of the keys that cannot be taken back any more: something of them has left, or is on its way.
 */
export async function takeBackUnheard(db: Db, keys: readonly string[]): Promise<Set<string>> {
  await db.query(
    `delete from outbox where finished_at is null and id >= 0 and state = 'waiting' and not payload ? 'sent'
       and exists (select from unnest($1::text[]) as said
         where key = said or starts_with(key, said || '#') or starts_with(key, said || ':'))`,
    [keys],
  )
  // The first of several parts leaves first.
  const { rows } = await db.query<{ said: string }>(
    `select said from unnest($1::text[]) as said
     where exists (select from outbox where key = any (array[said, said || '#1']))`,
    [keys],
  )
  return new Set(rows.map(({ said }) => said))
}

/** A message with the key that forbids a second one, and the request that it belongs to. */
export type Keyed = { message: Outgoing; key: string; request: string | null }

/**
 * Puts messages into the outbox, in their order and in the transaction that caused them: a second row with the same key is
 * dropped without a word. A message too long for Telegram becomes several rows, in order, the buttons under the last.
 * Returns how many rows are new.
 */
export async function queueAll(db: Db, messages: readonly Keyed[], options: Leaving): Promise<number> {
  const rows = messages.flatMap(rowsOf)
  if (rows.length === 0) return 0
  const { rowCount } = await db.query(
    `insert into outbox (key, chat_id, method, payload, request, lane, queued_at, forget, not_before, by_day)
     select key, chat_id, method, payload, request, $8::text, $7::timestamptz, forget, $9::timestamptz, $10::boolean
     from rows from (
       unnest($1::text[], $2::bigint[], $3::text[], $5::text[], $6::boolean[]), jsonb_array_elements($4::jsonb)
     ) with ordinality as new (key, chat_id, method, request, forget, payload, place)
     order by place
     on conflict (key) do nothing`,
    [...columnsOf(rows), rows.map(({ forget }) => forget), options.now.toString(), ...placeOf(options)],
  )
  return rowCount ?? 0
}

/** Puts one message into the outbox, as `queueAll` does. */
export function queue(db: Db, message: Outgoing, { key, ...options }: { key: string } & Leaving): Promise<number> {
  return queueAll(db, [{ message, key, request: currentRequest() }], options)
}

/** Holds what may leave by day alone and still waits; what was tried already may have gone in part, and leaves. Returns how many rows. */
export async function holdByDay(db: Db, until: Temporal.Instant): Promise<number> {
  const { rowCount } = await db.query(
    `update outbox set lane = 'held', not_before = $1::timestamptz
     where finished_at is null and id >= 0 and lane in ('bulk', 'reply') and by_day and state = 'waiting'
       and not payload ? 'sent'`,
    [until.toString()],
  )
  return rowCount ?? 0
}

/** Lets what was held leave whose time has come, in the order in which it was said; of `chatId` all of it. Returns how many rows. */
export async function releaseHeld(db: Db, now: Temporal.Instant, chatId: number | null = null): Promise<number> {
  const { rowCount } = await db.query(
    `update outbox set lane = 'bulk', not_before = null, by_day = by_day and $2::bigint is null
     where finished_at is null and id >= 0 and lane = 'held'
       and ($2::bigint = chat_id or ($2::bigint is null and (not_before <= $1::timestamptz or queued_at > $1::timestamptz + interval '1 minute')))`,
    [now.toString(), chatId],
  )
  return rowCount ?? 0
}

/** A message as it is stored; its parts are numbered when there are several. */
export function rowsOf({ message, key: messageKey, request }: Keyed): NewRow[] {
  const { chatId, onceKey, buttons, edits, replyTo, thread, only, forget = false } = message
  const key = onceKey === undefined ? messageKey : `${chatId}:${onceKey}`
  const parts = partsOf(message)
  return parts.map((part, i) => {
    const payload: Payload = {
      ...part,
      ...(i === parts.length - 1 && buttons ? { buttons } : {}),
      ...(i === 0 && edits !== undefined ? { edits } : {}),
      ...(i === 0 && replyTo !== undefined ? { replyTo } : {}),
      ...(thread === undefined ? {} : { thread }),
      ...(only === undefined ? {} : { only }),
    }
    return { key: parts.length === 1 ? key : `${key}#${i + 1}`, chatId, payload, request, forget }
  })
}

export type NewRow = { key: string; chatId: number; payload: Payload; request: string | null; forget: boolean }

/** Rows as parameters: key, chat_id, method, payload, request. */
export function columnsOf(rows: readonly NewRow[]): unknown[] {
  return [
    rows.map(({ key }) => key),
    toPlainArray(rows.map(({ chatId }) => chatId)),
    rows.map(({ payload }) => methodOf(payload)),
    toJsonbArray(rows.map(({ payload }) => toJsonb(payload))),
    rows.map(({ request }) => request),
  ]
}

/** What each row of a message holds, in order. */
function partsOf({ content, file, poll, edits }: Outgoing): Pick<Payload, 'content' | 'file' | 'poll'>[] {
  if (poll) return [{ content, poll }]
  const texts = splitRich(content).map((part) => ({ content: part }))
  if (content.length === 0 && edits !== undefined) return [{ content }]
  if (!file) return texts
  return fitsCaption(content) ? [{ content, file }] : [...texts, { content: [], file }]
}

function methodOf({ content, file, poll, edits }: Payload): string {
  if (poll) return 'sendPoll'
  if (file) return edits !== undefined ? 'editMessageMedia' : isPhoto(file) ? 'sendPhoto' : 'sendDocument'
  if (edits === undefined) return 'sendMessage'
  return content.length === 0 ? 'editMessageReplyMarkup' : 'editMessageText'
}

/** Whether it is shown in the chat, and not offered for saving. */
export function isPhoto(file: OutgoingFile): boolean {
  return 'kind' in file ? file.kind === 'photo' : file.isPicture === true
}
