import { PERSONAL_DATA } from '../../../src/data.ts'
import { eraseAll } from '../../../src/people/my-data/personal-data.ts'
import { acceptInvite, inviteTrainer, takeRole } from '../../../src/people/roles/actions.ts'
import { createCoordinatorList } from '../../../src/people/roles/coordinator-list.ts'
import { lockRoles } from '../../../src/people/roles/store.ts'
import type { Person, Role } from '../../../src/people/rules.ts'
import { grantRole, meetPerson } from '../../../src/people/store.ts'
import type { Clock } from '../../../src/platform/clock.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { noLog } from '../../../src/platform/log.ts'

/** What can happen to a person's role, one after another; `telegramId` is theirs. */
export type Step =
  | 'is invited'
  | 'is listed'
  | 'leaves the list'
  | 'gets it from the sandbox'
  | 'has it taken'
  | 'erases everything'

/** Lives of roles, with what the person is at the end. */
export const HISTORIES: readonly { steps: readonly Step[]; role: Role }[] = [
  { steps: [], role: 'member' },
  { steps: ['is invited'], role: 'trainer' },
  { steps: ['is listed'], role: 'coordinator' },
  { steps: ['gets it from the sandbox'], role: 'coordinator' },
  { steps: ['is invited', 'has it taken'], role: 'member' },
  { steps: ['is listed', 'has it taken'], role: 'member' },
  { steps: ['is listed', 'leaves the list'], role: 'member' },
  { steps: ['gets it from the sandbox', 'has it taken'], role: 'member' },
  { steps: ['is invited', 'has it taken', 'is invited'], role: 'trainer' },
  { steps: ['is listed', 'has it taken', 'is listed'], role: 'member' },
  { steps: ['is listed', 'leaves the list', 'is listed'], role: 'coordinator' },
  { steps: ['is listed', 'has it taken', 'leaves the list', 'is listed'], role: 'coordinator' },
  { steps: ['is listed', 'has it taken', 'is invited'], role: 'trainer' },
  { steps: ['is invited', 'is listed'], role: 'coordinator' },
  { steps: ['is invited', 'is listed', 'leaves the list'], role: 'trainer' },
  { steps: ['is invited', 'is listed', 'has it taken'], role: 'member' },
  { steps: ['is invited', 'erases everything'], role: 'member' },
  { steps: ['gets it from the sandbox', 'erases everything'], role: 'member' },
  { steps: ['is listed', 'erases everything'], role: 'coordinator' },
  { steps: ['is listed', 'leaves the list', 'erases everything'], role: 'member' },
  { steps: ['is listed', 'has it taken', 'erases everything'], role: 'member' },
]

/** Lets people live such lives, each with a Telegram id of their own, beside a coordinator who never changes. */
export function aLife({ database, clock, keeper }: { database: Database; clock: Clock; keeper: Person }) {
  const listed = new Set<number>()
  const start = () => createCoordinatorList({ database, clock, log: noLog, telegramIds: new Set(listed) })

  const writes = async (telegramId: number): Promise<Person> => {
    const seen = { telegramId, name: `Особа ${telegramId}`, localeSeen: null, localeFirst: 'sr-Cyrl' as const }
    const person = await meetPerson(database.pool, { ...seen, now: clock.now() })
    return { ...person, role: await start().recognise(person) }
  }

  const invited = (person: Person) =>
    database.transaction(async (db) => {
      const { token } = await inviteTrainer(db, keeper.id, clock.now())
      await acceptInvite(db, token, person.id, clock.now())
    })

  const taken = ({ id, role }: Person) =>
    database.transaction(async (db) => {
      await lockRoles(db)
      if (role !== 'member') await takeRole(db, { personId: id, role, actorId: keeper.id }, clock.now())
    })

  const erased = (person: Person) => database.transaction((db) => eraseAll(db, person, PERSONAL_DATA, clock.now()))

  const list = (change: () => unknown) => {
    change()
    return start().apply()
  }

  const take: Record<Step, (person: Person) => Promise<unknown>> = {
    'is invited': invited,
    'is listed': ({ telegramId }) => list(() => listed.add(telegramId)),
    'leaves the list': ({ telegramId }) => list(() => listed.delete(telegramId)),
    'gets it from the sandbox': ({ telegramId, name }) =>
      grantRole(database.pool, { telegramId, name, role: 'coordinator', now: clock.now() }),
    'has it taken': taken,
    'erases everything': erased,
  }

  /** The person at the end, and as they were seen before the last step: an update may have been under way. */
  return async (telegramId: number, steps: readonly Step[]): Promise<{ now: Person; before: Person }> => {
    let before = await writes(telegramId)
    let now = before
    for (const step of steps) {
      before = now
      await take[step](now)
      now = await writes(telegramId)
    }
    return { now, before }
  }
}
