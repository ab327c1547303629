import { expect, test } from 'vitest'
import { systemClock } from '../../../src/platform/clock.ts'
import { clocksAgree, databaseAhead } from '../../../src/platform/database/skew.ts'
import { aDatabase } from '../../support/database/database.ts'

const { pool } = await aDatabase()

test.each([
  [0, true],
  [50, true],
  [-50, true],
  [70, false],
  [-70, false],
  [10 * 365 * 24 * 60, false],
])('a machine %d minutes ahead of its database may forget by its clock: %s', async (minutes, agree) => {
  const machine = { now: () => systemClock.now().add({ minutes }) }
  expect(await clocksAgree(pool, machine)).toBe(agree)
  expect(Math.abs((await databaseAhead(pool, machine)) + minutes * 60)).toBeLessThan(300)
})
