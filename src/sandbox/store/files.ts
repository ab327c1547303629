import type { DatabaseSync, StatementSync } from 'node:sqlite'

export interface StoredFile {
  fileId: string
  uniqueId: string
  /** Below `/file/bot<token>/`. */
  path: string
  name: string
  mime: string
  size: number
  /** Pixels; null unless it was sent as a photo. */
  width: number | null
  height: number | null
}

const COLUMNS = 'file_id as fileId, unique_id as uniqueId, path, name, mime, size, width, height'

/** Files that people or the bot sent. */
export class FileTable {
  readonly #add: StatementSync
  readonly #get: StatementSync
  readonly #byPath: StatementSync
  readonly #bytes: StatementSync

  constructor(db: DatabaseSync) {
    this.#add = db.prepare(
      'insert into file (file_id, unique_id, path, name, mime, size, width, height, bytes) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.#get = db.prepare(`select ${COLUMNS} from file where file_id = ?`)
    this.#byPath = db.prepare(`select ${COLUMNS} from file where path = ?`)
    this.#bytes = db.prepare('select bytes from file where file_id = ?')
  }

  add(file: StoredFile, bytes: Uint8Array): void {
    const { fileId, uniqueId, path, name, mime, size, width, height } = file
    this.#add.run(fileId, uniqueId, path, name, mime, size, width, height, bytes)
  }

  get(fileId: string): StoredFile | undefined {
    return this.#get.get(fileId) as unknown as StoredFile | undefined
  }

  byPath(path: string): StoredFile | undefined {
    return this.#byPath.get(path) as unknown as StoredFile | undefined
  }

  bytes(fileId: string): Uint8Array<ArrayBuffer> {
    const row = this.#bytes.get(fileId) as { bytes: Uint8Array<ArrayBuffer> } | undefined
    if (!row) throw new Error(`No bytes for file ${fileId}`)
    return row.bytes
  }
}
