import type { DataClass } from '../platform/database/retention.ts'
import { countDigests, deleteDigests } from './digest/digest-store.ts'
import { countDrafts, deleteDrafts } from './staff/answer-store.ts'
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
  {
    name: 'answers never published',
    tables: ['gap_answer'],
    keepDays: 30,
    delete: deleteDrafts,
    count: countDrafts,
  },
  {
    name: 'weekly digests',
    tables: ['gap_digest', 'gap_digest_off'],
    keepDays: 90,
    delete: deleteDigests,
    count: countDigests,
  },
]
