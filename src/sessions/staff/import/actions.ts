import {
  type Entered,
  insertAllEntered,
  peopleKnownIn,
  readEntered,
  seeEntered,
} from '../../../people/entered/store.ts'
import { erasePerson } from '../../../people/my-data/store.ts'
import { readName } from '../../../people/registration/rules.ts'
import type { Db } from '../../../platform/database/database.ts'
import { decideRemoveAll } from '../../line/by-staff.ts'
import { decideIn } from '../../line/decide-under-lock.ts'
import { isOver, type StaffRefusal } from '../../line/decision.ts'
import { decideAddAll } from '../../line/enter.ts'
import { countPlaces } from '../../line/order.ts'
import { isActive, type Roll, type Status } from '../../line/sign-up.ts'
import { blankPerson, lockRoll, nextSignUpIds, readRoll, signUpIdsOf } from '../../line/store.ts'
import type { Session } from '../../session/session.ts'
import type { ListedPerson } from './list.ts'
import { type Sorted, sortPeople } from './sorting.ts'
import { insertImport, lockImport, markImported, markUndone, readPlaces } from './store.ts'

/** A list held against who is known, and against the session as it is. */
export type Preview = { session: Session; importId: number; sorted: Sorted; free: number }

/** Keeps a list and says what importing it would do. */
export async function previewImport(
  db: Db,
  list: { sessionId: number; madeBy: number; people: readonly ListedPerson[] },
  now: Temporal.Instant,
): Promise<Preview | StaffRefusal> {
  const roll = await readRoll(db, list.sessionId)
  if (!roll) return { kind: 'unknown' }
  const over = isOver(roll.session, now)
  if (over) return over
  const sorted = await sortedFor(db, roll, list.people)
  const importId = await insertImport(db, list, now)
  return { session: roll.session, importId, sorted, free: countPlaces(roll).free }
}

/** Whoever erased their data since the list was kept has no name in it, and is nobody to invite. */
async function sortedFor(db: Db, roll: Roll, listed: readonly ListedPerson[]): Promise<Sorted> {
  const people = listed.filter(({ name }) => readName(name).kind === 'name')
  const known = await peopleKnownIn(db, [...new Set(people.map(({ municipality }) => municipality))])
  const there = roll.signUps.flatMap((one) => (isActive(one) && one.personId !== null ? [one.personId] : []))
  return sortPeople(people, known, new Set(there))
}

/** `without` have no Telegram: they are invited by links of their own. */
/** Somebody without Telegram, as they stand in the session now. */
export type Invited = Entered & { status: Status }

export type Imported = {
  kind: 'imported'
  session: Session
  importId: number
  confirmed: number
  waiting: number
  without: Invited[]
}
export type ImportResult = Imported | { kind: 'done-before' } | { kind: 'gone' } | StaffRefusal

/** Gives everybody in a list a place, or puts them in line, in the order of the list; decided anew, since others act meanwhile. */
export async function importList(
  db: Db,
  by: { importId: number; staffId: number; reason: string },
  now: Temporal.Instant,
): Promise<ImportResult> {
  const list = await lockImport(db, by.importId)
  if (!list) return { kind: 'gone' }
  if (list.doneAt) return { kind: 'done-before' }
  const roll = await lockRoll(db, list.sessionId)
  if (!roll) return { kind: 'unknown' }
  const over = isOver(roll.session, now)
  if (over) return over
  const sorted = await sortedFor(db, roll, list.people)
  const unknown = sorted.without.filter(({ personId }) => personId === null)
  const made = await insertAllEntered(db, unknown, { staffId: by.staffId, now })
  const idOf = new Map(unknown.map(({ row }, i) => [row, made[i]!]))
  const listed = [...sorted.known, ...sorted.without]
    .toSorted((a, b) => a.row - b.row)
    .map((one) => ({ ...one, personId: one.personId ?? idOf.get(one.row)! }))
  const newIds = await nextSignUpIds(db, listed.length)
  const adding = listed.map((one, i) => ({ ...one, newId: newIds[i]! }))
  const added = await decideIn(db, list.sessionId, (roll) => decideAddAll(roll, adding, by, now), {
    presser: null,
    now,
  })
  if (added?.kind !== 'added') return added ?? { kind: 'unknown' }
  const after = (await readRoll(db, list.sessionId))!
  const entered = await readEntered(
    db,
    listed.map(({ personId }) => personId),
  )
  await seeEntered(db, [...entered.keys()], now)
  const isNew = new Set(made)
  const mine = after.signUps.filter(({ id }) => added.signUpIds.includes(id))
  const places = mine.map(({ id, personId }) => ({ signUpId: id, isNew: isNew.has(personId!) }))
  await markImported(db, by.importId, places, now)
  const confirmed = mine.filter(({ status }) => status === 'confirmed').length
  const { session } = after
  return {
    kind: 'imported',
    session,
    importId: by.importId,
    confirmed,
    waiting: mine.length - confirmed,
    without: mine.flatMap(({ personId, status }) => {
      const one = personId === null ? undefined : entered.get(personId)
      return one ? [{ ...one, status }] : []
    }),
  }
}

/** For so long an import can be undone as one act. */
const UNDO_FOR = Temporal.Duration.from({ minutes: 10 })

export type UndoResult =
  | { kind: 'undone'; session: Session; count: number }
  | { kind: 'too-late' }
  | { kind: 'done-before' }
  | { kind: 'gone' }
  | StaffRefusal

/** Takes out of the session whom an import added; of whoever was unknown before nothing is kept. */
export async function undoImport(
  db: Db,
  by: { importId: number; staffId: number; reason: string },
  now: Temporal.Instant,
): Promise<UndoResult> {
  const list = await lockImport(db, by.importId)
  if (!list?.doneAt) return { kind: 'gone' }
  if (list.undoneAt) return { kind: 'done-before' }
  if (Temporal.Instant.compare(list.doneAt.add(UNDO_FOR), now) < 0) return { kind: 'too-late' }
  const places = await readPlaces(db, by.importId)
  const ids = places.map(({ signUpId }) => signUpId)
  const result = await decideIn(db, list.sessionId, (roll) => decideRemoveAll(roll, ids, by, now), {
    presser: null,
    now,
    undoes: true,
  })
  if (result?.kind !== 'removed') return result ?? { kind: 'unknown' }
  await forgetNew(
    db,
    places.flatMap(({ personId, isNew }) => (isNew && personId !== null ? [personId] : [])),
    now,
  )
  await markUndone(db, by.importId, now)
  return { kind: 'undone', session: result.session, count: result.removed.length }
}

/** Whoever has come to the bot meanwhile, or stands in another session, stays. */
async function forgetNew(db: Db, personIds: readonly number[], now: Temporal.Instant): Promise<void> {
  const entered = await readEntered(db, personIds)
  for (const id of entered.keys()) {
    if ((await signUpIdsOf(db, id)).length > 1) continue
    await blankPerson(db, id)
    await erasePerson(db, id, now)
  }
}
