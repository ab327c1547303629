import { listStaff } from '../../people/roles/store.ts'
import type { Person } from '../../people/rules.ts'
import { reachablePeople } from '../../people/store.ts'
import type { Db } from '../../platform/database/database.ts'
import type { Session } from '../session/session.ts'

/**
 * Who is told what concerns a session: whoever made it, or `first` where somebody else wrote last; when they are no staff
 * any more or cannot be written to, the coordinators; without one of those, every trainer.
 */
export async function staffInCharge(
  db: Db,
  session: Pick<Session, 'createdBy'>,
  first: number | null = null,
): Promise<Person[]> {
  const staff = await listStaff(db)
  const reachable = await reachablePeople(
    db,
    staff.map(({ personId }) => personId),
  )
  const roles = new Map(staff.map(({ personId, role }) => [personId, role]))
  const only = (fits: (person: Person) => boolean) => reachable.filter(fits)
  const choices = [
    only(({ id }) => id === first),
    only(({ id }) => id === session.createdBy),
    only(({ id }) => roles.get(id) === 'coordinator'),
    reachable,
  ]
  return choices.find((people) => people.length > 0) ?? []
}
