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

interface AnyChat {
  id: number
  state: ChatState
  pinnedMessageId: number | null
}

export interface PrivateChat extends AnyChat {
  kind: 'private'
  person: Person
}

/** A group that the bot is a member of. */
export interface GroupChat extends AnyChat {
  kind: 'group'
  title: string
  members: Person[]
}

/** A chat as the bot meets it. */
export type ChatRow = PrivateChat | GroupChat

export interface GroupSummary {
  id: number
  title: string
  members: Person[]
  lastMessageId: number
  lastBody: string | null
}

export interface PersonSummary extends Person {
  blocked: boolean
  lastMessageId: number
  /** The newest message of the private chat as JSON, null when there is none. */
  lastBody: string | null
}

const PERSON = `p.id, p.first_name as firstName, p.last_name as lastName, p.username, p.language_code as languageCode, p.role`

/** Ids of supergroups begin with -100. */
const FIRST_GROUP = -1_001_000_000_000

/** People and the chats they are in. A private chat has its person's id. */
export class PersonTable {
  readonly #add: StatementSync
  readonly #addChat: StatementSync
  readonly #join: StatementSync
  readonly #remove: StatementSync
  readonly #removeChat: StatementSync
  readonly #addGroup: StatementSync
  readonly #lowestChat: StatementSync
  readonly #privateChat: StatementSync
  readonly #group: StatementSync
  readonly #members: StatementSync
  readonly #groups: StatementSync
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
    this.#addGroup = db.prepare("insert into chat (id, kind, title, state) values (?, 'group', ?, 'open')")
    this.#lowestChat = db.prepare('select min(id) as id from chat')
    this.#privateChat = db.prepare(
      `select c.state, c.pinned_message_id as pinnedMessageId, ${PERSON}
       from chat c join person p on p.id = c.id where c.id = ? and c.kind = 'private'`,
    )
    this.#group = db.prepare(
      `select id, kind, title, state, pinned_message_id as pinnedMessageId from chat where id = ? and kind = 'group'`,
    )
    this.#members = db.prepare(
      `select ${PERSON} from chat_person cp join person p on p.id = cp.person_id where cp.chat_id = ? order by p.id`,
    )
    this.#groups = db.prepare(
      `select c.id, c.title, m.id as lastMessageId, m.body as lastBody
       from chat c left join message m on m.id = (select max(id) from message where chat_id = c.id)
       where c.kind = 'group' order by c.id desc`,
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

  /** Adds a group of these people and the bot; returns its id, negative as Telegram's. */
  addGroup(title: string, members: readonly number[]): number {
    const { id: lowest } = this.#lowestChat.get() as { id: number | null }
    const id = Math.min(FIRST_GROUP, lowest ?? 0) - 1
    this.#addGroup.run(id, title)
    for (const member of members) this.#join.run(id, member)
    return id
  }

  chat(id: number): ChatRow | undefined {
    const row = this.#privateChat.get(id) as unknown as (Person & Omit<AnyChat, 'id'>) | undefined
    if (!row) return this.#groupChat(id)
    const { state, pinnedMessageId, firstName, lastName, username, languageCode, role } = row
    return {
      id,
      kind: 'private',
      state,
      pinnedMessageId,
      person: { id, firstName, lastName, username, languageCode, role },
    }
  }

  #groupChat(id: number): GroupChat | undefined {
    const row = this.#group.get(id) as unknown as Omit<GroupChat, 'members'> | undefined
    return row && { ...row, members: this.members(id) }
  }

  members(chatId: number): Person[] {
    return (this.#members.all(chatId) as unknown as Person[]).map((person) => ({ ...person }))
  }

  groups(): GroupSummary[] {
    const rows = this.#groups.all() as unknown as Omit<GroupSummary, 'members'>[]
    return rows.map((row) => ({ ...row, lastMessageId: row.lastMessageId ?? 0, members: this.members(row.id) }))
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
