import { setTimeout as wait } from 'node:timers/promises'
import type { Db } from './platform/database/database.ts'
import type { Readiness } from './platform/ops.ts'

/** A database that takes longer to answer nothing is as good as away. */
const READY_WITHIN_MS = 5_000

/** Why a process whose database answers is not ready. */
const WAITING_FOR = {
  starting: 'the start: tables, material, Telegram',
  stopping: 'its end',
  refused: 'Telegram, which refuses it',
}

/** What is missing of a database that answers and of a process that runs. */
export function createReadiness(db: Db, state: () => 'running' | keyof typeof WAITING_FOR): Readiness {
  return async () => {
    const answers = db.query('select').then(
      () => true,
      () => false,
    )
    const isReachable = await Promise.race([answers, wait(READY_WITHIN_MS, false, { ref: false })])
    const now = state()
    return [...(isReachable ? [] : ['the database']), ...(now === 'running' ? [] : [WAITING_FOR[now]])]
  }
}
