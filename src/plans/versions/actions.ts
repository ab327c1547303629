import type { Db } from '../../platform/database/database.ts'
import { type Access, accessTo, draftOf, mayWrite } from '../keeping/access.ts'
import { entriesOfPlan, insertEntries, type NewEntry, replaceEntries } from '../keeping/entry-store.ts'
import { addMember, membersOf } from '../keeping/member-store.ts'
import { closePlan, insertPlan, type KeptPlan, lockPlan, raiseVersion } from '../keeping/plan-store.ts'
import { readOf } from '../keeping/review.ts'
import { isToCome, type Lack, lackingIn } from '../rules/errors/e9-adopted.ts'
import { keepVersion, readVersion } from './store.ts'

type By = { personId: number; now: Temporal.Instant }

/** Whether somebody keeps versions, brings them back and says that the plan is adopted. */
export function mayDecide(access: Access): boolean {
  return access.role === 'coordinator' && mayWrite(access)
}

/** Keeps what the plan says under its number; the document goes on with the next. Returns the number. */
export async function keepPlan(db: Db, planId: number, { personId, now }: By): Promise<number> {
  const current = (await lockPlan(db, planId))!
  const entries = bare(await entriesOfPlan(db, planId))
  await keepVersion(db, { planId, number: current.version, entries, personId }, now)
  await raiseVersion(db, planId)
  return current.version
}

function bare(entries: readonly NewEntry[]): NewEntry[] {
  return entries.map(({ part, cells }) => ({ part, cells }))
}

/** Brings a version of the plan back; what it said before is kept as `kept`. `null`: there is no such version of it. */
export async function restoreVersion(
  db: Db,
  { planId, versionId }: { planId: number; versionId: number },
  by: By,
): Promise<{ number: number; kept: number } | null> {
  const version = await readVersion(db, versionId)
  if (version?.planId !== planId) return null
  const kept = await keepPlan(db, planId, by)
  await replaceEntries(db, planId, version.entries, by)
  return { number: version.number, kept }
}

/** What a plan lacks to be adopted: a decision of a day that is still to come is none. */
export async function lackingToAdopt(db: Db, plan: KeptPlan, today: Temporal.PlainDate): Promise<Lack[]> {
  const read = readOf(await draftOf(db, { ...plan, state: 'adopted' }), today)
  return [...(isToCome(read, today) ? (['later'] as const) : []), ...lackingIn(read)]
}

/** Closes a plan that lacks nothing; its last words are kept. */
export async function adoptPlan(db: Db, planId: number, by: By): Promise<void> {
  await keepPlan(db, planId, by)
  await closePlan(db, planId, by.now)
}

/** What an adopted plan says of its own making; a revision is decided, debated and adopted anew. */
const OF_THE_MAKING: ReadonlySet<string> = new Set([
  'decision',
  'debate',
  'opinion',
  'statement',
  'adoption',
  'comments',
])

export type Revised = { kind: 'begun'; planId: number } | { kind: 'already' } | { kind: 'not-theirs' }

/** A revision of an adopted plan is a plan of its own, with its entries, made by those who made it and coordinated by whoever begins it. */
export async function revisePlan(
  db: Db,
  person: Parameters<typeof accessTo>[1],
  planId: number,
  now: Temporal.Instant,
): Promise<Revised> {
  await lockPlan(db, planId)
  const access = await accessTo(db, person, planId)
  if (!access || access.role === 'trainer' || access.plan.state !== 'adopted') return { kind: 'not-theirs' }
  const { municipalityCode, period } = access.plan
  const id = await insertPlan(db, { municipalityCode, period, revises: planId }, now)
  if (id === null) return { kind: 'already' }
  await addMember(db, id, { personId: person.id, role: 'coordinator' }, now)
  for (const { personId } of await membersOf(db, planId)) await addMember(db, id, { personId, role: 'editor' }, now)
  const entries = bare(await entriesOfPlan(db, planId)).filter(({ part }) => !OF_THE_MAKING.has(part))
  if (entries.length > 0) await insertEntries(db, id, entries, { personId: person.id, now })
  return { kind: 'begun', planId: id }
}
