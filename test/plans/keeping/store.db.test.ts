import { expect, test } from 'vitest'
import { fillMunicipalities } from '../../../src/people/municipalities/store.ts'
import { CONSENT_VERSION, type Person, type Role } from '../../../src/people/rules.ts'
import { meetPerson, saveProfile } from '../../../src/people/store.ts'
import { accessTo, mayWrite, writingIn } from '../../../src/plans/keeping/access.ts'
import {
  changeEntry,
  disownEntries,
  entriesOfPlan,
  insertEntries,
  readEntry,
} from '../../../src/plans/keeping/entry-store.ts'
import { addMember } from '../../../src/plans/keeping/member-store.ts'
import { closePlan, insertPlan, sharePlan } from '../../../src/plans/keeping/plan-store.ts'
import type { Db } from '../../../src/platform/database/database.ts'
import { atOnce } from '../../support/database/at-once.ts'
import { aDatabase } from '../../support/database/database.ts'

const NOW = Temporal.Instant.from('2026-11-20T10:00:00Z')
const PERIOD = { from: 2027, to: 2031 }
const [ADA, APATIN] = ['80012', '80047'] as const

let telegramId = 100
async function somebody(db: Db, municipalityCode: string | null, role: Role = 'member'): Promise<Person> {
  const seen = { telegramId: telegramId++, name: 'Ана', localeSeen: null, localeFirst: 'sr-Cyrl', now: NOW } as const
  const person = await meetPerson(db, seen)
  if (municipalityCode === null) return { ...person, role }
  const profile = {
    fullName: 'Ана Анић',
    municipalityCode,
    councilRole: 'member',
    email: null,
    experience: 'new',
    consentVersion: CONSENT_VERSION,
  } as const
  await saveProfile(db, person.id, profile, NOW)
  return { ...person, role, profile }
}

async function aPlan() {
  const database = await aDatabase()
  const db = database.pool
  await fillMunicipalities(db)
  const ana = await somebody(db, ADA)
  const planId = (await insertPlan(db, { municipalityCode: ADA, period: PERIOD, revises: null }, NOW))!
  await addMember(db, planId, { personId: ana.id, role: 'coordinator' }, NOW)
  return { database, db, ana, planId, by: { personId: ana.id, now: NOW } }
}

test('a municipality has one plan a period that is being made', async () => {
  const { db, planId } = await aPlan()
  const again = { municipalityCode: ADA, period: PERIOD, revises: null }
  expect(await insertPlan(db, again, NOW)).toBeNull()
  await closePlan(db, planId, NOW)
  expect(await insertPlan(db, again, NOW)).not.toBeNull()
})

test('who may see a plan, and who may write in it', async () => {
  const { db, planId, ana } = await aPlan()
  const see = async (person: Person) => (await accessTo(db, person, planId))?.role ?? null
  const [colleague, stranger, trainer] = [
    await somebody(db, ADA),
    await somebody(db, APATIN),
    await somebody(db, null, 'trainer'),
  ]
  expect([await see(ana), await see(colleague), await see(stranger), await see(trainer)]).toEqual([
    'coordinator',
    'reader',
    null,
    null,
  ])
  await addMember(db, planId, { personId: colleague.id, role: 'editor' }, NOW)
  await sharePlan(db, planId, true)
  expect([await see(colleague), await see(stranger), await see(trainer)]).toEqual(['editor', null, 'trainer'])
  expect(mayWrite((await accessTo(db, trainer, planId))!)).toBe(false)
})

test('whoever moves to another municipality loses the plan of the old one', async () => {
  const { db, planId, ana } = await aPlan()
  expect(await writingIn(db, ana, planId)).not.toBeNull()
  expect(await accessTo(db, { ...ana, profile: { ...ana.profile!, municipalityCode: APATIN } }, planId)).toBeNull()
})

test('an adopted plan is written in no more', async () => {
  const { db, planId, ana } = await aPlan()
  await closePlan(db, planId, NOW)
  expect(await writingIn(db, ana, planId)).toBeNull()
  expect((await accessTo(db, ana, planId))?.role).toBe('coordinator')
})

test('of two who change a row at once one learns that the other was first', async () => {
  const { database, db, planId, by } = await aPlan()
  const [id] = (await insertEntries(db, planId, [{ part: 'needs', cells: { need: 'стан' } }], by)) as [number]
  const outcomes: boolean[] = []
  const change = (need: string) => async (inDb: Db) => {
    outcomes.push(await changeEntry(inDb, { id, version: 1, cells: { need } }, by))
  }
  await atOnce(database, change('посао'), change('школа'))
  expect(outcomes).toEqual([true, false])
  expect(await readEntry(db, id)).toMatchObject({ cells: { need: 'посао' }, version: 2 })
})

test('rows stay in their order, with what people wrote as they wrote it', async () => {
  const { db, planId, by } = await aPlan()
  const cells = ['1', 'б "в" \\ г', "д'ђ; {е}", 'ж\nз'].map((need) => ({ need }))
  await insertEntries(
    db,
    planId,
    cells.map((one) => ({ part: 'needs', cells: one })),
    by,
  )
  expect((await entriesOfPlan(db, planId)).map((entry) => entry.cells)).toEqual(cells)
})

test('what somebody wrote stays without them', async () => {
  const { db, planId, ana, by } = await aPlan()
  await insertEntries(db, planId, [{ part: 'needs', cells: { need: 'стан' } }], by)
  await disownEntries(db, ana.id)
  expect(await entriesOfPlan(db, planId)).toMatchObject([{ cells: { need: 'стан' }, changedBy: null }])
})
