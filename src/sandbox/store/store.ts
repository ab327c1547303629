import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { BotCommand } from 'grammy/types'
import { FileTable } from './files.ts'
import { MessageTable } from './messages.ts'
import { PersonTable } from './people.ts'
import { prepareSchema } from './schema.ts'
import { UpdateTable } from './updates.ts'

/** Everything that outlives the process. The SQL is here and in the files beside it, nowhere else. */
export class Store {
  readonly people: PersonTable
  readonly messages: MessageTable
  readonly updates: UpdateTable
  readonly files: FileTable
  readonly commands: CommandTable
  readonly settings: SettingTable
  readonly #db: DatabaseSync
  readonly #begin: StatementSync
  readonly #commit: StatementSync
  readonly #rollback: StatementSync

  constructor(file: string) {
    this.#db = new DatabaseSync(file)
    prepareSchema(this.#db, file)
    this.#begin = this.#db.prepare('begin immediate')
    this.#commit = this.#db.prepare('commit')
    this.#rollback = this.#db.prepare('rollback')
    this.people = new PersonTable(this.#db)
    this.messages = new MessageTable(this.#db)
    this.updates = new UpdateTable(this.#db)
    this.files = new FileTable(this.#db)
    this.commands = new CommandTable(this.#db)
    this.settings = new SettingTable(this.#db)
  }

  /** Runs `work` in one transaction; whatever it throws undoes it. Not to be nested. */
  transaction<T>(work: () => T): T {
    this.#begin.run()
    try {
      const result = work()
      this.#commit.run()
      return result
    } catch (error) {
      this.#rollback.run()
      throw error
    }
  }

  close(): void {
    this.#db.close()
  }
}

/** Named values, kept as JSON: the bot's profile, the webhook, how far the clock was moved. */
export class SettingTable {
  readonly #get: StatementSync
  readonly #set: StatementSync
  readonly #remove: StatementSync

  constructor(db: DatabaseSync) {
    this.#get = db.prepare('select value from setting where name = ?')
    this.#set = db.prepare(
      'insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
    )
    this.#remove = db.prepare('delete from setting where name = ?')
  }

  /** The caller states the type; only this program writes here. */
  get<T>(name: string): T | undefined {
    const row = this.#get.get(name) as { value: string } | undefined
    return row && (JSON.parse(row.value) as T)
  }

  set(name: string, value: unknown): void {
    if (value === undefined) this.#remove.run(name)
    else this.#set.run(name, JSON.stringify(value))
  }
}

/** Command menus by scope and language ('' = every language). */
export class CommandTable {
  readonly #get: StatementSync
  readonly #set: StatementSync
  readonly #remove: StatementSync

  constructor(db: DatabaseSync) {
    this.#get = db.prepare('select commands from command_menu where scope = ? and language_code = ?')
    this.#set = db.prepare(
      'insert into command_menu (scope, language_code, commands) values (?, ?, ?) on conflict (scope, language_code) do update set commands = excluded.commands',
    )
    this.#remove = db.prepare('delete from command_menu where scope = ? and language_code = ?')
  }

  get(scope: string, language: string): BotCommand[] {
    const row = this.#get.get(scope, language) as { commands: string } | undefined
    return row ? (JSON.parse(row.commands) as BotCommand[]) : []
  }

  set(scope: string, language: string, commands: BotCommand[]): void {
    if (commands.length === 0) this.#remove.run(scope, language)
    else this.#set.run(scope, language, JSON.stringify(commands))
  }
}
