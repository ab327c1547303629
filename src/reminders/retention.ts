import type { DataClass } from '../platform/database/retention.ts'
import { countAnswers, deleteAnswers } from './store.ts'

/** Answers to reminders. */
export const REMINDER_DATA: readonly DataClass[] = [
  {
    name: 'who said that they are coming',
    tables: ['reminder_answer'],
    keepDays: 30,
    delete: deleteAnswers,
    count: countAnswers,
  },
]
