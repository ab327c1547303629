import type { DataClass } from '../../platform/database/retention.ts'
import { countAnswersHeld, deleteAnswers } from './store.ts'

/** How long answers are kept after a session; people read it where they are asked. */
export const KEEP_ANSWERS_DAYS = 30

/** Counted from the end of a session. */
export const ANSWER_DATA: readonly DataClass[] = [
  {
    name: 'answers to questions of sessions',
    tables: ['sign_up_answer'],
    keepDays: KEEP_ANSWERS_DAYS,
    delete: deleteAnswers,
    count: countAnswersHeld,
  },
]
