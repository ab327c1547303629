import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Update } from 'grammy/types'

/** Updates the bot has not confirmed yet, oldest first. */
export class UpdateTable {
  readonly #add: StatementSync
  readonly #first: StatementSync
  readonly #confirm: StatementSync
  readonly #keepLast: StatementSync
  readonly #remove: StatementSync
  readonly #clear: StatementSync
  readonly #count: StatementSync

  constructor(db: DatabaseSync) {
    this.#add = db.prepare('insert into pending_update (body) values (?)')
    this.#first = db.prepare('select id, body from pending_update order by id limit ?')
    this.#confirm = db.prepare('delete from pending_update where id < ?')
    this.#keepLast = db.prepare(
      'delete from pending_update where id not in (select id from pending_update order by id desc limit ?)',
    )
    this.#remove = db.prepare('delete from pending_update where id = ?')
    this.#clear = db.prepare('delete from pending_update')
    this.#count = db.prepare('select count(*) as count from pending_update')
  }

  add(update: Omit<Update, 'update_id'>): void {
    this.#add.run(JSON.stringify(update))
  }

  first(limit: number): Update[] {
    const rows = this.#first.all(limit) as { id: number; body: string }[]
    return rows.map((row) => ({ update_id: row.id, ...(JSON.parse(row.body) as Omit<Update, 'update_id'>) }))
  }

  /** Forgets every update below `offset`. */
  confirmBelow(offset: number): void {
    this.#confirm.run(offset)
  }

  /** Forgets all but the newest `count`. */
  keepLast(count: number): void {
    this.#keepLast.run(count)
  }

  remove(updateId: number): void {
    this.#remove.run(updateId)
  }

  clear(): void {
    this.#clear.run()
  }

  count(): number {
    return (this.#count.get() as { count: number }).count
  }
}
