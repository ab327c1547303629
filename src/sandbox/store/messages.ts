import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { ForceReply, Message, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types'

/** What a message does to the keyboard below the input field. The Bot API never returns it; clients act on it. */
export type Keyboard = ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply

/** A message as the bot gets it, and what only the person's client knows about it. */
export interface StoredMessage {
  message: Message
  fromBot: boolean
  keyboard: Keyboard | null
}

interface Row {
  id: number
  from_bot: number
  body: string
  keyboard: string | null
}

export interface CallbackRow {
  id: string
  chatId: number
  messageId: number
  /** Unix seconds, by the app's clock. */
  askedAt: number
  answered: boolean
}

function toStored(row: Row): StoredMessage {
  const message = JSON.parse(row.body) as Message
  message.message_id = row.id
  return {
    message,
    fromBot: row.from_bot === 1,
    keyboard: row.keyboard ? (JSON.parse(row.keyboard) as Keyboard) : null,
  }
}

/** Messages of all chats, and the callback queries that came from them. Message ids never return. */
export class MessageTable {
  readonly #add: StatementSync
  readonly #get: StatementSync
  readonly #after: StatementSync
  readonly #replace: StatementSync
  readonly #remove: StatementSync
  readonly #keyboard: StatementSync
  readonly #addCallback: StatementSync
  readonly #callback: StatementSync
  readonly #answerCallback: StatementSync

  constructor(db: DatabaseSync) {
    this.#add = db.prepare('insert into message (chat_id, from_bot, body, keyboard) values (?, ?, ?, ?)')
    this.#get = db.prepare('select id, from_bot, body, keyboard from message where id = ? and chat_id = ?')
    this.#after = db.prepare(
      'select id, from_bot, body, keyboard from message where chat_id = ? and id > ? order by id',
    )
    this.#replace = db.prepare('update message set body = ? where id = ?')
    this.#remove = db.prepare('delete from message where id = ? and chat_id = ?')
    this.#keyboard = db.prepare(
      'select id, from_bot, body, keyboard from message where chat_id = ? and keyboard is not null order by id desc limit 1',
    )
    this.#addCallback = db.prepare(
      'insert into callback_query (id, chat_id, message_id, asked_at, answered) values (?, ?, ?, ?, 0)',
    )
    this.#callback = db.prepare(
      'select id, chat_id as chatId, message_id as messageId, asked_at as askedAt, answered from callback_query where id = ?',
    )
    this.#answerCallback = db.prepare('update callback_query set answered = 1 where id = ? and answered = 0')
  }

  /** Stores the message and gives it its `message_id`. */
  add(message: Message, fromBot: boolean, keyboard: Keyboard | null): StoredMessage {
    const shownKeyboard = keyboard && JSON.stringify(keyboard)
    const { lastInsertRowid } = this.#add.run(message.chat.id, fromBot ? 1 : 0, JSON.stringify(message), shownKeyboard)
    message.message_id = Number(lastInsertRowid)
    return { message, fromBot, keyboard }
  }

  get(chatId: number, messageId: number): StoredMessage | undefined {
    const row = this.#get.get(messageId, chatId) as unknown as Row | undefined
    return row && toStored(row)
  }

  /** Ascending, both directions. */
  after(chatId: number, messageId: number): StoredMessage[] {
    return (this.#after.all(chatId, messageId) as unknown as Row[]).map(toStored)
  }

  replace(message: Message): void {
    this.#replace.run(JSON.stringify(message), message.message_id)
  }

  /** False when there was no such message. */
  remove(chatId: number, messageId: number): boolean {
    return this.#remove.run(messageId, chatId).changes === 1
  }

  /** The newest message that set, removed or asked for a keyboard. */
  latestKeyboard(chatId: number): Keyboard | null {
    const row = this.#keyboard.get(chatId) as unknown as Row | undefined
    return row ? toStored(row).keyboard : null
  }

  addCallback(callback: Omit<CallbackRow, 'answered'>): void {
    this.#addCallback.run(callback.id, callback.chatId, callback.messageId, callback.askedAt)
  }

  callback(id: string): CallbackRow | undefined {
    const row = this.#callback.get(id) as unknown as (Omit<CallbackRow, 'answered'> & { answered: number }) | undefined
    return row && { ...row, answered: row.answered === 1 }
  }

  /** False when the query is unknown or was answered before. */
  answerCallback(id: string): boolean {
    return this.#answerCallback.run(id).changes === 1
  }
}
