import { codeOf } from '../errors.ts'

/** How every connection to a server is made. */
export function connectionTo(url: string) {
  return {
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  }
}

type Connection = { query(text: string): Promise<unknown> }

/**
 * Has the server drop a connection whose other end went silent (a machine without power, a broken network) within half a
 * minute instead of two hours, with its locks. A server that refuses is used as it is.
 */
export async function noticeSilence(client: Connection): Promise<void> {
  await client
    .query(
      `set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3;
       set idle_in_transaction_session_timeout = '60s'; set client_connection_check_interval = '10s'`,
    )
    .catch(() => {})
}

/** Has the server plan prepared statements once, by indexes alone. One that refuses is used as it is. */
export async function planByIndexes(client: Connection): Promise<void> {
  await noticeSilence(client)
  await client
    .query(
      `set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set enable_bitmapscan = off;
       set enable_hashjoin = off; set enable_mergejoin = off; set jit = off`,
    )
    .catch(() => {})
}

/** pg and its pool give their own failures no code, only words: pg 8.23 (`lib/client.js`), pg-pool 3.14 (`index.js`). */
export const SAID_OF_SILENCE = ['Query read timeout', 'timeout exceeded when trying to connect']
export const SAID_OF_BROKEN_CONNECTIONS = [
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
]

const says = (error: unknown, words: readonly string[]): error is Error =>
  error instanceof Error && words.includes(error.message)

/** Whether a server was given up on that did not answer in time. */
export function isSilence(error: unknown): error is Error {
  return says(error, SAID_OF_SILENCE)
}

/**
 * Codes of a database that is away or asks to try again: connection trouble, shutdown, no space or memory left, a standby that
 * is not promoted yet (25006), an idle transaction that was ended (25P03), rolled back for another's sake (40…), a disk that fails.
 */
const PASSING =
  /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOST|ENET|ENOSPC|EDQUOT|EMFILE|ENFILE|EIO$|08|25006$|25P03$|40|53|55P03$|57P0|58000$|58030$)/

/** Whether what failed is worth trying again later, as it is. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== null && PASSING.test(code)) return true
  return isSilence(error) || says(error, SAID_OF_BROKEN_CONNECTIONS)
}
