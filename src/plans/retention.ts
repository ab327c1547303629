import type { DataClass } from '../platform/database/retention.ts'
import { countPlans } from './keeping/plan-store.ts'

/** Plans that municipalities make: kept as long as they are, since the next one is written from them. */
export const PLAN_DATA: readonly DataClass[] = [
  {
    name: 'plans',
    tables: [
      'plan',
      'plan_member',
      'plan_entry',
      'plan_accepted',
      'plan_version',
      'plan_notice',
      'plan_step',
      'plan_group',
    ],
    keepDays: null,
    delete: async () => 0,
    count: countPlans,
  },
]
