import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { connectionTo, noticeSilence } from './connection.ts'

/** A session-level advisory lock on a connection of its own: the server frees it when the process dies. `null` when another process holds it. */
export async function acquireAdvisoryLock(
  url: string,
  name: string,
  lost: () => void,
): Promise<{ release(): Promise<void> } | null> {
  const client = new pg.Client({ ...connectionTo(url), query_timeout: ANSWER_WITHIN_MS })
  let released = false
  client.on('error', () => {})
  const watch = watchConnection(client, () => {
    if (!released) lost()
  })
  const release = async () => {
    released = true
    watch.stop()
    await Promise.race([client.end(), wait(ANSWER_WITHIN_MS, undefined, { ref: false })])
  }
  try {
    await client.connect()
    await noticeSilence(client)
    const { rows } = await client.query<{ granted: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as granted',
      [name],
    )
    if (rows[0]!.granted) return { release }
    await release()
    return null
  } catch (error) {
    await release()
    throw error
  }
}

/** Well below the time after which the server gives the lock of a silent process to another one. */
const ANSWER_WITHIN_MS = 5_000

/** Asks now and then whether the connection lives, and says once when it does not. */
function watchConnection(client: pg.Client, dead: () => void): { stop(): void } {
  const said = Promise.withResolvers<void>()
  const timer = setInterval(() => client.query('select').catch(() => said.resolve()), ANSWER_WITHIN_MS)
  client.on('end', () => said.resolve())
  void said.promise.then(() => {
    clearInterval(timer)
    dead()
  })
  return { stop: () => clearInterval(timer) }
}
