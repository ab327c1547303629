import { EventEmitter } from 'node:events'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { serialize } from 'pg-protocol'

type Message = { name: string }

/**
 * A node-postgres client of an embedded database. In place of PGlite's own, of whose single connection every client listens
 * to: after a statement that failed the pool takes a new client, the old one hears answers it did not ask for, and the
 * process ends. Here each client has a connection of its own.
 */
export function clientOf(pglite: PGlite): typeof pg.Client {
  return class extends pg.Client {
    constructor(settings: pg.ClientConfig = {}) {
      super({ ...settings, connection: new EmbeddedConnection(pglite) } as pg.ClientConfig)
    }
  }
}

/** What a client does with its socket, done in the process. A statement goes over as one, up to its Sync. */
class EmbeddedConnection extends EventEmitter {
  /** Read by the client: what never connected is not ended. */
  _connecting = false
  readonly parsedStatements = {}
  readonly submittedNamedStatements = {}
  readonly stream = { destroy: () => this.end() }
  readonly #pglite: PGlite
  #gathered: Uint8Array[] = []
  #sent: Promise<void> = Promise.resolve()

  constructor(pglite: PGlite) {
    super()
    this.#pglite = pglite
  }

  async connect(): Promise<void> {
    this._connecting = true
    await this.#pglite.waitReady
    process.nextTick(() => this.emit('readyForQuery'))
  }

  query(text: string): void {
    this.#send(serialize.query(text))
  }

  parse(query: Parameters<typeof serialize.parse>[0]): void {
    this.#gathered.push(serialize.parse(query))
  }

  bind(config: Parameters<typeof serialize.bind>[0]): void {
    this.#gathered.push(serialize.bind(config))
  }

  describe(message: Parameters<typeof serialize.describe>[0]): void {
    this.#gathered.push(serialize.describe(message))
  }

  execute(config: Parameters<typeof serialize.execute>[0]): void {
    this.#gathered.push(serialize.execute(config))
  }

  close(message: Parameters<typeof serialize.close>[0]): void {
    this.#gathered.push(serialize.close(message))
  }

  /** For reading a result in pages, which nothing here does. */
  flush(): void {}

  sync(): void {
    const statement = Buffer.concat([...this.#gathered, serialize.sync()])
    this.#gathered = []
    this.#send(statement)
  }

  sendCopyFail(message: string): void {
    this.#send(serialize.copyFail(message))
  }

  /** What a server does for a client that leaves: undoes what it began. */
  end(): void {
    this.#sent = this.#sent
      .then(() => this.#pglite.execProtocolStream(serialize.query('rollback'), { throwOnError: false }))
      .catch(() => {})
      .then(() => void this.emit('end'))
  }

  ref(): void {}
  unref(): void {}

  #send(bytes: Uint8Array): void {
    this.#sent = this.#sent
      .then(() => this.#pglite.execProtocolStream(bytes, { throwOnError: false }))
      .then((messages) => {
        for (const message of messages as Message[]) this.#pass(message)
      })
      .catch((error: unknown) => void this.emit('error', error))
  }

  #pass(message: Message): void {
    this.emit('message', message)
    this.emit(message.name === 'error' ? 'errorMessage' : message.name, message)
  }
}
