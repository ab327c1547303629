import type { DataClass } from '../../platform/database/retention.ts'
import { countAnswersHeld, countInvitesHeld, deleteAnswers, deleteInvites } from './store.ts'

/** Counted from the end of a session. */
export const EVALUATION_DATA: readonly DataClass[] = [
  {
    name: 'who was asked to evaluate a session',
    tables: ['evaluation_invite'],
    keepDays: 30,
    delete: deleteInvites,
    count: countInvitesHeld,
  },
  {
    name: 'evaluations of sessions',
    tables: ['evaluation', 'evaluation_answer'],
    keepDays: 730,
    delete: deleteAnswers,
    count: countAnswersHeld,
  },
]
