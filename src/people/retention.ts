import type { DataClass } from '../platform/database/retention.ts'
import { countBars } from './roles/grant-store.ts'
import { countInvites, deleteInvites } from './roles/invite-store.ts'
import { countRoleEvents, deleteRoleEvents } from './roles/store.ts'
import { KEEP_PERSON } from './rules.ts'
import { countPeople } from './store.ts'

/**
 * Who writes to us, and who may do what. Whoever falls silent for so long is erased with all that is theirs, a person a
 * transaction, by the app's housekeeping.
 */
export const PEOPLE_DATA: readonly DataClass[] = [
  {
    name: 'people',
    tables: ['person', 'notice_choice', 'role_grant'],
    keepDays: Math.round(KEEP_PERSON.total({ unit: 'days', relativeTo: '2026-01-01' })),
    delete: async () => 0,
    count: countPeople,
  },
  { name: 'invitations', tables: ['trainer_invite'], keepDays: 90, delete: deleteInvites, count: countInvites },
  {
    name: 'roles given and taken',
    tables: ['role_event'],
    keepDays: 730,
    delete: deleteRoleEvents,
    count: countRoleEvents,
  },
  {
    name: 'coordinators no more',
    tables: ['role_bar'],
    keepDays: null,
    delete: async () => 0,
    count: countBars,
  },
]
