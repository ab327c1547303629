import type { DataClass } from '../platform/database/retention.ts'
import { countDigests } from './digest/store.ts'
import { countAnswers, deleteAnswers } from './store.ts'

/** Answers to reminders, and when staff get theirs. */
export const REMINDER_DATA: readonly DataClass[] = [
  {
    name: 'who said that they are coming',
    tables: ['reminder_answer'],
    keepDays: 30,
    delete: deleteAnswers,
    count: countAnswers,
  },
  {
    name: 'when staff get their digest',
    tables: ['staff_digest'],
    keepDays: null,
    delete: async () => 0,
    count: countDigests,
  },
]
