import { dataClasses } from './data.ts'
import { forgetGone, forgetSilent } from './forget.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/database/database.ts'
import { createForgetting, hourly } from './platform/database/retention.ts'
import { clocksAgree } from './platform/database/skew.ts'
import { interval } from './platform/interval.ts'
import type { Log } from './platform/log.ts'

/** How often it is looked whether an hour has passed, by the app's clock. */
const LOOK_MS = 1_000

/** Forgets each hour what is kept no longer; nothing while the clocks of this machine and of the database disagree. */
export function createHousekeeping(parts: {
  database: Database
  clock: Clock
  log: Log
  settings: Parameters<typeof dataClasses>[0]
}): ReturnType<typeof interval> {
  const { database, clock, log } = parts
  const forgetOld = createForgetting({ db: database.pool, classes: dataClasses(parts.settings), log })
  const isDue = hourly()
  return interval(LOOK_MS, 'housekeeping', log, async () => {
    if (!isDue(clock.now())) return
    if (!(await clocksAgree(database.pool))) {
      log.error('the clocks of this machine and of the database differ by hours; nothing is forgotten until they agree')
      return
    }
    await forgetOld(clock.now())
    await forgetSilent(database, clock.now())
    await forgetGone(database)
  })
}
