import type { DataClass } from '../platform/database/retention.ts'
import { countQuestionsSent, deleteQuestionsSent } from './store.ts'

/** What people handed to trainers. */
export const GAP_DATA: readonly DataClass[] = [
  {
    name: 'questions to trainers',
    tables: ['gap', 'gap_question'],
    keepDays: 365,
    delete: deleteQuestionsSent,
    count: countQuestionsSent,
  },
]
