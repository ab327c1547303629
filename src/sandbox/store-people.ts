import type { DatabaseSync, StatementSync } from 'node:sqlite'

export type Role = 'member' | 'trainer' | 'coordinator'

export interface Person {
  id: number
  firstName: string
  lastName: string | null
  username: string | null
  languageCode: string | null
  role: Role
}

/** 'new' = nobody wrote yet, so the bot may not write either; 'blocked' = the person blocked the bot. */
export type ChatState = 'new' | 'open' | 'blocked'

/** A chat as the bot meets it. `person` is null for anything but a private chat. */
export interface ChatRow {
  id: number
  kind: 'private'
  state: ChatState
  pinnedMessageId: number | null
  person: Person
}

export interface PersonSummary extends Person {
  blocked: boolean
  lastMessageId: number
  /** The newest message of the private chat as JSON, null when there is none. */
  lastBody: string | null
}

const PERSON = `p.id, p.first_name as firstName, p.last_name as lastName, p.username, p.language_code as languageCode, p.role`

/** People and the chats they are in. A private chat has its person's id. */
export class PersonTable {
  readonly #add: StatementSync
  readonly #addChat: StatementSync
  readonly #join: StatementSync
  readonly #remove: StatementSync
  readonly #removeChat: StatementSync
  readonly #chat: StatementSync
  readonly #list: StatementSync
  readonly #byUsername: StatementSync
  readonly #setState: StatementSync
  readonly #setPinned: StatementSync

  constructor(db: DatabaseSync) {
    this.#add = db.prepare(
      'insert into person (first_name, last_name, username, language_code, role) values (?, ?, ?, ?, ?)',
    )
    this.#addChat = db.prepare("insert into chat (id, kind, state) values (?, 'private', 'new')")
    this.#join = db.prepare('insert into chat_person (chat_id, person_id) values (?, ?)')
    this.#remove = db.prepare('delete from person where id = ?')
    this.#removeChat = db.prepare('delete from chat where id = ?')
    this.#chat = db.prepare(
      `select ${PERSON}, c.id as chatId, c.kind, c.state, c.pinned_message_id as pinnedMessageId
       from chat c join chat_person cp on cp.chat_id = c.id join person p on p.id = cp.person_id where c.id = ?`,
    )
    this.#list = db.prepare(
      `select ${PERSON}, c.state, m.id as lastMessageId, m.body as lastBody
       from person p join chat c on c.id = p.id
       left join message m on m.id = (select max(id) from message where chat_id = c.id) order by p.id`,
    )
    this.#byUsername = db.prepare('select id from person where username = ?')
    this.#setState = db.prepare('update chat set state = ? where id = ?')
    this.#setPinned = db.prepare('update chat set pinned_message_id = ? where id = ?')
  }

  /** Adds the person and their private chat; returns the id of both. */
  add(person: Omit<Person, 'id'>): number {
    const { firstName, lastName, username, languageCode, role } = person
    const id = Number(this.#add.run(firstName, lastName, username, languageCode, role).lastInsertRowid)
    this.#addChat.run(id)
    this.#join.run(id, id)
    return id
  }

  remove(id: number): void {
    this.#removeChat.run(id)
    this.#remove.run(id)
  }

  chat(id: number): ChatRow | undefined {
    const row = this.#chat.get(id) as unknown as (Person & Omit<ChatRow, 'id' | 'person'>) | undefined
    if (!row) return undefined
    const { firstName, lastName, username, languageCode, role } = row
    const person = { id: row.id, firstName, lastName, username, languageCode, role }
    return { id, kind: row.kind, state: row.state, pinnedMessageId: row.pinnedMessageId, person }
  }

  list(): PersonSummary[] {
    const rows = this.#list.all() as unknown as (PersonSummary & { state: ChatState })[]
    return rows.map((row) => ({ ...row, blocked: row.state === 'blocked', lastMessageId: row.lastMessageId ?? 0 }))
  }

  usernameTaken(username: string): boolean {
    return this.#byUsername.get(username) !== undefined
  }

  setState(chatId: number, state: ChatState): void {
    this.#setState.run(state, chatId)
  }

  setPinned(chatId: number, messageId: number | null): void {
    this.#setPinned.run(messageId, chatId)
  }
}
