import type pg from 'pg'

/** How every connection to a server is made. */
export function connectionTo(url: string) {
  return {
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  }
}

/**
 * Has the server drop a connection whose other end went silent (a machine without power, a broken network) within half a
 * minute instead of two hours, with its locks and rights. A server that refuses is used as it is.
 */
export async function noticeSilence(client: pg.ClientBase): Promise<void> {
  await client
    .query(
      `set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3;
       set idle_in_transaction_session_timeout = '60s'; set client_connection_check_interval = '10s'`,
    )
    .catch(() => {})
}

/** Whether a server was given up on that did not answer in time. */
export function isSilence(error: unknown): error is Error {
  return error instanceof Error && /^Query read timeout$|timeout exceeded when trying to connect/.test(error.message)
}
