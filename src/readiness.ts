import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from './platform/database/database.ts'
import type { Readiness } from './platform/ops.ts'

/** A database that takes longer to answer nothing is as good as away. */
const READY_WITHIN_MS = 5_000

/** Why a process whose database answers is not ready. */
const WAITING_FOR = {
  starting: 'the start: tables, material, Telegram',
  stopping: 'its end',
  refused: 'Telegram, which refuses it',
}

/** What is missing of a database that answers and has room, and of a process that runs. `canStore` says whether what comes in can be kept. */
export function createReadiness(
  database: Database,
  canStore: () => Promise<boolean>,
  state: () => 'running' | keyof typeof WAITING_FOR,
): Readiness {
  const lacking = async () => {
    await database.pool.query('select')
    return (await database.hasRoom()) && (await canStore()) ? [] : ['room on the disk of the database']
  }
  return async () => {
    const answers = lacking().catch(() => ['the database'])
    const missing = await Promise.race([answers, wait(READY_WITHIN_MS, ['the database'], { ref: false })])
    const now = state()
    return [...missing, ...(now === 'running' ? [] : [WAITING_FOR[now]])]
  }
}
