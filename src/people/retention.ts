import type { DataClass } from '../platform/retention.ts'
import { countPeople } from './store.ts'

/** Who writes to us. Kept while the bot serves them; removed one by one on request. */
export const PEOPLE_DATA: DataClass = {
  name: 'people',
  keepDays: null,
  delete: async () => 0,
  count: countPeople,
}
