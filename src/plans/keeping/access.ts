import { municipalityOf } from '../../people/municipalities/municipalities.ts'
import { isRegistered, type Person } from '../../people/rules.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Draft } from '../draft/draft.ts'
import { entriesOfPlan, type KeptEntry } from './entry-store.ts'
import { membersOf, type PlanRole } from './member-store.ts'
import { type KeptPlan, lockPlan, readPlan } from './plan-store.ts'

/**
 * What somebody may do with a plan: its coordinator and those invited write in it, everybody else of the municipality reads, and so do
 * trainers once it was shared with them.
 */
export type Access = { plan: KeptPlan; role: PlanRole | 'reader' | 'trainer' }

/** `null`: the plan is not theirs to know of. A municipality that somebody left takes their access with it. */
export async function accessTo(db: Db, person: Person, planId: number): Promise<Access | null> {
  return accessOf(db, person, await readPlan(db, planId))
}

/** The same for somebody who changes it: nobody adopts it until the transaction ends. `null` for those who only read, and once it is adopted. */
export async function writingIn(db: Db, person: Person, planId: number): Promise<Access | null> {
  const access = await accessOf(db, person, await lockPlan(db, planId))
  return access && mayWrite(access) ? access : null
}

export function mayWrite({ plan, role }: Access): boolean {
  return plan.state === 'draft' && (role === 'coordinator' || role === 'editor')
}

async function accessOf(db: Db, person: Person, plan: KeptPlan | null): Promise<Access | null> {
  if (!plan) return null
  if (isRegistered(person) && person.profile.municipalityCode === plan.municipalityCode) {
    const member = (await membersOf(db, plan.id)).find(({ personId }) => personId === person.id)
    return { plan, role: member?.role ?? 'reader' }
  }
  return person.role !== 'member' && plan.shared ? { plan, role: 'trainer' } : null
}

/** A plan with all its entries. */
export async function draftOf(db: Db, plan: KeptPlan): Promise<Omit<Draft, 'entries'> & { entries: KeptEntry[] }> {
  const { period, version, state } = plan
  return { place: placeOf(plan), period, version, state, entries: await entriesOfPlan(db, plan.id) }
}

/** The municipality's name as it stands on a cover, and its kind. */
export function placeOf({ municipalityCode }: Pick<KeptPlan, 'municipalityCode'>): Draft['place'] {
  const municipality = municipalityOf(municipalityCode)
  return { name: municipality?.nameCyrl ?? '', kind: municipality?.kind === 'city' ? 'град' : 'општина' }
}
