import { expect, test } from 'vitest'
import type { Db } from '../../src/platform/database/database.ts'
import { type ReminderPlan, toggled, USUAL_REMINDERS } from '../../src/reminders/rules.ts'
import { changePlan, readPlan } from '../../src/reminders/store.ts'
import { anOpenSession, aPerson } from '../sessions/people.ts'
import { atOnce } from '../support/database/at-once.ts'
import { aDatabase } from '../support/database/database.ts'

const database = await aDatabase()
const staffId = await aPerson(database, 1)

/** What the three handlers of staff do: a note, what goes with the thanks, a reminder switched. */
const CHANGES: Record<string, (plan: ReminderPlan) => ReminderPlan> = {
  note: (plan) => ({ ...plan, note: 'Понесите податке.' }),
  material: (plan) => ({ ...plan, material: { text: 'Хвала.', entities: [], file: null } }),
  reminders: (plan) => ({ ...plan, reminders: toggled(plan.reminders, USUAL_REMINDERS[0]!) }),
}

const PAIRS = Object.keys(CHANGES).flatMap((first) =>
  Object.keys(CHANGES)
    .filter((second) => second !== first)
    .map((second) => [first, second] as const),
)

test.each(PAIRS)('of two trainers at once, one who changes the %s and one the %s, none loses it', async (...both) => {
  const { id } = await anOpenSession(database, staffId)
  const usual = await readPlan(database.pool, id)
  const [first, second] = both.map((what) => (db: Db) => changePlan(db, id, CHANGES[what]!))
  await atOnce(database, first!, second!)
  const expected = both.reduce((plan, what) => CHANGES[what]!(plan), usual)
  expect(await readPlan(database.pool, id)).toEqual(expected)
})
