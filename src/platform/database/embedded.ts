import { Buffer } from 'node:buffer'
import type { PGlite } from '@electric-sql/pglite'
import pg, { type QueryResultRow } from 'pg'
import { serialize } from 'pg-protocol'
import { toParameter } from './parameter.ts'

type Result<Row> = { rows: Row[]; rowCount: number | null }
type Connection = { query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<Result<Row>> }

/**
 * Statements of an embedded database, one at a time and each in one message. PGlite's own `query` first asks the database
 * what its parameters are, and sends four messages a statement: 1.1 ms of CPU instead of 0.4 for the smallest.
 */
export class Embedded implements Connection {
  readonly #pglite: PGlite
  readonly #beforeWriting: () => void
  #asked = 0
  #ended = false

  /** `beforeWriting` is called before a statement that may write, and may refuse it. */
  constructor(pglite: PGlite, beforeWriting: () => void = () => {}) {
    this.#pglite = pglite
    this.#beforeWriting = beforeWriting
  }

  usage() {
    const busy = Math.min(1, this.#asked)
    return { busy, idle: 1 - busy, waiting: this.#asked - busy }
  }

  query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<Result<Row>> {
    return this.alone((db) => db.query<Row>(text, values))
  }

  /** Runs `work` while nobody else asks for anything. */
  async alone<T>(work: (db: Connection) => Promise<T>): Promise<T> {
    if (this.#ended) throw new Error('The embedded database is closed')
    this.#asked++
    try {
      return await this.#pglite.runExclusive(() => work({ query: (text, values) => this.#ask(text, values) }))
    } finally {
      this.#asked--
    }
  }

  async #ask<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<Result<Row>> {
    if (!ONLY_READS.test(text)) this.#beforeWriting()
    return ask<Row>(this.#pglite, text, values)
  }

  /** Lets what was asked for come to its end. */
  async end(): Promise<void> {
    this.#ended = true
    await this.#pglite.runExclusive(async () => {})
    await this.#pglite.close()
  }
}

/** Statements that write nothing, or end what was written. What begins with «with» may write. */
const ONLY_READS = /^\s*(?:select|begin|commit|rollback|set|reset|show|explain)\b/i

async function ask<Row extends QueryResultRow>(
  pglite: PGlite,
  text: string,
  values: unknown[] = [],
): Promise<Result<Row>> {
  const statement = values.length > 0 ? extended(text, values) : serialize.query(text)
  const messages = (await pglite.execProtocolStream(statement, { throwOnError: false })) as unknown as Message[]
  const failed = messages.find((message) => message.name === 'error')
  if (failed) throw asError(failed)
  return resultOf(messages)
}

function extended(text: string, values: unknown[]): Buffer {
  return Buffer.concat([
    serialize.parse({ text }),
    serialize.bind({ values, valueMapper: toParameter }),
    serialize.describe({ type: 'P' }),
    serialize.execute(),
    serialize.sync(),
  ])
}

type Column = { name: string; dataTypeID: number }
type Message =
  | { name: 'error'; message: string }
  | { name: 'rowDescription'; fields: Column[] }
  | { name: 'dataRow'; fields: (string | null)[] }
  | { name: 'commandComplete'; text: string }
  | { name: 'other' }

/** Of several statements in one text, the result of the last. */
function resultOf<Row extends QueryResultRow>(messages: readonly Message[]): Result<Row> {
  let rows: Row[] = []
  let rowCount: number | null = null
  let read = (_: (string | null)[]): Row => ({}) as Row
  for (const message of messages) {
    if (message.name === 'rowDescription') {
      rows = []
      read = readerOf(message.fields)
    } else if (message.name === 'dataRow') rows.push(read(message.fields))
    else if (message.name === 'commandComplete') rowCount = countIn(message.text)
  }
  return { rows, rowCount }
}

/** Reads values as `pg` does. */
function readerOf<Row>(columns: readonly Column[]): (fields: (string | null)[]) => Row {
  const parsers = columns.map(({ dataTypeID }) => pg.types.getTypeParser(dataTypeID, 'text'))
  return (fields) => {
    const row: Record<string, unknown> = {}
    for (const [i, field] of fields.entries()) row[columns[i]!.name] = field === null ? null : parsers[i]!(field)
    return row as Row
  }
}

/** «INSERT 0 5» touched five rows; what has no number touches none. */
function countIn(tag: string): number | null {
  const count = /\d+$/.exec(tag)?.[0]
  return count === undefined ? null : Number(count)
}

/** PGlite's error with the stack of whoever asked. */
function asError(failed: Message): Error {
  const error = failed as unknown as Error
  Error.captureStackTrace(error)
  return error
}
