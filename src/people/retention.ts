import type { DataClass } from '../platform/retention.ts'
import { KEEP_PERSON } from './rules.ts'
import { countPeople } from './store.ts'

/** Who writes to us. Whoever falls silent for so long is erased with all that is theirs, a person a transaction, by the app's housekeeping. */
export const PEOPLE_DATA: DataClass = {
  name: 'people',
  keepDays: Math.round(KEEP_PERSON.total({ unit: 'days', relativeTo: '2026-01-01' })),
  delete: async () => 0,
  count: countPeople,
}
